// SPDX-License-Identifier: MIT
#include "feel/operators.hpp"

namespace qadam::feel {
namespace {

using base::Date;
using base::Decimal;
using Number = std::optional<Decimal>;

const Decimal kDay = Decimal::whole(86400);

Number apply(Op op, const Decimal& x, const Decimal& y) {
  switch (op) {
    case Op::add:
      return Decimal::add(x, y);
    case Op::subtract:
      return Decimal::subtract(x, y);
    case Op::multiply:
      return Decimal::multiply(x, y);
    case Op::divide:
      return Decimal::divide(x, y);
    default:
      return Decimal::power(x, y);
  }
}

Value number(const Number& n, Budget& budget) {
  return n ? Value(*n) : budget.error();
}

// Part of a month counts as none.
Value whole_months(const Number& n, Budget& budget) {
  const Number whole = n ? n->rounded(0, Decimal::Rounding::down) : n;
  const auto count = whole ? whole->to_whole() : std::nullopt;
  return count ? months(*count, budget) : budget.error();
}

std::int64_t days_of(const Seconds& duration) {
  const Number days = Decimal::divide(duration.count, kDay);
  return days->rounded(0, Decimal::Rounding::floor)->to_whole().value_or(0);  // within kMaxSeconds
}

Value moved(const Date& date, int sign, const Value& by, Budget& budget) {
  // Both durations are limited to some 2 * 10^9 years, so nothing overflows before the year is looked at.
  constexpr std::int64_t kMostDays = std::int64_t{Date::kMaxYear} * 366;
  const auto* m = by.as<Months>();
  const auto* s = by.as<Seconds>();
  if (m == nullptr && s == nullptr) return budget.error();
  if (m != nullptr) {
    const std::int64_t month = std::int64_t{date.year()} * 12 + date.month() - 1 + sign * m->count;
    const std::int64_t year = month >= 0 ? month / 12 : (month - 11) / 12;
    if (year < -Date::kMaxYear || year > Date::kMaxYear) return budget.error();
    return date.plus_months(sign * m->count);
  }
  const std::int64_t days = date.days() + days_of(sign < 0 ? Seconds{s->count.negated()} : *s);
  if (days < -kMostDays || days > kMostDays) return budget.error();
  const Date result = Date::from_days(days);
  if (result.year() < -Date::kMaxYear || result.year() > Date::kMaxYear) return budget.error();
  return result;
}

// number x duration, duration x or / number, duration / duration of the same kind.
Value scaled(Op op, const Value& a, const Value& b, Budget& budget) {
  const auto* n = a.as<Decimal>();
  if (n != nullptr && op == Op::multiply && b.as<Decimal>() == nullptr) return scaled(op, b, a, budget);
  const auto* by = b.as<Decimal>();
  if (const auto* m = a.as<Months>()) {
    const Decimal count = Decimal::whole(m->count);
    if (by != nullptr) return whole_months(apply(op, count, *by), budget);
    if (b.is(Kind::months) && op == Op::divide) {
      return number(Decimal::divide(count, Decimal::whole(b.as<Months>()->count)), budget);
    }
  }
  if (const auto* s = a.as<Seconds>()) {
    if (by != nullptr) return seconds(apply(op, s->count, *by), budget);
    if (b.is(Kind::seconds) && op == Op::divide) {
      return number(Decimal::divide(s->count, b.as<Seconds>()->count), budget);
    }
  }
  return budget.error();
}

Value summed(int sign, const Value& a, const Value& b, Budget& budget) {
  if (const auto* d = a.as<Date>()) {
    const auto* e = b.as<Date>();
    if (e == nullptr) return moved(*d, sign, b, budget);
    if (sign > 0) return budget.error();
    return seconds(Decimal::multiply(Decimal::whole(d->days() - e->days()), kDay), budget);
  }
  if (b.is(Kind::date) && sign > 0) return moved(*b.as<Date>(), 1, a, budget);
  if (a.kind() != b.kind()) return budget.error();
  if (const auto* m = a.as<Months>()) return months(m->count + sign * b.as<Months>()->count, budget);
  if (const auto* s = a.as<Seconds>()) {
    return seconds(apply(sign > 0 ? Op::add : Op::subtract, s->count, b.as<Seconds>()->count), budget);
  }
  if (a.is(Kind::string) && sign > 0) return budget.text(*a.as<std::string>() + *b.as<std::string>());
  return budget.error();
}

Value whole(std::int64_t n) {
  return Decimal::whole(n);
}

// seconds -> whole days, or the hours, minutes or seconds that are left.
Value part(const Decimal& count, std::int64_t unit, std::int64_t of, Budget& budget) {
  const Number units = Decimal::divide(count, Decimal::whole(unit));
  const Number n = units ? units->rounded(0, Decimal::Rounding::down) : units;
  if (of == 0 || !n) return number(n, budget);
  const auto all = n->to_whole();
  return all ? whole(*all % of) : budget.error();
}

struct Property {
  char name[15];
  Kind of;
};

constexpr Property kProperties[] = {{"year", Kind::date},
                                    {"month", Kind::date},
                                    {"day", Kind::date},
                                    {"weekday", Kind::date},
                                    {"years", Kind::months},
                                    {"months", Kind::months},
                                    {"days", Kind::seconds},
                                    {"hours", Kind::seconds},
                                    {"minutes", Kind::seconds},
                                    {"seconds", Kind::seconds},
                                    {"start", Kind::range},
                                    {"end", Kind::range},
                                    {"start included", Kind::range},
                                    {"end included", Kind::range}};

// `at`: in kProperties.
Value property(const Value& value, std::size_t at, Budget& budget) {
  constexpr std::int64_t kUnits[][2] = {{86400, 0}, {3600, 24}, {60, 60}, {1, 60}};
  const auto* d = value.as<Date>();
  const auto* m = value.as<Months>();
  const auto* s = value.as<Seconds>();
  const Range* r = value.range();
  if (s != nullptr) return part(s->count, kUnits[at - 6][0], kUnits[at - 6][1], budget);
  switch (at) {
    case 0:
      return whole(d->year());
    case 1:
      return whole(d->month());
    case 2:
      return whole(d->day());
    case 3:
      return whole(d->weekday());
    case 4:
      return whole(m->count / 12);
    case 5:
      return whole(m->count % 12);
    case 10:
      return r->low;
    case 11:
      return r->high;
    case 12:
      return r->low_included;
    default:
      return r->high_included;
  }
}

}  // namespace

Value months(std::int64_t count, Budget& budget) {
  return count > kMaxMonths || count < -kMaxMonths ? budget.error() : Value(Months{count});
}

Value seconds(const Number& count, Budget& budget) {
  if (!count) return budget.error();
  const Decimal limit = Decimal::whole(kMaxSeconds);
  if (Decimal::compare(*count, limit) > 0 || Decimal::compare(*count, limit.negated()) < 0) return budget.error();
  return Seconds{*count};
}

Value arithmetic(Op op, const Value& a, const Value& b, Budget& budget) {
  const auto* x = a.as<Decimal>();
  const auto* y = b.as<Decimal>();
  if (x != nullptr && y != nullptr) return number(apply(op, *x, *y), budget);
  if (op == Op::add || op == Op::subtract) return summed(op == Op::add ? 1 : -1, a, b, budget);
  if (op == Op::power) return budget.error();
  return scaled(op, a, b, budget);
}

Value negated(const Value& value, Budget& budget) {
  if (const auto* n = value.as<Decimal>()) return n->negated();
  if (const auto* m = value.as<Months>()) return Months{-m->count};
  if (const auto* s = value.as<Seconds>()) return Seconds{s->count.negated()};
  return budget.error();
}

Value compared(Op op, const Value& a, const Value& b, Budget& budget) {
  const Order o = order(a, b);
  if (o == Order::none) return budget.error();
  switch (op) {
    case Op::less:
      return o == Order::less;
    case Op::less_equal:
      return o != Order::greater;
    case Op::greater:
      return o == Order::greater;
    default:
      return o != Order::less;
  }
}

Value in_range(const Value& value, const Range& r, Budget& budget) {
  if (r.test == Test::equal || r.test == Test::not_equal) {
    const Value same = equal(value, r.low);
    if (same.is_null()) return budget.error();
    return r.test == Test::equal ? same : Value(same.is_false());
  }
  const bool has_low = r.test == Test::none || r.test == Test::greater || r.test == Test::greater_equal;
  const bool has_high = r.test == Test::none || !has_low;
  const Value low = has_low ? compared(r.low_included ? Op::greater_equal : Op::greater, value, r.low, budget) : true;
  const Value high = has_high ? compared(r.high_included ? Op::less_equal : Op::less, value, r.high, budget) : true;
  return low.is_null() || high.is_null() ? Value() : Value(low.is_true() && high.is_true());
}

Value path(const Value& value, std::string_view name, Budget& budget) {
  if (value.is_unknown()) return value;
  if (const Context* c = value.context()) {
    const Value* entry = c->get(name);
    return entry == nullptr ? Value() : *entry;
  }
  if (const List* l = value.list()) {
    std::vector<Value> items;
    for (const Value& item : l->items) items.push_back(path(item, name, budget));
    return budget.weighed(make_list(std::move(items)));
  }
  for (std::size_t i = 0; i < sizeof kProperties / sizeof kProperties[0]; ++i) {
    if (kProperties[i].of == value.kind() && name == kProperties[i].name) return property(value, i, budget);
  }
  return budget.error();
}

}  // namespace qadam::feel
