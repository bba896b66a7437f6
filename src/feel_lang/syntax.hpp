// Syntax trees of FEEL text, the parser that makes them, and the printer that writes them back.
//
// Knows no types. Names are words joined by one space; a declared name that holds a keyword, a number or a sign must be
// told to the parser (Vocabulary), and then the longest one that fits is taken. Law (tested): parse(print(e)) is e.
// Source: OMG DMN 1.5, 10.3.1.2; the subset: research/feel.md 4.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feel_lang/token.hpp"

namespace qadam::feel_lang {

enum class SyntaxKind {
  literal,   // token: number, string, at_string, or keyword true false null
  name,      // text
  subject,   // "?": what a test is about
  negate,    // kid
  binary,    // text: + - * / ** = != < <= > >=; two kids
  junction,  // text: and or; two kids or more
  between,   // kids: value, low, high
  in,        // kids: value, tests ...
  test,      // text: the operator; kid: bound
  if_else,   // kids: condition, then, else
  for_each,  // names: variables; kids: their domains ..., result
  some,      // the same with a condition at the end
  every,
  span,     // a domain "low..high" of the three above; kids: low, high
  path,     // text: entry or property; kid
  filter,   // kids: list, test
  call,     // text: function; names: of the arguments, or none; kids: arguments
  list,     // kids
  context,  // names: keys; kids: values
  range,    // text: "[]" "()" "[)" "(]"; kids: low, high
};

struct Syntax {
  SyntaxKind kind = SyntaxKind::literal;
  Token token;       // where its own sign or first word stands
  std::string text;  // see SyntaxKind
  std::vector<std::string> names;
  std::vector<Syntax> kids;
  std::size_t begin = 0;  // bytes of the source, [begin, end)
  std::size_t end = 0;
  std::uint32_t depth = 1;  // levels of the tree from here, at most feel::kMaxDepth
};

// Declared names that are more than words, each as its tokens.
class Vocabulary {
 public:
  // Names of plain words are left out: the parser knows them without help.
  void add(std::string_view name);

  // How many of the tokens from `at` on are the longest name here, and its name; 0 when none.
  std::size_t longest(const std::vector<Token>& tokens, std::size_t at, std::string& name) const;

 private:
  struct Entry {
    std::string name;
    std::vector<std::string> words;
  };

  std::vector<Entry> entries_;
};

// Errors with place "line:column": those of tokenize; "feel.syntax" (detail: what was expected and what stands there);
// "feel.deep"; "feel.outside" (FEEL, but not in Qadam's subset: functions of one's own, instance of, time of day).
[[nodiscard]] base::Result<Syntax> parse(std::string_view text, const Vocabulary& vocabulary = {});

// FEEL text of a tree, with brackets only where they are needed.
[[nodiscard]] std::string print(const Syntax& syntax);

// The same tree; places in the source do not count.
[[nodiscard]] bool same_tree(const Syntax& a, const Syntax& b);

}  // namespace qadam::feel_lang
