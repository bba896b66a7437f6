// SPDX-License-Identifier: MIT
#include "feel/value.hpp"

namespace qadam::feel {
namespace {

constexpr std::uint32_t kTooHeavy = 0xFFFF'FFFF;

// A saturating sum: what is heavier than any budget need not be counted exactly.
std::uint32_t heavier(std::uint32_t a, std::uint32_t b) {
  return a > kTooHeavy - b ? kTooHeavy : a + b;
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

Value equal_contexts(const Context& a, const Context& b) {
  if (a.entries.size() != b.entries.size()) return false;
  for (const Entry& entry : a.entries) {
    if (b.get(entry.first) == nullptr) return false;
  }
  Value result = true;
  for (std::size_t i = 0; i < a.entries.size() && !result.is_false(); ++i) {
    result = both(result, equal(a.entries[i].second, *b.get(a.entries[i].first)));
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
  // An entry is looked for among all: what goes through a context by its keys costs their square.
  const std::uint64_t square = std::uint64_t{entries.size()} * entries.size() / 32;
  context->weight = heavier(1, square > kTooHeavy ? kTooHeavy : static_cast<std::uint32_t>(square));
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
    if (items.size() != x->items.size()) return false;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!identical(x->items[i], items[i])) return false;
    }
    return true;
  }
  if (const Context* x = a.context()) {
    const auto& entries = b.context()->entries;
    if (entries.size() != x->entries.size()) return false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (x->entries[i].first != entries[i].first || !identical(x->entries[i].second, entries[i].second)) return false;
    }
    return true;
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
