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
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::negation, {5}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(static_cast<feel::Function>(200), {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::property, {m.field(0)}, 200); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(static_cast<Op>(200)); }));
  CHECK_FALSE(sound([](HandMade& m) {
    m.add(Op::negation, {m.field(0)});
    m.program.kids.clear();
  }));
  CHECK_FALSE(sound([](HandMade& m) {
    m.add(Op::negation, {m.field(0)});
    m.program.nodes.back().first_kid = 0xFFFFFFFF;
  }));
}

TEST_CASE("a program that could loop is refused: children come before their parent") {
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::negation, {0}); }));
  CHECK_FALSE(sound([](HandMade& m) {
    m.field(0);
    m.add(Op::negation, {2});
    m.add(Op::negation, {1});
  }));
}

TEST_CASE("operators and functions have as many operands as they need") {
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::add, {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::negation); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::true_literal, {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.add(Op::conditional, {m.field(0), m.field(1)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(feel::Function::minimum, {}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(feel::Function::date_of_parts, {m.field(0)}); }));
  CHECK_FALSE(sound([](HandMade& m) { m.call(feel::Function::today, {m.field(0)}); }));
}

TEST_CASE("days and durations beyond all calendars are refused") {
  CHECK(sound([](HandMade& m) { m.integer(Op::date, 2'932'896); }));
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::date, std::int64_t{1} << 40); }));
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::date, -(std::int64_t{1} << 40)); }));
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::months, INT64_MIN); }));
  CHECK_FALSE(sound([](HandMade& m) { m.integer(Op::seconds, INT64_MAX); }));
}

TEST_CASE("200 levels are evaluated, one more is refused") {
  const auto nested = [](int levels) {
    return [levels](HandMade& m) {
      std::uint32_t at = m.add(Op::true_literal);
      for (int i = 1; i < levels; ++i) at = m.add(Op::negation, {at});
    };
  };
  CHECK(sound(nested(feel::kMaxDepth)));
  CHECK_FALSE(sound(nested(feel::kMaxDepth + 1)));
}
