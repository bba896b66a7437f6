// Functions on lists and contexts.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "feel/call.hpp"
#include "feel/operators.hpp"

namespace qadam::feel {
namespace {

using base::Decimal;
using Items = std::vector<Value>;

Value list_of(Items items, Budget& budget) {
  return budget.weighed(make_list(std::move(items)));
}

// The index of a 1-based position, negative ones from the end; -1 when there is none.
std::ptrdiff_t index_at(const Items& items, std::int64_t position) {
  const auto size = static_cast<std::int64_t>(items.size());
  const std::int64_t index = position > 0 ? position - 1 : size + position;
  return position == 0 || index < 0 || index >= size ? -1 : static_cast<std::ptrdiff_t>(index);
}

// Each comparison costs as much as the heavier of the two.
bool same(const Value& a, const Value& b, Budget& budget) {
  return budget.steps(std::max(a.weight(), b.weight())) && equal(a, b).is_true();
}

bool holds(const Items& items, const Value& wanted, Budget& budget) {
  return std::any_of(items.begin(), items.end(), [&](const Value& item) { return same(item, wanted, budget); });
}

// True once found; otherwise unknown as long as a member, or what is looked for, is.
Value contains(const Items& items, const Value& wanted, Budget& budget) {
  Value result = false;
  for (const Value& item : items) {
    if (!budget.steps(std::max(item.weight(), wanted.weight()))) return {};
    const Value each = equal(item, wanted);
    if (each.is_true()) return true;
    if (each.is_unknown()) result = unknown_of(result, each);
  }
  return result;
}

void add_distinct(Items& out, const Items& items, Budget& budget) {
  for (const Value& item : items) {
    if (!holds(out, item, budget)) out.push_back(item);
    if (budget.exhausted()) return;  // nothing is found any more: all would be added, each after a search
  }
}

void add_flat(Items& out, const Items& items) {
  for (const Value& item : items) {
    if (const List* l = item.list()) {
      add_flat(out, l->items);
    } else {
      out.push_back(item);
    }
  }
}

Value extreme(Function f, const Items& items, Budget& budget) {
  if (items.empty()) return {};
  Value result = items.front();
  if (order(result, result) == Order::none) return budget.error();
  for (const Value& item : items) {
    const Order o = order(item, result);
    if (o == Order::none) return budget.error();
    if (o == (f == Function::minimum ? Order::less : Order::greater)) result = item;
  }
  return result;
}

Value total(Function f, const Items& items, Budget& budget) {
  if (items.empty()) return {};
  Value sum = items.front();
  const bool summable = sum.is(Kind::number) || sum.is(Kind::months) || sum.is(Kind::seconds);
  if (!summable || (f == Function::mean && !sum.is(Kind::number))) return budget.error();
  for (std::size_t i = 1; i < items.size(); ++i) {
    sum = items[i].kind() == sum.kind() ? arithmetic(Op::add, sum, items[i], budget) : budget.error();
    if (sum.is_null()) return {};
  }
  if (f == Function::sum) return sum;
  return arithmetic(Op::divide, sum, Decimal::whole(static_cast<std::int64_t>(items.size())), budget);
}

Value sublist(const Items& items, const Arguments& arguments, Budget& budget) {
  const std::ptrdiff_t begin = index_at(items, whole_of(arguments, 1, 0));
  const auto left = static_cast<std::ptrdiff_t>(items.size()) - begin;
  const std::int64_t length = whole_of(arguments, 2, left);
  if (begin < 0 || length < 1 || length > left) return budget.error();
  const auto first = items.begin() + begin;
  return list_of(Items(first, first + static_cast<std::ptrdiff_t>(length)), budget);
}

Value index_of(const Items& items, const Value& wanted, Budget& budget) {
  Items out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (same(items[i], wanted, budget)) out.emplace_back(Decimal::whole(static_cast<std::int64_t>(i) + 1));
  }
  return list_of(std::move(out), budget);
}

// insert before, remove, list replace.
Value edited(Function f, const Arguments& arguments, Budget& budget) {
  Items items = arguments[0].list()->items;
  const std::ptrdiff_t index = index_at(items, whole_of(arguments, 1, 0));
  if (index < 0) return budget.error();
  const auto at = items.begin() + index;
  if (f == Function::insert_before) {
    items.insert(at, arguments[2]);
  } else if (f == Function::remove) {
    items.erase(at);
  } else {
    *at = arguments[2];
  }
  return list_of(std::move(items), budget);
}

Value entries(const Context& context, Budget& budget) {
  Items out;
  for (const auto& entry : context.entries) {
    out.push_back(make_context({{"key", entry.first}, {"value", entry.second}}));
  }
  return list_of(std::move(out), budget);
}

Value of_context(Function f, const Arguments& arguments, Budget& budget) {
  const Context& context = *arguments[0].context();
  if (f == Function::get_entries) return entries(context, budget);
  const Value* entry = context.get(*arguments[1].as<std::string>());
  return entry == nullptr ? Value() : *entry;
}

}  // namespace

Value call_list(Function f, const Arguments& arguments, Budget& budget) {
  if (f >= Function::get_value) return of_context(f, arguments, budget);
  const List* first = arguments[0].list();
  Items out;
  switch (f) {
    case Function::list_contains:
      return contains(first->items, arguments[1], budget);
    case Function::count:
      return Decimal::whole(static_cast<std::int64_t>(first->items.size()));
    case Function::minimum:
    case Function::maximum:
      return extreme(f, arguments.size() == 1 && first != nullptr ? first->items : arguments, budget);
    case Function::sum:
    case Function::mean:
      return total(f, arguments.size() == 1 && first != nullptr ? first->items : arguments, budget);
    case Function::sublist:
      return sublist(first->items, arguments, budget);
    case Function::append:
      out = first->items;
      out.insert(out.end(), arguments.begin() + 1, arguments.end());
      return list_of(std::move(out), budget);
    case Function::concatenate:
      for (const Value& each : arguments) out.insert(out.end(), each.list()->items.begin(), each.list()->items.end());
      return list_of(std::move(out), budget);
    case Function::reverse:
      return list_of(Items(first->items.rbegin(), first->items.rend()), budget);
    case Function::index_of:
      return index_of(first->items, arguments[1], budget);
    case Function::union_of:
    case Function::distinct_values:
      for (const Value& each : arguments) add_distinct(out, each.list()->items, budget);
      return list_of(std::move(out), budget);
    case Function::flatten:
      add_flat(out, first->items);
      return list_of(std::move(out), budget);
    default:
      return edited(f, arguments, budget);
  }
}

}  // namespace qadam::feel
