// call: the built-in functions, on values.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "feel/budget.hpp"

namespace qadam::feel {

using Arguments = std::vector<Value>;

// Any function but today(); as many arguments as arity() allows. Arguments of the wrong kind, positions that do not
// exist and results out of range are errors. Unknown arguments make the result unknown, except where research/feel.md 3
// keeps them exact: a list may be counted, reversed, cut and added to while some of its members are still unknown.
[[nodiscard]] Value call(Function function, Arguments arguments, Budget& budget);

// The parts of call(), by matter: each takes the functions of its block in Function, arguments already of the right kind
// (see parameters()). Periods follow DMN 1.5, table 78.
[[nodiscard]] Value call_conversion(Function function, const Arguments& arguments, Budget& budget);
[[nodiscard]] Value call_number(Function function, const Arguments& arguments, Budget& budget);
[[nodiscard]] Value call_text(Function function, const Arguments& arguments, Budget& budget);
[[nodiscard]] Value call_list(Function function, const Arguments& arguments, Budget& budget);
[[nodiscard]] Value call_date(Function function, const Arguments& arguments, Budget& budget);
[[nodiscard]] Value call_period(Function function, const Arguments& arguments, Budget& budget);

// The whole number in an argument, a fraction cut off ("3.8" -> 3); an absent one gives `otherwise`.
[[nodiscard]] std::int64_t whole_of(const Arguments& arguments, std::size_t index, std::int64_t otherwise);

}  // namespace qadam::feel
