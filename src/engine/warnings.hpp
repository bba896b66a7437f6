// Warnings: answers that are odd but possible. They never hold anybody up.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "engine/state.hpp"
#include "service/model.hpp"

namespace qadam::engine {

struct Warning {
  std::uint16_t field = 0;
  std::string code;  // text "warning.<code>"
};

// Those of the fields asked on `screen`; for a date of birth also that it does not fit the IIN given.
[[nodiscard]] std::vector<Warning> warnings_of(const service::Model& model, const State& state, std::uint16_t screen);

}  // namespace qadam::engine
