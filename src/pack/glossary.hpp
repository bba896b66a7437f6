// Glossary: the terms that a law may rename, in one file (i18n/glossary.json), and the texts that use them.
//
// It changes no text: words stand in sentences that inflect them. It finds them, so that a new law costs an afternoon
// and no search.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pack/sources.hpp"

namespace qadam::pack {

// The texts of one folder ("i18n", "i18n/<service>"), by language.
struct Folder {
  std::string name;
  const std::map<std::string, Json>* texts = nullptr;
};

// A text that uses a term: "i18n/deferment/kk.json" and its key.
struct TermUse {
  std::string file;
  std::string key;
};

[[nodiscard]] Json read_glossary(const Root& root, Diagnostics& diagnostics);

// Those of the shared texts and of each service; `all` must outlive them.
[[nodiscard]] std::vector<Folder> folders_of(const std::vector<Sources>& all);

// Every use of the term by one of its words, in the folders' order. Empty when the glossary has no such term.
[[nodiscard]] std::vector<TermUse> uses_of(const Json& glossary, const std::string& term,
                                           const std::vector<Folder>& folders);

// Codes: those of facts ("fact.source", ...) and "pack.missing" for a term without id or words; "text.renamed" (warning)
// for each use of a term that has its first day (`from`), with the new words of that language (`new`).
void lint_glossary(const Json& glossary, const std::vector<Folder>& folders, Diagnostics& diagnostics);

}  // namespace qadam::pack
