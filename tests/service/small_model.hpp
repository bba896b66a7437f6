// A service small enough to be built by hand: two questions, the second asked when the first is yes, one condition.
// SPDX-License-Identifier: MIT
#pragma once

#include "service/model.hpp"

namespace qadam::testing {

[[nodiscard]] service::Model small_model();

[[nodiscard]] base::Date day(int year, int month, int day_of_month);

}  // namespace qadam::testing
