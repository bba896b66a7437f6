// SPDX-License-Identifier: MIT
#include "base/text.hpp"

namespace qadam::base {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

struct Decoded {
  char32_t value;
  std::size_t size;
  bool valid;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {kReplacement, 1, false};
  char32_t value = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned char next = byte(at + i);
    if ((next & 0xC0) != 0x80) return {kReplacement, 1, false};
    value = (value << 6) | (next & 0x3F);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {kReplacement, 1, false};
  return {value, size, true};
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const Decoded d = decode(text, at);
  at += d.size;
  return d.value;
}

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&](char32_t b) { out += static_cast<char>(b); };
  if (c < 0x80) {
    byte(c);
    return;
  }
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      byte(0xE0 | (c >> 12));
    } else {
      byte(0xF0 | (c >> 18));
      byte(0x80 | ((c >> 12) & 0x3F));
    }
    byte(0x80 | ((c >> 6) & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    if (!d.valid) return false;
    at += d.size;
  }
  return true;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

bool has_unprintable(std::string_view text) {
  if (!is_utf8(text)) return true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0)) return true;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
    if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return true;
  }
  return false;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool started = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (is_space(next_code_point(text, at))) continue;
    if (!started) begin = before;
    started = true;
    end = at;
  }
  return started ? text.substr(begin, end - begin) : std::string_view{};
}

std::string digits_only(std::string_view text) {
  text = trim(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= '0' && c <= '9') {
      out += static_cast<char>(c);
    } else if (!is_space(c) && c != '(' && c != ')' && c != '-' && c != '.' && !(c >= 0x2010 && c <= 0x2015)) {
      return {};
    }
  }
  return out;
}

std::int64_t parse_whole(std::string_view text) {
  if (text.empty() || text.size() > 18) return -1;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace qadam::base
