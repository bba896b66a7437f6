// SPDX-License-Identifier: MIT
#include "feel/value.hpp"

#include <doctest/doctest.h>

using namespace qadam;
using feel::equal;
using feel::make_list;
using feel::Order;
using feel::Value;

namespace {

Value number(const char* text) {
  return *base::Decimal::parse(text);
}

Value unknown(std::uint32_t field) {
  feel::Unknown u;
  u.questions.add(field);
  return u;
}

}  // namespace

TEST_CASE("equal is true, false, null for unlike kinds, and unknown only where it matters") {
  CHECK(equal(number("1.0"), number("1")).is_true());
  CHECK(equal(Value(), Value()).is_true());
  CHECK(equal(Value(), number("1")).is_false());
  CHECK(equal(number("1"), std::string("1")).is_null());
  CHECK(equal(feel::Months{12}, feel::Seconds{base::Decimal::whole(12)}).is_null());
  CHECK(equal(unknown(1), Value()).is_unknown());
  CHECK(equal(make_list({unknown(1), number("2")}), make_list({number("1"), number("3")})).is_false());
  CHECK(equal(make_list({unknown(1), number("2")}), make_list({number("1"), number("2")})).is_unknown());
  CHECK(equal(make_list({unknown(1)}), make_list({})).is_false());
  const Value both = equal(make_list({unknown(1), unknown(2)}), make_list({number("1"), number("2")}));
  REQUIRE(both.is_unknown());
  CHECK(both.as<feel::Unknown>()->questions.contains(1));
  CHECK(both.as<feel::Unknown>()->questions.contains(2));
}

TEST_CASE("ranges are equal with the same ends, included alike") {
  const auto range = [](bool low, bool high) { return feel::make_range({number("1"), number("2"), low, high}); };
  CHECK(equal(range(true, true), range(true, true)).is_true());
  CHECK(equal(range(true, true), range(true, false)).is_false());
}

TEST_CASE("only things of one kind have an order") {
  CHECK(feel::order(number("2"), number("10")) == Order::less);
  CHECK(feel::order(std::string("b"), std::string("a")) == Order::greater);
  CHECK(feel::order(feel::Months{12}, feel::Months{12}) == Order::equal);
  CHECK(feel::order(feel::Months{12}, feel::Seconds{base::Decimal::whole(1)}) == Order::none);
  CHECK(feel::order(true, false) == Order::none);
  CHECK(feel::order(Value(), Value()) == Order::none);
  CHECK(feel::order(make_list({}), make_list({})) == Order::none);
}
