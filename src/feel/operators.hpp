// FEEL's operators on values that are all known; nothing here knows of nodes or names. Source: OMG DMN 1.5, 10.3.2.
// SPDX-License-Identifier: MIT
#pragma once

#include "feel/budget.hpp"

namespace qadam::feel {

// `op`: add, subtract, multiply, divide or power. No operand may be unknown. A mismatch of kinds, division by zero, and
// a result out of range are errors.
[[nodiscard]] Value arithmetic(Op op, const Value& a, const Value& b, Budget& budget);

[[nodiscard]] Value negated(const Value& value, Budget& budget);

// `op`: less, less_equal, greater or greater_equal. What cannot be ordered is an error.
[[nodiscard]] Value compared(Op op, const Value& a, const Value& b, Budget& budget);

// Whether a known value lies in a range of known ends; an end of another kind is an error.
[[nodiscard]] Value in_range(const Value& value, const Range& range, Budget& budget);

// An entry of a context, a property of a date, duration or range, or the entries of every item of a list.
[[nodiscard]] Value path(const Value& value, std::string_view name, Budget& budget);

// A duration within its limit, else an error.
[[nodiscard]] Value months(std::int64_t count, Budget& budget);
[[nodiscard]] Value seconds(const std::optional<base::Decimal>& count, Budget& budget);

}  // namespace qadam::feel
