// What built-ins take and give, as far as it is known before anything runs.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "feel/literal.hpp"
#include "feel_lang/checker.hpp"

namespace qadam::feel_lang {

Shape Checker::call(const Syntax& s) {
  Shapes shapes;
  for (const Syntax& kid : s.kids) shapes.push_back(run(kid));
  const Builtin* builtin = chosen(s);
  if (builtin == nullptr) return {};  // the emitter says it
  const std::string_view letters = feel::parameters(builtin->function);
  const bool repeats = !letters.empty() && letters.back() == '+';
  const std::size_t last = letters.size() - (repeats ? 2 : 1);
  const std::vector<std::string> names = names_of(*builtin);
  const Shape* first = nullptr;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    std::size_t at = std::min(i, last);
    if (!s.names.empty()) {
      at = static_cast<std::size_t>(std::find(names.begin(), names.end(), s.names[i]) - names.begin());
    }
    if (at == 0 && first == nullptr) first = &shapes[i];
    argument(s.kids[i], shapes[i], letters[at]);
  }
  return result(s, *builtin, shapes, first);
}

const Builtin* Checker::chosen(const Syntax& s) {
  for (const Builtin& builtin : builtins()) {
    const feel::Arity arity = feel::arity(builtin.function);
    if (builtin.name != s.text || s.kids.size() > arity.most) continue;
    const std::vector<std::string> names = names_of(builtin);
    const bool known = std::all_of(s.names.begin(), s.names.end(), [&](const std::string& n) {
      return std::find(names.begin(), names.end(), n) != names.end();
    });
    if (s.names.empty() ? s.kids.size() >= arity.least : known) return &builtin;
  }
  return nullptr;
}

void Checker::argument(const Syntax& s, const Shape& shape, char letter) {
  const bool optional = letter < 'a';
  const Type t = shape.type;
  if (t == Type::any || letter == 'a' || letter == 'A' || (optional && t == Type::null)) return;
  const bool single = s.kind == SyntaxKind::list && s.kids.size() == 1;  // FEEL takes its only item
  switch (optional ? letter | 0x20 : letter) {
    case 'l':
      if (t == Type::null) mismatch(s, Type::list, t);
      return;
    case 'p':
      if (t != Type::range && !is_ordered(t)) mismatch(s, Type::range, t);
      return;
    case 'x':
      if (t != Type::number && !is_duration(t) && !single) mismatch(s, Type::number, t);
      return;
    default:
      break;
  }
  const Type wanted = wanted_type(static_cast<char>(letter | 0x20));
  if (t != wanted && !single) mismatch(s, wanted, t);
}

Type Checker::wanted_type(char letter) {
  switch (letter) {
    case 'b':
      return Type::boolean;
    case 'n':
    case 'm':
      return Type::number;
    case 's':
      return Type::string;
    case 'd':
      return Type::date;
    case 'c':
      return Type::context;
    default:
      return Type::range;
  }
}

Shape Checker::result(const Syntax& s, const Builtin& builtin, const Shapes& shapes, const Shape* first) {
  const bool is_text =
      !s.kids.empty() && s.kids[0].kind == SyntaxKind::literal && s.kids[0].token.kind == TokenKind::string;
  if (builtin.function == feel::Function::date_of_text) {
    const Type t = shapes[0].type;
    if (t != Type::string && t != Type::date && t != Type::any) mismatch(s.kids[0], Type::string, t);
    if (is_text && !feel::parse_far_date(s.kids[0].text)) report(s.kids[0], "feel.literal", "no such day");
  }
  if (builtin.function == feel::Function::duration && is_text) {
    const Type type = duration_type(s.kids[0].text);
    if (type == Type::any) report(s.kids[0], "feel.literal", "no duration, such as P18Y or P10D");
    return plain(type);
  }
  if (builtin.function == feel::Function::list_contains && shapes.size() == 2 && shapes[0].item) {
    const Shape& item = *shapes[0].item;
    if (shapes[1].type != Type::null && !fits(shapes[1].type, item.type)) {
      mismatch(s.kids[1], item.type, shapes[1].type);
    }
    member(item, s.kids[1]);
  }
  switch (builtin.result) {
    case '1':
      return first == nullptr ? Shape() : *first;
    case 'i':
      return first == nullptr ? Shape() : first->type == Type::list ? first->item_shape() : *first;
    case 'n':
      return plain(Type::number);
    case 's':
      return plain(Type::string);
    case 'b':
      return plain(Type::boolean);
    case 'd':
      return plain(Type::date);
    case 'm':
      return plain(Type::months);
    case 't':
      return plain(Type::seconds);
    case 'l':
      return holder(Type::list, Shape());
    case 'c': {
      Shape out = plain(Type::context);
      out.open = true;
      return out;
    }
    default:
      return {};
  }
}

}  // namespace qadam::feel_lang
