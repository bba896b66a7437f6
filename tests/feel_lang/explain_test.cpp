// SPDX-License-Identifier: MIT
#include "feel_lang/explain.hpp"

#include "feel_text.hpp"

using namespace qadam;
using testing::Answers;

namespace {

std::string because(const std::string& text, const Answers& answers = {}) {
  feel::Program program;
  const auto compiled = feel_lang::compile(text, testing::names(), feel_lang::Type::boolean, program);
  REQUIRE(compiled);
  std::string out;
  for (const auto& clause : feel_lang::explain(text, *compiled, program, answers, testing::date_of(testing::kToday))) {
    out += (out.empty() ? "" : "; ") + clause.place + " " + clause.text + " -> " + testing::shown(clause.value);
  }
  return out;
}

}  // namespace

TEST_CASE("for what is false its false clauses, for what is open its undecided ones, in the author's words") {
  const feel::Value eight = base::Decimal::whole(8);
  CHECK(because("n >= 18 and a and s = \"x\"", Answers({{"n", eight}, {"a", true}, {"s", std::string("y")}})) ==
        "1:1 n >= 18 -> false; 1:19 s = \"x\" -> false");
  CHECK(because("a and (b or n > 1)", Answers({{"a", true}, {"b", false}})) == "1:13 n > 1 -> ?n");
  CHECK(because("a and\n  (b or c)", Answers({{"a", true}})) == "2:4 b -> ?b; 2:9 c -> ?c");
  CHECK(because("a or b", Answers({{"a", true}})) == "");
  CHECK(because("not(a)", Answers({{"a", true}})) == "1:1 not(a) -> false");
}
