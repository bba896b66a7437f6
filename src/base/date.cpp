// SPDX-License-Identifier: MIT
#include "base/date.hpp"

#include <cstdlib>

namespace qadam::base {
namespace {

struct Civil {
  std::int64_t year;
  int month;
  int day;
};

constexpr std::int64_t days_from_civil(std::int64_t y, int m, int d) {
  y -= m <= 2;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const auto yoe = static_cast<int>(y - era * 400);
  const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

constexpr Civil civil_from_days(std::int64_t days) {
  const std::int64_t z = days + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const auto doe = static_cast<int>(z - era * 146097);
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int d = doy - (153 * mp + 2) / 5 + 1;
  const int m = mp + (mp < 10 ? 3 : -9);
  return {yoe + era * 400 + (m <= 2), m, d};
}

constexpr bool is_leap(std::int64_t y) {
  return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

constexpr int days_in_month(std::int64_t y, int m) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return m == 2 && is_leap(y) ? 29 : kDays[m - 1];
}

// -1 when `text` is not 1..max_digits digits.
int small_number(std::string_view text, std::size_t max_digits) {
  if (text.empty() || text.size() > max_digits) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

void append_padded(std::string& out, int value, int width) {
  std::string digits = std::to_string(value);
  for (int i = static_cast<int>(digits.size()); i < width; ++i) out += '0';
  out += digits;
}

}  // namespace

Result<Date> Date::from_ymd(int year, int month, int day) {
  if (year < 1 || year > 9999) return fail("date.range");
  return from_far_ymd(year, month, day);
}

Result<Date> Date::from_far_ymd(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < -kMaxYear || year > kMaxYear) return fail("date.range");
  if (month < 1 || month > 12) return fail("date.no_such_day");
  const auto m = static_cast<int>(month);
  if (day < 1 || day > days_in_month(year, m)) return fail("date.no_such_day");
  return Date(days_from_civil(year, m, static_cast<int>(day)));
}

int Date::year() const {
  return static_cast<int>(civil_from_days(days_).year);
}

int Date::month() const {
  return civil_from_days(days_).month;
}

int Date::day() const {
  return civil_from_days(days_).day;
}

int Date::weekday() const {
  const auto from_monday = static_cast<int>((days_ % 7 + 7 + 3) % 7);  // 1970-01-01 was a Thursday
  return from_monday + 1;
}

Date Date::plus_months(std::int64_t n) const {
  const Civil c = civil_from_days(days_);
  const std::int64_t index = c.year * 12 + (c.month - 1) + n;
  const std::int64_t year = index >= 0 ? index / 12 : (index - 11) / 12;
  const auto month = static_cast<int>(index - year * 12) + 1;
  const int last = days_in_month(year, month);
  return Date(days_from_civil(year, month, c.day < last ? c.day : last));
}

std::string Date::iso() const {
  const Civil c = civil_from_days(days_);
  std::string out = c.year < 0 ? "-" : "";
  append_padded(out, static_cast<int>(c.year < 0 ? -c.year : c.year), 4);
  out += '-';
  append_padded(out, c.month, 2);
  out += '-';
  append_padded(out, c.day, 2);
  return out;
}

Result<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return fail("date.form");
  const int year = small_number(text.substr(0, 4), 4);
  const int month = small_number(text.substr(5, 2), 2);
  const int day = small_number(text.substr(8, 2), 2);
  if (year < 0 || month < 0 || day < 0) return fail("date.form");
  return Date::from_ymd(year, month, day);
}

Result<Date> parse_typed_date(std::string_view text) {
  const std::size_t first = text.find('-');
  const std::size_t second = first == std::string_view::npos ? first : text.find('-', first + 1);
  if (second == std::string_view::npos) return fail("date.form");
  const std::string_view y = trimmed(text.substr(0, first));
  const std::string_view m = trimmed(text.substr(first + 1, second - first - 1));
  const std::string_view d = trimmed(text.substr(second + 1));
  if (y.empty() || m.empty() || d.empty()) return fail("date.missing");
  const int year = small_number(y, 9);
  const int month = small_number(m, 9);
  const int day = small_number(d, 9);
  if (year < 0 || month < 0 || day < 0) return fail("date.form");
  if (y.size() != 4 || year < 1900) return fail("date.range");
  return Date::from_ymd(year, month, day);
}

std::int64_t months_between(Date from, Date to) {
  const Civil a = civil_from_days(from.days());
  const Civil b = civil_from_days(to.days());
  std::int64_t months = (b.year - a.year) * 12 + (b.month - a.month);
  if (months > 0 && b.day < a.day) --months;
  if (months < 0 && b.day > a.day) ++months;
  return months;
}

CivilTime civil_time(Instant instant) {
  const std::int64_t local = instant.seconds + kKazakhstanOffsetSeconds;
  const std::int64_t day = local >= 0 ? local / 86400 : (local - 86399) / 86400;
  return {Date::from_days(day), static_cast<int>((local - day * 86400) / 60)};
}

Instant instant_of(Date date, int minute) {
  return {date.days() * 86400 + std::int64_t{minute} * 60 - kKazakhstanOffsetSeconds};
}

}  // namespace qadam::base
