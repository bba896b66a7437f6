// SPDX-License-Identifier: MIT
#include "feel_lang/check.hpp"

#include <algorithm>

#include "feel/literal.hpp"
#include "feel_lang/checker.hpp"
#include "feel_lang/emit.hpp"
#include "feel_lang/suggest.hpp"

namespace qadam::feel_lang {
namespace {

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

}  // namespace

Shape Checker::run(const Syntax& s) {
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

void Checker::report(const Syntax& s, const std::string& code, const std::string& detail) {
  errors_.push_back(error_at(s, source_, code, detail));
}

void Checker::mismatch(const Syntax& s, Type wanted, Type found) {
  std::string hint;
  if (wanted == Type::date && found == Type::string) hint = R"(; a day is written @"2026-03-01")";
  if (found == Type::list && wanted != Type::list) hint = "; for a list, use list contains or count";
  if (wanted == Type::boolean && found == Type::string) hint = "; compare it: = \"...\"";
  report(s, "feel.type", "is " + type_name(found) + " where " + type_name(wanted) + " is expected" + hint);
}

bool Checker::expect(const Syntax& s, const Shape& shape, Type wanted) {
  if (fits(shape.type, wanted)) return true;
  mismatch(s, wanted, shape.type);
  return false;
}

void Checker::expect_ordered(const Syntax& a, const Shape& x, const Syntax& b, const Shape& y) {
  if (!is_ordered(x.type)) {
    report(a, "feel.type", type_name(x.type) + " has no order");
  } else if (!is_ordered(y.type)) {
    report(b, "feel.type", type_name(y.type) + " has no order");
  } else if (!fits(y.type, x.type)) {
    mismatch(b, x.type, y.type);
  }
}

Shape Checker::literal(const Syntax& s) {
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

Type Checker::duration_type(const std::string& text) {
  const feel::Value duration = feel::parse_duration(text);
  return duration.is(feel::Kind::months) ? Type::months : duration.is(feel::Kind::seconds) ? Type::seconds : Type::any;
}

Shape Checker::variable(const std::string& wanted) {
  for (std::size_t i = scopes_.size(); i-- > 0;) {
    if (scopes_[i].name == wanted) return scopes_[i].shape;
  }
  return {};
}

Shape Checker::name(const Syntax& s) {
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

Shape Checker::shape_of(const Declared& d) {
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

Shape Checker::negate(const Syntax& s) {
  const Shape operand = run(s.kids[0]);
  const Type t = operand.type;
  if (t == Type::number || is_duration(t) || t == Type::any) return operand;
  mismatch(s.kids[0], Type::number, t);
  return plain(Type::number);
}

Shape Checker::binary(const Syntax& s) {
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

void Checker::equality(const Syntax& a, const Shape& x, const Syntax& b, const Shape& y) {
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

void Checker::member(const Shape& enumeration, const Syntax& text) {
  const bool is_text = text.kind == SyntaxKind::literal && text.token.kind == TokenKind::string;
  if (enumeration.members.empty() || !is_text) return;
  const auto& all = enumeration.members;
  if (std::find(all.begin(), all.end(), text.text) != all.end()) return;
  std::string known;
  for (const std::string& each : all) known += (known.empty() ? "" : ", ") + each;
  const std::string near = suggestion(text.text, all);
  report(text, "feel.member", "is none of its values" + (near.empty() && known.size() < 120 ? ": " + known : near));
}

Shape Checker::between(const Syntax& s) {
  const Shape value = run(s.kids[0]);
  for (std::size_t i = 1; i < 3; ++i) expect_ordered(s.kids[0], value, s.kids[i], run(s.kids[i]));
  return plain(Type::boolean);
}

Shape Checker::in(const Syntax& s) {
  const Shape value = run(s.kids[0]);
  scopes_.push_back({"?", value, false});
  for (std::size_t i = 1; i < s.kids.size(); ++i) tested(s.kids[0], value, s.kids[i]);
  scopes_.pop_back();
  return plain(Type::boolean);
}

void Checker::tested(const Syntax& subject, const Shape& value, const Syntax& test) {
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

Shape Checker::if_else(const Syntax& s) {
  expect(s.kids[0], run(s.kids[0]), Type::boolean);
  const Shape a = run(s.kids[1]);
  const Shape b = run(s.kids[2]);
  const bool either_null = a.type == Type::null || b.type == Type::null;
  if (!either_null && !fits(a.type, b.type)) mismatch(s.kids[2], a.type, b.type);
  Shape out = merged(a, b);
  out.nullable = a.nullable || b.nullable;
  return out;
}

Shape Checker::iteration(const Syntax& s) {
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

void Checker::counted(const Syntax& s, const Shape& shape) {
  if (fits(shape.type, Type::number) || shape.type == Type::date) return;
  report(s, "feel.type", "only whole numbers and days can be counted through, not " + type_name(shape.type));
}

Shape Checker::span(const Syntax& s) {
  const Shape low = run(s.kids[0]);
  const Shape high = run(s.kids[1]);
  counted(s.kids[0], low);
  expect(s.kids[1], high, low.type);
  return holder(Type::list, low);
}

Shape Checker::path(const Syntax& s, const Syntax& of, const Shape& shape) {
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

Shape Checker::filter(const Syntax& s) {
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

Shape Checker::list(const Syntax& s) {
  Shape item;
  for (std::size_t i = 0; i < s.kids.size(); ++i) {
    const Shape each = run(s.kids[i]);
    item = i == 0 ? each : merged(item, each);
  }
  return holder(Type::list, item);
}

Shape Checker::context(const Syntax& s) {
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

Shape Checker::range(const Syntax& s) {
  const Shape low = run(s.kids[0]);
  expect_ordered(s.kids[0], low, s.kids[1], run(s.kids[1]));
  return holder(Type::range, low);
}

Shape check(const Syntax& syntax, std::string_view source, const Names& names, std::vector<base::Error>& errors) {
  return Checker(source, names, errors).run(syntax);
}

}  // namespace qadam::feel_lang
