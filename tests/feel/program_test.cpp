// SPDX-License-Identifier: MIT
#include "feel/program.hpp"

#include <doctest/doctest.h>

#include "hand_made.hpp"

using namespace qadam;
using feel::Op;
using testing::HandMade;

namespace {

template <class F>
bool sound(F&& build, std::uint32_t fields = 2) {
  HandMade made;
  build(made);
  return feel::is_sound(made.program, fields);
}

}  // namespace

TEST_CASE("a program is sound when all it names is there") {
  CHECK(sound([](HandMade&) {}));
  CHECK(sound([](HandMade& m) { m.add(Op::conjunction, {m.field(0), m.field(1)}); }));
  CHECK(sound([](HandMade& m) { m.add(Op::list); }));
}

TEST_CASE("indices that point outside are refused") {
  CHECK_FALSE(sound([](HandMade& m) { m.field(2); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::number); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::string); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::date); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::negate, {5}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(static_cast<feel::Function>(200), {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::path, {m.field(0)}, 200); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(static_cast<Op>(200)); }));
  CHECK_FALSE(sound([](HandMade& m) {
    m.add(Op::negate, {m.field(0)});
    m.program.kids.clear();
  }));
  CHECK_FALSE(sound([](HandMade& m) {
    m.add(Op::negate, {m.field(0)});
    m.program.nodes.back().first_kid = 0xFFFFFFFF;
  }));
}

TEST_CASE("a program that could loop is refused: children come before their parent") {
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::negate, {0}); }));
  CHECK_FALSE(sound([](HandMade& m) {
    m.field(0);
    m.add(Op::negate, {2});
    m.add(Op::negate, {1});
  }));
}

TEST_CASE("operators and functions have as many operands as they need") {
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::add, {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::negate); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::true_literal, {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::conditional, {m.field(0), m.field(1)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(feel::Function::minimum, {}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(feel::Function::date_of_parts, {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(feel::Function::today, {m.field(0)}); }));
}

TEST_CASE("days and durations beyond all calendars are refused") {
  CHECK(sound([](HandMade& m) { m.integer(Op::date, 2'932'896); }));
  // The last day that a literal can say used to be refused.
  for (const std::int64_t year : {-base::Date::kMaxYear, base::Date::kMaxYear}) {
    const std::int64_t day = base::Date::from_far_ymd(year, year < 0 ? 1 : 12, year < 0 ? 1 : 31).value().days();
    CHECK(sound([day](HandMade& m) { m.integer(Op::date, day); }));
    CHECK_FALSE(sound([day, year](HandMade& m) { m.integer(Op::date, day + (year < 0 ? -1 : 1)); }));
  }
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::date, std::int64_t{1} << 40); }));
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::date, -(std::int64_t{1} << 40)); }));
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::months, INT64_MIN); }));
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::months, INT64_MAX); }));
}

TEST_CASE("200 levels are evaluated, one more is refused") {
  const auto nested = [](int levels) {
    return [levels](HandMade& m) {
      std::uint32_t at = m.add(Op::true_literal);
      for (int i = 1; i < levels; ++i) at = m.add(Op::negate, {at});
    };
  };
  CHECK(sound(nested(feel::kMaxDepth)));
  CHECK_FALSE(sound(nested(feel::kMaxDepth + 1)));
}
