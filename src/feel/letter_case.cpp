// SPDX-License-Identifier: MIT
#include "feel/letter_case.hpp"

#include "base/text.hpp"

namespace qadam::feel {
namespace {

// Capital letters from..to; their small ones lie `shift` above. A shift of 1 means that capital and small letters take
// turns, beginning with a capital.
struct Letters {
  std::uint16_t from;
  std::uint16_t to;
  std::uint16_t shift;
};

constexpr Letters kLetters[] = {
    {'A', 'Z', 32},     {0xC0, 0xD6, 32},   {0xD8, 0xDE, 32},    {0x100, 0x12E, 1},   {0x132, 0x136, 1},
    {0x139, 0x147, 1},  {0x14A, 0x176, 1},  {0x179, 0x17D, 1},   {0x386, 0x386, 38},  {0x388, 0x38A, 37},
    {0x38C, 0x38C, 64}, {0x38E, 0x38F, 63}, {0x391, 0x3A1, 32},  {0x3A3, 0x3AB, 32},  {0x400, 0x40F, 80},
    {0x410, 0x42F, 32}, {0x460, 0x480, 1},  {0x48A, 0x4BE, 1},   {0x4C0, 0x4C0, 15},  {0x4C1, 0x4CD, 1},
    {0x4D0, 0x52E, 1},  {0x531, 0x556, 48}, {0x1E00, 0x1E94, 1}, {0x1EA0, 0x1EFE, 1},
};

char32_t mapped(char32_t c, bool to_upper) {
  for (const Letters& l : kLetters) {
    const char32_t shift = to_upper ? l.shift : 0;
    if (c < l.from + shift || c > l.to + shift) continue;
    // Of letters that take turns, every second one is of the other kind already.
    if (l.shift == 1 && (c - l.from) % 2 != (to_upper ? 1u : 0u)) continue;
    return to_upper ? c - l.shift : c + l.shift;
  }
  return c;
}

std::string mapped(std::string_view text, bool to_upper) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) base::append_utf8(out, mapped(base::next_code_point(text, at), to_upper));
  return out;
}

}  // namespace

std::string upper_case(std::string_view text) {
  return mapped(text, true);
}

std::string lower_case(std::string_view text) {
  return mapped(text, false);
}

}  // namespace qadam::feel
