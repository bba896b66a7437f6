// Calendar days and instants.
//
// A Date is a day of the proleptic Gregorian calendar with no time and no zone; an Instant is UTC seconds. The only
// zone is Kazakhstan's, UTC+05:00 since 1 March 2024 (DESIGN.md 2): old phones' zone tables are wrong, so it is fixed
// here. Nothing here reads a clock. Day arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms".
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace qadam::base {

class Date {
 public:
  Date() = default;  // 1970-01-01

  // FEEL's own limits, far beyond any person's day.
  static constexpr int kMaxYear = 999'999'999;

  // Days since 1970-01-01; the year must lie within -kMaxYear..kMaxYear.
  static constexpr Date from_days(std::int64_t days) { return Date(days); }

  // Errors: "date.no_such_day" when month or day do not exist, "date.range" when the year is outside 1..9999.
  static Result<Date> from_ymd(int year, int month, int day);

  // The same for years -kMaxYear..kMaxYear (year 0 is 1 BC).
  static Result<Date> from_far_ymd(std::int64_t year, std::int64_t month, std::int64_t day);

  [[nodiscard]] std::int64_t days() const { return days_; }

  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;    // 1..12
  [[nodiscard]] int day() const;      // 1..31
  [[nodiscard]] int weekday() const;  // 1 = Monday .. 7 = Sunday (ISO 8601)

  [[nodiscard]] Date plus_days(std::int64_t n) const { return Date(days_ + n); }

  // Adds whole months; a day that the month does not have becomes its last day (31 January + 1 month = 28/29 February).
  // The result's year must lie within -kMaxYear..kMaxYear.
  [[nodiscard]] Date plus_months(std::int64_t n) const;

  [[nodiscard]] std::string iso()
      const;  // "YYYY-MM-DD"; years beyond as ISO 8601 has them: "-0044-03-15", "12026-01-01"

  friend bool operator==(Date a, Date b) { return a.days_ == b.days_; }

  friend std::strong_ordering operator<=>(Date a, Date b) { return a.days_ <=> b.days_; }

 private:
  explicit constexpr Date(std::int64_t days) : days_(days) {}

  std::int64_t days_ = 0;
};

// Exactly "YYYY-MM-DD". Errors: "date.form", and those of from_ymd.
Result<Date> parse_date(std::string_view text);

// What a person typed in three fields, joined as "Y-M-D", parts with or without leading zeros and spaces. Errors:
// "date.missing" (a part is empty), "date.form" (not digits), "date.range" (year not of four digits or before 1900),
// "date.no_such_day".
Result<Date> parse_typed_date(std::string_view text);

// Whole months from `from` to `to`, rounded towards zero, as FEEL's years and months duration(from, to): the month
// counts once its day is reached. Who was born on 29 February has reached N years on 1 March of a common year.
std::int64_t months_between(Date from, Date to);

// UTC seconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t seconds = 0;

  friend bool operator==(Instant a, Instant b) { return a.seconds == b.seconds; }

  friend std::strong_ordering operator<=>(Instant a, Instant b) { return a.seconds <=> b.seconds; }
};

inline constexpr std::int64_t kKazakhstanOffsetSeconds = 5 * 60 * 60;

struct CivilTime {
  Date date;
  int minute = 0;  // of the day, 0..1439
};

[[nodiscard]] CivilTime civil_time(Instant instant);

// The instant at which `minute` of `date` begins in Kazakhstan.
[[nodiscard]] Instant instant_of(Date date, int minute);

}  // namespace qadam::base
