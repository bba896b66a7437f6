// SPDX-License-Identifier: MIT
#include "feel/value.hpp"

#include <algorithm>

namespace qadam::feel {
namespace {

// A saturating sum: what is heavier than any budget need not be counted exactly.
std::uint32_t heavier(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t sum = std::uint64_t{a} + b;
  return sum > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<std::uint32_t>(sum);
}

Order from(std::strong_ordering o) {
  return o < 0 ? Order::less : o > 0 ? Order::greater : Order::equal;
}

// What two members say of the whole: false decides, then unknown, then null.
Value both(const Value& so_far, const Value& each) {
  if (so_far.is_false() || each.is_false()) return false;
  if (so_far.is_unknown() || each.is_unknown()) return unknown_of(so_far, each);
  return so_far.is_null() || each.is_null() ? Value() : Value(true);
}

Value equal_lists(const std::vector<Value>& a, const std::vector<Value>& b) {
  if (a.size() != b.size()) return false;
  Value result = true;
  for (std::size_t i = 0; i < a.size() && !result.is_false(); ++i) result = both(result, equal(a[i], b[i]));
  return result;
}

using Entry = std::pair<std::string, Value>;

// By key: comparing each with each would cost more than the two weigh.
std::vector<const Entry*> sorted(const Context& context) {
  std::vector<const Entry*> out;
  for (const Entry& entry : context.entries) out.push_back(&entry);
  std::sort(out.begin(), out.end(), [](const Entry* a, const Entry* b) { return a->first < b->first; });
  return out;
}

Value equal_contexts(const Context& a, const Context& b) {
  if (a.entries.size() != b.entries.size()) return false;
  const std::vector<const Entry*> x = sorted(a);
  const std::vector<const Entry*> y = sorted(b);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i]->first != y[i]->first) return false;
  }
  Value result = true;
  for (std::size_t i = 0; i < x.size() && !result.is_false(); ++i) {
    result = both(result, equal(x[i]->second, y[i]->second));
  }
  return result;
}

Value equal_ranges(const Range& a, const Range& b) {
  if (a.test != b.test || a.low_included != b.low_included || a.high_included != b.high_included) return false;
  return both(equal(a.low, b.low), equal(a.high, b.high));
}

}  // namespace

Value::Value() = default;
[[gnu::noinline]] Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
[[gnu::noinline]] Value::~Value() = default;

const List* Value::list() const {
  const auto* p = as<std::shared_ptr<const List>>();
  return p == nullptr ? nullptr : p->get();
}

const Context* Value::context() const {
  const auto* p = as<std::shared_ptr<const Context>>();
  return p == nullptr ? nullptr : p->get();
}

const Range* Value::range() const {
  const auto* p = as<std::shared_ptr<const Range>>();
  return p == nullptr ? nullptr : p->get();
}

bool Value::has_unknown() const {
  if (const List* l = list()) return l->has_unknown;
  if (const Context* c = context()) return c->has_unknown;
  return is_unknown();
}

std::uint32_t Value::weight() const {
  if (const List* l = list()) return l->weight;
  if (const Context* c = context()) return c->weight;
  if (const Range* r = range()) return r->weight;
  // A text is copied where it is used, so a long one weighs as what it costs.
  if (const auto* s = as<std::string>()) return 1 + static_cast<std::uint32_t>(s->size() / 16);
  return 1;
}

const Value* Context::get(std::string_view key) const {
  for (const auto& entry : entries) {
    if (entry.first == key) return &entry.second;
  }
  return nullptr;
}

Value make_list(std::vector<Value> items) {
  auto list = std::make_shared<List>();
  for (const Value& item : items) {
    list->weight = heavier(list->weight, item.weight());
    list->has_unknown = list->has_unknown || item.has_unknown();
    add_questions(item, list->questions);
  }
  list->items = std::move(items);
  return std::shared_ptr<const List>(std::move(list));
}

Value make_context(std::vector<std::pair<std::string, Value>> entries) {
  auto context = std::make_shared<Context>();
  for (const auto& entry : entries) {
    context->weight = heavier(context->weight, static_cast<std::uint32_t>(entry.first.size() / 16));
    context->weight = heavier(context->weight, entry.second.weight());
    context->has_unknown = context->has_unknown || entry.second.has_unknown();
    add_questions(entry.second, context->questions);
  }
  context->entries = std::move(entries);
  return std::shared_ptr<const Context>(std::move(context));
}

[[gnu::noinline]] Value make_range(Range range) {
  range.weight = heavier(heavier(1, range.low.weight()), range.high.weight());
  return std::shared_ptr<const Range>(std::make_shared<Range>(std::move(range)));
}

void add_questions(const Value& value, QuestionSet& questions) {
  if (const auto* u = value.as<Unknown>()) questions.add(u->questions);
  if (const List* l = value.list()) questions.add(l->questions);
  if (const Context* c = value.context()) questions.add(c->questions);
}

[[gnu::noinline]] Value unknown_of(const Value& a, const Value& b) {
  Unknown u;
  add_questions(a, u.questions);
  add_questions(b, u.questions);
  return u;
}

Order order(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return Order::none;
  if (const auto* x = a.as<base::Decimal>()) return from(base::Decimal::compare(*x, *b.as<base::Decimal>()));
  if (const auto* x = a.as<std::string>()) return from(x->compare(*b.as<std::string>()) <=> 0);
  if (const auto* x = a.as<base::Date>()) return from(*x <=> *b.as<base::Date>());
  if (const auto* x = a.as<Months>()) return from(x->count <=> b.as<Months>()->count);
  if (const auto* x = a.as<Seconds>()) return from(base::Decimal::compare(x->count, b.as<Seconds>()->count));
  return Order::none;
}

bool identical(const Value& a, const Value& b) {
  if (a.kind() != b.kind() || a.is_unknown()) return false;
  if (const List* x = a.list()) {
    const auto& items = b.list()->items;
    return std::equal(x->items.begin(), x->items.end(), items.begin(), items.end(), identical);
  }
  if (const Context* x = a.context()) {
    const auto same = [](const Entry& m, const Entry& n) {
      return m.first == n.first && identical(m.second, n.second);
    };
    const auto& entries = b.context()->entries;
    return std::equal(x->entries.begin(), x->entries.end(), entries.begin(), entries.end(), same);
  }
  if (const Range* x = a.range()) {
    const Range& r = *b.range();
    return x->test == r.test && x->low_included == r.low_included && x->high_included == r.high_included &&
           identical(x->low, r.low) && identical(x->high, r.high);
  }
  return equal(a, b).is_true();
}

Value equal(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown()) return unknown_of(a, b);
  if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
  if (a.kind() != b.kind()) return {};
  if (const auto* x = a.as<bool>()) return *x == *b.as<bool>();
  if (const List* x = a.list()) return equal_lists(x->items, b.list()->items);
  if (const Context* x = a.context()) return equal_contexts(*x, *b.context());
  if (const Range* x = a.range()) return equal_ranges(*x, *b.range());
  return order(a, b) == Order::equal;
}

}  // namespace qadam::feel
