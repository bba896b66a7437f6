// SPDX-License-Identifier: MIT
#include "feel/value.hpp"

namespace qadam::feel {
namespace {

Order from(std::strong_ordering o) {
  return o < 0 ? Order::less : o > 0 ? Order::greater : Order::equal;
}

Value equal_lists(const List& a, const List& b) {
  if (a.items.size() != b.items.size()) return false;
  Value result = true;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    const Value each = equal(a.items[i], b.items[i]);
    if (each.is_false()) return false;
    if (each.is_unknown()) {
      result = result.is_unknown() ? unknown_of(result, each) : each;
    } else if (each.is_null() && !result.is_unknown()) {
      result = Value();
    }
  }
  return result;
}

}  // namespace

Value unknown_of(const Value& a, const Value& b) {
  Unknown u;
  if (const auto* x = a.as<Unknown>()) u.questions.add(x->questions);
  if (const auto* y = b.as<Unknown>()) u.questions.add(y->questions);
  return u;
}

Order order(const Value& a, const Value& b) {
  if (a.index() != b.index()) return Order::none;
  if (const auto* x = a.as<base::Decimal>()) return from(base::Decimal::compare(*x, *b.as<base::Decimal>()));
  if (const auto* x = a.as<std::string>()) return from(x->compare(*b.as<std::string>()) <=> 0);
  if (const auto* x = a.as<base::Date>()) return from(*x <=> *b.as<base::Date>());
  if (const auto* x = a.as<Months>()) return from(x->count <=> b.as<Months>()->count);
  if (const auto* x = a.as<Seconds>()) return from(x->count <=> b.as<Seconds>()->count);
  return Order::none;
}

Value equal(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown()) return unknown_of(a, b);
  if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
  if (a.index() != b.index()) return {};
  if (const auto* x = a.as<bool>()) return *x == *b.as<bool>();
  if (const List* x = a.list()) return equal_lists(*x, *b.list());
  if (const Range* x = a.range()) {
    const Range& y = *b.range();
    if (x->low_included != y.low_included || x->high_included != y.high_included) return false;
    return equal_lists(List{{x->low, x->high}}, List{{y.low, y.high}});
  }
  return order(a, b) == Order::equal;
}

}  // namespace qadam::feel
