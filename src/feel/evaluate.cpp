// SPDX-License-Identifier: MIT
#include "feel/evaluate.hpp"

#include <algorithm>

#include "feel/call.hpp"
#include "feel/lists.hpp"
#include "feel/operators.hpp"

namespace qadam::feel {
namespace {

using base::Date;
using base::Decimal;
using Items = std::vector<Value>;

class Evaluator {
 public:
  Evaluator(const Program& program, const Fields& fields, Date today)
      : program_(program), fields_(fields), today_(today) {}

  Outcome outcome(std::uint32_t root) {
    Outcome out;
    out.value = run(root);
    out.errors = budget_.errors();
    out.fault = fault_;
    out.exhausted = budget_.exhausted();
    if (out.exhausted) out.value = Value();
    return out;
  }

 private:
  Value run(std::uint32_t at) {
    if (!budget_.steps(1)) return {};
    Value value = evaluate_node(program_.nodes[at]);
    if (budget_.errors() != 0 && fault_ == kNoNode) fault_ = at;
    return value;
  }

  Value evaluate_node(const Node& node) {
    switch (node.op) {
      case Op::null_literal:
        return {};
      case Op::true_literal:
        return true;
      case Op::false_literal:
        return false;
      case Op::number:
        return program_.numbers[node.a];
      case Op::string:
        return copied(program_.strings[node.a]);
      case Op::date:
        return Date::from_days(program_.integers[node.a]);
      case Op::months:
        return Months{program_.integers[node.a]};
      case Op::seconds:
        return Seconds{program_.numbers[node.a]};
      case Op::field:
        return copied(fields_.field(node.a));
      case Op::local:
        return node.a < locals_.size() ? copied(locals_[node.a]) : budget_.error();
      case Op::list:
        return list(node);
      case Op::context:
        return context(node);
      case Op::range:
        return range(node);
      case Op::test:
        return test(node);
      case Op::between:
        return between(node);
      case Op::in:
        return in(node);
      case Op::satisfies:
        return Value(run(kid(node, 0)));
      case Op::conjunction:
      case Op::disjunction:
        return junction(node);
      case Op::conditional:
        return conditional(node);
      case Op::path:
        return path(run(kid(node, 0)), program_.strings[node.a], budget_);
      case Op::filter:
        return filter(node);
      case Op::item_entry:
        return item_entry(node);
      case Op::span:
        return span(node);
      case Op::for_each:
        return for_each(node);
      case Op::some:
      case Op::every:
        return quantified(node);
      case Op::call:
        return function(node);
      default:
        return strict(node);
    }
  }

  [[nodiscard]] std::uint32_t kid(const Node& node, std::uint32_t i) const { return program_.kids[node.first_kid + i]; }

  // A text is copied on every use; a long one costs what it weighs.
  Value copied(Value value) {
    return budget_.steps(value.is(Kind::string) ? value.weight() / 16 : 0) ? value : Value();
  }

  // Operators that need every operand.
  Value strict(const Node& node) {
    const Value a = run(kid(node, 0));
    if (node.op == Op::negate) return a.is_unknown() ? a : negated(a, budget_);
    const Value b = run(kid(node, 1));
    if (a.is_unknown() || b.is_unknown()) return unknown_of(a, b);
    if (node.op == Op::equal || node.op == Op::not_equal) return compared_equal(node.op, a, b);
    if (node.op >= Op::less && node.op <= Op::greater_equal) return compared(node.op, a, b, budget_);
    return arithmetic(node.op, a, b, budget_);
  }

  Value compared_equal(Op op, const Value& a, const Value& b) {
    const Value result = same(a, b, budget_);
    if (result.is_null()) return budget_.error();
    return op == Op::equal || result.is_unknown() ? result : Value(!result.is_true());
  }

  Items run_all(const Node& node) {
    Items items;
    for (std::uint32_t i = 0; i < node.kids; ++i) items.push_back(run(kid(node, i)));
    return items;
  }

  Value list(const Node& node) { return budget_.weighed(make_list(run_all(node))); }

  // Later entries may speak of earlier ones.
  Value context(const Node& node) {
    std::vector<std::pair<std::string, Value>> entries;
    const Binding binding(*this, node.a, node.kids / 2u);
    for (std::uint32_t i = 0; i < node.kids; i += 2) {
      const std::string& key = program_.strings[program_.nodes[kid(node, i)].a];
      for (const auto& entry : entries) {
        if (entry.first == key) return budget_.error();
      }
      Value value = run(kid(node, i + 1));
      locals_[node.a + i / 2u] = value;
      entries.emplace_back(key, std::move(value));
    }
    return budget_.weighed(make_context(std::move(entries)));
  }

  Value range(const Node& node) {
    Value low = run(kid(node, 0));
    Value high = run(kid(node, 1));
    if (low.has_unknown() || high.has_unknown()) return unknown_of(low, high);
    return budget_.weighed(
        make_range({std::move(low), std::move(high), (node.a & 1) != 0, (node.a & 2) != 0, Test::none}));
  }

  Value test(const Node& node) {
    Value bound = run(kid(node, 0));
    if (bound.has_unknown()) return unknown_of(bound, bound);
    const auto kind = static_cast<Test>(node.a);
    Range range{Value(), Value(), false, false, kind};
    const bool is_low = kind == Test::greater || kind == Test::greater_equal;
    const bool is_high = kind == Test::less || kind == Test::less_equal;
    if (!is_high) {
      range.low_included = kind != Test::greater;
      range.low = bound;
    }
    if (!is_low) {
      range.high_included = kind != Test::less;
      range.high = std::move(bound);
    }
    return budget_.weighed(make_range(std::move(range)));
  }

  Value between(const Node& node) {
    const Items operands = run_all(node);
    Unknown unknown;
    for (const Value& operand : operands) {
      if (operand.is_unknown()) add_questions(operand, unknown.questions);
    }
    if (!unknown.questions.empty()) return unknown;
    return in_range(operands[0], Range{operands[1], operands[2], true, true, Test::none}, budget_);
  }

  // Kleene over any number of operands; the questions are those of the undecided ones only.
  Value junction(const Node& node) {
    const bool decides = node.op == Op::disjunction;
    Unknown unknown;
    bool undecided = false;
    bool null = false;
    for (std::uint32_t i = 0; i < node.kids; ++i) {
      const Value v = run(kid(node, i));
      if (const auto* b = v.as<bool>()) {
        if (*b == decides) return decides;
      } else if (const auto* u = v.as<Unknown>()) {
        undecided = true;
        unknown.questions.add(u->questions);
      } else {
        null = true;
      }
    }
    if (undecided) return unknown;
    return null ? Value() : Value(!decides);
  }

  Value conditional(const Node& node) {
    const Value condition = run(kid(node, 0));
    if (!condition.is_unknown()) return run(kid(node, condition.is_true() ? 1 : 2));
    const Value then_value = run(kid(node, 1));
    const Value else_value = run(kid(node, 2));
    // Equal is not enough: contexts of one content in another order are equal and print differently.
    const bool affordable = budget_.steps(std::min(then_value.weight(), else_value.weight()));
    if (affordable && identical(then_value, else_value)) return then_value;
    return unknown_of(condition, unknown_of(then_value, else_value));
  }

  Value in(const Node& node) {
    const Value v = run(kid(node, 0));
    const Binding binding(*this, node.a, 1);
    locals_[node.a] = v;
    Value result = false;
    for (std::uint32_t i = 1; i < node.kids; ++i) {
      const std::uint32_t at = kid(node, i);
      const Value test = run(at);
      const Value each = program_.nodes[at].op == Op::satisfies ? test : passes(v, test, budget_);
      if (each.is_true()) return true;
      if (each.is_unknown() || result.is_unknown()) {
        result = unknown_of(result, each);
      } else if (each.is_null()) {
        result = Value();
      }
    }
    return result;
  }

  Value filter(const Node& node) {
    const Value base = run(kid(node, 0));
    if (base.is_unknown()) return base;
    if (base.is_null()) return budget_.error();
    const Items single{base};
    const Items& items = base.list() != nullptr ? base.list()->items : single;
    const auto slot = static_cast<std::uint16_t>(node.a & ~kPerItem);
    if ((node.a & kPerItem) == 0) return chosen(items, run(kid(node, 1)), budget_);
    Items kept;
    Unknown unknown;
    bool undecided = false;
    const Binding binding(*this, slot, 1);
    for (const Value& item : items) {
      if (!budget_.iterations(1)) return {};
      locals_[slot] = item;
      const Value each = run(kid(node, 1));
      if (each.is(Kind::number) && &item == &items.front()) return chosen(items, each, budget_);
      if (each.is_true()) kept.push_back(item);
      if (each.is_unknown()) {
        undecided = true;
        add_questions(each, unknown.questions);
      }
    }
    if (undecided) return unknown;
    return budget_.weighed(make_list(std::move(kept)));
  }

  Value item_entry(const Node& node) {
    if (node.a >= locals_.size()) return budget_.error();
    const Value& item = locals_[node.a];
    if (item.is_unknown()) return item;
    const Value* entry =
        item.context() == nullptr ? nullptr : item.context()->get(program_.strings[program_.nodes[kid(node, 0)].a]);
    return entry != nullptr ? *entry : run(kid(node, 1));
  }

  Value span(const Node& node) {
    const Value low = run(kid(node, 0));
    const Value high = run(kid(node, 1));
    if (low.is_unknown() || high.is_unknown()) return unknown_of(low, high);
    return counted(low, high, budget_);
  }

  Value for_each(const Node& node) {
    Items out;
    const Binding binding(*this, node.a, node.kids - 1u);
    const Value stopped = iterate(node, 0, out);
    if (!stopped.is_true()) return stopped;
    return budget_.weighed(make_list(std::move(out)));
  }

  // True when all went well; else what the whole is: unknown, or null after an error.
  Value iterate(const Node& node, std::uint32_t variable, Items& out) {
    if (variable + 1 == node.kids) {
      Value value = run(kid(node, variable));
      if (!budget_.steps(value.weight())) return {};
      out.push_back(std::move(value));
      return true;
    }
    const Value all = domain(run(kid(node, variable)), budget_);
    if (all.list() == nullptr) return all;
    for (const Value& item : all.list()->items) {
      if (!budget_.iterations(1)) return {};
      locals_[node.a + variable] = item;
      const Value stopped = iterate(node, variable + 1, out);
      if (!stopped.is_true()) return stopped;
    }
    return true;
  }

  // Kleene, as a long `or` or `and` would be.
  Value quantified(const Node& node) {
    const bool decides = node.op == Op::some;
    const Value all = domain(run(kid(node, 0)), budget_);
    if (all.list() == nullptr) return all;
    Unknown unknown;
    bool undecided = false;
    bool null = false;
    const Binding binding(*this, node.a, 1);
    for (const Value& item : all.list()->items) {
      if (!budget_.iterations(1)) return {};
      locals_[node.a] = item;
      const Value each = run(kid(node, 1));
      if (const auto* b = each.as<bool>()) {
        if (*b == decides) return decides;
      } else if (each.is_unknown()) {
        undecided = true;
        add_questions(each, unknown.questions);
      } else {
        null = true;
      }
    }
    if (undecided) return unknown;
    return null ? Value() : Value(!decides);
  }

  Value function(const Node& node) {
    const auto f = static_cast<Function>(node.a);
    if (f == Function::today) return today_;
    return call(f, run_all(node), budget_);
  }

  // Slots of an enclosing scope, put back when it ends: a node that stands in two scopes may use the same slot in both.
  class Binding {
   public:
    Binding(Evaluator& evaluator, std::uint32_t first, std::uint32_t count) : evaluator_(evaluator), first_(first) {
      if (evaluator.locals_.size() < first + count) evaluator.locals_.resize(first + count);
      for (std::uint32_t i = 0; i < count; ++i) before_.push_back(evaluator.locals_[first + i]);
    }

    Binding(const Binding&) = delete;
    Binding& operator=(const Binding&) = delete;

    ~Binding() {
      for (std::size_t i = 0; i < before_.size(); ++i) evaluator_.locals_[first_ + i] = std::move(before_[i]);
    }

   private:
    Evaluator& evaluator_;
    std::uint32_t first_;
    Items before_;
  };

  const Program& program_;
  const Fields& fields_;
  Date today_;
  Budget budget_;
  Items locals_;
  std::uint32_t fault_ = kNoNode;
};

}  // namespace

Outcome evaluate(const Program& program, std::uint32_t root, const Fields& fields, Date today) {
  return Evaluator(program, fields, today).outcome(root);
}

}  // namespace qadam::feel
