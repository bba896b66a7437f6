// Syntax trees of FEEL text, and the parser that makes them. Knows no names and no types.
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
  literal,  // token: number, string, at_string, or keyword true false null
  name,     // token.text: the declared name
  unary,    // text: "-"
  binary,   // text: + - * / ** = != < <= > >= and or
  between,  // kids: value, low, high
  in,       // kids: value, tests...
  test,     // text: the operator; kid: bound (only below `in`)
  if_else,  // kids: condition, then, else
  path,     // text: property; kid
  call,     // text: function; kids: arguments
  list,     // kids
  range,    // text: "[]" "()" "[)" "(]"; kids: low, high
};

struct Syntax {
  SyntaxKind kind = SyntaxKind::literal;
  Token token;       // where it begins
  std::string text;  // see SyntaxKind
  std::vector<Syntax> kids;
  std::uint32_t depth = 1;  // levels of the tree from here, at most feel::kMaxDepth
};

// Errors with place "line:column": those of tokenize; "feel.syntax" (detail: what was expected and what stands there);
// "feel.deep"; "feel.outside" (FEEL, but not in Qadam's subset: for, some, every, contexts, filters, functions).
[[nodiscard]] base::Result<Syntax> parse(std::string_view text);

}  // namespace qadam::feel_lang
