// Functions on dates (DMN 1.5, table 80; weeks as in ISO 8601).
// SPDX-License-Identifier: MIT
#include "feel/call.hpp"

namespace qadam::feel {
namespace {

using base::Date;

Date first_of(std::int64_t year) {
  return *Date::from_far_ymd(year, 1, 1);
}

// The Monday of the week that holds 4 January, with which the year's first week begins.
std::int64_t first_week(std::int64_t year) {
  const Date fourth = first_of(year).plus_days(3);
  return fourth.days() - (fourth.weekday() - 1);
}

std::int64_t week_of_year(const Date& day) {
  std::int64_t year = day.year();
  if (year < Date::kMaxYear && day.days() >= first_week(year + 1)) ++year;
  if (day.days() < first_week(year) && year > -Date::kMaxYear) --year;
  return (day.days() - first_week(year)) / 7 + 1;
}

}  // namespace

Value call_date(Function f, const Arguments& arguments, Budget&) {
  constexpr const char* kDays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  const Date& day = *arguments[0].as<Date>();
  switch (f) {
    case Function::day_of_week:
      return std::string(kDays[day.weekday() - 1]);
    case Function::month_of_year:
      return std::string(kMonths[day.month() - 1]);
    case Function::day_of_year:
      return base::Decimal::whole(day.days() - first_of(day.year()).days() + 1);
    default:
      return base::Decimal::whole(week_of_year(day));
  }
}

}  // namespace qadam::feel
