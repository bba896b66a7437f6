// Checker: the inside of check(); its calls of built-ins have a file of their own (check_call.cpp).
// SPDX-License-Identifier: MIT
#pragma once

#include "feel_lang/builtins.hpp"
#include "feel_lang/check.hpp"

namespace qadam::feel_lang {

using Shapes = std::vector<Shape>;

class Checker {
 public:
  Checker(std::string_view source, const Names& names, std::vector<base::Error>& errors)
      : source_(source), names_(names), errors_(errors) {}

  Shape run(const Syntax& s);

 private:
  struct Scope {
    std::string name;
    Shape shape;
    bool is_item;
  };

  void report(const Syntax& s, const std::string& code, const std::string& detail);

  void mismatch(const Syntax& s, Type wanted, Type found);

  // Null where a value is needed gives null.
  bool expect(const Syntax& s, const Shape& shape, Type wanted);

  // Both of one kind that has an order.
  void expect_ordered(const Syntax& a, const Shape& x, const Syntax& b, const Shape& y);

  Shape literal(const Syntax& s);

  // Type::any when it is no duration at all.
  static Type duration_type(const std::string& text);

  Shape variable(const std::string& wanted);

  Shape name(const Syntax& s);

  static Shape shape_of(const Declared& d);

  Shape negate(const Syntax& s);

  Shape binary(const Syntax& s);

  void equality(const Syntax& a, const Shape& x, const Syntax& b, const Shape& y);

  // A text that an enumeration does not have would be false for everybody.
  void member(const Shape& enumeration, const Syntax& text);

  Shape between(const Syntax& s);

  Shape in(const Syntax& s);

  void tested(const Syntax& subject, const Shape& value, const Syntax& test);

  Shape if_else(const Syntax& s);

  Shape iteration(const Syntax& s);

  void counted(const Syntax& s, const Shape& shape);

  Shape span(const Syntax& s);

  Shape path(const Syntax& s, const Syntax& of, const Shape& shape);

  Shape filter(const Syntax& s);

  Shape list(const Syntax& s);

  Shape context(const Syntax& s);

  Shape range(const Syntax& s);

  Shape call(const Syntax& s);

  static const Builtin* chosen(const Syntax& s);

  void argument(const Syntax& s, const Shape& shape, char letter);

  static Type wanted_type(char letter);

  Shape result(const Syntax& s, const Builtin& builtin, const Shapes& shapes, const Shape* first);

  std::string_view source_;

  const Names& names_;

  std::vector<base::Error>& errors_;

  std::vector<Scope> scopes_;
};

}  // namespace qadam::feel_lang
