// The law of the printer: parse(print(e)) is e.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "feel_lang/builtins.hpp"
#include "feel_lang/syntax.hpp"
#include "feel_text.hpp"
#include "writer.hpp"

using namespace qadam;
using feel_lang::Syntax;
using feel_lang::SyntaxKind;
using feel_lang::TokenKind;

namespace {

// Any tree that the grammar can say, whether it means something or not.
class Trees {
 public:
  explicit Trees(std::uint32_t seed) : random_(seed) {}

  Syntax tree(int depth) {
    switch (depth <= 0 ? below(3) : below(19)) {
      case 0:
        return literal();
      case 1:
        return made(SyntaxKind::name,
                    random_.pick({"a", "birth_date", "first name", "\xD3\x99\xD0\xBA\xD0\xB5", "item"}));
      case 2:
        return made(SyntaxKind::subject, "");
      case 3:
        return made(SyntaxKind::negate, "", {tree(depth - 1)});
      case 4:
      case 5:
        return made(SyntaxKind::binary, random_.pick({"+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">="}),
                    trees(depth, 2));
      case 6:
        return made(SyntaxKind::junction, random_.pick({"and", "or"}), trees(depth, 2 + below(3)));
      case 7:
        return made(SyntaxKind::between, "", trees(depth, 3));
      case 8:
        return made(SyntaxKind::in, "", joined(tree(depth - 1), tests(depth, 1 + below(3))));
      case 9:
        return made(SyntaxKind::if_else, "", trees(depth, 3));
      case 10:
        return iteration(SyntaxKind::for_each, depth);
      case 11:
        return iteration(below(2) == 0 ? SyntaxKind::some : SyntaxKind::every, depth);
      case 12:
        return made(SyntaxKind::path, random_.pick({"years", "start included", "in", "a"}), trees(depth, 1));
      case 13:
        return made(SyntaxKind::filter, "", joined(tree(depth - 1), tests(depth, 1)));
      case 14:
        return call(depth);
      case 15:
        return made(SyntaxKind::list, "", tests(depth, below(4)));
      case 16:
        return context(depth);
      case 17:
        return test(depth);
      default:
        return made(SyntaxKind::range, random_.pick({"[]", "()", "[)", "(]"}), trees(depth, 2));
    }
  }

 private:
  std::uint32_t below(std::uint32_t n) { return random_.below(n); }

  static Syntax made(SyntaxKind kind, std::string text, std::vector<Syntax> kids = {},
                     std::vector<std::string> names = {}) {
    Syntax out;
    out.kind = kind;
    out.text = std::move(text);
    out.kids = std::move(kids);
    out.names = std::move(names);
    return out;
  }

  static std::vector<Syntax> joined(Syntax first, std::vector<Syntax> rest) {
    rest.insert(rest.begin(), std::move(first));
    return rest;
  }

  std::vector<Syntax> trees(int depth, std::uint32_t n) {
    std::vector<Syntax> out;
    for (std::uint32_t i = 0; i < n; ++i) out.push_back(tree(depth - 1));
    return out;
  }

  Syntax test(int depth) {
    return made(SyntaxKind::test, random_.pick({"=", "!=", "<", "<=", ">", ">="}), trees(depth, 1));
  }

  std::vector<Syntax> tests(int depth, std::uint32_t n) {
    std::vector<Syntax> out;
    for (std::uint32_t i = 0; i < n; ++i) out.push_back(below(3) == 0 ? test(depth - 1) : tree(depth - 1));
    return out;
  }

  Syntax literal() {
    Syntax out = made(SyntaxKind::literal, "");
    switch (below(4)) {
      case 0:
        out.token.kind = TokenKind::number;
        out.text = random_.pick({"0", "12", ".5", "1.50", "1e3", "2E-7"});
        break;
      case 1:
        out.token.kind = TokenKind::string;
        out.text =
            random_.pick({"", "x", "a \"b\" \\ '", "\n\r\t", "\xD2\x9A", "\xF0\x9F\x98\x80", "..", "// no", "\x01"});
        break;
      case 2:
        out.token.kind = TokenKind::at_string;
        out.text = random_.pick({"2026-03-01", "P1Y", "any \"thing\""});
        break;
      default:
        out.token.kind = TokenKind::keyword;
        out.text = random_.pick({"true", "false", "null"});
    }
    return out;
  }

  Syntax iteration(SyntaxKind kind, int depth) {
    std::vector<std::string> names;
    std::vector<Syntax> kids;
    for (std::uint32_t i = 1 + below(2); i > 0; --i) {
      names.push_back(random_.pick({"x", "y", "one child"}));
      kids.push_back(below(3) == 0 ? made(SyntaxKind::span, "", trees(depth, 2)) : tree(depth - 1));
    }
    kids.push_back(tree(depth - 1));
    return made(kind, "", std::move(kids), std::move(names));
  }

  Syntax call(int depth) {
    const auto& all = feel_lang::builtins();
    Syntax out = made(SyntaxKind::call, std::string(all[below(static_cast<std::uint32_t>(all.size()))].name),
                      trees(depth, below(4)));
    if (below(3) != 0) return out;
    for (std::size_t i = 0; i < out.kids.size(); ++i) out.names.push_back(random_.pick({"from", "start position"}));
    return out;
  }

  Syntax context(int depth) {
    Syntax out = made(SyntaxKind::context, "", trees(depth, below(4)));
    for (std::size_t i = 0; i < out.kids.size(); ++i) {
      out.names.push_back(random_.pick({"a", "a b", "in", "1", "", "a-b", " a", "\"", "a  b"}));
    }
    return out;
  }

  testing::Writer random_;
};

// Empty when the text, printed and read again, is the same tree.
std::string differs(const Syntax& tree, const feel_lang::Vocabulary& vocabulary = {}) {
  const std::string text = feel_lang::print(tree);
  const auto again = feel_lang::parse(text, vocabulary);
  if (!again) return text + ": " + again.error().code + " " + again.error().place + " " + again.error().detail;
  return feel_lang::same_tree(tree, *again) ? "" : text + " is read as " + feel_lang::print(*again);
}

}  // namespace

TEST_CASE("what is printed reads as the same tree: 30,000 trees by chance") {
  const std::uint32_t seed = testing::seed(11);
  CAPTURE(seed);
  Trees trees(seed);
  for (int i = 0; i < 30000; ++i) {
    const std::string difference = differs(trees.tree(1 + i % 4));
    REQUIRE(difference == "");
  }
}

TEST_CASE("what is printed reads as the same tree: texts as an analyst might write them") {
  const std::uint32_t seed = testing::seed(12);
  CAPTURE(seed);
  testing::Writer writer(seed);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = writer.expression(3);
    const auto tree = feel_lang::parse(text);
    CAPTURE(text);
    REQUIRE(tree);
    CHECK(differs(*tree) == "");
  }
}

TEST_CASE("what is printed reads as the same tree: all vectors") {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path root = QADAM_SOURCE_DIR;
  for (const auto& entry : std::filesystem::directory_iterator(root / "tests" / "cases" / "feel")) {
    files.push_back(entry.path());
  }
  const auto kit = root.parent_path() / "shared" / "feel-tck" / "vectors.json";
  if (std::filesystem::exists(kit)) files.push_back(kit);
  int read = 0;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream json;
    json << in.rdbuf();
    for (const auto& vector : nlohmann::json::parse(json.str(), nullptr, false)) {
      feel_lang::Vocabulary vocabulary;
      if (vector.contains("inputs")) {
        for (const auto& input : vector["inputs"].items()) vocabulary.add(input.key());
      }
      const auto tree = feel_lang::parse(vector.value("expression", ""), vocabulary);
      if (!tree) continue;
      ++read;
      CAPTURE(vector.value("expression", ""));
      CHECK(differs(*tree, vocabulary) == "");
    }
  }
  CHECK(read >= 700);
}

TEST_CASE("a test in brackets keeps them where a test alone cannot stand") {
  // Used to be printed bare: "f(< 5)" is no FEEL.
  for (const char* text : {"(< 5)", "f((< 5))", "{a: (< 5)}", "if (< 5) = (< 5) then (> 1) else (> 2)", "[< 5, (1)]"}) {
    const auto tree = feel_lang::parse(text);
    REQUIRE(tree);
    CHECK(differs(*tree) == "");
  }
}

TEST_CASE("brackets stand only where they are needed") {
  const auto printed = [](const char* text) { return feel_lang::print(feel_lang::parse(text).value()); };
  CHECK(printed("((a) and ((b or c)))") == "a and (b or c)");
  CHECK(printed("(1+2)*3-(4)") == "(1 + 2) * 3 - 4");
  CHECK(printed("x in <5") == "x in (< 5)");
  CHECK(printed("x in ([1, 2])") == "x in [1, 2]");
  CHECK(printed("x in ((a or b) + 1)") == "x in (a or b) + 1");
  CHECK(printed("]1..2[") == "(1..2)");
}
