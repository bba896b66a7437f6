// Functions on numbers.
// SPDX-License-Identifier: MIT
#include "feel/call.hpp"
#include "feel/operators.hpp"

namespace qadam::feel {
namespace {

using base::Decimal;
using Rounding = Decimal::Rounding;

// DMN 1.5, 10.3.4.5: a scale outside the range of decimal128's exponents is an error.
Value rounded(const Arguments& arguments, Rounding how, Budget& budget) {
  const auto* scale = arguments.size() > 1 ? arguments[1].as<Decimal>() : nullptr;
  const auto whole = scale == nullptr ? std::optional<std::int64_t>(0) : scale->rounded(0, Rounding::down)->to_whole();
  if (!whole || *whole < -Decimal::kMaxExponent || *whole > -Decimal::kMinExponent) return budget.error();
  const auto result = arguments[0].as<Decimal>()->rounded(*whole, how);
  return result ? Value(*result) : budget.error();
}

Value absolute(const Value& value, Budget& budget) {
  const auto* n = value.as<Decimal>();
  const auto* m = value.as<Months>();
  const auto* s = value.as<Seconds>();
  const bool negative =
      (n != nullptr && n->negative()) || (m != nullptr && m->count < 0) || (s != nullptr && s->count.negative());
  return negative ? negated(value, budget) : value;
}

}  // namespace

Value call_number(Function f, const Arguments& arguments, Budget& budget) {
  switch (f) {
    case Function::abs:
      return absolute(arguments[0], budget);
    case Function::floor:
      return rounded(arguments, Rounding::floor, budget);
    case Function::ceiling:
      return rounded(arguments, Rounding::ceiling, budget);
    case Function::round_up:
      return rounded(arguments, Rounding::up, budget);
    case Function::round_down:
      return rounded(arguments, Rounding::down, budget);
    case Function::round_half_up:
      return rounded(arguments, Rounding::half_up, budget);
    case Function::round_half_down:
      return rounded(arguments, Rounding::half_down, budget);
    case Function::decimal:
      return rounded(arguments, Rounding::half_even, budget);
    case Function::modulo: {
      const auto rest = Decimal::modulo(*arguments[0].as<Decimal>(), *arguments[1].as<Decimal>());
      return rest ? Value(*rest) : budget.error();
    }
    default: {  // odd, even
      const auto rest = Decimal::modulo(*arguments[0].as<Decimal>(), Decimal::whole(2));
      if (!rest) return budget.error();
      return *rest == Decimal::whole(f == Function::odd ? 1 : 0);
    }
  }
}

}  // namespace qadam::feel
