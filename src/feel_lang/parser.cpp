// Recursive descent over the grammar of research/feel.md 4.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "feel/program.hpp"
#include "feel_lang/syntax.hpp"

namespace qadam::feel_lang {
namespace {

using Parsed = base::Result<Syntax>;

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Parsed run() {
    Parsed whole = expression();
    if (whole && here().kind != TokenKind::end) return unexpected("the end");
    return whole;
  }

 private:
  [[nodiscard]] const Token& here() const { return tokens_[at_]; }

  [[nodiscard]] const Token& next() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }

  [[nodiscard]] bool is(std::string_view text) const {
    return (here().kind == TokenKind::symbol || here().kind == TokenKind::keyword) && here().text == text;
  }

  bool take(std::string_view text) {
    if (!is(text)) return false;
    ++at_;
    return true;
  }

  [[nodiscard]] base::Failure unexpected(const std::string& wanted) const {
    const std::string found = here().kind == TokenKind::end ? "the end" : "'" + here().text + "'";
    return base::fail("feel.syntax", place(here()), "expected " + wanted + ", found " + found);
  }

  static base::Failure too_deep(const Syntax& at) { return base::fail("feel.deep", place(at.token)); }

  static Syntax make(SyntaxKind kind, const Token& at, std::string text, std::vector<Syntax> kids) {
    Syntax made{kind, at, std::move(text), std::move(kids)};
    for (const Syntax& kid : made.kids) made.depth = std::max(made.depth, kid.depth + 1);
    return made;
  }

  Parsed expression() {
    // Recursion is the parser's own; counted so that a hostile text cannot exhaust the stack.
    if (++depth_ > static_cast<int>(feel::kMaxDepth)) return base::fail("feel.deep", place(here()));
    Parsed result = is("if") ? if_else() : left_to_right(0);
    --depth_;
    if (result && result->depth > feel::kMaxDepth) return too_deep(*result);
    return result;
  }

  Parsed if_else() {
    const Token start = here();
    std::vector<Syntax> kids;
    for (const std::string_view word : {"if", "then", "else"}) {
      if (!take(word)) return unexpected("'" + std::string(word) + "'");
      Parsed part = expression();
      if (!part) return part;
      kids.push_back(std::move(*part));
    }
    return make(SyntaxKind::if_else, start, "", std::move(kids));
  }

  // Binary operators from the loosest: or, and, comparison, + -, * /, **.
  Parsed left_to_right(int level) {
    if (level == 2) return comparison();
    if (level == 6) return unary();
    Parsed left = left_to_right(level + 1);
    while (left) {
      const std::string op = binary_here(level);
      if (op.empty()) break;
      const Token at = here();
      ++at_;
      Parsed right = left_to_right(level + 1);
      if (!right) return right;
      std::vector<Syntax> kids;
      kids.push_back(std::move(*left));
      kids.push_back(std::move(*right));
      left = make(SyntaxKind::binary, at, op, std::move(kids));
      if (left->depth > feel::kMaxDepth) return too_deep(*left);  // a long chain leans to the left
    }
    return left;
  }

  [[nodiscard]] std::string binary_here(int level) const {
    constexpr std::string_view kOperators[6][2] = {{"or", "or"}, {"and", "and"}, {"", ""},
                                                   {"+", "-"},   {"*", "/"},     {"**", "**"}};
    for (const std::string_view op : kOperators[level]) {
      if (is(op)) return std::string(op);
    }
    return {};
  }

  [[nodiscard]] bool at_relation() const { return is("=") || is("!=") || is("<") || is("<=") || is(">") || is(">="); }

  Parsed comparison() {
    Parsed left = left_to_right(3);
    if (!left) return left;
    const Token at = here();
    std::vector<Syntax> kids;
    if (at_relation()) {
      const std::string op = here().text;
      ++at_;
      Parsed right = left_to_right(3);
      if (!right) return right;
      kids.push_back(std::move(*left));
      kids.push_back(std::move(*right));
      return make(SyntaxKind::binary, at, op, std::move(kids));
    }
    if (take("between")) {
      Parsed low = left_to_right(3);
      if (!low) return low;
      if (!take("and")) return unexpected("'and'");
      Parsed high = left_to_right(3);
      if (!high) return high;
      kids.push_back(std::move(*left));
      kids.push_back(std::move(*low));
      kids.push_back(std::move(*high));
      return make(SyntaxKind::between, at, "", std::move(kids));
    }
    if (take("in")) {
      kids.push_back(std::move(*left));
      if (auto tests = in_tests(kids); !tests) return tests.failure();
      return make(SyntaxKind::in, at, "", std::move(kids));
    }
    return left;
  }

  base::Done in_tests(std::vector<Syntax>& kids) {
    // "(" may open a list of tests or an open range "(1..5]": look for ".." before the matching end.
    if (!is("(") || opens_range()) {
      Parsed one = test();
      if (!one) return one.failure();
      kids.push_back(std::move(*one));
      return base::done();
    }
    take("(");
    do {
      Parsed one = test();
      if (!one) return one.failure();
      kids.push_back(std::move(*one));
    } while (take(","));
    if (!take(")")) return unexpected("')'");
    return base::done();
  }

  Parsed test() {
    if (!at_relation()) return left_to_right(3);
    const Token at = here();
    ++at_;
    Parsed bound = left_to_right(3);
    if (!bound) return bound;
    std::vector<Syntax> kids;
    kids.push_back(std::move(*bound));
    return make(SyntaxKind::test, at, at.text, std::move(kids));
  }

  Parsed unary() {
    const Token at = here();
    if (!take("-")) return postfix();
    if (++depth_ > static_cast<int>(feel::kMaxDepth)) return base::fail("feel.deep", place(at));
    Parsed operand = unary();
    --depth_;
    if (!operand) return operand;
    std::vector<Syntax> kids;
    kids.push_back(std::move(*operand));
    return make(SyntaxKind::unary, at, "-", std::move(kids));
  }

  Parsed postfix() {
    Parsed value = primary();
    while (value && is(".")) {
      const Token at = here();
      ++at_;
      if (here().kind != TokenKind::name) return unexpected("a property");
      std::string property = here().text;
      ++at_;
      std::vector<Syntax> kids;
      kids.push_back(std::move(*value));
      value = make(SyntaxKind::path, at, std::move(property), std::move(kids));
      if (value->depth > feel::kMaxDepth) return too_deep(*value);
    }
    if (value && is("[") && value->kind != SyntaxKind::literal) {
      return base::fail("feel.outside", place(here()), "filters");
    }
    return value;
  }

  // Whether the bracket here opens a range: ".." at its own depth before it closes.
  [[nodiscard]] bool opens_range() const {
    int depth = 0;
    for (std::size_t i = at_; i < tokens_.size(); ++i) {
      const std::string& text = tokens_[i].text;
      if (tokens_[i].kind != TokenKind::symbol) continue;
      if (depth == 1 && text == "..") return true;
      if (text == "(" || text == "[") ++depth;
      if ((text == ")" || text == "]") && i != at_ && --depth <= 0) return false;
      if (i == at_) depth = 1;
    }
    return false;
  }

  Parsed primary() {
    const Token at = here();
    switch (at.kind) {
      case TokenKind::number:
      case TokenKind::string:
      case TokenKind::at_string:
        ++at_;
        return make(SyntaxKind::literal, at, at.text, {});
      case TokenKind::name:
        return name_or_call();
      case TokenKind::keyword:
        if (at.text == "true" || at.text == "false" || at.text == "null") {
          ++at_;
          return make(SyntaxKind::literal, at, at.text, {});
        }
        if (at.text == "not" && next().text == "(") return name_or_call();
        if (at.text == "for" || at.text == "some" || at.text == "every" || at.text == "function") {
          return base::fail("feel.outside", place(at), "'" + at.text + "'");
        }
        return unexpected("a value");
      case TokenKind::symbol:
        return bracketed();
      default:
        return unexpected("a value");
    }
  }

  Parsed name_or_call() {
    const Token at = here();
    std::string words = at.text;
    ++at_;
    // Built-ins such as "years and months duration" are several words; they are calls, so a "(" must follow.
    std::size_t look = at_;
    std::string longer = words;
    // "and" is part of that one name only: in "a and (b or c)" it joins two clauses.
    const auto joins = [&] {
      return longer == "years" && tokens_[look].text == "and" && tokens_[look + 1].text == "months";
    };
    while (tokens_[look].kind == TokenKind::name || joins()) {
      longer += " " + tokens_[look].text;
      ++look;
    }
    if (look != at_ && tokens_[look].kind == TokenKind::symbol && tokens_[look].text == "(") {
      words = longer;
      at_ = look;
    }
    if (!take("(")) return make(SyntaxKind::name, at, std::move(words), {});
    std::vector<Syntax> arguments;
    if (!is(")")) {
      do {
        Parsed argument = expression();
        if (!argument) return argument;
        arguments.push_back(std::move(*argument));
      } while (take(","));
    }
    if (!take(")")) return unexpected("')'");
    return make(SyntaxKind::call, at, std::move(words), std::move(arguments));
  }

  Parsed bracketed() {
    const Token at = here();
    if (is("{")) return base::fail("feel.outside", place(at), "contexts");
    if (!is("(") && !is("[") && !is("]")) return unexpected("a value");
    if (opens_range()) return range();
    if (is("]")) return unexpected("a value");
    const bool is_list = is("[");
    ++at_;
    if (!is_list) {
      Parsed inner = expression();
      if (inner && !take(")")) return unexpected("')'");
      return inner;
    }
    std::vector<Syntax> items;
    if (!is("]")) {
      do {
        Parsed item = expression();
        if (!item) return item;
        items.push_back(std::move(*item));
      } while (take(","));
    }
    if (!take("]")) return unexpected("']'");
    return make(SyntaxKind::list, at, "", std::move(items));
  }

  Parsed range() {
    const Token at = here();
    const bool low_closed = is("[");
    ++at_;
    Parsed low = left_to_right(3);
    if (!low) return low;
    if (!take("..")) return unexpected("'..'");
    Parsed high = left_to_right(3);
    if (!high) return high;
    if (!is("]") && !is(")") && !is("[")) return unexpected("the end of the range");
    const bool high_closed = is("]");
    ++at_;
    std::vector<Syntax> kids;
    kids.push_back(std::move(*low));
    kids.push_back(std::move(*high));
    return make(SyntaxKind::range, at, std::string(low_closed ? "[" : "(") + (high_closed ? "]" : ")"),
                std::move(kids));
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

base::Result<Syntax> parse(std::string_view text) {
  auto tokens = tokenize(text);
  if (!tokens) return tokens.failure();
  return Parser(std::move(*tokens)).run();
}

}  // namespace qadam::feel_lang
