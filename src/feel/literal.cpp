// SPDX-License-Identifier: MIT
#include "feel/literal.hpp"

namespace qadam::feel {

Value parse_duration(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() < 3 || text.front() != 'P') return {};
  text.remove_prefix(1);
  constexpr std::int64_t kLimit = std::int64_t{1} << 48;
  constexpr std::string_view kUnits = "YMDhms";  // in their order; the time part is lower case here
  std::int64_t months = 0;
  std::int64_t seconds = 0;
  bool in_time = false;
  bool any_months = false;
  bool any_seconds = false;
  std::size_t next_unit = 0;
  while (!text.empty()) {
    if (text.front() == 'T') {
      if (in_time || text.size() == 1) return {};
      in_time = true;
      text.remove_prefix(1);
      continue;
    }
    std::int64_t n = 0;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9' && digits < 13) {
      n = n * 10 + (text[digits++] - '0');
    }
    if (digits == 0 || digits == text.size()) return {};
    char unit = text[digits];
    if (in_time) unit = unit == 'H' ? 'h' : unit == 'M' ? 'm' : unit == 'S' ? 's' : '?';
    const std::size_t at = kUnits.find(unit);
    if (at == std::string_view::npos || at < next_unit || (at < 3) == in_time) return {};
    next_unit = at + 1;
    text.remove_prefix(digits + 1);
    constexpr std::int64_t kScale[] = {12, 1, 86400, 3600, 60, 1};
    if (n > kLimit / kScale[at]) return {};
    (at < 2 ? months : seconds) += n * kScale[at];
    (at < 2 ? any_months : any_seconds) = true;
  }
  if (any_months == any_seconds) return {};
  const std::int64_t sign = negative ? -1 : 1;
  return any_months ? Value(Months{sign * months}) : Value(Seconds{sign * seconds});
}

}  // namespace qadam::feel
