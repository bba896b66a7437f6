// SPDX-License-Identifier: MIT
#include "feel_lang/compile.hpp"

#include "feel_text.hpp"

using namespace qadam;
using feel_lang::Type;
using testing::names;

namespace {

std::string refused(const std::string& text, Type wanted = Type::any) {
  feel::Program program;
  const auto compiled = feel_lang::compile(text, names(), wanted, program);
  return compiled ? "" : compiled.error().code + " " + compiled.error().place + " " + compiled.error().detail;
}

}  // namespace

TEST_CASE("an undeclared name is refused with the nearest one") {
  feel_lang::Names declared{{"category", {Type::string, 0, {"A", "B"}}}};
  feel::Program program;
  const auto compiled = feel_lang::compile("1 = 1 and categry = \"A\"", declared, Type::boolean, program);
  REQUIRE_FALSE(compiled);
  CHECK(compiled.error().code == "feel.name");
  CHECK(compiled.error().place == "1:11");
  CHECK(compiled.error().detail == "'categry': no such name (did you mean 'category'?)");
}

TEST_CASE("what FEEL would quietly turn into null is refused") {
  CHECK(refused("n = \"1\"") == "feel.type 1:5 '\"1\"': is a text where a number is expected");
  CHECK(refused("n < \"1\"") == "feel.type 1:5 '\"1\"': is a text where a number is expected");
  CHECK(refused("n and a") == "feel.type 1:1 'n': is a number where yes or no is expected");
  CHECK(refused("a or 1") == "feel.type 1:6 '1': is a number where yes or no is expected");
  CHECK(refused("not(n)") == "feel.type 1:5 'n': is a number where yes or no is expected");
  CHECK(refused("a < b") == "feel.type 1:1 'a': yes or no has no order");
  CHECK(refused("n < null") == "feel.type 1:5 'null': null has no order");
  CHECK(refused("null < n") == "feel.type 1:1 'null': null has no order");
  CHECK(refused("n + s").substr(0, 13) == "feel.type 1:3");
  CHECK(refused("d + d").substr(0, 13) == "feel.type 1:3");
  CHECK(refused("d * 2").substr(0, 13) == "feel.type 1:3");
  CHECK(refused("d + 1").substr(0, 13) == "feel.type 1:3");
  CHECK(refused("@\"P1Y\" + @\"P1D\"").substr(0, 9) == "feel.type");
  CHECK(refused("-s").substr(0, 9) == "feel.type");
  CHECK(refused("n between 1 and \"2\"").substr(0, 9) == "feel.type");
  CHECK(refused("a between a and a").substr(0, 9) == "feel.type");
  CHECK(refused("n in (\"1\")").substr(0, 9) == "feel.type");
  CHECK(refused("n in [\"1\", \"2\"]").substr(0, 9) == "feel.type");
  CHECK(refused("n in (< \"1\")").substr(0, 9) == "feel.type");
  CHECK(refused("n in [@\"2026-01-01\"..@\"2026-12-31\"]").substr(0, 9) == "feel.type");
  CHECK(refused("n in [1..\"2\"]").substr(0, 9) == "feel.type");
  CHECK(refused("if n then 1 else 2").substr(0, 13) == "feel.type 1:4");
  CHECK(refused("if a then 1 else \"2\"").substr(0, 14) == "feel.type 1:18");
  CHECK(refused("a and null").substr(0, 15) == "feel.type 1:7 '");
  CHECK(refused("n / 0").substr(0, 13) == "feel.zero 1:5");
  CHECK(refused("s ** 2").substr(0, 9) == "feel.type");
  CHECK(refused("for x in l return x + 1").substr(0, 9) == "feel.type");
  CHECK(refused("some x in l satisfies x").substr(0, 9) == "feel.type");
  CHECK(refused("for x in null return x").substr(0, 9) == "feel.type");
  CHECK(refused("for x in [\"a\"..\"b\"] return x").substr(0, 9) == "feel.type");
  CHECK(refused("[1, 2][item = \"1\"]").substr(0, 9) == "feel.type");
  CHECK(refused("[{x: 1}][y > 1]").substr(0, 9) == "feel.name");
  CHECK(refused("{x: 1}.y").substr(0, 13) == "feel.property");
  CHECK(refused("{x: 1, x: 2}").substr(0, 8) == "feel.key");
}

TEST_CASE("a condition must be true or false") {
  CHECK(refused("n + 1", Type::boolean).substr(0, 9) == "feel.type");
  CHECK(refused("null", Type::boolean).substr(0, 9) == "feel.type");
  CHECK(refused("a", Type::boolean).empty());
  CHECK(refused("if a then true else null", Type::boolean).empty());
}

TEST_CASE("a member that the enumeration does not have would be false for everybody") {
  CHECK(refused("e = \"w\"") == "feel.member 1:5 '\"w\"': is none of its values: x, y, z");
  CHECK(refused("\"w\" = e").substr(0, 15) == "feel.member 1:1");
  CHECK(refused("e != \"w\"").substr(0, 11) == "feel.member");
  CHECK(refused("e in (\"x\", \"w\")").substr(0, 16) == "feel.member 1:12");
  CHECK(refused("e in [\"x\", \"w\"]").substr(0, 16) == "feel.member 1:12");
  CHECK(refused("e in (= \"w\")").substr(0, 11) == "feel.member");
  CHECK(refused("e in (\"x\", \"y\") and e != \"z\"").empty());
  CHECK(refused("s = \"anything\"").empty());
}

TEST_CASE("properties and functions that do not exist, and wrong arguments") {
  CHECK(refused("d.years").substr(0, 13) == "feel.property");
  CHECK(refused("n.year").substr(0, 13) == "feel.property");
  CHECK(refused("d.foo").substr(0, 13) == "feel.property");
  CHECK(refused("years and months durations(d, d)") ==
        "feel.function 1:1 'years and months durations(d, d)': no such function (did you mean 'years and months "
        "duration'?)");
  CHECK(refused("now()").substr(0, 12) == "feel.outside");
  CHECK(refused("sort([1], 2)").substr(0, 12) == "feel.outside");
  CHECK(refused("today(1)").substr(0, 14) == "feel.arguments");
  CHECK(refused("not(a, b)").substr(0, 14) == "feel.arguments");
  CHECK(refused("not()").substr(0, 14) == "feel.arguments");
  CHECK(refused("date(1, 2)").substr(0, 14) == "feel.arguments");
  CHECK(refused("min()").substr(0, 14) == "feel.arguments");
  CHECK(refused("years and months duration(d, n)").substr(0, 9) == "feel.type");
  CHECK(refused("count(null)").substr(0, 9) == "feel.type");
  CHECK(refused("count(n)").empty());  // FEEL takes an item for a list of one
  CHECK(refused("abs(l)").substr(0, 9) == "feel.type");
  CHECK(refused("abs(number: n)").substr(0, 14) == "feel.arguments");
  CHECK(refused("substring(string: s, length: 1)").substr(0, 14) == "feel.arguments");
  CHECK(refused("substring(length: 1, string: s, start position: 1)").empty());
  CHECK(refused("string length(n)").substr(0, 9) == "feel.type");
}

TEST_CASE("dates and durations written wrongly are found while compiling") {
  CHECK(refused("@\"2025-02-29\"").substr(0, 12) == "feel.literal");
  CHECK(refused("d < @\"tomorrow\"").substr(0, 16) == "feel.literal 1:5");
  CHECK(refused("@\"P1Y2D\"").substr(0, 12) == "feel.literal");
  CHECK(refused("1e99999").substr(0, 12) == "feel.literal");
}

TEST_CASE("what an expression reads is known, each name once") {
  feel::Program program;
  const auto compiled = feel_lang::compile("a and (n > 1 or a) and today() > d", names(), Type::boolean, program);
  REQUIRE(compiled);
  CHECK(compiled->reads == std::set<std::uint32_t>{0, 3, 6});
  CHECK(compiled->type == Type::boolean);
}

TEST_CASE("many expressions share one program and its constants") {
  feel::Program program;
  REQUIRE(feel_lang::compile("n = 18 and e = \"x\"", names(), Type::boolean, program));
  const std::size_t numbers = program.numbers.size();
  REQUIRE(feel_lang::compile("m = 18.0 or e = \"x\"", names(), Type::boolean, program));
  CHECK(program.numbers.size() == numbers);
  CHECK(program.strings.size() == 1);
  REQUIRE_FALSE(feel_lang::compile("n = \"wrong\"", names(), Type::boolean, program));
  CHECK(feel::is_sound(program, testing::kFieldCount));
}

TEST_CASE("an expression too deep for the evaluator is refused by the compiler") {
  // Such a chain used to compile; then the whole pack was "not sound", without a word on which condition. 8,000 terms
  // were 8,000 levels of recursion.
  for (const int terms : {150, 1000, 8000}) {
    std::string text = "n";
    for (int i = 1; i < terms; ++i) text += "+n";
    feel::Program program;
    const auto compiled = feel_lang::compile(text, names(), Type::number, program);
    CHECK(compiled.has_value() == (terms == 150));
    CHECK(feel::is_sound(program, testing::kFieldCount));
    if (!compiled) CHECK(compiled.error().code == "feel.deep");
  }
  CHECK(refused("d" + std::string(".year.year.year.year") + ".year").substr(0, 13) == "feel.property");
}

TEST_CASE("more operands than a node can hold are refused") {
  std::string text = "n in (1";
  while (text.size() < 16000) text += ",1";
  CHECK(refused(text + ")").empty());
}
