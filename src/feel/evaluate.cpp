// SPDX-License-Identifier: MIT
#include "feel/evaluate.hpp"

#include "base/text.hpp"
#include "feel/literal.hpp"

namespace qadam::feel {
namespace {

using base::Date;
using base::Decimal;

class Evaluator {
 public:
  Evaluator(const Program& program, const Fields& fields, Date today)
      : program_(program), fields_(fields), today_(today) {}

  Value run(std::uint32_t at) {
    if (++steps_ > kMaxSteps) return {};
    const Node& node = program_.nodes[at];
    switch (node.op) {
      case Op::null_literal:
        return {};
      case Op::true_literal:
        return true;
      case Op::false_literal:
        return false;
      case Op::number:
        return program_.numbers[node.a];
      case Op::string:
        return program_.strings[node.a];
      case Op::date:
        return Date::from_days(static_cast<std::int32_t>(program_.integers[node.a]));
      case Op::months:
        return Months{program_.integers[node.a]};
      case Op::seconds:
        return Seconds{program_.integers[node.a]};
      case Op::field:
        return fields_.field(node.a);
      case Op::list:
        return list(node);
      case Op::range_closed:
        return range(node, true, true);
      case Op::range_open:
        return range(node, false, false);
      case Op::range_left_open:
        return range(node, false, true);
      case Op::range_right_open:
        return range(node, true, false);
      case Op::negate:
        return negate(run(kid(node, 0)));
      case Op::negation:
        return negation(run(kid(node, 0)));
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide:
        return arithmetic(node.op, run(kid(node, 0)), run(kid(node, 1)));
      case Op::equal:
        return equal(run(kid(node, 0)), run(kid(node, 1)));
      case Op::not_equal:
        return negation(equal(run(kid(node, 0)), run(kid(node, 1))));
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
        return compare(node.op, run(kid(node, 0)), run(kid(node, 1)));
      case Op::between: {
        const Value value = run(kid(node, 0));
        const Value low = compare(Op::greater_equal, value, run(kid(node, 1)));
        return conjunction(low, compare(Op::less_equal, value, run(kid(node, 2))));
      }
      case Op::in:
        return in(node);
      case Op::conjunction:
      case Op::disjunction:
        return junction(node);
      case Op::conditional:
        return conditional(node);
      case Op::property:
        return property(static_cast<Property>(node.a), run(kid(node, 0)));
      case Op::call:
        return call(node);
      default:
        return error();  // a unary test outside `in`: the compiler never makes one
    }
  }

  [[nodiscard]] std::uint32_t errors() const { return errors_; }

  [[nodiscard]] bool exhausted() const { return steps_ > kMaxSteps; }

 private:
  [[nodiscard]] std::uint32_t kid(const Node& node, std::uint32_t i) const { return program_.kids[node.first_kid + i]; }

  Value error() {
    ++errors_;
    return {};
  }

  Value list(const Node& node) {
    std::vector<Value> items;
    for (std::uint32_t i = 0; i < node.kids; ++i) items.push_back(run(kid(node, i)));
    return make_list(std::move(items));
  }

  Value range(const Node& node, bool low_included, bool high_included) {
    Value low = run(kid(node, 0));
    Value high = run(kid(node, 1));
    if (low.is_unknown() || high.is_unknown()) return unknown_of(low, high);
    return std::make_shared<const Range>(Range{std::move(low), std::move(high), low_included, high_included});
  }

  Value negate(const Value& v) {
    if (v.is_unknown()) return v;
    if (const auto* n = v.as<Decimal>()) return n->negated();
    if (const auto* m = v.as<Months>()) return Months{-m->count};
    if (const auto* s = v.as<Seconds>()) return Seconds{-s->count};
    return error();
  }

  Value negation(const Value& v) {
    if (v.is_unknown()) return v;
    if (const auto* b = v.as<bool>()) return !*b;
    return v.is_null() ? Value() : error();
  }

  static Value conjunction(const Value& a, const Value& b) {
    if (a.is_false() || b.is_false()) return false;
    if (a.is_unknown() || b.is_unknown()) return unknown_of(a, b);
    return a.is_true() && b.is_true() ? Value(true) : Value();
  }

  // Kleene over any number of operands; the questions are those of the undecided ones only.
  Value junction(const Node& node) {
    const bool decides = node.op == Op::disjunction;
    Unknown unknown;
    bool undecided = false;
    bool null = false;
    for (std::uint32_t i = 0; i < node.kids; ++i) {
      const Value v = run(kid(node, i));
      if (const auto* b = v.as<bool>()) {
        if (*b == decides) return decides;
      } else if (const auto* u = v.as<Unknown>()) {
        undecided = true;
        unknown.questions.add(u->questions);
      } else {
        null = true;
      }
    }
    if (undecided) return unknown;
    return null ? Value() : Value(!decides);
  }

  Value conditional(const Node& node) {
    const Value condition = run(kid(node, 0));
    if (!condition.is_unknown()) return run(kid(node, condition.is_true() ? 1 : 2));
    const Value then_value = run(kid(node, 1));
    const Value else_value = run(kid(node, 2));
    if (!then_value.is_unknown() && !else_value.is_unknown() && equal(then_value, else_value).is_true()) {
      return then_value;
    }
    return unknown_of(condition, unknown_of(then_value, else_value));
  }

  Value compare(Op op, const Value& a, const Value& b) {
    if (a.is_unknown() || b.is_unknown()) return unknown_of(a, b);
    const Order o = order(a, b);
    if (o == Order::none) return error();
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

  Value in_range(const Value& v, const Range& r) {
    const Value low = compare(r.low_included ? Op::greater_equal : Op::greater, v, r.low);
    return conjunction(low, compare(r.high_included ? Op::less_equal : Op::less, v, r.high));
  }

  Value in_one(const Value& v, const Node& test, std::uint32_t at) {
    switch (test.op) {
      case Op::test_less:
        return compare(Op::less, v, run(kid(test, 0)));
      case Op::test_less_equal:
        return compare(Op::less_equal, v, run(kid(test, 0)));
      case Op::test_greater:
        return compare(Op::greater, v, run(kid(test, 0)));
      case Op::test_greater_equal:
        return compare(Op::greater_equal, v, run(kid(test, 0)));
      case Op::test_equal:
        return equal(v, run(kid(test, 0)));
      case Op::test_not_equal:
        return negation(equal(v, run(kid(test, 0))));
      default:
        break;
    }
    const Value other = run(at);
    if (v.is_unknown() && !other.is_unknown()) return v;  // also against an empty list: it may become that list
    if (const Range* r = other.range(); r != nullptr && v.range() == nullptr) return in_range(v, *r);
    if (const List* l = other.list(); l != nullptr && v.list() == nullptr) return in_list(v, *l);
    return equal(v, other);
  }

  Value in_list(const Value& v, const List& list) {
    Value result = false;
    for (const Value& item : list.items) {
      const Range* r = item.range();
      const Value each = v.is_unknown() ? v : r != nullptr ? in_range(v, *r) : equal(v, item);
      if (each.is_true()) return true;
      if (each.is_unknown()) result = result.is_unknown() ? unknown_of(result, each) : each;
    }
    return result;
  }

  Value in(const Node& node) {
    const Value v = run(kid(node, 0));
    Value result = false;
    for (std::uint32_t i = 1; i < node.kids; ++i) {
      const std::uint32_t at = kid(node, i);
      const Value each = in_one(v, program_.nodes[at], at);
      if (each.is_true()) return true;
      if (each.is_unknown()) {
        result = result.is_unknown() ? unknown_of(result, each) : each;
      } else if (each.is_null() && !result.is_unknown()) {
        result = Value();
      }
    }
    return result;
  }

  Value number(const std::optional<Decimal>& n) { return n ? Value(*n) : error(); }

  Value arithmetic(Op op, const Value& a, const Value& b) {
    if (a.is_unknown() || b.is_unknown()) return unknown_of(a, b);
    const auto* x = a.as<Decimal>();
    const auto* y = b.as<Decimal>();
    if (x != nullptr && y != nullptr) {
      switch (op) {
        case Op::add:
          return number(Decimal::add(*x, *y));
        case Op::subtract:
          return number(Decimal::subtract(*x, *y));
        case Op::multiply:
          return number(Decimal::multiply(*x, *y));
        default:
          return number(Decimal::divide(*x, *y));
      }
    }
    if (op == Op::add && a.as<std::string>() != nullptr && b.as<std::string>() != nullptr) {
      const std::string& head = *a.as<std::string>();
      const std::string& tail = *b.as<std::string>();
      return head.size() + tail.size() > kMaxTextBytes ? error() : Value(head + tail);
    }
    if (op == Op::add || op == Op::subtract) return shift(op == Op::add ? 1 : -1, a, b);
    return error();
  }

  // Dates and durations: date + duration, duration + date, date - date, duration +- duration.
  Value shift(int sign, const Value& a, const Value& b) {
    if (a.as<Date>() == nullptr && b.as<Date>() != nullptr && sign > 0) return shift(sign, b, a);
    if (const auto* d = a.as<Date>()) {
      if (const auto* m = b.as<Months>()) return date_in_range(*d, 0, sign * m->count);
      if (const auto* s = b.as<Seconds>()) return date_in_range(*d, sign * (s->count / 86400), 0);
      if (const auto* e = b.as<Date>(); e != nullptr && sign < 0) {
        return Seconds{(std::int64_t{d->days()} - e->days()) * 86400};
      }
    }
    if (a.as<Months>() != nullptr && b.as<Months>() != nullptr) {
      return duration_in_range<Months>(a.as<Months>()->count, sign * b.as<Months>()->count);
    }
    if (a.as<Seconds>() != nullptr && b.as<Seconds>() != nullptr) {
      return duration_in_range<Seconds>(a.as<Seconds>()->count, sign * b.as<Seconds>()->count);
    }
    return error();
  }

  // Each operand is within the limit, so their sum cannot overflow.
  template <class T>
  Value duration_in_range(std::int64_t x, std::int64_t y) {
    return x + y > kMaxDuration || x + y < -kMaxDuration ? error() : Value(T{x + y});
  }

  Value date_in_range(Date date, std::int64_t days, std::int64_t months) {
    if (days > 4'000'000 || days < -4'000'000 || months > 130'000 || months < -130'000) return error();
    const Date moved = date.plus_months(static_cast<std::int32_t>(months)).plus_days(static_cast<std::int32_t>(days));
    if (moved.year() < 1 || moved.year() > 9999) return error();
    return moved;
  }

  Value property(Property p, const Value& v) {
    if (v.is_unknown()) return v;
    const auto whole = [](std::int64_t n) { return Value(Decimal::whole(n)); };
    if (const auto* d = v.as<Date>()) {
      if (p == Property::year) return whole(d->year());
      if (p == Property::month) return whole(d->month());
      if (p == Property::day) return whole(d->day());
      if (p == Property::weekday) return whole(d->weekday());
    }
    if (const auto* m = v.as<Months>()) {
      if (p == Property::years) return whole(m->count / 12);
      if (p == Property::months) return whole(m->count % 12);
    }
    if (const auto* s = v.as<Seconds>()) {
      if (p == Property::days) return whole(s->count / 86400);
      if (p == Property::hours) return whole(s->count % 86400 / 3600);
      if (p == Property::minutes) return whole(s->count % 3600 / 60);
      if (p == Property::seconds) return whole(s->count % 60);
    }
    return error();
  }

  Value call(const Node& node) {
    const auto f = static_cast<Function>(node.a);
    if (f == Function::today) return today_;
    std::vector<Value> args;
    for (std::uint32_t i = 0; i < node.kids; ++i) args.push_back(run(kid(node, i)));
    if (f == Function::list_contains)
      return args[0].list() == nullptr ? scalar(f, args) : in_list(args[1], *args[0].list());
    if (f == Function::count && args[0].list() != nullptr) {
      return Decimal::whole(static_cast<std::int64_t>(args[0].list()->items.size()));
    }
    if (f == Function::minimum || f == Function::maximum || f == Function::sum) {
      const List* only = args.size() == 1 ? args[0].list() : nullptr;
      return aggregate(f, only != nullptr ? only->items : args);
    }
    return scalar(f, args);
  }

  Value aggregate(Function f, const std::vector<Value>& items) {
    Value result;
    bool first = true;
    for (const Value& item : items) {
      if (first) {
        result = item;
      } else if (result.is_unknown() || item.is_unknown()) {
        result = unknown_of(result, item);
      } else if (f == Function::sum) {
        result = arithmetic(Op::add, result, item);
      } else {
        const Order o = order(item, result);
        if (o == Order::none) return error();
        if (o == (f == Function::minimum ? Order::less : Order::greater)) result = item;
      }
      first = false;
    }
    return result;
  }

  // Functions that need every argument.
  Value scalar(Function f, const std::vector<Value>& args) {
    Value unknown = false;
    for (const Value& arg : args) {
      if (arg.is_unknown()) unknown = unknown_of(unknown, arg);
    }
    if (unknown.is_unknown()) return unknown;
    const auto* text = args[0].as<std::string>();
    const auto* more = args.size() > 1 ? args[1].as<std::string>() : nullptr;
    switch (f) {
      case Function::date_of_text:
        if (args[0].as<Date>() != nullptr) return args[0];
        if (text != nullptr) {
          if (const auto d = base::parse_date(*text)) return *d;
        }
        return error();
      case Function::date_of_parts:
        return date_of_parts(args);
      case Function::duration_of_text: {
        const Value d = text != nullptr ? parse_duration(*text) : Value();
        return d.is_null() ? error() : d;
      }
      case Function::years_and_months_duration:
        if (args[0].as<Date>() == nullptr || args[1].as<Date>() == nullptr) return error();
        return Months{base::months_between(*args[0].as<Date>(), *args[1].as<Date>())};
      case Function::string_length:
        return text == nullptr ? error() : Value(Decimal::whole(static_cast<std::int64_t>(base::length(*text))));
      case Function::contains:
        return text == nullptr || more == nullptr ? error() : Value(text->find(*more) != std::string::npos);
      case Function::starts_with:
        return text == nullptr || more == nullptr ? error() : Value(text->compare(0, more->size(), *more) == 0);
      case Function::ends_with:
        return text == nullptr || more == nullptr
                   ? error()
                   : Value(text->size() >= more->size() &&
                           text->compare(text->size() - more->size(), more->size(), *more) == 0);
      default:
        return error();
    }
  }

  Value date_of_parts(const std::vector<Value>& args) {
    std::int64_t parts[3] = {0, 0, 0};
    for (std::size_t i = 0; i < 3; ++i) {
      const auto* n = args[i].as<Decimal>();
      const auto whole = n == nullptr ? std::nullopt : n->to_whole();
      if (!whole || *whole < 0 || *whole > 9999) return error();
      parts[i] = *whole;
    }
    const auto d = Date::from_ymd(static_cast<int>(parts[0]), static_cast<int>(parts[1]), static_cast<int>(parts[2]));
    return d ? Value(*d) : error();
  }

  const Program& program_;
  const Fields& fields_;
  Date today_;
  std::uint32_t steps_ = 0;
  std::uint32_t errors_ = 0;
};

}  // namespace

Outcome evaluate(const Program& program, std::uint32_t root, const Fields& fields, Date today) {
  Evaluator evaluator(program, fields, today);
  Outcome outcome;
  outcome.value = evaluator.run(root);
  outcome.errors = evaluator.errors();
  outcome.exhausted = evaluator.exhausted();
  if (outcome.exhausted) outcome.value = Value();
  return outcome;
}

}  // namespace qadam::feel
