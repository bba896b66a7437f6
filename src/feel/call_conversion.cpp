// Functions that convert, and those on booleans.
// SPDX-License-Identifier: MIT
#include "feel/call.hpp"
#include "feel/literal.hpp"
#include "feel/operators.hpp"

namespace qadam::feel {
namespace {

using base::Date;

Value date_of_text(const Value& from, Budget& budget) {
  const Value* value = &from;
  if (const List* l = from.list(); l != nullptr && l->items.size() == 1) value = &l->items.front();
  if (value->is(Kind::date)) return *value;
  const auto* text = value->as<std::string>();
  const auto date = text == nullptr ? std::nullopt : parse_far_date(*text);
  return date ? Value(*date) : budget.error();
}

Value date_of_parts(const Arguments& arguments, Budget& budget) {
  std::int64_t parts[3] = {0, 0, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto whole = arguments[i].as<base::Decimal>()->to_whole();
    if (!whole) return budget.error();
    parts[i] = *whole;
  }
  const auto date = Date::from_far_ymd(parts[0], parts[1], parts[2]);
  return date ? Value(*date) : budget.error();
}

// number("1 234,5", " ", ","): the two signs differ, and are none but space, comma and full stop.
Value number(const Arguments& arguments, Budget& budget) {
  char signs[2] = {0, 0};
  for (std::size_t i = 0; i < 2; ++i) {
    const auto* sign = i + 1 < arguments.size() ? arguments[i + 1].as<std::string>() : nullptr;
    if (sign == nullptr) continue;
    if (sign->size() != 1 || std::string_view(i == 0 ? " ,." : ",.").find(sign->front()) == std::string_view::npos) {
      return budget.error();
    }
    signs[i] = sign->front();
  }
  if (signs[0] != 0 && signs[0] == signs[1]) return budget.error();
  std::string plain;
  for (const char c : *arguments[0].as<std::string>()) {
    if (c == signs[0] && c != 0) continue;
    if (signs[1] == ',' && c == '.') return budget.error();
    plain += c == signs[1] ? '.' : c;
  }
  const auto parsed = base::Decimal::parse(plain);
  return parsed ? Value(*parsed) : budget.error();
}

// context([{key: "a", value: 1}]).
Value context(const List& entries, Budget& budget) {
  std::vector<std::pair<std::string, Value>> out;
  for (const Value& each : entries.items) {
    const Context* entry = each.context();
    const Value* key = entry == nullptr ? nullptr : entry->get("key");
    const Value* value = entry == nullptr ? nullptr : entry->get("value");
    if (key == nullptr || value == nullptr || !key->is(Kind::string)) return budget.error();
    const auto& name = *key->as<std::string>();
    for (const auto& other : out) {
      if (other.first == name) return budget.error();
    }
    if (!budget.steps(static_cast<std::uint32_t>(out.size()))) return {};
    out.emplace_back(name, *value);
  }
  return budget.weighed(make_context(std::move(out)));
}

// all() and any(): one value decides, then unknown, then what is no boolean.
Value junction(Function f, const Arguments& arguments, Budget& budget) {
  const bool decides = f == Function::any;
  const List* only = arguments.size() == 1 ? arguments[0].list() : nullptr;
  Unknown unknown;
  bool undecided = false;
  bool other = false;
  for (const Value& item : only != nullptr ? only->items : arguments) {
    if (const auto* b = item.as<bool>()) {
      if (*b == decides) return decides;
    } else if (item.is_unknown()) {
      undecided = true;
      add_questions(item, unknown.questions);
    } else {
      other = true;
    }
  }
  if (undecided) return unknown;
  return other ? budget.error() : Value(!decides);
}

}  // namespace

Value call_conversion(Function f, const Arguments& arguments, Budget& budget) {
  const Value& first = arguments[0];
  switch (f) {
    case Function::date_of_text:
      return date_of_text(first, budget);
    case Function::date_of_parts:
      return date_of_parts(arguments, budget);
    case Function::duration: {
      const Value duration = parse_duration(*first.as<std::string>());
      return duration.is_null() ? budget.error() : duration;
    }
    case Function::years_and_months_duration:
      return months(base::months_between(*first.as<Date>(), *arguments[1].as<Date>()), budget);
    case Function::number:
      return number(arguments, budget);
    case Function::string:
      return first.is_null() ? Value() : budget.text(text_of(first));
    case Function::context:
      return context(*first.list(), budget);
    case Function::negation:
      return first.is_null() ? Value() : Value(!first.is_true());
    case Function::is: {
      if (arguments.size() < 2) return first.is_null();
      return first.kind() == arguments[1].kind() && equal(first, arguments[1]).is_true();
    }
    default:
      return junction(f, arguments, budget);
  }
}

}  // namespace qadam::feel
