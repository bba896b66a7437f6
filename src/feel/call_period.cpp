// How points and ranges lie to each other: Allen's relations (DMN 1.5, table 78).
//
// A point is the range that holds it alone; each relation and its converse are one rule.
// SPDX-License-Identifier: MIT
#include "feel/call.hpp"

namespace qadam::feel {
namespace {

struct Period {
  const Value& low;
  const Value& high;
  bool low_included;
  bool high_included;
  bool is_point;
};

Period period(const Value& value) {
  if (const Range* r = value.range()) return {r->low, r->high, r->low_included, r->high_included, false};
  return {value, value, true, true, true};
}

bool less(const Value& a, const Value& b) {
  return order(a, b) == Order::less;
}

bool same(const Value& a, const Value& b) {
  return order(a, b) == Order::equal;
}

bool before(const Period& a, const Period& b) {
  return less(a.high, b.low) || (same(a.high, b.low) && !(a.high_included && b.low_included));
}

// `a` begins earlier than `b`, or as early, and ends later or as late.
bool begins_no_later(const Period& a, const Period& b) {
  return less(a.low, b.low) || (same(a.low, b.low) && (a.low_included || !b.low_included));
}

bool ends_no_earlier(const Period& a, const Period& b) {
  return less(b.high, a.high) || (same(a.high, b.high) && (a.high_included || !b.high_included));
}

bool same_begin(const Period& a, const Period& b) {
  return same(a.low, b.low) && a.low_included == b.low_included;
}

bool same_end(const Period& a, const Period& b) {
  return same(a.high, b.high) && a.high_included == b.high_included;
}

bool overlaps_before(const Period& a, const Period& b) {
  const bool first = less(a.low, b.low) || (same(a.low, b.low) && a.low_included && !b.low_included);
  const bool meeting = less(b.low, a.high) || (same(a.high, b.low) && a.high_included && b.low_included);
  return first && meeting && ends_no_earlier(b, a);
}

bool related(Function f, const Period& a, const Period& b) {
  switch (f) {
    case Function::before:
      return before(a, b);
    case Function::meets:
      return a.high_included && b.low_included && same(a.high, b.low);
    case Function::overlaps:
      return !before(a, b) && !before(b, a);
    case Function::overlaps_before:
      return overlaps_before(a, b);
    case Function::finishes:
      return same_end(a, b) && (a.is_point || begins_no_later(b, a));
    case Function::includes:
      return begins_no_later(a, b) && ends_no_earlier(a, b);
    case Function::starts:
      return same_begin(a, b) && (a.is_point || ends_no_earlier(b, a));
    default:
      return same_begin(a, b) && same_end(a, b);
  }
}

struct Converse {
  Function of;
  Function is;
};

constexpr Converse kConverses[] = {
    {Function::after, Function::before},
    {Function::met_by, Function::meets},
    {Function::overlaps_after, Function::overlaps_before},
    {Function::finished_by, Function::finishes},
    {Function::during, Function::includes},
    {Function::started_by, Function::starts},
};

}  // namespace

Value call_period(Function f, const Arguments& arguments, Budget& budget) {
  const Period a = period(arguments[0]);
  const Period b = period(arguments[1]);
  const Value* ends[] = {&a.low, &a.high, &b.low, &b.high};
  for (const Value* end : ends) {
    if (order(*ends[0], *end) == Order::none) return budget.error();
  }
  for (const Converse& converse : kConverses) {
    if (converse.of == f) return related(converse.is, b, a);
  }
  return related(f, a, b);
}

}  // namespace qadam::feel
