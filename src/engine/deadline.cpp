// SPDX-License-Identifier: MIT
#include "engine/deadline.hpp"

#include <algorithm>

namespace qadam::engine {
namespace {

using service::Calendar;
using service::Times;

constexpr int kDaysAhead = 2 * 366;

template <class T>
const T* in_force_on(const std::vector<T>& list, base::Date day) {
  for (const T& each : list) {
    if (service::in_force(each, day)) return &each;
  }
  return nullptr;
}

base::Date next_working_day(const Calendar& calendar, base::Date day) {
  do {
    day = day.plus_days(1);
  } while (!is_working_day(calendar, day));
  return day;
}

bool has_ended(const service::Hours* hours, base::Instant moment, base::Date day) {
  return hours != nullptr && moment > base::instant_of(day, hours->closes);
}

}  // namespace

bool is_working_day(const Calendar& calendar, base::Date day) {
  const bool weekend = day.weekday() >= 6;
  const std::int64_t at = day.days() - calendar.first.days();
  const bool turned = at >= 0 && std::binary_search(calendar.turned.begin(), calendar.turned.end(), at);
  return weekend == turned;
}

bool is_in_window(const Times& times, base::Date day) {
  const int at = day.month() * 100 + day.day();
  for (const service::Window& window : times.windows) {
    if (!service::in_force(window, day)) continue;
    const bool spans_new_year = window.first > window.last;
    const bool begun = at >= window.first;
    const bool over = at > window.last;
    if (spans_new_year ? begun || !over : begun && !over) return true;
  }
  return times.windows.empty();
}

const service::Hours* hours_on(const Times& times, base::Date day) {
  return in_force_on(times.hours, day);
}

const service::TimeLimit* limit_on(const Times& times, base::Date day) {
  return in_force_on(times.limits, day);
}

bool is_sure(const Calendar& calendar, base::Date from, base::Date to) {
  return from >= calendar.first && to <= calendar.sure_until;
}

Filing filing_at(const service::Model& model, base::Instant moment) {
  const Times& times = model.times;
  Filing out;
  out.day = base::civil_time(moment).date;
  out.accepted = out.day;
  if (times.limits.empty() && times.windows.empty()) return out;  // nothing is counted, so no calendar is there
  const bool works = is_working_day(times.calendar, out.day);
  out.is_day_off = !works;
  out.is_after_hours = works && has_ended(hours_on(times, out.day), moment, out.day);
  if (out.is_day_off || out.is_after_hours) out.accepted = next_working_day(times.calendar, out.day);
  out.is_filed_inside = is_in_window(times, out.day);
  out.is_accepted_inside = is_in_window(times, out.accepted);
  base::Date last = out.accepted;
  const service::TimeLimit* limit = limit_on(times, out.accepted);
  if (limit != nullptr && out.is_accepted_inside) {
    for (int i = 0; i < limit->working_days; ++i) last = next_working_day(times.calendar, last);
    out.due = last;
  }
  out.is_approximate = !is_sure(times.calendar, out.day, last);
  return out;
}

WindowDays windows_around(const service::Model& model, base::Date day) {
  const Times& times = model.times;
  WindowDays out;
  out.is_inside = is_in_window(times, day);
  if (times.windows.empty()) return out;
  for (int i = 0; i < kDaysAhead; ++i, day = day.plus_days(1)) {
    const bool inside = is_in_window(times, day);
    if (!inside && (out.is_inside || out.first)) break;
    if (!inside) continue;
    if (!out.is_inside && !out.first) out.first = day;
    out.last = day;
    if (!is_working_day(times.calendar, day)) continue;
    if (!out.first_working) out.first_working = day;
    out.last_working = day;
  }
  return out;
}

}  // namespace qadam::engine
