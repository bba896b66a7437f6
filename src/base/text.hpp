// UTF-8 text: is it well formed, how long is it for a person, and clean-up of what people type or paste.
//
// Not a Unicode library: no case mapping, no collation (the compiler prepares sort orders). Source: Unicode 15, 3.9.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace qadam::base {

// One code point at `at` (a byte offset below text.size()); advances `at`. Ill-formed bytes give U+FFFD, one at a time.
char32_t next_code_point(std::string_view text, std::size_t& at);

// Appends `c` as UTF-8. `c` is at most U+10FFFF and no surrogate.
void append_utf8(std::string& out, char32_t c);

[[nodiscard]] bool is_utf8(std::string_view text);

// Code points; ill-formed bytes count one each.
[[nodiscard]] std::size_t length(std::string_view text);

// Control characters (C0 and C1 apart from tab and line feed), bidirectional overrides, noncharacters or ill-formed
// bytes.
[[nodiscard]] bool has_unprintable(std::string_view text);

// Without white space at both ends (ASCII, no-break and zero-width spaces).
[[nodiscard]] std::string_view trim(std::string_view text);

// The decimal digits alone, with spaces, brackets, hyphens and dots left out; empty when any other sign occurs.
// A leading "+" is left out too.
[[nodiscard]] std::string digits_only(std::string_view text);

// Calls f(part) for each part between separators; an empty text has no part.
template <class F>
void split(std::string_view text, char separator, F&& f) {
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    f(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

// Whole decimal number without a sign; -1 when the text is none or exceeds 18 digits.
[[nodiscard]] std::int64_t parse_whole(std::string_view text);

}  // namespace qadam::base
