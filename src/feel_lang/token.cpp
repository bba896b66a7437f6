// SPDX-License-Identifier: MIT
#include "feel_lang/token.hpp"

#include "base/text.hpp"

namespace qadam::feel_lang {
namespace {

constexpr std::string_view kKeywords[] = {"and",   "or",   "in",       "between", "if",       "then",
                                          "else",  "for",  "some",     "every",   "not",      "true",
                                          "false", "null", "function", "return",  "satisfies"};
// Longest first: "<=" before "<", ".." before ".".
constexpr std::string_view kSymbols[] = {"..", "**", "<=", ">=", "!=", "<", ">", "=", "+", "-", "*", "/",
                                         "(",  ")",  "[",  "]",  "{",  "}", ",", ":", ".", "?", "@"};

bool is_letter(char32_t c) {
  // Any letter of any script: everything above ASCII that is no space, sign or punctuation block counts as one here.
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c >= 0x3040;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  base::Result<std::vector<Token>> run() {
    std::vector<Token> tokens;
    while (true) {
      if (auto skipped = skip_space(); !skipped) return skipped.failure();
      Token token;
      token.line = line_;
      token.column = column_;
      token.begin = at_;
      token.end = at_;
      if (at_ == text_.size()) {
        tokens.push_back(token);
        return tokens;
      }
      const char32_t c = peek();
      base::Done read = base::done();
      if (c == '"') {
        read = string(token);
      } else if (is_digit(c) ||
                 (c == '.' && at_ + 1 < text_.size() && is_digit(static_cast<unsigned char>(text_[at_ + 1])))) {
        number(token);
      } else if (is_letter(c)) {
        word(token);
      } else {
        read = symbol(token);
      }
      if (!read) return read.failure();
      token.end = at_;
      tokens.push_back(std::move(token));
    }
  }

 private:
  [[nodiscard]] char32_t peek() const {
    std::size_t at = at_;
    return base::next_code_point(text_, at);
  }

  char32_t take() {
    const char32_t c = base::next_code_point(text_, at_);
    ++column_;
    if (c == '\n') {
      ++line_;
      column_ = 1;
    }
    return c;
  }

  [[nodiscard]] bool ahead(std::string_view s) const { return text_.substr(at_, s.size()) == s; }

  [[nodiscard]] std::string here() const { return std::to_string(line_) + ":" + std::to_string(column_); }

  base::Done skip_space() {
    while (at_ < text_.size()) {
      if (ahead("//")) {
        while (at_ < text_.size() && peek() != '\n') take();
      } else if (ahead("/*")) {
        const std::string start = here();
        const std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos) return base::fail("feel.comment", start);
        while (at_ < end + 2) take();
      } else if (const char32_t c = peek(); c == ' ' || (c >= 9 && c <= 13) || c == 0xA0) {
        take();
      } else {
        break;
      }
    }
    return base::done();
  }

  base::Done string(Token& token) {
    const std::string start = here();
    token.kind = TokenKind::string;
    take();
    while (at_ < text_.size()) {
      char32_t c = take();
      if (c == '"') return base::done();
      if (c == '\n') break;
      if (c == '\\') {
        if (at_ == text_.size()) break;
        c = take();
        switch (c) {
          case 'n':
            c = '\n';
            break;
          case 'r':
            c = '\r';
            break;
          case 't':
            c = '\t';
            break;
          case 'u':
          case 'U': {
            const auto point = code_point(c == 'u' ? 4 : 6);
            if (!point)
              return base::fail("feel.string", here(), "\\u takes 4 and \\U 6 hexadecimal digits of a letter");
            c = *point;
            break;
          }
          case '"':
          case '\\':
          case '\'':
            break;
          default:
            return base::fail("feel.string", here(), "unknown escape");
        }
      }
      base::append_utf8(token.text, c);
    }
    return base::fail("feel.string", start, "no closing quote");
  }

  // Letters beyond U+FFFF may be written as two surrogates, "\\uD83D\\uDE00".
  base::Result<char32_t> code_point(int digits) {
    const auto first = hex(digits);
    if (!first || *first < 0xD800 || *first > 0xDFFF) return first;
    if (digits != 4 || *first > 0xDBFF || !ahead("\\u")) return base::fail("feel.string");
    take();
    take();
    const auto second = hex(4);
    if (!second || *second < 0xDC00 || *second > 0xDFFF) return base::fail("feel.string");
    return 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00);
  }

  base::Result<char32_t> hex(int digits) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      if (at_ == text_.size()) return base::fail("feel.string");
      const char32_t c = take();
      const char32_t lower = c | 0x20;
      if (is_digit(c)) {
        value = value * 16 + (c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        value = value * 16 + (lower - 'a' + 10);
      } else {
        return base::fail("feel.string");
      }
    }
    if (value > 0x10FFFF) return base::fail("feel.string");
    return value;
  }

  void number(Token& token) {
    token.kind = TokenKind::number;
    const std::size_t begin = at_;
    const auto digits = [&] {
      while (at_ < text_.size() && is_digit(peek())) take();
    };
    digits();
    // "1..3" is a range, not "1." and ".3".
    if (ahead(".") && !ahead("..") && at_ + 1 < text_.size() && is_digit(static_cast<unsigned char>(text_[at_ + 1]))) {
      take();
      digits();
    }
    if (ahead("e") || ahead("E")) {
      std::size_t look = at_ + 1;
      if (look < text_.size() && (text_[look] == '+' || text_[look] == '-')) ++look;
      if (look < text_.size() && is_digit(static_cast<unsigned char>(text_[look]))) {
        while (at_ < look) take();
        digits();
      }
    }
    token.text = text_.substr(begin, at_ - begin);
  }

  void word(Token& token) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_letter(peek()) || is_digit(peek()) || peek() == '\'')) take();
    token.text = text_.substr(begin, at_ - begin);
    token.kind = TokenKind::name;
    for (const std::string_view keyword : kKeywords) {
      if (token.text == keyword) token.kind = TokenKind::keyword;
    }
  }

  base::Done symbol(Token& token) {
    token.kind = TokenKind::symbol;
    for (const std::string_view symbol : kSymbols) {
      if (!ahead(symbol)) continue;
      for (std::size_t i = 0; i < symbol.size(); ++i) take();
      token.text = symbol;
      if (symbol != "@") return base::done();
      if (at_ == text_.size() || peek() != '"') return base::fail("feel.symbol", place(token), "@ needs a text");
      token.text.clear();
      auto read = string(token);
      token.kind = TokenKind::at_string;
      return read;
    }
    return base::fail("feel.symbol", here(), std::string(text_.substr(at_, 1)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace

std::string place(const Token& token) {
  return std::to_string(token.line) + ":" + std::to_string(token.column);
}

base::Result<std::vector<Token>> tokenize(std::string_view text) {
  if (text.size() > kMaxExpressionBytes) return base::fail("feel.long");
  if (!base::is_utf8(text)) return base::fail("feel.text");
  return Lexer(text).run();
}

}  // namespace qadam::feel_lang
