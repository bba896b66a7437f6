// Cursor: the parser's place among the tokens, and what it may ask about those ahead. Knows no grammar but that of names and
// brackets.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feel_lang/token.hpp"

namespace qadam::feel_lang {

class Cursor {
 public:
  // `tokens` as tokenize() gives them, the end mark last.
  explicit Cursor(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  [[nodiscard]] const Token& here() const { return tokens_[at_]; }

  // The end mark when there are no more.
  [[nodiscard]] const Token& ahead(std::size_t n) const;

  // A sign or keyword.
  [[nodiscard]] static bool is(const Token& token, std::string_view text);

  [[nodiscard]] bool is(std::string_view text) const { return is(here(), text); }

  // Moves on when `text` stands here.
  bool take(std::string_view text);

  void move(std::size_t tokens) { at_ += tokens; }

  // Places to come back to.
  [[nodiscard]] std::size_t position() const { return at_; }

  void back_to(std::size_t position) { at_ = position; }

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

  // The byte behind the token that was read last.
  [[nodiscard]] std::size_t end_of_last() const { return at_ == 0 ? 0 : tokens_[at_ - 1].end; }

  // The words from here on, joined: there is no other way in which two words may follow each other.
  std::string words();

  [[nodiscard]] bool at_instance_of() const;

  // Whether the bracket here opens a range: ".." at its own depth before it closes. Behind an operand "]" closes, else it
  // opens one; "[" behind the high end of a range closes it, as in "[1..5[".
  [[nodiscard]] bool opens_range() const;

  // "feel.syntax": what was expected and what stands here.
  [[nodiscard]] base::Failure unexpected(const std::string& wanted) const;

  // "feel.outside".
  [[nodiscard]] base::Failure outside(const std::string& what) const;

 private:
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace qadam::feel_lang
