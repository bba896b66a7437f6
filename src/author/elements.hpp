// Elements: a pack taken apart into what can be added, removed or changed, each with its days.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/dated.hpp"
#include "pack/sources.hpp"

namespace qadam::author {

struct Element {
  std::string kind;  // head term window hours timeLimit fee subtype condition group item question check screen stage
                     // ground note definition text
  std::string id;    // the same in every version; of a condition also its subtype's: "study/enrolled"
  Validity valid;
  pack::Json content;  // without the id and the days; of a text {"kk","ru","en"}
};

// In the pack's order. `day`: only what exists on it.
[[nodiscard]] std::vector<Element> elements(const pack::Sources& sources, std::optional<base::Date> day);

}  // namespace qadam::author
