// update: one Action in, the next State and the Effects it asks for out. The whole behaviour of a session is here.
//
// Pure: the same arguments give the same result, and replaying a session's actions gives the same state. An action that
// does not fit the page is ignored, so a double tap or a late answer does no harm.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/action.hpp"
#include "engine/state.hpp"
#include "service/model.hpp"

namespace qadam::engine {

struct Step {
  State state;
  std::vector<Effect> effects;
};

// The state at the start page, or the page that says that the service's term has not begun or has ended.
[[nodiscard]] State begin(const service::Model& model, Setting setting);

// `model` must be the one that `state` was begun with.
[[nodiscard]] Step update(const service::Model& model, State state, const Action& action);

// A registry check is under way or another effect is awaited.
[[nodiscard]] bool is_busy(const State& state);

// An application may be sent now, as far as the windows of the service go (see deadline.hpp).
[[nodiscard]] bool may_file(const service::Model& model, const State& state);

// Outside the windows, in demonstration only: the next day on which an application could be sent, to be looked at with
// the answers kept ("as_of:<day>" on the page that signs).
[[nodiscard]] std::optional<base::Date> demonstration_day(const service::Model& model, const State& state);

// The stage whose exam, say, is to be booked now; nullptr when there is none.
[[nodiscard]] const service::Stage* bookable_stage(const service::Model& model, const State& state);

[[nodiscard]] const service::Stage* stage_numbered(const service::Model& model, std::uint16_t number);

// Whether the application was refused. A failed exam is no refusal: it has no ground.
[[nodiscard]] bool is_refused(const State& state);

// Whether a refused application can be corrected and made again: not on days on which the service takes none.
[[nodiscard]] bool may_apply_again(const service::Model& model, const State& state);

}  // namespace qadam::engine
