// What FEEL texts mean, unknown included (research/feel.md 3).
// SPDX-License-Identifier: MIT
#include "feel_text.hpp"

using namespace qadam;
using testing::Answers;
using testing::date_of;
using testing::evaluated;
using testing::meant;

namespace {

feel::Value number(std::int64_t n) {
  return base::Decimal::whole(n);
}

feel::Value text(const char* s) {
  return std::string(s);
}

}  // namespace

TEST_CASE("and, or and not in four values: true, false, null, unknown") {
  const char* kValues[] = {"true", "false", "null", "a"};
  const char* kAnd[4][4] = {{"true", "false", "null", "?a"},
                            {"false", "false", "false", "false"},
                            {"null", "false", "null", "?a"},
                            {"?a", "false", "?a", "?a"}};
  const char* kOr[4][4] = {{"true", "true", "true", "true"},
                           {"true", "false", "null", "?a"},
                           {"true", "null", "null", "?a"},
                           {"true", "?a", "?a", "?a"}};
  for (int i = 0; i < 4; ++i) {
    for (int j = 0; j < 4; ++j) {
      const std::string left = kValues[i];
      const std::string right = kValues[j];
      CAPTURE(left + ", " + right);
      CHECK(meant(left + " and " + right) == kAnd[i][j]);
      CHECK(meant(left + " or " + right) == kOr[i][j]);
    }
  }
  CHECK(evaluated("not(true)") == "false");
  CHECK(evaluated("not(null)") == "null");
  CHECK(evaluated("not(a)") == "?a");
}

TEST_CASE("an unknown clause names its questions; decided clauses ask nothing") {
  CHECK(evaluated("a and b and c") == "?a,b,c");
  CHECK(evaluated("a and b and c", Answers({{"b", true}})) == "?a,c");
  CHECK(evaluated("a and b and c", Answers({{"b", false}})) == "false");
  CHECK(evaluated("(a and b) or (c and n > 1)", Answers({{"a", false}})) == "?c,n");
  CHECK(evaluated("a or b or c", Answers({{"a", feel::Value()}})) == "?b,c");
}

TEST_CASE("unknown is not null: FEEL would have said false, true or the else branch") {
  CHECK(evaluated("s = \"PL\"") == "?s");
  CHECK(evaluated("s != \"PL\"") == "?s");
  CHECK(evaluated("s = null") == "?s");
  CHECK(evaluated("s != null") == "?s");
  CHECK(evaluated("n < 18") == "?n");
  CHECK(evaluated("if n < 18 then 1 else 2") == "?n");
  CHECK(evaluated("list contains([1, 2], n)") == "?n");
  CHECK(evaluated("s in (\"PL\", \"DE\")") == "?s");
  CHECK(evaluated("n + 1") == "?n");
  CHECK(evaluated("d.year") == "?d");
  CHECK(evaluated("years and months duration(d, today()).years >= 18") == "?d");
}

TEST_CASE("null is an answer: there is none") {
  const Answers none({{"s", feel::Value()}, {"n", feel::Value()}, {"d", feel::Value()}});
  CHECK(evaluated("s = null", none) == "true");
  CHECK(evaluated("s != null", none) == "false");
  CHECK(evaluated("s = \"PL\"", none) == "false");
  CHECK(evaluated("s != \"PL\"", none) == "true");
  std::uint32_t errors = 0;
  CHECK(evaluated("n < 18", none, &errors) == "null");
  CHECK(errors == 1);
  CHECK(evaluated("if n < 18 then 1 else 2", none) == "2");
  CHECK(evaluated("d < today() or a", none) == "?a");
}

TEST_CASE("in: lists, ranges and tests, known and unknown") {
  const Answers five({{"n", number(5)}});
  CHECK(evaluated("n in (1, 5)", five) == "true");
  CHECK(evaluated("n in (1, 2)", five) == "false");
  CHECK(evaluated("n in [1, 5]", five) == "true");
  CHECK(evaluated("n in ([1, 5], [7])", five) == "true");
  CHECK(evaluated("n in [5..9]", five) == "true");
  CHECK(evaluated("n in ]5..9]", five) == "false");
  CHECK(evaluated("n in (5..9]", five) == "false");
  CHECK(evaluated("n in [1..5]", five) == "true");
  CHECK(evaluated("n in [1..5)", five) == "false");
  CHECK(evaluated("n in [1..5[", five) == "false");
  CHECK(evaluated("n in (<3, >4)", five) == "true");
  CHECK(evaluated("n in (<3, >=6)", five) == "false");
  CHECK(evaluated("n in (!=5)", five) == "false");
  CHECK(evaluated("n in (=5)", five) == "true");
  CHECK(evaluated("n in (>m)", five) == "?m");
  CHECK(evaluated("n in (m, 5)", five) == "true");  // one test that holds is enough
  CHECK(evaluated("n in (m, 6)", five) == "?m");
  CHECK(evaluated("n in [1..m]", five) == "?m");
  CHECK(evaluated("n in (1, 2)") == "?n");
  CHECK(evaluated("n in ([1..3], [5..7])", Answers({{"n", number(4)}})) == "false");
}

TEST_CASE("a text among the chosen ones, and a list against a list") {
  const Answers chosen({{"l", feel::make_list({text("x"), text("y")})}});
  CHECK(evaluated("list contains(l, \"y\")", chosen) == "true");
  CHECK(evaluated("list contains(l, \"z\")", chosen) == "false");
  CHECK(evaluated("count(l)", chosen) == "2");
  CHECK(evaluated("l = [\"x\", \"y\"]", chosen) == "true");
  CHECK(evaluated("l = [\"y\", \"x\"]", chosen) == "false");
  CHECK(evaluated("list contains(l, \"y\")") == "?l");
  CHECK(evaluated("[1, n] = [2, 3]") == "false");
  CHECK(evaluated("[1, n] = [1, 3]") == "?n");
  CHECK(evaluated("[1, n, m] = [1, 3, 4]") == "?m,n");
  CHECK(evaluated("count([n, m])") == "2");
  CHECK(evaluated("list contains([n, 3], 3)") == "true");
}

TEST_CASE("nothing is known of an unknown list, not even that it is not the empty one") {
  // "l in []" used to be false before the question was answered and true when nothing was chosen.
  CHECK(evaluated("l in []") == "?l");
  CHECK(evaluated("l in []", Answers({{"l", feel::make_list({})}})) == "true");
  CHECK(evaluated("list contains([], s)") == "false");
}

TEST_CASE("an unknown condition is decided only where both branches agree") {
  CHECK(evaluated("if a then 1 else 1.0") == "1");
  CHECK(evaluated("if a then 1 else 2") == "?a");
  CHECK(evaluated("if a then n else 2") == "?a,n");
  CHECK(evaluated("if a then null else null") == "null");
  CHECK(evaluated("if true then 1 else n") == "1");
  CHECK(meant("if null then 1 else 2") == "2");
  CHECK(evaluated("if a then [n] else [n]") == "?a,n");  // the list that comes out waits for n
}

TEST_CASE("one is of age on the birthday, not the day before; born on 29 February, on 1 March") {
  const char* kAdult = "years and months duration(d, today()).years >= 18";
  CHECK(evaluated(kAdult, Answers({{"d", date_of("2008-08-01")}})) == "true");
  CHECK(evaluated(kAdult, Answers({{"d", date_of("2008-08-02")}})) == "false");
  const Answers leap({{"d", date_of("2008-02-29")}});
  CHECK(evaluated("years and months duration(d, @\"2026-02-28\").years >= 18", leap) == "false");
  CHECK(evaluated("years and months duration(d, @\"2026-03-01\").years >= 18", leap) == "true");
  CHECK(evaluated("years and months duration(d, @\"2028-02-29\").years", leap) == "20");
  CHECK(evaluated("years and months duration(d, today()).years >= 18", Answers({{"d", date_of("2030-01-01")}})) ==
        "false");
}

TEST_CASE("dates and durations") {
  CHECK(evaluated("today()") == "2026-08-01");
  CHECK(evaluated("@\"2026-01-31\" + @\"P1M\"") == "2026-02-28");
  CHECK(evaluated("@\"P1M\" + @\"2024-01-31\"") == "2024-02-29");
  CHECK(evaluated("@\"2026-03-31\" - @\"P1M\"") == "2026-02-28");
  CHECK(evaluated("@\"2026-03-01\" - @\"P1D\"") == "2026-02-28");
  CHECK(evaluated("@\"2026-03-01\" - @\"2026-02-01\"") == "PT2419200S");
  CHECK(evaluated("(@\"2026-03-01\" - @\"2026-02-01\").days") == "28");
  CHECK(evaluated("(@\"2026-03-01\" - @\"2026-02-01\") >= @\"P28D\"") == "true");
  CHECK(evaluated("@\"P1Y\" = @\"P12M\"") == "true");
  CHECK(evaluated("@\"P1Y\" + @\"P6M\" = duration(\"P18M\")") == "true");
  CHECK(evaluated("-@\"P1Y\" < @\"P0M\"") == "true");
  CHECK(evaluated("@\"P1DT2H\".hours") == "2");
  CHECK(evaluated("date(\"2024-02-29\").month") == "2");
  CHECK(evaluated("date(2024, 2, 29) = @\"2024-02-29\"") == "true");
  CHECK(evaluated("@\"2026-08-01\".weekday") == "6");
  CHECK(evaluated("d between @\"2026-01-01\" and @\"2026-12-31\"", Answers({{"d", date_of("2026-12-31")}})) == "true");
}

TEST_CASE("what FEEL calls an error is null and counted, never a crash") {
  const char* kErrors[] = {"date(\"2025-02-29\")",
                           "date(2025, 13, 1)",
                           "date(2025.5, 1, 1)",
                           "duration(\"P\")",
                           "1 / 0",
                           "@\"999999999-12-31\" + @\"P1D\"",
                           "@\"-999999999-01-01\" - @\"P1D\"",
                           "1e6000 * 1e6000",
                           "date(s).year",
                           "@\"2026-01-01\" + @\"P1999999999Y\""};
  for (const char* expression : kErrors) {
    CAPTURE(expression);
    std::uint32_t errors = 0;
    CHECK(meant(expression, Answers({{"s", text("nonsense")}}), &errors) == "null");
    CHECK(errors >= 1);
  }
}

TEST_CASE("numbers are exact, so money is") {
  CHECK(evaluated("0.1 + 0.2 = 0.3") == "true");
  CHECK(evaluated("4325 * 1.25") == "5406.25");
  CHECK(evaluated("1 - 2 * 3 / 4") == "-0.5");
  CHECK(evaluated("(1 + 2) * 3") == "9");
  CHECK(evaluated("min(3, 1, 2)") == "1");
  CHECK(evaluated("max([3, 1, 2])") == "3");
  CHECK(evaluated("sum(1, 2, 3)") == "6");
  CHECK(evaluated("sum(1, n)") == "?n");
  CHECK(evaluated("min([])") == "null");
}

TEST_CASE("texts are counted in characters") {
  CHECK(evaluated("string length(\"\xD3\x98\xD2\x93\")") == "2");
  CHECK(evaluated("contains(\"abc\", \"bc\") and starts with(\"abc\", \"ab\") and ends with(\"abc\", \"bc\")") ==
        "true");
  CHECK(evaluated("starts with(\"a\", \"abc\") or ends with(\"c\", \"abc\")") == "false");
  CHECK(evaluated("\"a\" + \"b\" = \"ab\"") == "true");
  CHECK(evaluated("contains(s, \"x\")") == "?s");
}

TEST_CASE("and binds tighter than or, comparison tighter than both") {
  CHECK(evaluated("true or false and false") == "true");
  CHECK(evaluated("(true or false) and false") == "false");
  CHECK(evaluated("1 + 1 = 2 and 3 < 4") == "true");
  CHECK(evaluated("not(false) and true") == "true");
  CHECK(evaluated("-1 < 0") == "true");
}

TEST_CASE("number() without signs for grouping reads no further than its arguments") {
  // Used to read two arguments that are not there, and gave now 5, now null.
  for (int i = 0; i < 50; ++i) CHECK(evaluated("[number(\"5\"), number(s)]", Answers({{"s", text("6")}})) == "[5, 6]");
}
