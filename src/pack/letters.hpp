// Letters of Kazakh, Russian and English, as far as the linter must tell them apart.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qadam::pack {

[[nodiscard]] std::u32string code_points(std::string_view utf8);
[[nodiscard]] std::string utf8(std::u32string_view text);

[[nodiscard]] bool is_latin(char32_t c);
[[nodiscard]] bool is_cyrillic(char32_t c);

[[nodiscard]] inline bool is_letter(char32_t c) {
  return is_latin(c) || is_cyrillic(c);
}

// Small letters for capitals, both alphabets.
[[nodiscard]] std::u32string lower(std::u32string_view text);

[[nodiscard]] bool ends_with(std::u32string_view text, std::u32string_view end);

// A run of letters, with where it begins and what follows it.
struct Word {
  std::u32string text;  // as written
  std::size_t at = 0;   // code point, from 0
};

[[nodiscard]] std::vector<Word> words(std::u32string_view text);

}  // namespace qadam::pack
