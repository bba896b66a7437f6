// The calendar: assets/calendars/kz.json, days off and weekend days that work, checked and made compact.
//
// It decides no deadline (engine/deadline.hpp does). What each member means: assets/calendars/README.md.
// SPDX-License-Identifier: MIT
#pragma once

#include "pack/diagnostic.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::pack {

inline constexpr const char* kCalendarFile = "assets/calendars/kz.json";

// The pack has a time limit or windows, so days are counted for it.
[[nodiscard]] bool counts_days(const Json& pack);

// Everything but the law. Codes, beside those of JsonReader: "calendar.repeated" (a day twice, as off or as working),
// "calendar.order", "calendar.weekday" (a day that is so anyway; a transfer from no weekend), "calendar.fixed" (moves
// although it may not), "calendar.year" (a year not covered, or a gap), "calendar.swap" (half an exchange),
// "calendar.reason", "calendar.source", "calendar.confidence".
[[nodiscard]] service::Calendar read_calendar(const Json& calendar, Diagnostics& diagnostics);

}  // namespace qadam::pack
