// A whole session without a screen: a case file's answers and registry results through the real engine and its flow.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/state.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::author {

// What a case says to one question, as the engine takes it.
struct Given {
  engine::AnswerState state = engine::AnswerState::value;
  std::string text;
};

// From a text, a truth, a number, a list of texts, null (`none`) or {"state":"dontKnow"}. Errors: "case.shape".
[[nodiscard]] base::Result<Given> given(const std::string& field, const pack::Json& value);

struct Walk {
  engine::State state;               // where it ended
  std::vector<std::string> screens;  // ids, in the order they were shown
  std::string application;           // canonical JSON; empty when the walk did not come so far
  std::vector<std::string> missing;  // fields that the case does not answer and the walk needed
  std::vector<std::string> refused;  // "field: code": answers that will not do
  std::vector<std::string> unused;   // answers and documents of the case that no screen asked for
  std::vector<std::string> papers;   // ids of documents that must be there and are not
};

// The answer that a file at `path` makes (engine/papers.hpp). Errors: those of whoever reads it.
using ReadFile = std::function<base::Result<std::string>(const std::string& path)>;

// As if there were a good file of that name: for whoever tries rules, not files.
[[nodiscard]] base::Result<std::string> pretended_file(const std::string& path);

// `input`: {"answers":{field: value|null|{"state":"dontKnow"}}, "registry":{check: "result"|{"result":..,fact:..}},
// "documents":{item: "path"|["path"]|"notYet"|"none"}, "consent": false?}. A registry result "unavailable" is a silent
// register; a missing one too. Without "documents" every paper is one that the person does not have yet; without a
// number to sign in with, where no register is asked, the walk ends there: what may be had needs nobody's name.
// Errors: "case.shape", and those of `read`.
[[nodiscard]] base::Result<Walk> walk(const service::Model& model, const pack::Json& input, engine::Setting setting,
                                      const std::string& lang, const ReadFile& read = pretended_file);

}  // namespace qadam::author
