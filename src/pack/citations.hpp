// Citations: where a pack's JSON cites the law, read generically, so that a new kind of element needs nothing here.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "pack/sources.hpp"

namespace qadam::pack {

struct Citation {
  std::string text;     // "act:place", or "act" alone
  std::string place;    // JSON pointer of the citation
  std::string element;  // kind of what cites: "condition", "item", "stage", "note", "ground", "provider", ...
  std::string id;       // its id, empty when it has none

  [[nodiscard]] std::string act() const { return text.substr(0, text.find(':')); }

  // Empty when the whole act is cited.
  [[nodiscard]] std::string clause() const {
    const std::size_t colon = text.find(':');
    return colon == std::string::npos ? std::string() : text.substr(colon + 1);
  }
};

// Every text under a member `law`, `cites` or `lawOf`, and the acts that the pack's own `law` names, in the file's order.
[[nodiscard]] std::vector<Citation> citations_of(const Json& pack);

// The fields that a pack asks or is told.
[[nodiscard]] std::set<std::string> fields_named(const Json& pack);

// The citations of these fields in fields.json; `id` is the field.
[[nodiscard]] std::vector<Citation> field_citations(const Json& fields, const std::set<std::string>& ids);

}  // namespace qadam::pack
