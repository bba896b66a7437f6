// SPDX-License-Identifier: MIT
#include "feel/lists.hpp"

#include "feel/operators.hpp"

namespace qadam::feel {
namespace {

using base::Date;
using base::Decimal;
using Items = std::vector<Value>;

Value in_known_range(const Value& v, const Range& r, Budget& budget) {
  if (v.has_unknown()) return unknown_of(v, v);
  return in_range(v, r, budget);
}

// A member of another kind is just not it.
Value in_list(const Value& v, const List& list, Budget& budget) {
  Value result = false;
  for (const Value& item : list.items) {
    if (!budget.steps(1)) return {};
    const Range* r = item.range();
    const bool ordered = r != nullptr && !v.is(Kind::range);
    const Value each = ordered ? in_known_range(v, *r, budget) : same(v, item, budget);
    if (each.is_true()) return true;
    if (each.is_unknown()) result = unknown_of(result, each);
  }
  return result;
}

}  // namespace

Value same(const Value& a, const Value& b, Budget& budget) {
  return budget.steps(a.weight() < b.weight() ? a.weight() : b.weight()) ? equal(a, b) : Value();
}

Value passes(const Value& v, const Value& test, Budget& budget) {
  if (v.is_unknown() || test.is_unknown()) return unknown_of(v, test);  // also against []: it may become that list
  if (const Range* r = test.range(); r != nullptr && !v.is(Kind::range)) return in_known_range(v, *r, budget);
  if (const List* l = test.list()) {
    const Value found = in_list(v, *l, budget);
    if (found.is_true() || !v.is(Kind::list)) return found;
    const Value whole = same(v, test, budget);
    if (whole.is_true()) return true;
    return whole.is_unknown() || found.is_unknown() ? unknown_of(whole, found) : Value(false);
  }
  const Value result = same(v, test, budget);
  return result.is_null() ? budget.error() : result;
}

Value chosen(const Items& items, const Value& by, Budget& budget) {
  if (by.is_unknown()) return by;
  if (by.is_true()) return make_list(items);
  if (by.is_false() || by.is_null()) return make_list({});
  const auto* n = by.as<Decimal>();
  const auto position = n == nullptr ? std::nullopt : n->to_whole();
  if (!position) return budget.error();
  const auto size = static_cast<std::int64_t>(items.size());
  const std::int64_t index = *position > 0 ? *position - 1 : *position < -size ? -1 : size + *position;
  if (*position == 0 || index < 0 || index >= size) return {};
  return items[static_cast<std::size_t>(index)];
}

Value counted(const Value& low, const Value& high, Budget& budget) {
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;
  const bool dates = low.is(Kind::date) && high.is(Kind::date);
  if (dates) {
    from = low.as<Date>()->days();
    to = high.as<Date>()->days();
  } else if (low.is(Kind::number) && high.is(Kind::number)) {
    from = low.as<Decimal>()->to_whole();
    to = high.as<Decimal>()->to_whole();
  }
  if (!from || !to) return budget.error();
  const bool up = *from <= *to;
  const std::uint64_t steps = up ? static_cast<std::uint64_t>(*to) - static_cast<std::uint64_t>(*from)
                                 : static_cast<std::uint64_t>(*from) - static_cast<std::uint64_t>(*to);
  if (!budget.steps(steps > kMaxSteps ? kMaxSteps + 1 : static_cast<std::uint32_t>(steps))) return {};
  Items items;
  for (std::int64_t i = *from;; i += up ? 1 : -1) {
    items.push_back(dates ? Value(Date::from_days(i)) : Value(Decimal::whole(i)));
    if (i == *to) break;
  }
  return budget.weighed(make_list(std::move(items)));
}

Value domain(Value value, Budget& budget) {
  if (const Range* r = value.range()) {
    if (r->test != Test::none || order(r->low, r->high) == Order::greater) return budget.error();
    const Value all = counted(r->low, r->high, budget);
    if (all.list() == nullptr) return all;
    Items items = all.list()->items;
    if (!r->low_included) items.erase(items.begin());
    if (!r->high_included && !items.empty()) items.pop_back();
    return make_list(std::move(items));
  }
  if (value.is_null()) return budget.error();
  if (value.is_unknown() || value.list() != nullptr) return value;
  return make_list({std::move(value)});
}

}  // namespace qadam::feel
