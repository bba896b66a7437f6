// SPDX-License-Identifier: MIT
#include "feel/evaluate.hpp"

#include <doctest/doctest.h>

#include "feel/literal.hpp"
#include "hand_made.hpp"

using namespace qadam;
using feel::Op;
using testing::Answered;
using testing::HandMade;
using testing::run;

TEST_CASE("of age on the birthday: a condition as packs have it, run from nodes") {
  HandMade made;
  const auto birth = made.field(0);
  const auto today = made.call(feel::Function::today, {});
  const auto age = made.call(feel::Function::years_and_months_duration, {birth, today});
  const auto years = made.path(age, "years");
  const auto root = made.add(Op::greater_equal, {years, made.number("18")});
  REQUIRE(feel::is_sound(made.program, 1));
  CHECK(run(made, root).value.is_unknown());
  CHECK(run(made, root).value.as<feel::Unknown>()->questions.contains(0));
  Answered answers;
  answers.values[0] = base::Date::from_ymd(2008, 8, 1).value();
  CHECK(run(made, root, answers).value.is_true());
  answers.values[0] = base::Date::from_ymd(2008, 8, 2).value();
  CHECK(run(made, root, answers).value.is_false());
  answers.values[0] = feel::Value();
  const feel::Outcome none = run(made, root, answers);
  CHECK(none.value.is_null());
  CHECK(none.errors > 0);
}

TEST_CASE("false decides and asks nothing; unknown asks only the undecided") {
  HandMade made;
  const auto all = made.add(Op::conjunction, {made.field(0), made.field(1), made.field(2)});
  Answered answers;
  answers.values[1] = true;
  const feel::Value open = run(made, all, answers).value;
  REQUIRE(open.is_unknown());
  CHECK(open.as<feel::Unknown>()->questions.contains(0));
  CHECK_FALSE(open.as<feel::Unknown>()->questions.contains(1));
  CHECK(open.as<feel::Unknown>()->questions.contains(2));
  answers.values[2] = false;
  CHECK(run(made, all, answers).value.is_false());
  answers.values[2] = feel::Value();
  CHECK(run(made, all, answers).value.is_unknown());
  answers.values[0] = true;
  CHECK(run(made, all, answers).value.is_null());
}

TEST_CASE("a value of the wrong kind is null and an error, never a crash, for every operator and function") {
  const feel::Value kinds[] = {
      feel::Value(),
      true,
      *base::Decimal::parse("1"),
      std::string("x"),
      base::Date::from_days(0),
      feel::Months{5},
      feel::Seconds{base::Decimal::whole(90000)},
      feel::make_list({std::string("x")}),
      feel::make_list({}),
      feel::make_range({*base::Decimal::parse("1"), std::string("z"), true, false}),
      feel::make_range({feel::Value(), *base::Decimal::parse("1"), false, true, feel::Test::less_equal}),
      feel::make_context({{"key", std::string("x")}, {"value", feel::Unknown{}}}),
      feel::make_list({feel::Unknown{}}),
      feel::Unknown{}};
  int evaluated = 0;
  const auto try_all = [&](HandMade& made, std::uint32_t root) {
    REQUIRE(feel::is_sound(made.program, 3));
    for (const feel::Value& a : kinds) {
      for (const feel::Value& b : kinds) {
        Answered answers;
        answers.values = {{0, a}, {1, b}, {2, a}};
        (void)run(made, root, answers);
        ++evaluated;
      }
    }
  };
  for (int op = 0; op <= static_cast<int>(Op::last_op); ++op) {
    for (std::size_t kids = 0; kids <= 3; ++kids) {
      for (const std::size_t a : {0u, 1u, 6u, 0x8000u}) {
        HandMade made;
        const std::uint32_t fields[] = {made.field(0), made.field(1), made.field(2)};
        const auto root = made.add(static_cast<Op>(op), {fields, fields + kids}, a);
        if (feel::is_sound(made.program, 3)) try_all(made, root);
      }
    }
  }
  for (int f = 0; f < static_cast<int>(feel::Function::count_of); ++f) {
    for (std::size_t kids = 0; kids <= 3; ++kids) {
      HandMade made;
      const std::uint32_t fields[] = {made.field(0), made.field(1), made.field(2)};
      const auto root = made.call(static_cast<feel::Function>(f), {fields, fields + kids});
      if (feel::is_sound(made.program, 3)) try_all(made, root);
    }
  }
  for (const char* name : {"year", "weekday", "years", "months", "days", "hours", "start", "end included", "key", ""}) {
    HandMade made;
    const auto root = made.path(made.field(0), name);
    try_all(made, root);
  }
  CHECK(evaluated > 20000);
}

TEST_CASE("a program that branches without end is stopped and means nothing") {
  HandMade made;
  std::uint32_t at = made.add(Op::true_literal);
  for (int i = 0; i < 60; ++i) at = made.add(Op::equal, {at, at});
  REQUIRE(feel::is_sound(made.program, 0));
  const feel::Outcome outcome = run(made, at);
  CHECK(outcome.exhausted);
  CHECK(outcome.value.is_null());
}

TEST_CASE("durations that a forged program doubles without end become an error, not an overflow") {
  for (const Op op : {Op::months, Op::seconds}) {
    for (const Op grow : {Op::add, Op::subtract}) {
      HandMade made;
      std::uint32_t at = op == Op::months ? made.integer(op, feel::kMaxMonths) : made.seconds("1e15");
      for (int i = 0; i < 8; ++i) {
        const auto other = grow == Op::subtract ? made.add(Op::negate, {at}) : at;
        at = made.add(grow, {at, other});
      }
      REQUIRE(feel::is_sound(made.program, 0));
      const feel::Outcome outcome = run(made, at);
      CHECK(outcome.value.is_null());
      CHECK(outcome.errors > 0);
    }
  }
}

TEST_CASE("texts that a forged program doubles without end are stopped before they take the whole memory") {
  HandMade made;
  std::uint32_t at = made.string(std::string(1000, 'x').c_str());
  for (int i = 0; i < 17; ++i) at = made.add(Op::add, {at, at});
  REQUIRE(feel::is_sound(made.program, 0));
  const feel::Outcome outcome = run(made, at);
  CHECK(outcome.exhausted);
  CHECK(outcome.value.is_null());
}

TEST_CASE("200 levels of anything are evaluated within the stack that the browser's module has") {
  using Wrap = std::uint32_t (*)(HandMade&, std::uint32_t);
  const Wrap wraps[] = {
      [](HandMade& m, std::uint32_t at) { return m.add(Op::negate, {at}); },
      [](HandMade& m, std::uint32_t at) { return m.add(Op::list, {at}); },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::conjunction, {at, at});
      },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::conditional, {m.field(0), at, at});
      },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::in, {m.field(0), m.add(Op::satisfies, {at})});
      },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::filter, {m.add(Op::list, {m.field(0)}), at}, feel::kPerItem);
      },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::for_each, {m.add(Op::list, {m.field(0)}), at});
      },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::some, {m.add(Op::list, {m.field(0)}), at});
      },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::context, {m.string("k"), at});
      },
      [](HandMade& m, std::uint32_t at) {
        return m.add(Op::range, {at, at});
      },
      [](HandMade& m, std::uint32_t at) { return m.path(at, "k"); },
      [](HandMade& m, std::uint32_t at) { return m.call(feel::Function::reverse, {at}); },
      [](HandMade& m, std::uint32_t at) { return m.call(feel::Function::string, {m.add(Op::list, {at})}); },
  };
  for (const Wrap wrap : wraps) {
    HandMade made;
    std::uint32_t at = made.add(Op::true_literal);
    std::uint32_t root = at;
    for (int i = 0; i < 200; ++i) {
      at = wrap(made, at);
      if (!feel::is_sound(made.program, 1)) break;
      root = at;
    }
    made.program.nodes.resize(root + 1);
    REQUIRE(feel::is_sound(made.program, 1));
    for (const feel::Value& answer : {feel::Value(true), feel::Value(), feel::Value(feel::Unknown{})}) {
      Answered answers;
      answers.values[0] = answer;
      const feel::Outcome outcome = run(made, root, answers);
      CHECK((outcome.exhausted || feel::text_of(outcome.value).size() > 0));
    }
  }
}
