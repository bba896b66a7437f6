// The finder: which services fit a person, and which question settles most of what is open.
//
// A session with it is an ordinary State over the finder's Model (Model::finder is filled; pack/compile_finder.cpp makes
// it); its entries are that model's subtypes. Verdicts are a function of the answers alone: in which order they were
// given, which reasons were chosen and which questions were asked changes none of them. A reason that was not chosen
// withholds questions and nothing else. It knows no service by name.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/record.hpp"
#include "engine/state.hpp"
#include "service/model.hpp"

namespace qadam::engine {

[[nodiscard]] inline bool is_finder(const service::Model& model) {
  return !model.finder.entries.empty();
}

// The reasons that the person chose lead to this entry.
[[nodiscard]] Truth is_looked_at(const service::Model& model, const State& state, std::size_t entry);

// Whether the entry fits; unknown where nothing is judged.
[[nodiscard]] const Verdict& verdict_of(const service::Model& model, const State& state, std::size_t entry);

// The questions that would settle an undecided entry and that nobody has answered yet, in the model's order. Those that
// were answered by "I don't know" are not among them; neither are those that the finder leaves to the service itself.
[[nodiscard]] std::vector<std::uint16_t> questions_for(const service::Model& model, const State& state,
                                                       std::size_t entry);

// The questions that keep an undecided entry open because they were answered by "I don't know" or "I'd rather not say",
// or are for the service itself or a register to settle.
[[nodiscard]] std::vector<std::uint16_t> unsettled_for(const service::Model& model, const State& state,
                                                       std::size_t entry);

// All that is worth asking now, the next question first: the reasons; then those that settle the most entries on
// average over their options, neutral ones before sensitive ones, else in the model's order. Empty: nothing is left.
[[nodiscard]] std::vector<std::uint16_t> open_questions(const service::Model& model, const State& state);

// The screen that asks this field, or service::kNone.
[[nodiscard]] std::uint16_t screen_asking(const service::Model& model, std::uint16_t field);

// Where to go now: the screen of the first open question, else the lists.
[[nodiscard]] std::uint16_t next_page(const service::Model& model, const State& state);

// The draft (engine/draft.hpp) with which the session of the entry's service begins: everything answered here that the
// service asks, what follows from it, and which case it is. No verdict and no version: the service's own file judges.
[[nodiscard]] base::Record handover(const service::Model& model, const State& state, std::size_t entry);

// The entry "service.subtype", or a service alone where the finder has it as a whole; service::kNone when there is none.
[[nodiscard]] std::uint16_t find_entry(const service::Model& model, std::string_view id);

}  // namespace qadam::engine
