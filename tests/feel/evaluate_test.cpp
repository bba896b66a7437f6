// SPDX-License-Identifier: MIT
#include "feel/evaluate.hpp"

#include <doctest/doctest.h>

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
  const auto years = made.add(Op::property, {age}, static_cast<std::size_t>(feel::Property::years));
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
      feel::Seconds{90000},
      feel::make_list({std::string("x")}),
      feel::make_list({}),
      std::make_shared<const feel::Range>(feel::Range{*base::Decimal::parse("1"), std::string("z"), true, false}),
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
      HandMade made;
      const std::uint32_t fields[] = {made.field(0), made.field(1), made.field(2)};
      const auto root = made.add(static_cast<Op>(op), {fields, fields + kids});
      if (feel::is_sound(made.program, 3)) try_all(made, root);
    }
  }
  for (int f = 0; f <= static_cast<int>(feel::Function::last); ++f) {
    for (std::size_t kids = 0; kids <= 3; ++kids) {
      HandMade made;
      const std::uint32_t fields[] = {made.field(0), made.field(1), made.field(2)};
      const auto root = made.call(static_cast<feel::Function>(f), {fields, fields + kids});
      if (feel::is_sound(made.program, 3)) try_all(made, root);
    }
  }
  for (int p = 0; p <= static_cast<int>(feel::Property::last); ++p) {
    HandMade made;
    const auto root = made.add(Op::property, {made.field(0)}, static_cast<std::size_t>(p));
    try_all(made, root);
  }
  CHECK(evaluated > 5000);
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
      std::uint32_t at = made.integer(op, (std::int64_t{1} << 50) - 1);
      for (int i = 0; i < 16; ++i) {
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

TEST_CASE("texts that a forged program doubles without end become an error, not the whole memory") {
  HandMade made;
  std::uint32_t at = made.string(std::string(1000, 'x').c_str());
  for (int i = 0; i < 17; ++i) at = made.add(Op::add, {at, at});
  REQUIRE(feel::is_sound(made.program, 0));
  CHECK(run(made, at).value.is_null());
}
