// SPDX-License-Identifier: MIT
#include "pack/letters.hpp"

#include "base/text.hpp"

namespace qadam::pack {

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) out += base::next_code_point(utf8, at);
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  for (const char32_t c : text) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6);
      put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12);
      put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3F));
      put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }
  return out;
}

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_cyrillic(char32_t c) {
  return c >= 0x400 && c <= 0x52F && !(c >= 0x482 && c <= 0x489);
}

std::u32string lower(std::u32string_view text) {
  std::u32string out(text);
  for (char32_t& c : out) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F)) {
      c += 0x20;
    } else if (c >= 0x400 && c <= 0x40F) {  // Russian yo, Kazakh dotted i
      c += 0x50;
    } else if (c >= 0x48A && c <= 0x52F && !(c >= 0x4C0 && c <= 0x4CF)) {  // the other Kazakh letters: in pairs
      c |= 1;
    }
  }
  return out;
}

bool ends_with(std::u32string_view text, std::u32string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::vector<Word> words(std::u32string_view text) {
  std::vector<Word> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(text[at])) continue;
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    out.push_back({std::u32string(text.substr(begin, at - begin)), begin});
  }
  return out;
}

}  // namespace qadam::pack
