// SPDX-License-Identifier: MIT
#include "feel_lang/cursor.hpp"

#include <algorithm>

namespace qadam::feel_lang {

const Token& Cursor::ahead(std::size_t n) const {
  return tokens_[std::min(at_ + n, tokens_.size() - 1)];
}

bool Cursor::is(const Token& token, std::string_view text) {
  return (token.kind == TokenKind::symbol || token.kind == TokenKind::keyword) && token.text == text;
}

bool Cursor::take(std::string_view text) {
  if (!is(text)) return false;
  ++at_;
  return true;
}

std::string Cursor::words() {
  std::string joined = here().text;
  ++at_;
  while (here().kind == TokenKind::name && !at_instance_of()) joined += " " + tokens_[at_++].text;
  return joined;
}

bool Cursor::at_instance_of() const {
  return here().kind == TokenKind::name && here().text == "instance" && ahead(1).text == "of";
}

bool Cursor::opens_range() const {
  struct Bracket {
    bool has_dots = false;
    bool iterates = false;  // ".." belongs to "for x in 1..3"
  };

  std::vector<Bracket> open(1);
  bool operand = false;
  bool begins_list = is("[");
  for (std::size_t i = at_ + 1; i < tokens_.size() && !open.empty(); ++i) {
    const std::string& text = tokens_[i].text;
    if (tokens_[i].kind == TokenKind::keyword && is(tokens_[i - 1], ".")) {
      operand = true;  // a property may be called like a keyword
    } else if (tokens_[i].kind == TokenKind::keyword) {
      operand = text == "true" || text == "false" || text == "null";
      // "and" may be part of a function's name.
      if (open.size() == 1 && !operand && text != "and" && text != "not") return false;
      if (text == "for" || text == "some" || text == "every") open.back().iterates = true;
    } else if (tokens_[i].kind != TokenKind::symbol) {
      operand = true;
    } else if (text == "..") {
      if (open.size() == 1) return true;
      open.back().has_dots = !open.back().iterates;
      operand = false;
    } else if (text == "," && open.size() == 1) {
      return false;
    } else {
      const bool closes_range = text == "[" && operand && open.back().has_dots;
      const bool closes_list = text == "]" && (operand || (begins_list && is(tokens_[i - 1], "[")));
      if (closes_range || closes_list || text == ")" || text == "}") {
        open.pop_back();
        operand = true;
      } else {
        if (text == "(" || text == "[" || text == "{" || text == "]") open.emplace_back();
        begins_list = text == "[" && !operand;  // and no filter: "[]" is the empty list
        operand = text == "?";
      }
    }
  }
  return false;
}

base::Failure Cursor::unexpected(const std::string& wanted) const {
  const std::string found = here().kind == TokenKind::end ? "the end" : "'" + here().text + "'";
  return base::fail("feel.syntax", place(here()), "expected " + wanted + ", found " + found);
}

base::Failure Cursor::outside(const std::string& what) const {
  return base::fail("feel.outside", place(here()), what + " does not belong to Qadam's part of FEEL");
}

}  // namespace qadam::feel_lang
