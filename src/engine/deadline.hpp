// Deadline: when an application filed at some moment counts as taken in, and by when it must be answered.
//
// It knows no service and no clock; it files nothing. The rules and where they stand (the pack cites each clause):
//   the order, row 7.2 of a standard: the portal works around the clock; what is filed after the end of the working day,
//     on a day off or a holiday counts as taken in on the next working day. Before opening is the same day.
//   row 7.1: the hours. "Until 18:30": what is filed at 18:30:00 sharp is still in time, a second later is after.
//   rows 7.1 and 10.1: the periods in which applications are taken, first and last days included.
//   row 3: the term in working days. The order counts it from the moment of handing in; that counting begins on the day
//     after is Administrative Procedural Code 76(2) and Civil Code 173. A working day cannot end on a day off (Civil Code
//     175).
// What the order does not say: what becomes of an application filed within a period and taken in outside of it.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/date.hpp"
#include "service/model.hpp"

namespace qadam::engine {

struct Filing {
  base::Date day;       // of filing, civil time of Kazakhstan
  base::Date accepted;  // counts as taken in on
  // The last day for the answer, "no later than", never a promise. None: no time limit, or taken in outside the windows.
  std::optional<base::Date> due;
  bool is_after_hours = false;  // on a working day, after its end
  bool is_day_off = false;
  bool is_filed_inside = true;  // of a window, or there are none
  bool is_accepted_inside = true;
  bool is_approximate = false;  // rests on days whose exchanges are not known
};

// The office's day of `moment`; see above.
[[nodiscard]] Filing filing_at(const service::Model& model, base::Instant moment);

// Neither the day of filing nor that of acceptance lies in a window: nothing can be filed. Where only one of them does
// the order leaves the matter open, and we take away nobody's right.
[[nodiscard]] inline bool is_outside(const Filing& filing) {
  return !filing.is_filed_inside && !filing.is_accepted_inside;
}

// Filed within a window, taken in outside of it.
[[nodiscard]] inline bool rolls_out(const Filing& filing) {
  return filing.is_filed_inside && !filing.is_accepted_inside;
}

// How a day stands to the windows of a service that has some.
struct WindowDays {
  bool is_inside = false;
  std::optional<base::Date>
      first;  // inside: none; outside: the first day of the next window, if one comes within 2 years
  std::optional<base::Date> last;           // of the window that `day` lies in, else of the next
  std::optional<base::Date> last_working;   // the last day on which what is filed in time is also taken in
  std::optional<base::Date> first_working;  // outside: the first working day of the next window
};

[[nodiscard]] WindowDays windows_around(const service::Model& model, base::Date day);

[[nodiscard]] bool is_working_day(const service::Calendar& calendar, base::Date day);

// Applications are taken on that day: it lies in a window, or there are none.
[[nodiscard]] bool is_in_window(const service::Times& times, base::Date day);

// The office hours of that day, whether it works or not; nullptr when none are named.
[[nodiscard]] const service::Hours* hours_on(const service::Times& times, base::Date day);

[[nodiscard]] const service::TimeLimit* limit_on(const service::Times& times, base::Date day);

// Exchanges of days are known for every day from `from` to `to`.
[[nodiscard]] bool is_sure(const service::Calendar& calendar, base::Date from, base::Date to);

}  // namespace qadam::engine
