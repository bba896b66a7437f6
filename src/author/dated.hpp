// Validity: from which day until which day (inclusive, both optional) an element of a pack exists.
// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.hpp"
#include "pack/sources.hpp"

namespace qadam::author {

// "from"/"until", or "validFrom"/"validUntil" for windows, whose own from and until are days of the year.
struct Validity {
  std::string from;   // YYYY-MM-DD, empty = always was
  std::string until;  // empty = no end known

  [[nodiscard]] bool holds_on(base::Date day) const {
    const std::string iso = day.iso();  // the one fixed form: its order is that of the days
    return (from.empty() || from <= iso) && (until.empty() || iso <= until);
  }
};

[[nodiscard]] inline std::string text_or_empty(const pack::Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

[[nodiscard]] inline Validity validity(const pack::Json& element, bool is_window = false) {
  return {text_or_empty(element, is_window ? "validFrom" : "from"),
          text_or_empty(element, is_window ? "validUntil" : "until")};
}

// The member of an object, or an empty list or object of its own: packs of both formats leave out what they have not.
[[nodiscard]] inline const pack::Json& part(const pack::Json& object, const char* key) {
  static const pack::Json kNothing;
  return object.is_object() && object.contains(key) ? object[key] : kNothing;
}

// A member that is one element or a list of dated ones, as a list. Null and absent are none.
[[nodiscard]] inline std::vector<pack::Json> as_list(const pack::Json& member) {
  if (member.is_null()) return {};
  if (member.is_array()) return {member.begin(), member.end()};
  return {member};
}

}  // namespace qadam::author
