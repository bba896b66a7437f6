// Texts that FEEL turns into values: ISO 8601 durations. (Dates: base/date.hpp; numbers: base/decimal.hpp.)
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "feel/value.hpp"

namespace qadam::feel {

// "P18Y", "P1Y6M" -> Months; "P10D", "PT5H", "-P1DT2H" -> Seconds; anything else, mixed or out of range -> null.
[[nodiscard]] Value parse_duration(std::string_view text);

}  // namespace qadam::feel
