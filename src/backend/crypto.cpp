// SPDX-License-Identifier: MIT
#include "backend/crypto.hpp"

namespace qadam::backend {
namespace {

constexpr std::string_view kBase32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kGroup = 4;

std::string base32(std::string_view bytes, std::size_t signs) {
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    held += 8;
    for (; held >= 5 && out.size() < signs; held -= 5) out += kBase32[bits >> (held - 5) & 31];
  }
  return out;
}

std::string grouped(std::string_view signs) {
  std::string out;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    if (i != 0 && i % kGroup == 0) out += '-';
    out += signs[i];
  }
  return out;
}

std::size_t bytes_for(std::size_t signs) {
  return (signs * 5 + 7) / 8;
}

char hex_value(char c) {
  return static_cast<char>(c <= '9' ? c - '0' : c - 'a' + 10);
}

std::string from_hex(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    out += static_cast<char>(hex_value(hex[i]) * 16 + hex_value(hex[i + 1]));
  }
  return out;
}

}  // namespace

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

std::string random_code(Crypto& crypto) {
  constexpr std::uint32_t kCodes = 1'000'000;
  constexpr std::uint32_t kFair = 0xFFFFFFFFu / kCodes * kCodes;  // above it, low codes would be likelier
  std::uint32_t value = kFair;
  while (value >= kFair) {
    value = 0;
    for (const char byte : crypto.random(4)) value = value << 8 | static_cast<unsigned char>(byte);
  }
  const std::string digits = std::to_string(value % kCodes);
  return std::string(6 - digits.size(), '0') + digits;
}

std::string random_id(Crypto& crypto) {
  return base32(crypto.random(bytes_for(26)), 26);
}

std::string random_groups(Crypto& crypto, std::size_t groups) {
  const std::size_t signs = groups * kGroup;
  return grouped(base32(crypto.random(bytes_for(signs)), signs));
}

std::string groups_of_digest(std::string_view hex, std::size_t groups) {
  return grouped(base32(from_hex(hex), groups * kGroup));
}

std::string plain_groups(std::string_view typed) {
  std::string out;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    // "DEMO" is our own mark, not base 32: its O is a letter.
    if (c == 'O' && out != "DEM") c = '0';
    if (c == 'I' || c == 'L') c = '1';
    out += c;
  }
  return out;
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace qadam::backend
