// The linter: every mistake of a pack and of what packs share, at once, before a citizen meets it.
//
// Beyond what the compiler refuses it looks for what compiles and is wrong all the same: a question that nobody can be
// asked, a translation older than its Kazakh text, a fact without a source. Codes: assets/services/README.md.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pack/compiler.hpp"
#include "pack/diagnostic.hpp"
#include "pack/sources.hpp"

namespace qadam::pack {

// Files that only the linter reads.
struct Surroundings {
  Json translated = Json::object();         // i18n/<service>/translated.json
  Json shared_translated = Json::object();  // i18n/translated.json
  std::map<std::string, Json> acts;         // assets/law/<act>.json, those that there are
};

[[nodiscard]] Surroundings read_surroundings(const Root& root, const std::string& service, Diagnostics& diagnostics);

// One pack by itself, errors first.
[[nodiscard]] Diagnostics lint_pack(const Sources& sources, const Surroundings& surroundings);

// `services` and what they share: texts, rates, acts. `are_all`: no other service exists, so what none of them uses is
// unused. Errors first; each diagnostic once.
[[nodiscard]] Diagnostics lint(const Root& root, const std::vector<std::string>& services, bool are_all);

// The lint's own record that the Russian and English texts of `keys` (all when empty) were made from the present Kazakh
// ones: `record` (translated.json) brought up to date, keys sorted. Keys that `kazakh` does not have are left out.
[[nodiscard]] Json translated(const Json& record, const Json& kazakh, const std::vector<std::string>& keys);

}  // namespace qadam::pack
