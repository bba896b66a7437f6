// Whether every index in a Model points at something, so that nobody behind `load` need ask again.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "service/model.hpp"

namespace qadam::service {

// The name of the first table with an index out of range, a loop or a limit broken; empty when all is well.
[[nodiscard]] std::string unsound_table(const Model& model);

}  // namespace qadam::service
