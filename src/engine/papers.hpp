// Papers: which documents these answers ask for, which of them nobody can tell yet, and which are not there.
//
// Only copies that a question takes: the application itself is what is being made here. A paper that is only for
// whoever has it ("if any") is asked for and never missing; neither is one of which nobody can tell yet.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/state.hpp"
#include "service/model.hpp"

namespace qadam::engine {

inline constexpr std::int64_t kMaxFileBytes = 10 * 1024 * 1024;  // as the backend takes them; our limit, not the law's

// A file as an answer: "<sha256 hex> <bytes> <pdf|jpeg|png|other> <name>". The bytes stay with the shell.
struct ChosenFile {
  std::string_view digest;  // 64 lower-case hexadecimal digits; all 0 when the shell could not read the file
  std::int64_t bytes = 0;
  std::string_view kind;
  std::string_view name;
};

// Views into `answer`; nothing when it has another shape.
[[nodiscard]] std::optional<ChosenFile> chosen_file(std::string_view answer);

struct Paper {
  const service::Item* item = nullptr;
  Truth asked = Truth::yes;     // yes, or unknown: nobody can tell yet
  feel::QuestionSet questions;  // that would settle an unknown one
};

// Of the subtypes that the answers point at, in the order's sequence.
[[nodiscard]] std::vector<Paper> papers(const service::Model& model, const State& state);

// Of them those that must be there and for which no file is chosen.
[[nodiscard]] std::vector<const service::Item*> missing_papers(const service::Model& model, const State& state);

// The answers point at a subtype, or the service has but one. Without that there is nothing to apply for.
[[nodiscard]] bool has_ground(const service::Model& model, const State& state);

// The fields whose files belong to the application, each digest once, in the order of the fields.
[[nodiscard]] std::vector<std::uint16_t> chosen_files(const service::Model& model, const State& state);

}  // namespace qadam::engine
