// SPDX-License-Identifier: MIT
#include "base/decimal.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace qadam::base;

namespace {

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}

std::string text(const std::optional<Decimal>& n) {
  return n ? n->text() : "none";
}

const char* kNines34 = "9999999999999999999999999999999999";

}  // namespace

TEST_CASE("a tenth and two tenths are three tenths") {
  CHECK(Decimal::add(d("0.1"), d("0.2")) == d("0.3"));
  CHECK(text(Decimal::multiply(d("4325"), d("1.25"))) == "5406.25");
}

TEST_CASE("numbers are read as FEEL writes them, and nothing else") {
  CHECK(d("12").text() == "12");
  CHECK(d("-0.50").text() == "-0.5");
  CHECK(d(".5").text() == "0.5");
  CHECK(d("1e3").text() == "1000");
  CHECK(d("1.5E-3").text() == "0.0015");
  CHECK(d("-0").text() == "0");
  CHECK(d("-0") == Decimal());
  CHECK(d("100") == d("1e2"));
  CHECK(d("000123").text() == "123");
  for (const char* wrong :
       {"", "-", ".", "1.", "1.e5", "1e", "1e+", "+1", " 1", "1 ", "1,5", "0x1", "1..2", "--1", "e5", "NaN", "1e5.5"}) {
    CAPTURE(wrong);
    CHECK_FALSE(Decimal::parse(wrong));
  }
}

TEST_CASE("34 digits are kept, the 35th rounds half to even") {
  CHECK(d(kNines34).text() == kNines34);
  CHECK(d("1234567890123456789012345678901234").text() == "1234567890123456789012345678901234");
  CHECK(d("10000000000000000000000000000000005").text() == "10000000000000000000000000000000000");
  CHECK(d("10000000000000000000000000000000015").text() == "10000000000000000000000000000000020");
  CHECK(d("100000000000000000000000000000000050000001").text() == "100000000000000000000000000000000100000000");
  CHECK(d("99999999999999999999999999999999995").text() == "100000000000000000000000000000000000");
  CHECK(text(Decimal::add(d(kNines34), d("0.5"))) == "10000000000000000000000000000000000");
  CHECK(text(Decimal::add(d(kNines34), d("0.4"))) == kNines34);
}

TEST_CASE("what leaves the range is no number, never infinity or a crash") {
  CHECK_FALSE(Decimal::parse("1e7000"));
  CHECK_FALSE(Decimal::parse("1e-7000"));
  CHECK_FALSE(Decimal::parse("1e99999999999999999999"));
  CHECK_FALSE(Decimal::parse("1e-99999999999999999999"));
  CHECK(Decimal::parse("0e99999"));
  CHECK_FALSE(Decimal::multiply(d("1e6000"), d("1e6000")));
  CHECK_FALSE(Decimal::multiply(d("1e-6000"), d("1e-6000")));
  CHECK(Decimal::parse("1e-6176"));
  CHECK(Decimal::parse("1e6111"));
  CHECK(d("1e6000").text().size() == 6001);
}

TEST_CASE("a very small addend does not disturb, a very large one stays exact") {
  CHECK(Decimal::add(d("1e30"), d("1e-30")) == d("1e30"));
  CHECK(Decimal::add(d("1e6000"), d("1e-6000")) == d("1e6000"));
  CHECK(text(Decimal::add(d("1e33"), d("1"))) == "1000000000000000000000000000000001");
  CHECK(Decimal::subtract(d("1e40"), d("1")) == d("1e40"));
  CHECK(text(Decimal::subtract(d("1e34"), d("1"))) == kNines34);
  CHECK(text(Decimal::subtract(d("1"), d("1e-34"))) == "0.9999999999999999999999999999999999");
  CHECK(Decimal::subtract(d("5"), d("5")) == Decimal());
  CHECK(Decimal::add(d("-1"), d("0.5")) == d("-0.5"));
  CHECK(Decimal::add(d("0.5"), d("-1")) == d("-0.5"));
}

TEST_CASE("34 digits times 34 digits are rounded once, exactly") {
  // (10^34 - 1)^2 = 10^68 - 2 * 10^34 + 1
  CHECK(text(Decimal::multiply(d(kNines34), d(kNines34))) ==
        "9999999999999999999999999999999998" + std::string(34, '0'));
  CHECK(text(Decimal::multiply(d("1234567890123456789012345678901234"), d("1000000000000000000000000000000001"))) ==
        "1234567890123456789012345678901235" + std::string(33, '0'));
  CHECK(Decimal::multiply(d("-0.5"), d("0.5")) == d("-0.25"));
  CHECK(Decimal::multiply(d("0"), d("-5")) == Decimal());
}

TEST_CASE("division is exact where it can be and has 34 digits where it cannot") {
  CHECK(Decimal::divide(d("1"), d("8")) == d("0.125"));
  CHECK(text(Decimal::divide(d("1"), d("3"))) == "0." + std::string(34, '3'));
  CHECK(text(Decimal::divide(d("2"), d("3"))) == "0." + std::string(33, '6') + "7");
  CHECK(Decimal::divide(d("5406.25"), d("1.25")) == d("4325"));
  CHECK(Decimal::divide(d("0"), d("3")) == Decimal());
  CHECK_FALSE(Decimal::divide(d("1"), d("0")));
  CHECK(Decimal::divide(d(kNines34), d("-1")) == d(kNines34).negated());
}

TEST_CASE("comparing knows the size, not the number of digits") {
  CHECK(Decimal::compare(d("1e6000"), d("1e-6000")) > 0);
  CHECK(Decimal::compare(d("-1e6000"), d("1")) < 0);
  CHECK(Decimal::compare(d("-2"), d("-1")) < 0);
  CHECK(Decimal::compare(d("0"), d("-0.1")) > 0);
  CHECK(Decimal::compare(d("0"), d("0.1")) < 0);
  CHECK(Decimal::compare(d("10"), d("9.999")) > 0);
  CHECK(Decimal::compare(d("1.0"), d("1")) == 0);
  CHECK(Decimal::compare(d(kNines34), d("1e34")) < 0);
  CHECK(Decimal::compare(d("18"), d("17.999999999999999999999999999999")) > 0);
}

TEST_CASE("whole numbers come back when they fit") {
  CHECK(d("1e3").to_whole() == 1000);
  CHECK(d("-12").to_whole() == -12);
  CHECK(d("9223372036854775807").to_whole() == INT64_MAX);
  CHECK_FALSE(d("9223372036854775808").to_whole());
  CHECK_FALSE(d("0.5").to_whole());
  CHECK_FALSE(d("1e19").to_whole());
  CHECK(Decimal::whole(INT64_MIN).text() == "-9223372036854775808");
  CHECK(Decimal::whole(0).is_zero());
}

TEST_CASE("small numbers agree with whole-number arithmetic (10,000 by chance)") {
  std::mt19937_64 random(34);
  for (int i = 0; i < 10000; ++i) {
    const std::int64_t a = static_cast<std::int64_t>(random() % 2000001) - 1000000;
    const std::int64_t b = static_cast<std::int64_t>(random() % 2000001) - 1000000;
    const Decimal x = Decimal::whole(a);
    const Decimal y = Decimal::whole(b);
    REQUIRE(Decimal::add(x, y) == Decimal::whole(a + b));
    REQUIRE(Decimal::subtract(x, y) == Decimal::whole(a - b));
    REQUIRE(Decimal::multiply(x, y) == Decimal::whole(a * b));
    REQUIRE(Decimal::compare(x, y) == (a <=> b));
    REQUIRE(Decimal::parse(x.text()) == x);
    if (b != 0) REQUIRE(Decimal::divide(*Decimal::multiply(x, y), y) == x);
  }
}
