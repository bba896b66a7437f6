// Placeholders, plurals and amounts (see texts.hpp).
// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "i18n/texts.hpp"

namespace qadam::i18n {
namespace {

// The index of the brace that closes the one at `open`, or npos.
std::size_t closing(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

const std::string_view* find(const std::vector<Argument>& arguments, std::string_view name) {
  for (const Argument& argument : arguments) {
    if (argument.first == name) return &argument.second;
  }
  return nullptr;
}

// The branch of "one {..} few {..} other {..}" for `category`; that of "other" when it is not there.
std::string_view branch(std::string_view choices, std::string_view category) {
  std::string_view other;
  while (true) {
    choices = base::trim(choices);
    const std::size_t open = choices.find('{');
    const std::size_t close = open == std::string_view::npos ? open : closing(choices, open);
    if (close == std::string_view::npos) return other;
    const std::string_view name = base::trim(choices.substr(0, open));
    const std::string_view text = choices.substr(open + 1, close - open - 1);
    if (name == category) return text;
    if (name == "other") other = text;
    choices.remove_prefix(close + 1);
  }
}

}  // namespace

std::string_view plural_category(std::string_view lang, std::int64_t n) {
  if (n < 0) n = -n;
  if (lang != "ru") return n == 1 ? "one" : "other";
  const std::int64_t ten = n % 10;
  const std::int64_t hundred = n % 100;
  if (ten == 1 && hundred != 11) return "one";
  if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return "few";
  return "many";
}

std::string format(std::string_view pattern, std::string_view lang, const std::vector<Argument>& arguments) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = closing(pattern, open);
    if (close == std::string_view::npos) {
      out += pattern.substr(open);
      break;
    }
    const std::string_view inside = pattern.substr(open + 1, close - open - 1);
    const std::size_t comma = inside.find(',');
    const std::string_view* value = find(arguments, base::trim(inside.substr(0, comma)));
    constexpr std::string_view kPlural = "plural,";
    if (value == nullptr) {
      out += pattern.substr(open, close - open + 1);
    } else if (comma == std::string_view::npos) {
      out += *value;
    } else if (const std::string_view rest = base::trim(inside.substr(comma + 1)); rest.substr(0, 7) == kPlural) {
      const std::int64_t n = base::parse_whole(*value);
      const std::string_view chosen = branch(rest.substr(7), n < 0 ? "other" : plural_category(lang, n));
      for (const char c : format(chosen, lang, arguments)) {
        if (c == '#') {
          out += *value;
        } else {
          out += c;
        }
      }
    }
    pattern.remove_prefix(close + 1);
  }
  return out;
}

std::string format_amount(std::string_view lang, std::string_view plain) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  const bool english = lang == "en";
  const std::size_t point = plain.find('.');
  const std::string_view whole = plain.substr(0, point);
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i != 0 && (whole.size() - i) % 3 == 0 && whole[i - 1] != '-')
      out += english ? std::string_view(",") : kNoBreakSpace;
    out += whole[i];
  }
  if (point != std::string_view::npos) {
    out += english ? '.' : ',';
    out += plain.substr(point + 1);
    if (plain.size() - point == 2) out += '0';  // 5406.5 tenge is written 5406.50
  }
  return out;
}

}  // namespace qadam::i18n
