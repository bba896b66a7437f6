// What a pack says of its service, whole, for people and programs: the answers of `qadam services` and `qadam
// describe`. Shapes: DESIGN.md 5.
// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.hpp"
#include "pack/compiler.hpp"
#include "pack/sources.hpp"

namespace qadam::pack {

// `describe SERVICE --json`, from a pack that compiled.
[[nodiscard]] Json describe(const Sources& sources, const service::Model& model);

// One entry of `services --json`: {"service","title","kind","status","open","because","law"}; `because` names the term that has
// ended or not begun, in words of `lang`.
[[nodiscard]] Json service_entry(const Sources& sources, const service::Model& model, base::Date day,
                                 const std::string& lang);

// The text of `key` among the service's own texts, in all languages: {"kk","ru","en"}.
[[nodiscard]] Json in_all_languages(const Sources& sources, const std::string& key);

}  // namespace qadam::pack
