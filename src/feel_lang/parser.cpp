// Recursive descent over the grammar of research/feel.md 4.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <vector>

#include "feel/program.hpp"
#include "feel_lang/cursor.hpp"
#include "feel_lang/syntax.hpp"

namespace qadam::feel_lang {
namespace {

using Parsed = base::Result<Syntax>;
using Kids = std::vector<Syntax>;

constexpr int kComparison = 2;
constexpr int kAdditive = 3;

class Parser : private Cursor {
 public:
  Parser(std::vector<Token> tokens, const Vocabulary& vocabulary)
      : Cursor(std::move(tokens)), vocabulary_(vocabulary) {}

  Parsed run() {
    Parsed whole = expression();
    if (whole && at_instance_of()) return outside("'instance of'");
    if (whole && here().kind != TokenKind::end) return unexpected("the end");
    return whole;
  }

 private:
  // Counts the recursion that is the parser's own, so that a hostile text cannot exhaust the stack.
  class Level {
   public:
    explicit Level(int& depth) : depth_(++depth) {}

    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

    ~Level() { --depth_; }

    [[nodiscard]] bool too_deep() const { return depth_ > static_cast<int>(feel::kMaxDepth); }

   private:
    int& depth_;
  };

  // Ends at the token before the present one.
  Parsed made(SyntaxKind kind, const Token& token, std::size_t begin, std::string text, Kids kids,
              std::vector<std::string> names = {}) const {
    Syntax out{kind, token, std::move(text), std::move(names), std::move(kids), begin, begin, 1};
    out.end = end_of_last();
    for (const Syntax& kid : out.kids) out.depth = std::max(out.depth, kid.depth + 1);
    if (out.depth > feel::kMaxDepth) return base::fail("feel.deep", place(token));
    return out;
  }

  template <class... T>
  static Kids kids_of(T&&... kids) {
    Kids out;
    (out.push_back(std::forward<T>(kids)), ...);
    return out;
  }

  Parsed expression() {
    const Level level(depth_);
    if (level.too_deep()) return base::fail("feel.deep", place(here()));
    const bool filters_before = std::exchange(filters_, true);
    Parsed result = is("if")         ? if_else()
                    : is("for")      ? iteration(SyntaxKind::for_each, "return")
                    : is("some")     ? iteration(SyntaxKind::some, "satisfies")
                    : is("every")    ? iteration(SyntaxKind::every, "satisfies")
                    : is("function") ? Parsed(outside("a function of one's own"))
                                     : left_to_right(0);
    filters_ = filters_before;
    return result;
  }

  Parsed if_else() {
    const Token start = here();
    Kids kids;
    for (const std::string_view word : {"if", "then", "else"}) {
      if (!take(word)) return unexpected("'" + std::string(word) + "'");
      Parsed part = expression();
      if (!part) return part;
      kids.push_back(std::move(*part));
    }
    return made(SyntaxKind::if_else, start, start.begin, "", std::move(kids));
  }

  Parsed iteration(SyntaxKind kind, const std::string& last) {
    const Token start = here();
    move(1);
    Kids kids;
    std::vector<std::string> names;
    do {
      if (here().kind != TokenKind::name) return unexpected("a name");
      names.push_back(words());
      if (!take("in")) return unexpected("'in'");
      Parsed domain = iterated();
      if (!domain) return domain;
      kids.push_back(std::move(*domain));
    } while (take(","));
    if (!take(last)) return unexpected("'" + last + "'");
    Parsed body = expression();
    if (!body) return body;
    kids.push_back(std::move(*body));
    return made(kind, start, start.begin, "", std::move(kids), std::move(names));
  }

  Parsed iterated() {
    Parsed low = left_to_right(kAdditive);
    if (!low || !is("..")) return low;
    const Token at = here();
    move(1);
    Parsed high = left_to_right(kAdditive);
    if (!high) return high;
    const std::size_t begin = low->begin;
    return made(SyntaxKind::span, at, begin, "", kids_of(std::move(*low), std::move(*high)));
  }

  // Binary operators from the loosest: or, and, comparison, + -, * /, **.
  Parsed left_to_right(int level) {
    if (level == kComparison) return comparison();
    if (level > kComparison) return arithmetic(level);
    Parsed left = left_to_right(level + 1);
    return left ? junction(level, std::move(*left)) : left;
  }

  // All levels of arithmetic in one loop: a function for each would cost a stack three times as deep.
  Parsed arithmetic(int least) {
    Parsed left = unary();
    while (left) {
      const int level = arithmetic_here();
      if (level < least) break;
      const Token at = here();
      move(1);
      Parsed right = arithmetic(level + 1);
      if (!right) return right;
      const std::size_t begin = left->begin;
      left = made(SyntaxKind::binary, at, begin, at.text, kids_of(std::move(*left), std::move(*right)));
    }
    return left;
  }

  // A chain of the same word is one node, however long.
  Parsed junction(int level, Syntax first) {
    const std::string op = level == 0 ? "or" : "and";
    if (!is(op)) return first;
    const Token at = here();
    const std::size_t begin = first.begin;
    Kids kids = kids_of(std::move(first));
    while (take(op)) {
      Parsed next = left_to_right(level + 1);
      if (!next) return next;
      kids.push_back(std::move(*next));
    }
    return made(SyntaxKind::junction, at, begin, op, std::move(kids));
  }

  // The level of the arithmetic operator here; -1 when there is none.
  [[nodiscard]] int arithmetic_here() const {
    if (is("+") || is("-")) return kAdditive;
    if (is("*") || is("/")) return kAdditive + 1;
    return is("**") ? kAdditive + 2 : -1;
  }

  [[nodiscard]] bool at_relation() const { return is("=") || is("!=") || is("<") || is("<=") || is(">") || is(">="); }

  Parsed comparison() {
    Parsed left = left_to_right(kAdditive);
    if (!left) return left;
    const Token at = here();
    const std::size_t begin = left->begin;
    if (at_relation()) {
      move(1);
      Parsed right = left_to_right(kAdditive);
      if (!right) return right;
      return made(SyntaxKind::binary, at, begin, at.text, kids_of(std::move(*left), std::move(*right)));
    }
    if (take("between")) {
      Parsed low = left_to_right(kAdditive);
      if (!low) return low;
      if (!take("and")) return unexpected("'and'");
      Parsed high = left_to_right(kAdditive);
      if (!high) return high;
      return made(SyntaxKind::between, at, begin, "", kids_of(std::move(*left), std::move(*low), std::move(*high)));
    }
    if (take("in")) {
      Kids kids = kids_of(std::move(*left));
      if (auto tests = in_tests(kids); !tests) return tests.failure();
      return made(SyntaxKind::in, at, begin, "", std::move(kids));
    }
    if (at_instance_of()) return outside("'instance of'");
    return left;
  }

  base::Done in_tests(Kids& kids) {
    if (is("(") && !opens_range()) {
      const std::size_t begin = here().begin;
      auto listed = listed_tests(kids);
      // "(a + b) * 2" begins like a list of tests. Reading it twice would double with every bracket inside, so what is
      // read already becomes the first operand.
      const bool goes_on = is(".") || is("[") || is("*") || is("/") || is("+") || is("-") || is("**");
      if (!listed || !goes_on || kids.size() != 2) return listed;
      ready_ = std::move(kids.back());
      ready_->begin = begin;
      ready_->end = end_of_last();
      kids.pop_back();
    }
    const Token at = here();
    Parsed one = at_relation() ? test() : left_to_right(kAdditive);
    if (!one) return one.failure();
    kids.push_back(std::move(*one));
    return base::done();
  }

  base::Done listed_tests(Kids& kids) {
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
    if (!at_relation()) return expression();
    const Level level(depth_);
    if (level.too_deep()) return base::fail("feel.deep", place(here()));
    const Token at = here();
    move(1);
    const bool filters_before = std::exchange(filters_, true);
    Parsed bound = left_to_right(kAdditive);
    filters_ = filters_before;
    if (!bound) return bound;
    return made(SyntaxKind::test, at, at.begin, at.text, kids_of(std::move(*bound)));
  }

  Parsed unary() {
    if (ready_) return postfix();
    const Token at = here();
    if (!take("-")) return postfix();
    const Level level(depth_);
    if (level.too_deep()) return base::fail("feel.deep", place(at));
    Parsed operand = unary();
    if (!operand) return operand;
    return made(SyntaxKind::negate, at, at.begin, "", kids_of(std::move(*operand)));
  }

  Parsed postfix() {
    const std::size_t begin = ready_ ? ready_->begin : here().begin;
    Parsed value = primary();
    while (value) {
      const Token at = here();
      if (take(".")) {
        if (here().kind != TokenKind::name && here().kind != TokenKind::keyword) return unexpected("a property");
        std::string property = words();
        value = made(SyntaxKind::path, at, begin, std::move(property), kids_of(std::move(*value)));
      } else if (filters_ && take("[")) {
        Parsed condition = test();
        if (!condition) return condition;
        if (!take("]")) return unexpected("']'");
        value = made(SyntaxKind::filter, at, begin, "", kids_of(std::move(*value), std::move(*condition)));
      } else {
        break;
      }
    }
    return value;
  }

  Parsed primary() {
    if (ready_) {
      Syntax first = std::move(*ready_);
      ready_.reset();
      return first;
    }
    const Token at = here();
    switch (at.kind) {
      case TokenKind::number:
      case TokenKind::string:
      case TokenKind::at_string:
        move(1);
        return made(SyntaxKind::literal, at, at.begin, at.text, {});
      case TokenKind::name:
        return name_or_call();
      case TokenKind::keyword:
        if (at.text == "true" || at.text == "false" || at.text == "null") {
          move(1);
          return made(SyntaxKind::literal, at, at.begin, at.text, {});
        }
        if (at.text == "not" && is(ahead(1), "(")) return name_or_call();
        if (at.text == "function") return outside("a function of one's own");
        // "for", "some", "every" and "if" reach to the end of the expression; inside one they want brackets.
        return unexpected("a value");
      case TokenKind::symbol:
        return bracketed();
      default:
        return unexpected("a value");
    }
  }

  Parsed name_or_call() {
    const Token at = here();
    std::string name;
    if (const std::size_t taken = vocabulary_.longest(tokens(), position(), name); taken != 0) {
      move(taken);
      return made(SyntaxKind::name, at, at.begin, std::move(name), {});
    }
    name = words();
    // "and" is part of these two names only: in "a and (b or c)" it joins two clauses.
    if ((name == "years" || name == "date") && is("and") && ahead(1).kind == TokenKind::name &&
        (ahead(1).text == "months" || ahead(1).text == "time")) {
      const std::size_t before = position();
      move(1);
      const std::string longer = name + " and " + words();
      if (is("(")) {
        name = longer;
      } else {
        back_to(before);
      }
    }
    if (!is("(")) return made(SyntaxKind::name, at, at.begin, std::move(name), {});
    move(1);
    Kids arguments;
    std::vector<std::string> names;
    if (!is(")")) {
      do {
        if (std::string parameter = parameter_here(); !parameter.empty()) names.push_back(std::move(parameter));
        Parsed argument = expression();
        if (!argument) return argument;
        arguments.push_back(std::move(*argument));
      } while (take(","));
    }
    if (!take(")")) return unexpected("')'");
    if (!names.empty() && names.size() != arguments.size()) {
      return base::fail("feel.arguments", place(at), "either all arguments have names, or none");
    }
    return made(SyntaxKind::call, at, at.begin, std::move(name), std::move(arguments), std::move(names));
  }

  // "start position:" taken, or nothing.
  std::string parameter_here() {
    if (here().kind != TokenKind::name) return {};
    const std::size_t before = position();
    std::string name = words();
    if (take(":")) return name;
    back_to(before);
    return {};
  }

  Parsed bracketed() {
    const Token at = here();
    if (is("{")) return context();
    if (take("?")) return made(SyntaxKind::subject, at, at.begin, "", {});
    if (!is("(") && !is("[") && !is("]")) return unexpected("a value");
    if (opens_range()) return range();
    if (take("(")) {
      Parsed inner = test();
      if (inner && !take(")")) return unexpected("')'");
      if (!inner) return inner;
      (*inner).begin = at.begin;
      (*inner).end = end_of_last();
      return inner;
    }
    if (!take("[")) return unexpected("a value");
    Kids items;
    if (!is("]")) {
      do {
        Parsed item = test();
        if (!item) return item;
        items.push_back(std::move(*item));
      } while (take(","));
    }
    if (!take("]")) return unexpected("']'");
    return made(SyntaxKind::list, at, at.begin, "", std::move(items));
  }

  Parsed context() {
    const Token at = here();
    move(1);
    Kids values;
    std::vector<std::string> keys;
    if (!is("}")) {
      do {
        std::string key;
        if (here().kind == TokenKind::string) {
          key = here().text;
          move(1);
        } else {
          while (here().kind == TokenKind::name || here().kind == TokenKind::keyword ||
                 (!key.empty() && here().kind == TokenKind::number)) {
            key += (key.empty() ? "" : " ") + here().text;
            move(1);
          }
          if (key.empty()) return unexpected("a key");
        }
        if (!take(":")) return unexpected("':'");
        Parsed value = expression();
        if (!value) return value;
        keys.push_back(std::move(key));
        values.push_back(std::move(*value));
      } while (take(","));
    }
    if (!take("}")) return unexpected("'}'");
    return made(SyntaxKind::context, at, at.begin, "", std::move(values), std::move(keys));
  }

  Parsed range() {
    const Level level(depth_);
    if (level.too_deep()) return base::fail("feel.deep", place(here()));
    const Token at = here();
    const bool low_closed = is("[");
    move(1);
    const bool filters_before = std::exchange(filters_, true);
    Parsed low = left_to_right(kAdditive);
    if (!low) return low;
    if (!take("..")) return unexpected("'..'");
    // In "[1..x[" the bracket ends the range; it does not begin a filter.
    filters_ = false;
    Parsed high = left_to_right(kAdditive);
    filters_ = filters_before;
    if (!high) return high;
    if (!is("]") && !is(")") && !is("[")) return unexpected("the end of the range");
    const bool high_closed = is("]");
    move(1);
    return made(SyntaxKind::range, at, at.begin, std::string(low_closed ? "[" : "(") + (high_closed ? "]" : ")"),
                kids_of(std::move(*low), std::move(*high)));
  }

  const Vocabulary& vocabulary_;
  int depth_ = 0;
  bool filters_ = true;
  std::optional<Syntax> ready_;  // an operand that is read already
};

}  // namespace

base::Result<Syntax> parse(std::string_view text, const Vocabulary& vocabulary) {
  auto tokens = tokenize(text);
  if (!tokens) return tokens.failure();
  return Parser(std::move(*tokens), vocabulary).run();
}

}  // namespace qadam::feel_lang
