// Tokens of FEEL text. Source: OMG DMN 1.5, 10.3.1.2; subset and limits: research/feel.md 4.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace qadam::feel_lang {

enum class TokenKind { number, string, at_string, name, keyword, symbol, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;       // strings: with escapes resolved; numbers, names, keywords, symbols: as written
  int line = 1;           // from 1
  int column = 1;         // code points from 1
  std::size_t begin = 0;  // bytes of the source, [begin, end)
  std::size_t end = 0;
};

// "line:column", as places in errors.
[[nodiscard]] std::string place(const Token& token);

// Errors: "feel.text" (not UTF-8), "feel.string" (no closing quote, bad escape), "feel.comment" (not closed),
// "feel.symbol" (a sign that FEEL does not know), "feel.long" (over kMaxExpressionBytes).
[[nodiscard]] base::Result<std::vector<Token>> tokenize(std::string_view text);

inline constexpr std::size_t kMaxExpressionBytes = 16 * 1024;

}  // namespace qadam::feel_lang
