// What the compiler accepts can be evaluated: in every state of the answers, within the limits.
// SPDX-License-Identifier: MIT
#include "feel_text.hpp"
#include "writer.hpp"

using namespace qadam;
using testing::Answers;

TEST_CASE("what compile() accepts is sound and ends within its limits, whatever is answered") {
  const std::uint32_t seed = testing::seed(13);
  CAPTURE(seed);
  testing::Writer writer(seed);
  int accepted = 0;
  feel::Program program;  // one for all, as in a pack
  for (int i = 0; i < 20000; ++i) {
    const std::string text = writer.expression(static_cast<int>(1 + writer.below(3)));
    const auto compiled = feel_lang::compile(text, testing::names(), feel_lang::Type::any, program);
    if (!compiled) continue;
    ++accepted;
    CAPTURE(text);
    for (int each = 0; each < 3; ++each) {
      std::map<std::string, feel::Value> values;
      for (const auto& name : testing::names()) {
        if (writer.below(3) != 0) values[name.first] = writer.value(name.first);
      }
      const auto outcome = feel::evaluate(program, compiled->root, Answers(values), testing::date_of(testing::kToday));
      CHECK_FALSE(outcome.exhausted);
    }
    if (program.nodes.size() < 20000) continue;
    REQUIRE(feel::is_sound(program, testing::kFieldCount));
    program = {};
  }
  CHECK(feel::is_sound(program, testing::kFieldCount));
  CHECK(accepted > 4000);
}

TEST_CASE("what compile() refuses leaves a sound program behind") {
  feel::Program program;
  for (const char* text :
       {"n = \"x\" and unheard(1)", "[1, 2][y]", "for q in l return z", "{a: 1, a: b.c}", "?", "1 +"}) {
    CHECK_FALSE(feel_lang::compile(text, testing::names(), feel_lang::Type::any, program));
    CHECK(feel::is_sound(program, testing::kFieldCount));
  }
}
