// Judging: which questions are relevant, which conditions hold, and why.
//
// Law (tested): a verdict that is yes or no stays so under every completion of the answers that respects `ask`. An
// answer re-evaluates only what depends on it (Model::readers, Model::askers).
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/state.hpp"
#include "feel/evaluate.hpp"
#include "service/model.hpp"

namespace qadam::engine {

// The fields of a state as FEEL sees them: irrelevant ones are null, unanswered and undecidedly relevant ones unknown.
class AnsweredFields final : public feel::Fields {
 public:
  // Both must outlive this.
  AnsweredFields(const service::Model& model, const State& state) : model_(model), state_(state) {}

  [[nodiscard]] feel::Value field(std::uint32_t number) const override;

 private:
  const service::Model& model_;
  const State& state_;
};

// Everything anew: at the start, after a restore, on another day.
void judge_all(const service::Model& model, State& state);

// What the answer to `field` may have changed.
void judge_after(const service::Model& model, State& state, std::uint16_t field);

// An expression of the pack; kNoExpr is yes. Null and anything that is not true count as no, as in FEEL.
[[nodiscard]] Truth holds(const service::Model& model, const State& state, service::ExprId expr);

// The questions that would settle an expression of the pack; none when it is settled.
[[nodiscard]] feel::QuestionSet questions_of(const service::Model& model, const State& state, service::ExprId expr);

// The answers point at this subtype of the service; always so where the pack does not say when.
[[nodiscard]] Truth is_chosen(const service::Model& model, const State& state, const service::Subtype& subtype);

// The paper or fact is asked for on the day of application, with these answers. One that is only for whoever has it
// ("if any") is asked for, too.
[[nodiscard]] Truth is_asked_for(const service::Model& model, const State& state, const service::Item& item);

// The leaves that make `condition` false (all of them) or keep it unknown, in the pack's order; empty when it is true.
[[nodiscard]] std::vector<std::uint16_t> because(const service::Model& model, const State& state,
                                                 std::uint16_t condition);

// "eligible", "notEligible", "unknown" for yes, no, unknown.
[[nodiscard]] std::string_view verdict_name(Truth truth);

}  // namespace qadam::engine
