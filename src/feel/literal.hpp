// Texts that FEEL turns into values, and values as the texts that FEEL makes of them. (Numbers: base/decimal.hpp.)
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feel/value.hpp"

namespace qadam::feel {

// "P18Y", "P1Y6M" -> Months; "P10D", "PT5H", "-P1DT2H", "PT0.5S" -> Seconds; anything else, mixed or out of range ->
// null.
[[nodiscard]] Value parse_duration(std::string_view text);

// "2026-03-01", also with a sign or more than four digits of year ("-0044-03-15", "12026-01-01"). "+2026-03-01", "02026-
// 03-01" and days that do not exist are none.
[[nodiscard]] std::optional<base::Date> parse_far_date(std::string_view text);

// As FEEL's string(): texts bare at the top and quoted inside lists and contexts, ISO 8601 for dates and durations. Null
// and unknown give "null". Breaks off once it is longer than kMaxBytes.
[[nodiscard]] std::string text_of(const Value& value);

}  // namespace qadam::feel
