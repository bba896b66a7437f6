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
  CHECK(error("for x in [1] return x") == "feel.outside 1:1");
  CHECK(error("some x in [1] satisfies x > 0") == "feel.outside 1:1");
  CHECK(error("every x in [1] satisfies x > 0") == "feel.outside 1:1");
  CHECK(error("function(x) x") == "feel.outside 1:1");
  CHECK(error("1 + {a: 1}") == "feel.outside 1:5");
  CHECK(error("l[1]") == "feel.outside 1:2");
}

TEST_CASE("a name, 'and' and a bracket are two clauses, not a call of 'name and'") {
  // Used to be read as a function "a and", so a condition could not go on with a bracket behind a bare name.
  const auto both = parse("a and (b or c)");
  REQUIRE(both);
  CHECK(both->kind == feel_lang::SyntaxKind::binary);
  CHECK(error("n between -m and (d).year").empty());
  CHECK(error("years and (b)").empty());
  const auto call = parse("years and months duration(a, b)");
  REQUIRE(call);
  CHECK(call->kind == feel_lang::SyntaxKind::call);
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
  CHECK(error("a" + repeated(" and a", 150)).empty());
  CHECK(error("a" + repeated(" and a", 1000)).substr(0, 9) == "feel.deep");
  CHECK(error("d" + repeated(".year", 3000)).substr(0, 9) == "feel.deep");
  CHECK(error(repeated("(", 90) + "a" + repeated("+a+a+a)", 90)).substr(0, 9) == "feel.deep");
}
