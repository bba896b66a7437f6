// SPDX-License-Identifier: MIT
#include "feel/call.hpp"

namespace qadam::feel {
namespace {

// Functions for which a member of a list, or an entry of a context, need not be known.
bool is_exact(Function f) {
  switch (f) {
    case Function::all:
    case Function::any:
    case Function::list_contains:
    case Function::count:
    case Function::sublist:
    case Function::append:
    case Function::concatenate:
    case Function::insert_before:
    case Function::remove:
    case Function::reverse:
    case Function::get_value:
    case Function::get_entries:
      return true;
    default:
      return false;
  }
}

// A parameter that takes any value and only puts it into a list: it may be unknown itself.
bool is_member(Function f, std::size_t index) {
  return ((f == Function::append || f == Function::list_contains) && index == 1) ||
         (f == Function::append && index > 1) || (f == Function::insert_before && index == 2) || f == Function::all ||
         f == Function::any;
}

Kind kind_of(char letter) {
  switch (letter) {
    case 'b':
      return Kind::boolean;
    case 'n':
    case 'm':
      return Kind::number;
    case 's':
      return Kind::string;
    case 'd':
      return Kind::date;
    case 'l':
      return Kind::list;
    case 'c':
      return Kind::context;
    default:
      return Kind::range;
  }
}

bool is_point(Kind kind) {
  return kind == Kind::number || kind == Kind::string || kind == Kind::date || kind == Kind::months ||
         kind == Kind::seconds;
}

bool fits(const Value& value, char letter) {
  if (letter == 'a') return true;
  if (letter == 'p') return value.is(Kind::range) || is_point(value.kind());
  if (letter == 'x') return value.is(Kind::number) || value.is(Kind::months) || value.is(Kind::seconds);
  return value.is(kind_of(letter));
}

// FEEL's implicit conversion of arguments: an item where a list is wanted, a list of one where an item is wanted.
bool coerce(Value& value, char letter) {
  const bool optional = letter < 'a';
  const char kind = optional ? static_cast<char>(letter | 0x20) : letter;
  if (optional && value.is_null()) return true;
  if (fits(value, kind)) return true;
  if (value.is_null()) return false;
  if (kind == 'l') {
    value = make_list({std::move(value)});
    return true;
  }
  const List* list = value.list();
  if (list == nullptr || list->items.size() != 1) return false;
  Value only = list->items.front();
  value = std::move(only);
  return fits(value, kind);
}

using Part = Value (*)(Function, const Arguments&, Budget&);

Part part_of(Function f) {
  if (f < Function::abs) return call_conversion;
  if (f < Function::string_length) return call_number;
  if (f < Function::list_contains) return call_text;
  if (f < Function::day_of_week) return call_list;
  if (f < Function::get_value) return call_date;
  return f < Function::before ? call_list : call_period;
}

}  // namespace

std::int64_t whole_of(const Arguments& arguments, std::size_t index, std::int64_t otherwise) {
  const auto* n = index < arguments.size() ? arguments[index].as<base::Decimal>() : nullptr;
  if (n == nullptr) return otherwise;
  const auto cut = n->rounded(0, base::Decimal::Rounding::down);
  // No list and no text is that long: out of range either way.
  return cut->to_whole().value_or(n->negative() ? -kMaxMonths : kMaxMonths);
}

Value call(Function function, Arguments arguments, Budget& budget) {
  const std::string_view letters = parameters(function);
  const auto letter = [&](std::size_t i) {
    const bool repeats = letters.back() == '+';
    const std::size_t last = letters.size() - (repeats ? 2 : 1);
    return letters[i < last ? i : last];
  };
  Unknown unknown;
  bool undecided = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Value& argument = arguments[i];
    if (is_member(function, i)) continue;
    // Where an item is wanted, a list of one may stand for it: then its member must be known.
    const bool holder = letter(i) == 'l' || (letter(i) == 'c' && argument.is(Kind::context));
    if (is_exact(function) && holder ? argument.is_unknown() : argument.has_unknown()) {
      undecided = true;
      add_questions(argument, unknown.questions);
    }
  }
  if (undecided) return unknown;
  // What a function walks through, and may copy, is paid for before it begins.
  std::uint64_t weight = 0;
  for (const Value& argument : arguments) weight += argument.weight();
  if (weight > 2ull * kMaxWeight || !budget.steps(static_cast<std::uint32_t>(weight / 4))) return budget.exhaust();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!coerce(arguments[i], letter(i))) return budget.error();
  }
  return part_of(function)(function, arguments, budget);
}

}  // namespace qadam::feel
