// SPDX-License-Identifier: MIT
#include "feel_lang/compile.hpp"

#include <algorithm>

#include "feel/literal.hpp"
#include "feel_lang/suggest.hpp"
#include "feel_lang/syntax.hpp"

namespace qadam::feel_lang {
namespace {

using feel::Function;
using feel::Node;
using feel::Op;
using feel::Property;

struct Typed {
  std::uint32_t node = 0;
  Type type = Type::any;
  Type item = Type::any;               // of a list or range
  const Declared* declared = nullptr;  // when it is a name as it stands
};

using Out = base::Result<Typed>;

struct Signature {
  std::string_view name;
  Function function;
  std::vector<Type> parameters;
  Type result;
  bool variadic = false;
};

const std::vector<Signature>& signatures() {
  static const std::vector<Signature> kAll = {
      {"today", Function::today, {}, Type::date},
      {"date", Function::date_of_text, {Type::string}, Type::date},
      {"date", Function::date_of_parts, {Type::number, Type::number, Type::number}, Type::date},
      {"duration", Function::duration_of_text, {Type::string}, Type::any},
      {"years and months duration", Function::years_and_months_duration, {Type::date, Type::date}, Type::months},
      {"list contains", Function::list_contains, {Type::list, Type::any}, Type::boolean},
      {"count", Function::count, {Type::list}, Type::number},
      {"string length", Function::string_length, {Type::string}, Type::number},
      {"contains", Function::contains, {Type::string, Type::string}, Type::boolean},
      {"starts with", Function::starts_with, {Type::string, Type::string}, Type::boolean},
      {"ends with", Function::ends_with, {Type::string, Type::string}, Type::boolean},
      {"min", Function::minimum, {Type::any}, Type::any, true},
      {"max", Function::maximum, {Type::any}, Type::any, true},
      {"sum", Function::sum, {Type::any}, Type::number, true},
  };
  return kAll;
}

std::string_view type_name(Type type) {
  constexpr std::string_view kNames[] = {
      "anything", "null", "boolean", "number", "string", "date", "years and months duration", "days and time duration",
      "list",     "range"};
  return kNames[static_cast<std::size_t>(type)];
}

bool fits(Type have, Type want) {
  return have == want || have == Type::any || want == Type::any || have == Type::null;
}

bool is_ordered(Type type) {
  return type != Type::boolean && type != Type::list && type != Type::range;
}

class Compiler {
 public:
  Compiler(const Names& names, feel::Program& program) : names_(names), program_(program) {}

  Out run(const Syntax& s) {
    switch (s.kind) {
      case SyntaxKind::literal:
        return literal(s);
      case SyntaxKind::name:
        return name(s);
      case SyntaxKind::unary:
        return negate(s);
      case SyntaxKind::binary:
        return binary(s);
      case SyntaxKind::between:
        return between(s);
      case SyntaxKind::in:
        return in(s);
      case SyntaxKind::if_else:
        return if_else(s);
      case SyntaxKind::path:
        return path(s);
      case SyntaxKind::call:
        return call(s);
      case SyntaxKind::list:
        return list(s);
      case SyntaxKind::range:
        return range(s);
      case SyntaxKind::test:
        return base::fail("feel.syntax", place(s.token), "a test stands only behind 'in'");
    }
    return base::fail("feel.syntax", place(s.token));
  }

  [[nodiscard]] std::set<std::uint32_t> reads() const { return reads_; }

 private:
  std::uint32_t emit(Op op, std::vector<std::uint32_t> kids, std::size_t a = 0) {
    Node node;
    node.op = op;
    node.a = static_cast<std::uint16_t>(a);
    node.first_kid = static_cast<std::uint32_t>(program_.kids.size());
    node.kids = static_cast<std::uint16_t>(kids.size());
    program_.kids.insert(program_.kids.end(), kids.begin(), kids.end());
    program_.nodes.push_back(node);
    return static_cast<std::uint32_t>(program_.nodes.size() - 1);
  }

  // The number of a constant in its pool, shared when it is there already.
  template <class T>
  static std::size_t constant(std::vector<T>& pool, T value) {
    const auto it = std::find(pool.begin(), pool.end(), value);
    if (it != pool.end()) return static_cast<std::size_t>(it - pool.begin());
    pool.push_back(std::move(value));
    return pool.size() - 1;
  }

  Out wrong_type(const Syntax& at, Type want, Type have) {
    return base::fail("feel.type", place(at.token),
                      "expected " + std::string(type_name(want)) + ", found " + std::string(type_name(have)));
  }

  Out literal(const Syntax& s) {
    if (s.token.kind == TokenKind::number) {
      const auto number = base::Decimal::parse(s.text);
      if (!number) return base::fail("feel.literal", place(s.token), s.text);
      return Typed{emit(Op::number, {}, constant(program_.numbers, *number)), Type::number};
    }
    if (s.token.kind == TokenKind::string) {
      return Typed{emit(Op::string, {}, constant(program_.strings, s.text)), Type::string};
    }
    if (s.token.kind == TokenKind::at_string) return at_literal(s);
    if (s.text == "null") return Typed{emit(Op::null_literal, {}), Type::null};
    return Typed{emit(s.text == "true" ? Op::true_literal : Op::false_literal, {}), Type::boolean};
  }

  Out at_literal(const Syntax& s) {
    const auto integer = [&](Op op, std::int64_t value, Type type) {
      return Typed{emit(op, {}, constant(program_.integers, value)), type};
    };
    if (const auto date = base::parse_date(s.text)) return integer(Op::date, date->days(), Type::date);
    const feel::Value duration = feel::parse_duration(s.text);
    if (const auto* m = duration.as<feel::Months>()) return integer(Op::months, m->count, Type::months);
    if (const auto* d = duration.as<feel::Seconds>()) return integer(Op::seconds, d->count, Type::seconds);
    return base::fail("feel.literal", place(s.token), "neither a date nor a duration: " + s.text);
  }

  Out name(const Syntax& s) {
    const auto it = names_.find(s.text);
    if (it == names_.end()) {
      std::vector<std::string> known;
      for (const auto& entry : names_) known.push_back(entry.first);
      return base::fail("feel.name", place(s.token), s.text + suggestion(s.text, known));
    }
    reads_.insert(it->second.field);
    const Type item = it->second.type == Type::list ? Type::string : Type::any;
    return Typed{emit(Op::field, {}, it->second.field), it->second.type, item, &it->second};
  }

  Out negate(const Syntax& s) {
    Out operand = run(s.kids[0]);
    if (!operand) return operand;
    const Type type = operand->type;
    if (type != Type::number && type != Type::months && type != Type::seconds && type != Type::any) {
      return wrong_type(s, Type::number, type);
    }
    return Typed{emit(Op::negate, {operand->node}), type};
  }

  Out binary(const Syntax& s) {
    Out left = run(s.kids[0]);
    if (!left) return left;
    Out right = run(s.kids[1]);
    if (!right) return right;
    if (s.text == "and" || s.text == "or") {
      for (const auto* side : {&left, &right}) {
        if (!fits((*side)->type, Type::boolean)) return wrong_type(s, Type::boolean, (*side)->type);
      }
      return Typed{emit(s.text == "and" ? Op::conjunction : Op::disjunction, {left->node, right->node}), Type::boolean};
    }
    if (s.text == "**") return base::fail("feel.outside", place(s.token), "'**'");
    if (s.text == "+" || s.text == "-" || s.text == "*" || s.text == "/") return arithmetic(s, *left, *right);
    if (!fits(left->type, right->type) && right->type != Type::null)
      return wrong_type(s.kids[1], left->type, right->type);
    if (auto sound = members(s.kids[1], *left, s.kids[0], *right); !sound) return sound.failure();
    constexpr std::pair<std::string_view, Op> kOps[] = {{"=", Op::equal},   {"!=", Op::not_equal},
                                                        {"<", Op::less},    {"<=", Op::less_equal},
                                                        {">", Op::greater}, {">=", Op::greater_equal}};
    for (const auto& entry : kOps) {
      if (entry.first != s.text) continue;
      const bool ordering = entry.second != Op::equal && entry.second != Op::not_equal;
      if (ordering && (!is_ordered(left->type) || left->type == Type::null || right->type == Type::null)) {
        return base::fail("feel.type", place(s.token), "these cannot be ordered");
      }
      return Typed{emit(entry.second, {left->node, right->node}), Type::boolean};
    }
    return base::fail("feel.syntax", place(s.token), s.text);
  }

  // An enumeration compared with a text that is none of its members would be false for everybody.
  base::Done members(const Syntax& right_syntax, const Typed& left, const Syntax& left_syntax, const Typed& right) {
    if (auto a = member(left.declared, right_syntax); !a) return a;
    return member(right.declared, left_syntax);
  }

  static base::Done member(const Declared* declared, const Syntax& text) {
    const bool is_text = text.kind == SyntaxKind::literal && text.token.kind == TokenKind::string;
    if (declared == nullptr || declared->members.empty() || !is_text) return base::done();
    const auto& all = declared->members;
    if (std::find(all.begin(), all.end(), text.text) != all.end()) return base::done();
    return base::fail("feel.member", place(text.token), text.text + suggestion(text.text, all));
  }

  Out arithmetic(const Syntax& s, const Typed& a, const Typed& b) {
    const Type result = arithmetic_type(s.text[0], a.type, b.type);
    if (result == Type::null) {
      return base::fail(
          "feel.type", place(s.token),
          "no '" + s.text + "' for " + std::string(type_name(a.type)) + " and " + std::string(type_name(b.type)));
    }
    const Op op = s.text == "+" ? Op::add : s.text == "-" ? Op::subtract : s.text == "*" ? Op::multiply : Op::divide;
    return Typed{emit(op, {a.node, b.node}), result};
  }

  // Type::null = there is no such operation.
  static Type arithmetic_type(char op, Type a, Type b) {
    const auto duration = [](Type t) { return t == Type::months || t == Type::seconds; };
    if (a == Type::any || b == Type::any) return Type::any;
    if (a == Type::number && b == Type::number) return Type::number;
    if (op == '+' && a == Type::string && b == Type::string) return Type::string;
    if (op == '*' || op == '/') return Type::null;
    if (a == Type::date && duration(b)) return Type::date;
    if (op == '+' && duration(a) && b == Type::date) return Type::date;
    if (op == '-' && a == Type::date && b == Type::date) return Type::seconds;
    if (duration(a) && a == b) return a;
    return Type::null;
  }

  Out between(const Syntax& s) {
    std::vector<std::uint32_t> kids;
    Type type = Type::any;
    for (const Syntax& kid : s.kids) {
      Out part = run(kid);
      if (!part) return part;
      if (!fits(part->type, type) || !is_ordered(part->type)) return wrong_type(kid, type, part->type);
      if (type == Type::any) type = part->type;
      kids.push_back(part->node);
    }
    return Typed{emit(Op::between, std::move(kids)), Type::boolean};
  }

  Out in(const Syntax& s) {
    Out value = run(s.kids[0]);
    if (!value) return value;
    std::vector<std::uint32_t> kids{value->node};
    for (std::size_t i = 1; i < s.kids.size(); ++i) {
      Out test = in_test(s.kids[i], *value);
      if (!test) return test;
      kids.push_back(test->node);
    }
    return Typed{emit(Op::in, std::move(kids)), Type::boolean};
  }

  Out in_test(const Syntax& s, const Typed& value) {
    if (s.kind == SyntaxKind::list) {
      for (const Syntax& item : s.kids) {
        if (auto sound = member(value.declared, item); !sound) return sound.failure();
      }
    }
    if (s.kind != SyntaxKind::test) {
      if (auto sound = member(value.declared, s); !sound) return sound.failure();
      Out test = run(s);
      if (!test) return test;
      const bool container = test->type == Type::list || test->type == Type::range;
      const Type type = container && value.type != test->type ? test->item : test->type;
      if (!fits(type, value.type)) return wrong_type(s, value.type, type);
      return test;
    }
    if (auto sound = member(value.declared, s.kids[0]); !sound) return sound.failure();
    Out bound = run(s.kids[0]);
    if (!bound) return bound;
    if (!fits(bound->type, value.type)) return wrong_type(s.kids[0], value.type, bound->type);
    constexpr std::pair<std::string_view, Op> kOps[] = {{"=", Op::test_equal},   {"!=", Op::test_not_equal},
                                                        {"<", Op::test_less},    {"<=", Op::test_less_equal},
                                                        {">", Op::test_greater}, {">=", Op::test_greater_equal}};
    for (const auto& entry : kOps) {
      if (entry.first == s.text) return Typed{emit(entry.second, {bound->node}), Type::boolean};
    }
    return base::fail("feel.syntax", place(s.token), s.text);
  }

  Out if_else(const Syntax& s) {
    std::vector<std::uint32_t> kids;
    std::vector<Type> types;
    for (const Syntax& kid : s.kids) {
      Out part = run(kid);
      if (!part) return part;
      kids.push_back(part->node);
      types.push_back(part->type);
    }
    if (!fits(types[0], Type::boolean)) return wrong_type(s.kids[0], Type::boolean, types[0]);
    if (!fits(types[2], types[1]) && types[1] != Type::null) return wrong_type(s.kids[2], types[1], types[2]);
    const Type type = types[1] == Type::null || types[1] == Type::any ? types[2] : types[1];
    return Typed{emit(Op::conditional, std::move(kids)), type};
  }

  Out path(const Syntax& s) {
    Out value = run(s.kids[0]);
    if (!value) return value;

    struct Entry {
      std::string_view name;
      Property property;
      Type of;
    };

    constexpr Entry kAll[] = {{"year", Property::year, Type::date},
                              {"month", Property::month, Type::date},
                              {"day", Property::day, Type::date},
                              {"weekday", Property::weekday, Type::date},
                              {"years", Property::years, Type::months},
                              {"months", Property::months, Type::months},
                              {"days", Property::days, Type::seconds},
                              {"hours", Property::hours, Type::seconds},
                              {"minutes", Property::minutes, Type::seconds},
                              {"seconds", Property::seconds, Type::seconds}};
    for (const Entry& entry : kAll) {
      if (entry.name == s.text && fits(value->type, entry.of)) {
        return Typed{emit(Op::property, {value->node}, static_cast<std::size_t>(entry.property)), Type::number};
      }
    }
    return base::fail("feel.property", place(s.token),
                      "a " + std::string(type_name(value->type)) + " has no ." + s.text);
  }

  Out call(const Syntax& s) {
    std::vector<Typed> arguments;
    std::vector<std::uint32_t> kids;
    for (const Syntax& kid : s.kids) {
      Out argument = run(kid);
      if (!argument) return argument;
      arguments.push_back(*argument);
      kids.push_back(argument->node);
    }
    if (s.text == "not") {
      if (arguments.size() != 1) return base::fail("feel.arguments", place(s.token), "not() takes one argument");
      if (!fits(arguments[0].type, Type::boolean)) return wrong_type(s.kids[0], Type::boolean, arguments[0].type);
      return Typed{emit(Op::negation, std::move(kids)), Type::boolean};
    }
    bool known = false;
    for (const Signature& signature : signatures()) {
      if (signature.name != s.text) continue;
      known = true;
      const bool counted = signature.variadic ? !arguments.empty() : arguments.size() == signature.parameters.size();
      if (!counted) continue;
      for (std::size_t i = 0; i < signature.parameters.size(); ++i) {
        if (!fits(arguments[i].type, signature.parameters[i])) {
          return wrong_type(s.kids[i], signature.parameters[i], arguments[i].type);
        }
      }
      return Typed{emit(Op::call, std::move(kids), static_cast<std::size_t>(signature.function)),
                   result_type(s, signature)};
    }
    if (known) return base::fail("feel.arguments", place(s.token), s.text + "(): wrong number of arguments");
    std::vector<std::string> names{"not"};
    for (const Signature& signature : signatures()) names.emplace_back(signature.name);
    return base::fail("feel.function", place(s.token), s.text + suggestion(s.text, names));
  }

  // duration("P1Y") is known to be months, duration("P10D") seconds, when the text stands there.
  static Type result_type(const Syntax& s, const Signature& signature) {
    if (signature.function != Function::duration_of_text || s.kids[0].token.kind != TokenKind::string) {
      return signature.result;
    }
    const feel::Value value = feel::parse_duration(s.kids[0].text);
    return value.as<feel::Months>() != nullptr    ? Type::months
           : value.as<feel::Seconds>() != nullptr ? Type::seconds
                                                  : Type::any;
  }

  Out list(const Syntax& s) {
    std::vector<std::uint32_t> kids;
    Type item = Type::any;
    for (std::size_t i = 0; i < s.kids.size(); ++i) {
      Out part = run(s.kids[i]);
      if (!part) return part;
      item = i == 0 ? part->type : item == part->type ? item : Type::any;
      kids.push_back(part->node);
    }
    return Typed{emit(Op::list, std::move(kids)), Type::list, item};
  }

  Out range(const Syntax& s) {
    Out low = run(s.kids[0]);
    if (!low) return low;
    Out high = run(s.kids[1]);
    if (!high) return high;
    if (!fits(high->type, low->type) || !is_ordered(low->type)) return wrong_type(s.kids[1], low->type, high->type);
    const Op op = s.text == "[]"   ? Op::range_closed
                  : s.text == "()" ? Op::range_open
                  : s.text == "(]" ? Op::range_left_open
                                   : Op::range_right_open;
    return Typed{emit(op, {low->node, high->node}), Type::range, low->type};
  }

  const Names& names_;
  feel::Program& program_;
  std::set<std::uint32_t> reads_;
};

}  // namespace

base::Result<Compiled> compile(std::string_view text, const Names& names, Type wanted, feel::Program& program) {
  auto syntax = parse(text);
  if (!syntax) return syntax.failure();
  Compiler compiler(names, program);
  Out out = compiler.run(*syntax);
  if (!out) return out.failure();
  if (!fits(out->type, wanted) || (wanted == Type::boolean && out->type == Type::null)) {
    return base::fail("feel.type", place(syntax->token),
                      "expected " + std::string(type_name(wanted)) + ", found " + std::string(type_name(out->type)));
  }
  const std::size_t most = 0xFFFF;
  if (program.numbers.size() > most || program.strings.size() > most || program.integers.size() > most) {
    return base::fail("feel.large");
  }
  return Compiled{out->node, out->type, compiler.reads()};
}

}  // namespace qadam::feel_lang
