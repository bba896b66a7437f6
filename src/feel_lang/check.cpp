// SPDX-License-Identifier: MIT
#include "feel_lang/check.hpp"

#include <algorithm>

#include "feel/literal.hpp"
#include "feel_lang/builtins.hpp"
#include "feel_lang/emit.hpp"
#include "feel_lang/suggest.hpp"

namespace qadam::feel_lang {
namespace {

using Shapes = std::vector<Shape>;

Shape plain(Type type) {
  Shape shape;
  shape.type = type;
  shape.nullable = false;
  return shape;
}

Shape holder(Type type, const Shape& item) {
  Shape shape = plain(type);
  shape.item = std::make_shared<const Shape>(item);
  measure(shape);
  return shape;
}

bool is_duration(Type t) {
  return t == Type::months || t == Type::seconds;
}

// What two alternatives have in common.
Shape merged(const Shape& a, const Shape& b) {
  if (a.type == Type::null) return b;
  if (b.type == Type::null || a.type == Type::any) return a;
  if (a.type != b.type) return {};
  Shape out = a;
  if (a.members != b.members) out.members.clear();
  if (a.item && b.item) out.item = std::make_shared<const Shape>(merged(*a.item, *b.item));
  if (a.type == Type::context) {
    // Entries that only one of them has may be missing.
    out.open = a.open || b.open;
    for (const auto& entry : b.entries) {
      const auto same = [&](const auto& e) { return e.first == entry.first; };
      const auto it = std::find_if(out.entries.begin(), out.entries.end(), same);
      if (it == out.entries.end()) {
        out.entries.push_back(entry);
      } else {
        it->second = merged(it->second, entry.second);
      }
    }
  }
  measure(out);
  return out;
}

struct Property {
  std::string_view name;
  Type of;
  Type type;
};

constexpr Property kProperties[] = {{"year", Type::date, Type::number},
                                    {"month", Type::date, Type::number},
                                    {"day", Type::date, Type::number},
                                    {"weekday", Type::date, Type::number},
                                    {"years", Type::months, Type::number},
                                    {"months", Type::months, Type::number},
                                    {"days", Type::seconds, Type::number},
                                    {"hours", Type::seconds, Type::number},
                                    {"minutes", Type::seconds, Type::number},
                                    {"seconds", Type::seconds, Type::number},
                                    {"start", Type::range, Type::any},
                                    {"end", Type::range, Type::any},
                                    {"start included", Type::range, Type::boolean},
                                    {"end included", Type::range, Type::boolean}};

// Type::null: there is no such operation.
Type arithmetic_type(std::string_view op, Type a, Type b) {
  const bool numbers = a == Type::number && b == Type::number;
  if (a == Type::null || b == Type::null) return Type::null;
  if (a == Type::any || b == Type::any) return Type::any;
  if (numbers) return Type::number;
  if (op == "**") return Type::null;
  if (op == "*" || op == "/") {
    if (is_duration(a) && b == Type::number) return a;
    if (op == "*") return a == Type::number && is_duration(b) ? b : Type::null;
    return is_duration(a) && a == b ? Type::number : Type::null;
  }
  if (op == "+" && a == Type::string && b == Type::string) return Type::string;
  if (a == Type::date && is_duration(b)) return Type::date;
  if (op == "+" && is_duration(a) && b == Type::date) return Type::date;
  if (op == "-" && a == Type::date && b == Type::date) return Type::seconds;
  return is_duration(a) && a == b ? a : Type::null;
}

class Checker {
 public:
  Checker(std::string_view source, const Names& names, std::vector<base::Error>& errors)
      : source_(source), names_(names), errors_(errors) {}

  Shape run(const Syntax& s) {
    switch (s.kind) {
      case SyntaxKind::literal:
        return literal(s);
      case SyntaxKind::name:
        return name(s);
      case SyntaxKind::subject:
        return variable("?");
      case SyntaxKind::negate:
        return negate(s);
      case SyntaxKind::binary:
        return binary(s);
      case SyntaxKind::junction:
        for (const Syntax& kid : s.kids) expect(kid, run(kid), Type::boolean);
        return plain(Type::boolean);
      case SyntaxKind::between:
        return between(s);
      case SyntaxKind::in:
        return in(s);
      case SyntaxKind::test:
        return holder(Type::range, run(s.kids[0]));
      case SyntaxKind::if_else:
        return if_else(s);
      case SyntaxKind::for_each:
      case SyntaxKind::some:
      case SyntaxKind::every:
        return iteration(s);
      case SyntaxKind::span:
        return span(s);
      case SyntaxKind::path:
        return path(s, s.kids[0], run(s.kids[0]));
      case SyntaxKind::filter:
        return filter(s);
      case SyntaxKind::call:
        return call(s);
      case SyntaxKind::list:
        return list(s);
      case SyntaxKind::context:
        return context(s);
      case SyntaxKind::range:
        return range(s);
    }
    return {};
  }

 private:
  struct Scope {
    std::string name;
    Shape shape;
    bool is_item;
  };

  void report(const Syntax& s, const std::string& code, const std::string& detail) {
    errors_.push_back(error_at(s, source_, code, detail));
  }

  void mismatch(const Syntax& s, Type wanted, Type found) {
    std::string hint;
    if (wanted == Type::date && found == Type::string) hint = R"(; a day is written @"2026-03-01")";
    if (found == Type::list && wanted != Type::list) hint = "; for a list, use list contains or count";
    if (wanted == Type::boolean && found == Type::string) hint = "; compare it: = \"...\"";
    report(s, "feel.type", "is " + type_name(found) + " where " + type_name(wanted) + " is expected" + hint);
  }

  // Null where a value is needed gives null.
  bool expect(const Syntax& s, const Shape& shape, Type wanted) {
    if (fits(shape.type, wanted)) return true;
    mismatch(s, wanted, shape.type);
    return false;
  }

  // Both of one kind that has an order.
  void expect_ordered(const Syntax& a, const Shape& x, const Syntax& b, const Shape& y) {
    if (!is_ordered(x.type)) {
      report(a, "feel.type", type_name(x.type) + " has no order");
    } else if (!is_ordered(y.type)) {
      report(b, "feel.type", type_name(y.type) + " has no order");
    } else if (!fits(y.type, x.type)) {
      mismatch(b, x.type, y.type);
    }
  }

  Shape literal(const Syntax& s) {
    if (s.token.kind == TokenKind::number) return plain(Type::number);
    if (s.token.kind == TokenKind::string) return plain(Type::string);
    if (s.token.kind == TokenKind::at_string) {
      if (feel::parse_far_date(s.text)) return plain(Type::date);
      return plain(duration_type(s.text));
    }
    Shape shape = plain(s.text == "null" ? Type::null : Type::boolean);
    shape.nullable = s.text == "null";
    return shape;
  }

  // Type::any when it is no duration at all.
  static Type duration_type(const std::string& text) {
    const feel::Value duration = feel::parse_duration(text);
    return duration.is(feel::Kind::months)    ? Type::months
           : duration.is(feel::Kind::seconds) ? Type::seconds
                                              : Type::any;
  }

  Shape variable(const std::string& wanted) {
    for (std::size_t i = scopes_.size(); i-- > 0;) {
      if (scopes_[i].name == wanted) return scopes_[i].shape;
    }
    return {};
  }

  Shape name(const Syntax& s) {
    for (std::size_t i = scopes_.size(); i-- > 0;) {
      const Scope& scope = scopes_[i];
      if (scope.is_item) {
        for (const auto& entry : scope.shape.entries) {
          if (entry.first == s.text) return entry.second;
        }
        if (scope.shape.type == Type::any || scope.shape.open) {
          return s.text == "item" ? scope.shape : Shape();
        }
      }
      if (scope.name == s.text) return scope.shape;
    }
    const auto it = names_.find(s.text);
    if (it != names_.end()) return shape_of(it->second);
    const bool in_filter = std::any_of(scopes_.begin(), scopes_.end(), [](const Scope& x) { return x.is_item; });
    // Elsewhere the emitter says it.
    if (in_filter) report(s, "feel.name", "neither an entry of the list's items nor a name");
    return {};
  }

  static Shape shape_of(const Declared& d) {
    if (d.shape) return *d.shape;
    Shape shape = plain(d.type);
    shape.nullable = d.nullable;
    if (d.type == Type::list) {
      Shape item = plain(Type::string);
      item.members = d.members;
      shape.item = std::make_shared<const Shape>(std::move(item));
    } else {
      shape.members = d.members;
    }
    return shape;
  }

  Shape negate(const Syntax& s) {
    const Shape operand = run(s.kids[0]);
    const Type t = operand.type;
    if (t == Type::number || is_duration(t) || t == Type::any) return operand;
    mismatch(s.kids[0], Type::number, t);
    return plain(Type::number);
  }

  Shape binary(const Syntax& s) {
    const Shape a = run(s.kids[0]);
    const Shape b = run(s.kids[1]);
    if (s.text == "=" || s.text == "!=") {
      equality(s.kids[0], a, s.kids[1], b);
      return plain(Type::boolean);
    }
    if (s.text[0] == '<' || s.text[0] == '>') {
      expect_ordered(s.kids[0], a, s.kids[1], b);
      return plain(Type::boolean);
    }
    const Syntax& divisor = s.kids[1];
    if (s.text == "/" && divisor.kind == SyntaxKind::literal && divisor.token.kind == TokenKind::number) {
      const auto n = base::Decimal::parse(divisor.text);
      if (n && n->is_zero()) report(divisor, "feel.zero", "nothing can be divided by it");
    }
    const Type type = arithmetic_type(s.text, a.type, b.type);
    if (type != Type::null) return plain(type);
    report(s, "feel.type", "there is no '" + s.text + "' for " + type_name(a.type) + " and " + type_name(b.type));
    return {};
  }

  void equality(const Syntax& a, const Shape& x, const Syntax& b, const Shape& y) {
    if (x.type == Type::null || y.type == Type::null) {
      const Shape& other = x.type == Type::null ? y : x;
      const bool never = other.type != Type::null && other.type != Type::any && !other.nullable;
      if (never) report(x.type == Type::null ? b : a, "feel.null", "is never null");
      return;
    }
    if (!fits(y.type, x.type)) {
      mismatch(b, x.type, y.type);
      return;
    }
    member(x, b);
    member(y, a);
  }

  // A text that an enumeration does not have would be false for everybody.
  void member(const Shape& enumeration, const Syntax& text) {
    const bool is_text = text.kind == SyntaxKind::literal && text.token.kind == TokenKind::string;
    if (enumeration.members.empty() || !is_text) return;
    const auto& all = enumeration.members;
    if (std::find(all.begin(), all.end(), text.text) != all.end()) return;
    std::string known;
    for (const std::string& each : all) known += (known.empty() ? "" : ", ") + each;
    const std::string near = suggestion(text.text, all);
    report(text, "feel.member", "is none of its values" + (near.empty() && known.size() < 120 ? ": " + known : near));
  }

  Shape between(const Syntax& s) {
    const Shape value = run(s.kids[0]);
    for (std::size_t i = 1; i < 3; ++i) expect_ordered(s.kids[0], value, s.kids[i], run(s.kids[i]));
    return plain(Type::boolean);
  }

  Shape in(const Syntax& s) {
    const Shape value = run(s.kids[0]);
    scopes_.push_back({"?", value, false});
    for (std::size_t i = 1; i < s.kids.size(); ++i) tested(s.kids[0], value, s.kids[i]);
    scopes_.pop_back();
    return plain(Type::boolean);
  }

  void tested(const Syntax& subject, const Shape& value, const Syntax& test) {
    if (value.type == Type::list) {  // it may be the list itself or one of its items
      (void)run(test);
      return;
    }
    if (test.kind == SyntaxKind::list) {
      for (const Syntax& each : test.kids) tested(subject, value, each);
      return;
    }
    if (test.kind == SyntaxKind::test) {
      const Shape bound = run(test.kids[0]);
      if (test.text == "=" || test.text == "!=") {
        equality(subject, value, test.kids[0], bound);
      } else {
        expect_ordered(subject, value, test.kids[0], bound);
      }
      return;
    }
    const Shape shape = run(test);
    if (shape.type == Type::range && value.type != Type::range) {
      if (shape.item) expect_ordered(subject, value, test, *shape.item);
    } else if (shape.type == Type::list && value.type != Type::list) {
      if (shape.item && !fits(shape.item->type, value.type) && shape.item->type != Type::range) {
        mismatch(test, value.type, shape.item->type);
      }
    } else if (shape.type != Type::boolean || value.type == Type::boolean) {
      equality(subject, value, test, shape);
    }
  }

  Shape if_else(const Syntax& s) {
    expect(s.kids[0], run(s.kids[0]), Type::boolean);
    const Shape a = run(s.kids[1]);
    const Shape b = run(s.kids[2]);
    const bool either_null = a.type == Type::null || b.type == Type::null;
    if (!either_null && !fits(a.type, b.type)) mismatch(s.kids[2], a.type, b.type);
    Shape out = merged(a, b);
    out.nullable = a.nullable || b.nullable;
    return out;
  }

  Shape iteration(const Syntax& s) {
    const std::size_t before = scopes_.size();
    for (std::size_t i = 0; i < s.names.size(); ++i) {
      const Shape domain = run(s.kids[i]);
      if (domain.type == Type::null) mismatch(s.kids[i], Type::list, Type::null);
      const bool many = domain.type == Type::list || domain.type == Type::range || domain.type == Type::any;
      const Shape item = many ? domain.item_shape() : domain;
      if (domain.type == Type::range) counted(s.kids[i], item);
      scopes_.push_back({s.names[i], item, false});
    }
    const Shape body = run(s.kids.back());
    scopes_.resize(before);
    if (s.kind == SyntaxKind::for_each) return holder(Type::list, body);
    expect(s.kids.back(), body, Type::boolean);
    return plain(Type::boolean);
  }

  void counted(const Syntax& s, const Shape& shape) {
    if (fits(shape.type, Type::number) || shape.type == Type::date) return;
    report(s, "feel.type", "only whole numbers and days can be counted through, not " + type_name(shape.type));
  }

  Shape span(const Syntax& s) {
    const Shape low = run(s.kids[0]);
    const Shape high = run(s.kids[1]);
    counted(s.kids[0], low);
    expect(s.kids[1], high, low.type);
    return holder(Type::list, low);
  }

  Shape path(const Syntax& s, const Syntax& of, const Shape& shape) {
    if (shape.type == Type::any) return {};
    if (shape.type == Type::list) return holder(Type::list, path(s, of, shape.item_shape()));
    std::vector<std::string> known;
    for (const auto& entry : shape.entries) {
      if (entry.first == s.text) return entry.second;
      known.push_back(entry.first);
    }
    for (const Property& p : kProperties) {
      if (p.of != shape.type) continue;
      if (p.name == s.text) return p.type == Type::any ? shape.item_shape() : plain(p.type);
      known.emplace_back(p.name);
    }
    if (shape.type == Type::context && shape.open) return {};
    std::string all;
    for (const std::string& each : known) all += (all.empty() ? "; it has ." : ", .") + each;
    report(s, "feel.property", type_name(shape.type) + " has no ." + s.text + (all.size() < 120 ? all : ""));
    return {};
  }

  Shape filter(const Syntax& s) {
    const Shape base = run(s.kids[0]);
    if (base.type == Type::null) mismatch(s.kids[0], Type::list, Type::null);
    const Shape item = base.type == Type::list || base.type == Type::any ? base.item_shape() : base;
    scopes_.push_back({"item", item, true});
    const Syntax& by = s.kids[1];
    const Shape condition = by.kind == SyntaxKind::test ? plain(Type::boolean) : run(by);
    if (by.kind == SyntaxKind::test) tested(s.kids[0], item, by);
    scopes_.pop_back();
    if (condition.type == Type::number) {
      Shape one = item;
      one.nullable = true;
      return one;
    }
    expect(by, condition, Type::boolean);
    return condition.type == Type::any ? Shape() : holder(Type::list, item);
  }

  Shape list(const Syntax& s) {
    Shape item;
    for (std::size_t i = 0; i < s.kids.size(); ++i) {
      const Shape each = run(s.kids[i]);
      item = i == 0 ? each : merged(item, each);
    }
    return holder(Type::list, item);
  }

  Shape context(const Syntax& s) {
    Shape out = plain(Type::context);
    const std::size_t before = scopes_.size();
    for (std::size_t i = 0; i < s.kids.size(); ++i) {
      Shape value = run(s.kids[i]);
      scopes_.push_back({s.names[i], value, false});
      out.entries.emplace_back(s.names[i], std::move(value));
    }
    scopes_.resize(before);
    measure(out);
    return out;
  }

  Shape range(const Syntax& s) {
    const Shape low = run(s.kids[0]);
    expect_ordered(s.kids[0], low, s.kids[1], run(s.kids[1]));
    return holder(Type::range, low);
  }

  Shape call(const Syntax& s) {
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

  static const Builtin* chosen(const Syntax& s) {
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

  void argument(const Syntax& s, const Shape& shape, char letter) {
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

  static Type wanted_type(char letter) {
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

  Shape result(const Syntax& s, const Builtin& builtin, const Shapes& shapes, const Shape* first) {
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

  std::string_view source_;
  const Names& names_;
  std::vector<base::Error>& errors_;
  std::vector<Scope> scopes_;
};

}  // namespace

Shape::Shape() = default;
Shape::Shape(const Shape& other) = default;
Shape::Shape(Shape&& other) noexcept = default;
Shape& Shape::operator=(const Shape& other) = default;
Shape& Shape::operator=(Shape&& other) noexcept = default;
Shape::~Shape() = default;

const Shape& Shape::item_shape() const {
  static const Shape kAnything;
  return item ? *item : kAnything;
}

void measure(Shape& shape) {
  constexpr std::uint32_t kMost = 1000;
  shape.size = 1 + (shape.item ? shape.item->size : 0);
  for (const auto& entry : shape.entries) shape.size += entry.second.size;
  if (shape.size <= kMost) return;
  shape.open = shape.type == Type::context;
  shape.entries.clear();
  shape.item = nullptr;
  shape.size = 1;
}

std::string type_name(Type type) {
  constexpr const char* kNames[] = {
      "anything",           "null",   "yes or no", "a number", "a text", "a day", "a duration in months",
      "a duration in days", "a list", "a range",   "a context"};
  return kNames[static_cast<std::size_t>(type)];
}

Shape check(const Syntax& syntax, std::string_view source, const Names& names, std::vector<base::Error>& errors) {
  return Checker(source, names, errors).run(syntax);
}

}  // namespace qadam::feel_lang
