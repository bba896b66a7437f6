// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "feel_lang/syntax.hpp"

using namespace qadam;
using feel_lang::parse;

namespace {

std::string error(std::string_view text) {
  const auto syntax = parse(text);
  return syntax ? "" : syntax.error().code + " " + syntax.error().place;
}

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("what was expected and what stands there is said, with its place") {
  const auto syntax = parse("1 +\n");
  REQUIRE_FALSE(syntax);
  CHECK(syntax.error().code == "feel.syntax");
  CHECK(syntax.error().place == "2:1");
  CHECK(syntax.error().detail == "expected a value, found the end");
  CHECK(error("") == "feel.syntax 1:1");
  CHECK(error("(1") == "feel.syntax 1:3");
  CHECK(error("1 2") == "feel.syntax 1:3");
  CHECK(error("[1, 2") == "feel.syntax 1:6");
  CHECK(error("if a then b") == "feel.syntax 1:12");
  CHECK(error("if a else b") == "feel.syntax 1:6");
  CHECK(error("a between 1 or 2") == "feel.syntax 1:13");
  CHECK(error("a in (1, 2") == "feel.syntax 1:11");
  CHECK(error("f(1,)") == "feel.syntax 1:5");
  CHECK(error("a.1") != "");
  CHECK(error("d.") == "feel.syntax 1:3");
  CHECK(error("then") == "feel.syntax 1:1");
  CHECK(error("not a") == "feel.syntax 1:1");
  CHECK(error("[1..2") != "");
  CHECK(error("]") == "feel.syntax 1:1");
  CHECK(error("<3") == "feel.syntax 1:1");
  CHECK(error("1 < 2 < 3") == "feel.syntax 1:7");
}

TEST_CASE("FEEL that is outside the subset is called that, not a mistake of grammar") {
  CHECK(error("function(x) x") == "feel.outside 1:1");
  CHECK(error("1 + function(x) x") == "feel.outside 1:5");
  CHECK(error("x instance of number") == "feel.outside 1:3");
}

TEST_CASE("a name, 'and' and a bracket are two clauses, not a call of 'name and'") {
  // Used to be read as a function "a and", so a condition could not go on with a bracket behind a bare name.
  const auto both = parse("a and (b or c)");
  REQUIRE(both);
  CHECK(both->kind == feel_lang::SyntaxKind::junction);
  CHECK(both->kids.size() == 2);
  CHECK(error("n between -m and (d).year").empty());
  CHECK(error("years and (b)").empty());
  const auto call = parse("years and months duration(a, b)");
  REQUIRE(call);
  CHECK(call->kind == feel_lang::SyntaxKind::call);
}

TEST_CASE("brackets around a range, a loop or a range that opens with ] are read as such") {
  // A bracket used to be taken for a range's when ".." stood anywhere behind a "]" that opens one, or in a "for".
  for (const char* text :
       {"(every y in [n, n] satisfies y in (]2..(n)]))", "(for x in 1..3 return x)", "([1..5[)", "[]1..2[, 3]",
        "[for x in 1..y[1] return x, 2]", "[1..x[1]]", "([]..n)", "(a.b)[1]", "x in (]1..5[, 7)", "x in (y) + 1",
        "x in ((1..2))", "x in (a - b) * 2", "x in (a)[1]", "[years and months duration(a, b)..c]", "(not(a)..b)",
        "(-?..?)", "x in (y in (z) * 2) * 2"}) {
    CAPTURE(text);
    const bool odd_one = std::string_view(text) == "[]1..2[, 3]" || std::string_view(text) == "[1..x[1]]";
    CHECK(error(text).empty() != odd_one);  // "[]" is the empty list; "x[" ends the range
  }
}

TEST_CASE("tests in brackets that go on as an operand are read once, however deep") {
  // Used to be read twice on each level: 40 levels took for ever.
  CHECK(error(repeated("1 in (", 90) + "1" + repeated(") * 2", 90)).empty());
}

TEST_CASE("ten thousand brackets are refused, not a crash") {
  for (const char* open : {"(", "[", "-", "if ", "not(", "count([", "1 + (", "if true then ", "a in (1, ("}) {
    CAPTURE(open);
    const std::string code = error(repeated(open, 10000).substr(0, 16 * 1024));
    CHECK((code.substr(0, 9) == "feel.deep" || code.substr(0, 11) == "feel.syntax"));
  }
  CHECK(error(repeated("(", 5000) + "1" + repeated(")", 5000)).substr(0, 9) == "feel.deep");
  CHECK(error(repeated("(", 100) + "1" + repeated(")", 100)).empty());
}

TEST_CASE("a chain is as deep as it is long, and refused as such") {
  CHECK(error("a" + repeated(" + a", 150)).empty());
  CHECK(error("a" + repeated(" + a", 1000)).substr(0, 9) == "feel.deep");
  CHECK(error("a" + repeated(" and a", 2000)).empty());  // clauses of one 'and' are one level
  CHECK(error("d" + repeated(".year", 3000)).substr(0, 9) == "feel.deep");
  CHECK(error(repeated("(", 90) + "a" + repeated("+a+a+a)", 90)).substr(0, 9) == "feel.deep");
}
