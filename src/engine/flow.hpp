// Flow: which screens there are for these answers, in which order, and what is still missing on them.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/state.hpp"
#include "service/model.hpp"

namespace qadam::engine {

// Part of the journey in this mode with these answers. An undecided `show` or relevance hides a screen: earlier answers
// settle it first.
[[nodiscard]] bool is_shown(const service::Model& model, const State& state, std::uint16_t screen);

// The fields of a screen that are asked now.
[[nodiscard]] std::vector<std::uint16_t> asked_fields(const service::Model& model, const State& state,
                                                      std::uint16_t screen);

// Nothing more to do on it: every asked field given, no block false, signed in, consented, every check passed.
[[nodiscard]] bool is_complete(const service::Model& model, const State& state, std::uint16_t screen);

// What keeps one from going on from a screen: fields not given (code "required..."), answers that will not do, blocks.
[[nodiscard]] std::vector<Issue> issues_of(const service::Model& model, const State& state, std::uint16_t screen);

// The next or previous shown screen, or service::kNone.
[[nodiscard]] std::uint16_t next_screen(const service::Model& model, const State& state, std::uint16_t screen);
[[nodiscard]] std::uint16_t previous_screen(const service::Model& model, const State& state, std::uint16_t screen);

// The first shown screen that is not complete, at most the screen `limit`; `limit` itself when all before it are.
[[nodiscard]] std::uint16_t first_incomplete(const service::Model& model, const State& state, std::uint16_t limit);

// The number of the first screen of that kind, or service::kNone.
[[nodiscard]] std::uint16_t screen_of(const service::Model& model, service::ScreenKind kind);

// There is a personal plan to show from here: the service asks for papers, and the answers to what it asks are given.
[[nodiscard]] bool offers_plan(const service::Model& model, const State& state);

// Which check comes next (not passed yet), or service::kNone when all are passed.
[[nodiscard]] std::uint16_t next_check(const service::Model& model, const State& state);

}  // namespace qadam::engine
