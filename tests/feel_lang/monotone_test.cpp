// The law of `unknown`: a result that is known under some answers is the same under every completion of them.
// SPDX-License-Identifier: MIT
#include <random>

#include "feel_text.hpp"

using namespace qadam;
using feel_lang::Type;
using testing::Answers;
using testing::date_of;
using testing::shown;

namespace {

// Well-typed FEEL text by chance; the seed is fixed, so a failure stays one.
class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  std::string boolean(int depth) {
    if (depth == 0) return pick({"a", "b", "c", "true", "false", "null", "a", "b", "c"});
    switch (below(17)) {
      case 0:
      case 1:
      case 2:
        return "(" + boolean(depth - 1) + " and " + boolean(depth - 1) + ")";
      case 3:
      case 4:
      case 5:
        return "(" + boolean(depth - 1) + " or " + boolean(depth - 1) + ")";
      case 6:
        return "not(" + boolean(depth - 1) + ")";
      case 7:
        return "(" + number(depth - 1) + pick({" < ", " <= ", " > ", " >= ", " = ", " != "}) + number(depth - 1) + ")";
      case 8:
        return "(" + text(depth - 1) + pick({" = ", " != "}) + text(depth - 1) + ")";
      case 9:
        return "(" + date(depth - 1) + pick({" < ", " >= ", " = ", " != "}) + date(depth - 1) + ")";
      case 10:
        return "(if " + boolean(depth - 1) + " then " + boolean(depth - 1) + " else " + boolean(depth - 1) + ")";
      case 11:
        return "(" + number(depth - 1) + " in (" + number_test(depth - 1) + ", " + number_test(depth - 1) + "))";
      case 12:
        return "list contains(" + list(depth - 1) + ", " + text(depth - 1) + ")";
      case 13:
        return "(" + number(depth - 1) + " between " + number(depth - 1) + " and " + number(depth - 1) + ")";
      case 14:
        return "(" + text(depth - 1) + " in (" + text(depth - 1) + ", " + list(depth - 1) + "))";
      case 15:
        return "(" + list(depth - 1) + pick({" = ", " != ", " in "}) + list(depth - 1) + ")";
      default:
        return "(" + boolean(depth - 1) + pick({" = ", " != "}) + boolean(depth - 1) + ")";
    }
  }

  std::string number(int depth) {
    if (depth == 0) return pick({"n", "m", "1", "2", "0", "18", "n", "m"});
    switch (below(8)) {
      case 0:
        return "(" + number(depth - 1) + pick({" + ", " - ", " * ", " / "}) + number(depth - 1) + ")";
      case 1:
        return "(if " + boolean(depth - 1) + " then " + number(depth - 1) + " else " + number(depth - 1) + ")";
      case 2:
        return "(" + months(depth - 1) + ").years";
      case 3:
        return "count(" + list(depth - 1) + ")";
      case 4:
        return pick({"min", "max", "sum"}) + std::string("(") + number(depth - 1) + ", " + number(depth - 1) + ")";
      case 5:
        return "string length(" + text(depth - 1) + ")";
      case 6:
        return "(" + date(depth - 1) + ").year";
      default:
        return "-" + number(depth - 1);
    }
  }

  std::string text(int depth) {
    if (depth == 0 || below(3) != 0) return pick({"s", "e", "\"x\"", "\"y\"", "e", "s", "\"z\""});
    return "(if " + boolean(depth - 1) + " then " + text(depth - 1) + " else " + text(depth - 1) + ")";
  }

  std::string date(int depth) {
    if (depth == 0 || below(2) == 0) return pick({"d", "today()", "@\"2008-02-29\"", "d"});
    return "(" + date(depth - 1) + pick({" + ", " - "}) + months(depth - 1) + ")";
  }

  std::string months(int depth) {
    if (depth == 0 || below(2) == 0) return pick({"@\"P18Y\"", "@\"P1M\"", "-@\"P1Y\""});
    return "years and months duration(" + date(depth - 1) + ", " + date(depth - 1) + ")";
  }

  std::string list(int depth) {
    switch (below(5)) {
      case 0:
        return "[]";
      case 1:
        return "[" + text(depth > 0 ? depth - 1 : 0) + "]";
      case 2:
        return "[" + text(0) + ", " + text(0) + "]";
      default:
        return "l";
    }
  }

  feel::Value value(const std::string& name) {
    if (below(6) == 0) return {};
    switch (testing::names().find(name)->second.type) {
      case Type::boolean:
        return below(2) == 0;
      case Type::number:
        return base::Decimal::whole(std::int64_t{below(5)} * 6 - 6);
      case Type::date:
        return date_of("2008-02-29").plus_days(static_cast<std::int32_t>(below(400)) - 30);
      case Type::list: {
        std::vector<feel::Value> items;
        for (std::uint32_t i = below(3); i > 0; --i) items.emplace_back(std::string(pick({"x", "y", "z"})));
        return feel::make_list(std::move(items));
      }
      default:
        return std::string(pick({"x", "y", "z"}));
    }
  }

  const char* pick(std::initializer_list<const char*> of) {
    return of.begin()[below(static_cast<std::uint32_t>(of.size()))];
  }

 private:
  std::string number_test(int depth) {
    switch (below(4)) {
      case 0:
        return pick({"<", "<=", ">", ">=", "="}) + number(depth);
      case 1:
        return "[" + number(depth) + ".." + number(depth) + "]";
      case 2:
        return "(" + number(0) + ".." + number(0) + ")";
      default:
        return number(depth);
    }
  }

  std::mt19937 random_;
};

struct Tally {
  int decided = 0;
  int open = 0;
  int wrong = 0;
  std::string first;
};

// One expression under one set of partial answers and three completions of it.
void try_one(Writer& writer, const std::string& text, const feel::Program& program, std::uint32_t root, Tally& tally) {
  std::map<std::string, feel::Value> partial;
  for (const auto& name : testing::names()) {
    if (writer.below(2) == 0) partial[name.first] = writer.value(name.first);
  }
  const auto result = [&](const std::map<std::string, feel::Value>& values) {
    return shown(feel::evaluate(program, root, Answers(values), date_of(testing::kToday)).value);
  };
  const std::string before = result(partial);
  if (before.front() == '?') {
    ++tally.open;
    return;
  }
  ++tally.decided;
  for (int i = 0; i < 3; ++i) {
    std::map<std::string, feel::Value> whole = partial;
    for (const auto& name : testing::names()) {
      if (whole.count(name.first) == 0) whole[name.first] = writer.value(name.first);
    }
    const std::string after = result(whole);
    if (after == before) continue;
    if (tally.wrong++ == 0) tally.first = text + ": first " + before + ", then " + after;
  }
}

}  // namespace

TEST_CASE("a known result never changes when more is answered (20,000 decided expressions)") {
  Writer writer(20260801);
  Tally tally;
  for (int i = 0; i < 10000 && tally.decided < 20000; ++i) {
    const std::string text =
        writer.below(4) == 0 ? writer.number(2) : writer.boolean(static_cast<int>(1 + writer.below(3)));
    feel::Program program;
    const auto compiled = feel_lang::compile(text, testing::names(), Type::any, program);
    CAPTURE(text);
    REQUIRE(compiled);
    for (int each = 0; each < 16; ++each) try_one(writer, text, program, compiled->root, tally);
  }
  CAPTURE(tally.first);
  CHECK(tally.wrong == 0);
  CHECK(tally.decided >= 20000);
  CHECK(tally.open >= 2000);
}

TEST_CASE("what is still open asks at least one question, and answering all of them settles it") {
  Writer writer(7);
  int open = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string text = writer.boolean(2);
    feel::Program program;
    const auto compiled = feel_lang::compile(text, testing::names(), Type::any, program);
    REQUIRE(compiled);
    std::map<std::string, feel::Value> values;
    for (int round = 0;; ++round) {
      const feel::Value value =
          feel::evaluate(program, compiled->root, Answers(values), date_of(testing::kToday)).value;
      const auto* unknown = value.as<feel::Unknown>();
      if (unknown == nullptr) break;
      ++open;
      CAPTURE(text);
      REQUIRE_FALSE(unknown->questions.empty());
      REQUIRE(round < 12);
      for (const auto& name : testing::names()) {
        if (!unknown->questions.contains(name.second.field)) continue;
        REQUIRE(values.count(name.first) == 0);  // never asks again what it was told
        values[name.first] = writer.value(name.first);
      }
    }
  }
  CHECK(open > 500);
}
