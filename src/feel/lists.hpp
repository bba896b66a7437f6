// What `in`, filters and loops ask of lists and ranges; on values, nothing here knows of nodes or names.
// Source: OMG DMN 1.5, 10.3.2.7 to 10.3.2.9; unknown members: research/feel.md 3.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "feel/budget.hpp"

namespace qadam::feel {

// `value in test`: a value, a range, or a list of both. Unknown as long as either may still decide.
[[nodiscard]] Value passes(const Value& value, const Value& test, Budget& budget);

// The items that a filter leaves which does not look at them: all for true, none for false and null, one for a position
// (from 1, negative from the end; null when there is none). Unknown for an unknown one.
[[nodiscard]] Value chosen(const std::vector<Value>& items, const Value& by, Budget& budget);

// The list of whole numbers or days from one to the other, up or down, both included.
[[nodiscard]] Value counted(const Value& low, const Value& high, Budget& budget);

// What `for`, `some` and `every` go through: a list, the members of a range of whole numbers or days, a single value as a
// list of one. Unknown stays so; null after an error.
[[nodiscard]] Value domain(Value value, Budget& budget);

// Equality that is paid for: the lighter of the two.
[[nodiscard]] Value same(const Value& a, const Value& b, Budget& budget);

}  // namespace qadam::feel
