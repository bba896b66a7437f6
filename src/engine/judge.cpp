// SPDX-License-Identifier: MIT
#include "engine/judge.hpp"

#include <algorithm>

namespace qadam::engine {
namespace {

using service::Condition;
using service::ConditionKind;
using service::Model;

Verdict to_verdict(const feel::Value& value) {
  if (const auto* unknown = value.as<feel::Unknown>()) return {Truth::unknown, unknown->questions};
  return {value.is_true() ? Truth::yes : Truth::no, {}};
}

Verdict judge_leaf(const Model& model, const State& state, const Condition& leaf) {
  const base::Date today = state.setting.today();
  if (!service::in_force(leaf, today)) return {Truth::yes, {}};
  return to_verdict(feel::evaluate(model.program, leaf.expr, AnsweredFields(model, state), today).value);
}

// A condition outside its days does not exist: a group passes it over, and one of which nothing exists asks nothing.
bool exists(const Model& model, std::uint16_t at, base::Date day) {
  const Condition& condition = model.conditions[at];
  if (condition.kind == ConditionKind::leaf) return service::in_force(condition, day);
  return std::any_of(condition.children.begin(), condition.children.end(),
                     [&](std::uint16_t child) { return exists(model, child, day); });
}

Verdict judge_group(const Model& model, const State& state, std::uint16_t at) {
  const Condition& group = model.conditions[at];
  const base::Date today = state.setting.today();
  if (!exists(model, at, today)) return {Truth::yes, {}};
  const Truth decides = group.kind == ConditionKind::all ? Truth::no : Truth::yes;
  Verdict result{decides == Truth::no ? Truth::yes : Truth::no, {}};
  for (const std::uint16_t child : group.children) {
    if (!exists(model, child, today)) continue;
    const Verdict& verdict = state.verdicts[child];
    if (verdict.truth == decides) return {decides, {}};
    if (verdict.truth != Truth::unknown) continue;
    result.truth = Truth::unknown;
    result.questions.add(verdict.questions);
  }
  return result;
}

void judge_groups(const Model& model, State& state) {
  // Children have smaller numbers, so one pass settles every level.
  for (std::size_t i = 0; i < model.conditions.size(); ++i) {
    const Condition& condition = model.conditions[i];
    if (condition.kind == ConditionKind::leaf) continue;
    state.verdicts[i] = judge_group(model, state, static_cast<std::uint16_t>(i));
  }
}

void collect(const Model& model, const State& state, std::uint16_t at, std::vector<std::uint16_t>& out) {
  const Condition& condition = model.conditions[at];
  if (condition.kind == ConditionKind::leaf) {
    out.push_back(at);
    return;
  }
  for (const std::uint16_t child : condition.children) {
    if (!exists(model, child, state.setting.today())) continue;
    if (state.verdicts[child].truth == state.verdicts[at].truth) collect(model, state, child, out);
  }
}

}  // namespace

feel::Value AnsweredFields::field(std::uint32_t number) const {
  const Truth asked = state_.asked[number];
  if (asked == Truth::no) return {};
  const Answer& answer = state_.answers[number];
  if (asked == Truth::yes) {
    if (answer.state == AnswerState::none) return {};
    if (answer.state == AnswerState::value && answer.issue.empty()) return answer.value;
    if (!answer.given() && !model_.finder.derived.empty() && model_.finder.derived[number] != service::kNoExpr) {
      // What another answer says already need not be asked; null: it says nothing of this.
      feel::Value derived =
          feel::evaluate(model_.program, model_.finder.derived[number], *this, state_.setting.today()).value;
      if (!derived.is_null()) return derived;
    }
  }
  feel::Unknown unknown;
  if (asked == Truth::unknown) {
    // Not yet decided whether it is asked: what settles that comes first.
    const auto relevance = feel::evaluate(model_.program, model_.fields[number].ask, *this, state_.setting.today());
    if (const auto* u = relevance.value.as<feel::Unknown>()) unknown.questions.add(u->questions);
  } else {
    unknown.questions.add(number);
  }
  return unknown;
}

Verdict judge(const Model& model, const State& state, service::ExprId expr) {
  if (expr == service::kNoExpr) return {Truth::yes, {}};
  return to_verdict(feel::evaluate(model.program, expr, AnsweredFields(model, state), state.setting.today()).value);
}

Truth holds(const Model& model, const State& state, service::ExprId expr) {
  return judge(model, state, expr).truth;
}

feel::QuestionSet questions_of(const Model& model, const State& state, service::ExprId expr) {
  return judge(model, state, expr).questions;
}

void judge_all(const Model& model, State& state) {
  state.asked.assign(model.fields.size(), Truth::yes);
  for (const std::uint16_t field : model.asks) state.asked[field] = holds(model, state, model.fields[field].ask);
  state.verdicts.assign(model.conditions.size(), {});
  for (std::size_t i = 0; i < model.conditions.size(); ++i) {
    const Condition& condition = model.conditions[i];
    if (condition.kind == ConditionKind::leaf) state.verdicts[i] = judge_leaf(model, state, condition);
  }
  judge_groups(model, state);
}

void judge_after(const Model& model, State& state, std::uint16_t field) {
  for (const std::uint16_t asked : model.askers[field]) {
    state.asked[asked] = holds(model, state, model.fields[asked].ask);
  }
  for (const std::uint16_t leaf : model.readers[field]) {
    state.verdicts[leaf] = judge_leaf(model, state, model.conditions[leaf]);
  }
  judge_groups(model, state);
}

Truth is_chosen(const Model& model, const State& state, const service::Subtype& subtype) {
  return holds(model, state, subtype.chosen);
}

Truth is_asked_for(const Model& model, const State& state, const service::Item& item) {
  if (!service::in_force(item, state.setting.today())) return Truth::no;
  return item.required == service::Required::when ? holds(model, state, item.when) : Truth::yes;
}

std::vector<std::uint16_t> because(const Model& model, const State& state, std::uint16_t condition) {
  std::vector<std::uint16_t> leaves;
  if (state.verdicts[condition].truth != Truth::yes) collect(model, state, condition, leaves);
  return leaves;
}

std::string_view verdict_name(Truth truth) {
  switch (truth) {
    case Truth::yes:
      return "eligible";
    case Truth::no:
      return "notEligible";
    default:
      return "unknown";
  }
}

}  // namespace qadam::engine
