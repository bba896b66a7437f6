// Times at which an exam may be sat, all invented: the next ten working days at every demonstration centre.
//
// They are computed from the day, not stored; only what was given away is stored. Working days are Monday to Friday:
// public holidays are not known here, as no real centre opens its doors.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace qadam::backend {

struct Slot {
  std::string id;  // names service, stage, time and centre, so that one time can be given away once
  base::Instant at;
  int centre = 0;  // index into World::centres
};

// In order of time, then centre; the first is on the day after `now` or later.
[[nodiscard]] std::vector<Slot> slots_from(std::string_view service, int stage, int centres, base::Instant now);

}  // namespace qadam::backend
