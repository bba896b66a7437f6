// Why a condition of a pack came out as it did: its FEEL text, the clauses of it that decide, the questions that would settle it.
//
// The wording for a citizen is the pack's own (condition.<id>); this is for the pack's author and for a lawyer.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "engine/state.hpp"
#include "feel_lang/explain.hpp"
#include "pack/compiler.hpp"

namespace qadam::author {

struct Explanation {
  std::string feel;                        // as the pack has it
  std::vector<feel_lang::Clause> clauses;  // the failing or undecided ones; none when it holds
  std::vector<std::string> questions;      // ids of the fields that would settle an unknown one
};

// `leaf` is a number of a leaf condition in the model; `analysis` is that of the pack which the model was compiled from.
[[nodiscard]] Explanation explain(const pack::Analysis& analysis, const service::Model& model,
                                  const engine::State& state, std::uint16_t leaf);

// The ids of fields, in the dictionary's order of the model.
[[nodiscard]] std::vector<std::string> names_of(const service::Model& model, const feel::QuestionSet& questions);

}  // namespace qadam::author
