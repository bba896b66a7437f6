// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "i18n/texts.hpp"

using namespace qadam::i18n;

TEST_CASE("plural categories of Russian, Kazakh and English") {
  struct Case {
    std::int64_t n;
    const char* ru;
  };

  for (const Case& each : {Case{0, "many"},
                           {1, "one"},
                           {2, "few"},
                           {4, "few"},
                           {5, "many"},
                           {11, "many"},
                           {12, "many"},
                           {14, "many"},
                           {21, "one"},
                           {22, "few"},
                           {25, "many"},
                           {101, "one"},
                           {111, "many"},
                           {112, "many"},
                           {121, "one"},
                           {1000000, "many"}}) {
    CAPTURE(each.n);
    CHECK(plural_category("ru", each.n) == each.ru);
    CHECK(plural_category("kk", each.n) == (each.n == 1 ? "one" : "other"));
    CHECK(plural_category("en", each.n) == (each.n == 1 ? "one" : "other"));
  }
  CHECK(plural_category("ru", -1) == "one");
  CHECK(plural_category("ru", -22) == "few");
}

TEST_CASE("arguments are put in; what has no argument stays, so a mistake is seen") {
  CHECK(format("{a} and {b}", "en", {{"a", "1"}, {"b", "2"}}) == "1 and 2");
  CHECK(format("{ a }", "en", {{"a", "1"}}) == "1");
  CHECK(format("{nobody}", "en", {{"a", "1"}}) == "{nobody}");
  CHECK(format("no braces", "en", {}) == "no braces");
  CHECK(format("", "en", {}) == "");
  CHECK(format("open {a", "en", {{"a", "1"}}) == "open {a");
  CHECK(format("close } a", "en", {}) == "close } a");
  CHECK(format("{}", "en", {{"a", "1"}}) == "{}");
}

TEST_CASE("an argument is not read as a pattern again") {
  CHECK(format("{a}", "en", {{"a", "{b}"}, {"b", "secret"}}) == "{b}");
  CHECK(format("{a}{b}", "en", {{"a", "{"}, {"b", "}"}}) == "{}");
}

TEST_CASE("plurals choose their branch by the language, with other where it is missing") {
  const char* kRussian = "{n, plural, one {# den} few {# dnya} many {# dney} other {# d}}";
  CHECK(format(kRussian, "ru", {{"n", "1"}}) == "1 den");
  CHECK(format(kRussian, "ru", {{"n", "3"}}) == "3 dnya");
  CHECK(format(kRussian, "ru", {{"n", "11"}}) == "11 dney");
  CHECK(format(kRussian, "en", {{"n", "3"}}) == "3 d");
  CHECK(format("{n, plural, other {# x}}", "en", {{"n", "1"}}) == "1 x");
  CHECK(format("{n, plural, one {a} other {b}}", "en", {{"n", "nonsense"}}) == "b");
  CHECK(format("in {n, plural, one {# day} other {# days}} from {d}", "en", {{"n", "2"}, {"d", "now"}}) ==
        "in 2 days from now");
}

TEST_CASE("arguments and plurals may stand inside a plural") {
  CHECK(format("{n, plural, one {{who} has # day} other {{who} has # days}}", "en", {{"n", "2"}, {"who", "A"}}) ==
        "A has 2 days");
  CHECK(format("{n, plural, other {{m, plural, one {one} other {many}} of #}}", "en", {{"n", "5"}, {"m", "1"}}) ==
        "one of 5");
}

TEST_CASE("amounts are grouped as each language does, and cents are whole") {
  CHECK(format_amount("en", "5406.25") == "5,406.25");
  CHECK(format_amount("kk", "5406.25") ==
        "5\xC2\xA0"
        "406,25");
  CHECK(format_amount("ru", "5406.25") ==
        "5\xC2\xA0"
        "406,25");
  CHECK(format_amount("en", "5406.5") == "5,406.50");
  CHECK(format_amount("en", "4915") == "4,915");
  CHECK(format_amount("en", "999") == "999");
  CHECK(format_amount("en", "1234567") == "1,234,567");
  CHECK(format_amount("en", "-1234") == "-1,234");
  CHECK(format_amount("en", "-123") == "-123");
  CHECK(format_amount("en", "0") == "0");
}
