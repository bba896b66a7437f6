// SPDX-License-Identifier: MIT
#include "author/coverage.hpp"

#include <algorithm>

#include "engine/judge.hpp"

namespace qadam::author {
namespace {

using engine::Truth;
using service::Condition;
using service::ConditionKind;
using service::kNone;

constexpr std::size_t index_of(Truth truth) {
  return static_cast<std::size_t>(truth);
}

constexpr const char* kTruths[] = {"false", "true", "unknown"};

// "any of age_18, age_17": what an author can find again when a group bears no id.
std::string name_of(const service::Model& model, const Condition& group) {
  if (!group.id.empty()) return group.id;
  std::string out = group.kind == ConditionKind::any ? "any of " : "all of ";
  for (std::size_t i = 0; i < group.children.size(); ++i) {
    out += (i == 0 ? "" : ", ") + name_of(model, model.conditions[group.children[i]]);
  }
  return out;
}

}  // namespace

bool Gap::decides() const {
  return std::any_of(missing.begin(), missing.end(), [](const std::string& m) { return m != "unknown"; });
}

Coverage::Coverage(const service::Model& model) : model_(model) {
  for (std::size_t s = 0; s < model.subtypes.size(); ++s) {
    const service::Subtype& subtype = model.subtypes[s];
    if (subtype.condition != kNone) {
      Rule& verdict = rule("verdict", s);
      verdict.subtype = verdict.id = subtype.id;
      verdict.needed = {true, true, true};
      declare(subtype, subtype.condition, true);
    }
    for (std::size_t i = 0; i < subtype.items.size(); ++i) {
      Rule& item = rule("item", s, i);
      item.subtype = subtype.id;
      item.id = subtype.items[i].id;
      item.needed = {subtype.items[i].required == service::Required::when, true, false};
    }
  }
  for (const std::uint16_t field : model.asks) {
    Rule& ask = rule("ask", field);
    ask.id = model.fields[field].id;
    ask.needed = {true, true, false};
  }
  for (std::size_t i = 0; i < model.screens.size(); ++i) {
    if (model.screens[i].show == service::kNoExpr) continue;
    Rule& show = rule("show", i);
    show.id = model.screens[i].id;
    show.needed = {true, true, false};
  }
}

void Coverage::declare(const service::Subtype& subtype, std::uint16_t number, bool is_root) {
  const Condition& condition = model_.conditions[number];
  const bool is_leaf = condition.kind == ConditionKind::leaf;
  // The root decides as the verdict does.
  if (!is_root || is_leaf) {
    Rule& mine = rule(is_leaf ? "condition" : "group", number);
    mine.subtype = subtype.id;
    mine.id = name_of(model_, condition);
    mine.needed = {true, true, is_leaf};
  }
  for (const std::uint16_t child : condition.children) declare(subtype, child, false);
}

Coverage::Rule& Coverage::rule(const std::string& kind, std::size_t number, std::size_t within) {
  const std::string key = kind + " " + std::to_string(number) + " " + std::to_string(within);
  const auto known = numbers_.find(key);
  if (known != numbers_.end()) return rules_[known->second];
  numbers_[key] = rules_.size();
  rules_.push_back({kind, "", "", {}, {}});
  return rules_.back();
}

void Coverage::mark_conditions(std::uint16_t number, const Judgement& judgement) {
  const Condition& condition = model_.conditions[number];
  for (const std::uint16_t child : condition.children) mark_conditions(child, judgement);
  if (judgement.day < condition.from || judgement.day > condition.until) return;
  const bool is_leaf = condition.kind == ConditionKind::leaf;
  const auto known = numbers_.find((is_leaf ? "condition " : "group ") + std::to_string(number) + " 0");
  if (known != numbers_.end()) rules_[known->second].seen[index_of(judgement.state.verdicts[number].truth)] = true;
}

void Coverage::add(const Scenario& scenario, const Judgement& judgement) {
  const engine::State& state = judgement.state;
  if (scenario.subtype != kNone) {
    const service::Subtype& subtype = model_.subtypes[scenario.subtype];
    if (subtype.condition != kNone) {
      rule("verdict", scenario.subtype).seen[index_of(state.verdicts[subtype.condition].truth)] = true;
      mark_conditions(subtype.condition, judgement);
    }
    for (std::size_t i = 0; i < subtype.items.size(); ++i) {
      const Truth asked = engine::is_asked_for(model_, state, subtype.items[i]);
      rule("item", scenario.subtype, i).seen[index_of(asked)] = true;
    }
  }
  for (const std::uint16_t field : model_.asks) rule("ask", field).seen[index_of(state.asked[field])] = true;
  for (std::size_t i = 0; i < model_.screens.size(); ++i) {
    if (model_.screens[i].show == service::kNoExpr) continue;
    rule("show", i).seen[index_of(engine::holds(model_, state, model_.screens[i].show))] = true;
  }
}

std::vector<Gap> Coverage::gaps() const {
  std::vector<Gap> out;
  for (const Rule& each : rules_) {
    Gap gap{each.kind, each.subtype, each.id, {}};
    for (const Truth truth : {Truth::yes, Truth::no, Truth::unknown}) {
      const std::size_t i = index_of(truth);
      if (each.needed[i] && !each.seen[i]) gap.missing.emplace_back(kTruths[i]);
    }
    if (!gap.missing.empty()) out.push_back(std::move(gap));
  }
  return out;
}

std::size_t Coverage::total() const {
  std::size_t n = 0;
  for (const Rule& each : rules_)
    n += static_cast<std::size_t>(std::count(each.needed.begin(), each.needed.end(), true));
  return n;
}

std::size_t Coverage::exercised() const {
  std::size_t missing = 0;
  for (const Gap& gap : gaps()) missing += gap.missing.size();
  return total() - missing;
}

}  // namespace qadam::author
