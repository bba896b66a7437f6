// SPDX-License-Identifier: MIT
#include "backend/life.hpp"

#include <algorithm>
#include <array>

namespace qadam::backend {
namespace {

struct Rule {
  std::string_view kind;
  std::string_view state;  // in which the stage must stand
  std::string_view move;
  bool ends = false;  // the case, badly
};

constexpr std::array kRules{
    Rule{"booking", "booked", "passed"},
    Rule{"booking", "booked", "failed", true},
    Rule{"duty", "current", "paid"},
    Rule{"review", "current", "approved"},
    Rule{"review", "current", "refused", true},
    Rule{"print", "current", "printed"},
    Rule{"issue", "current", "issued"},
};

bool fits(const Rule& rule, const Stage& stage, const CaseState& state) {
  return rule.kind == stage.kind && rule.state == state.state;
}

bool has(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

CaseState stage_after(const ServiceLife& service, int number) {
  for (const Stage& stage : service.stages) {
    if (stage.number > number) return {stage.number, "current"};
  }
  return {number, "done"};
}

}  // namespace

CaseState first_state(const ServiceLife& service) {
  for (const Stage& stage : service.stages) {
    if (stage.kind == "number") return stage_after(service, stage.number);
  }
  return {service.stages.empty() ? 0 : service.stages.back().number, "current"};
}

std::vector<std::string> possible_moves(const ServiceLife& service, const CaseState& state) {
  std::vector<std::string> out;
  const Stage* stage = find_stage(service, state.stage);
  if (stage == nullptr) return out;
  for (const Rule& rule : kRules) {
    if (fits(rule, *stage, state)) out.emplace_back(rule.move);
  }
  return out;
}

base::Result<CaseState> after_move(const ServiceLife& service, const CaseState& state, std::string_view move,
                                   const Reason& reason) {
  const Stage* stage = find_stage(service, state.stage);
  if (stage == nullptr) return base::fail("move.wrong");
  const auto* rule = std::find_if(kRules.begin(), kRules.end(),
                                  [&](const Rule& r) { return r.move == move && fits(r, *stage, state); });
  if (rule == kRules.end()) return base::fail("move.wrong");
  const bool refuses = move == "refused";
  if (refuses ? !has(service.grounds, reason.ground) : !reason.ground.empty()) return base::fail("move.ground");
  if (!reason.paper.empty() && !(refuses && has(service.papers, reason.paper))) return base::fail("move.paper");
  if (rule->ends) return CaseState{state.stage, "stopped", std::string(reason.ground), std::string(reason.paper)};
  return stage_after(service, state.stage);
}

base::Result<CaseState> after_booking(const ServiceLife& service, const CaseState& state, int stage) {
  const Stage* found = find_stage(service, stage);
  const bool waits = found != nullptr && found->kind == "booking" && state.stage == stage && state.state == "current";
  if (!waits) return base::fail("booking.stage");
  return CaseState{stage, "booked"};
}

}  // namespace qadam::backend
