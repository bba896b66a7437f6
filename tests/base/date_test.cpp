// SPDX-License-Identifier: MIT
#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace qadam::base;

namespace {

Date day(const char* iso) {
  return parse_date(iso).value();
}

std::string code(const Result<Date>& date) {
  return date ? date->iso() : date.error().code;
}

}  // namespace

TEST_CASE("29 February exists in leap years only") {
  CHECK(code(parse_date("2024-02-29")) == "2024-02-29");
  CHECK(code(parse_date("2000-02-29")) == "2000-02-29");
  CHECK(code(parse_date("2023-02-29")) == "date.no_such_day");
  CHECK(code(parse_date("1900-02-29")) == "date.no_such_day");
  CHECK(code(Date::from_ymd(2100, 2, 29)) == "date.no_such_day");
}

TEST_CASE("days and months that do not exist, and years that no calendar here has") {
  CHECK(code(Date::from_ymd(2026, 0, 1)) == "date.no_such_day");
  CHECK(code(Date::from_ymd(2026, 13, 1)) == "date.no_such_day");
  CHECK(code(Date::from_ymd(2026, 4, 31)) == "date.no_such_day");
  CHECK(code(Date::from_ymd(2026, 1, 0)) == "date.no_such_day");
  CHECK(code(Date::from_ymd(2026, 1, -1)) == "date.no_such_day");
  CHECK(code(Date::from_ymd(0, 1, 1)) == "date.range");
  CHECK(code(Date::from_ymd(10000, 1, 1)) == "date.range");
  CHECK(code(Date::from_ymd(1, 1, 1)) == "0001-01-01");
  CHECK(code(Date::from_ymd(9999, 12, 31)) == "9999-12-31");
}

TEST_CASE("every day from 1895 to 2105 counts to the next, through days and through year, month, day") {
  Date at = day("1895-12-31");
  for (int i = 0; i < 76700; ++i) {
    const Date next = at.plus_days(1);
    const auto again = Date::from_ymd(next.year(), next.month(), next.day());
    REQUIRE(again);
    REQUIRE(*again == next);
    REQUIRE(next.days() == at.days() + 1);
    REQUIRE(next.weekday() == at.weekday() % 7 + 1);
    at = next;
  }
  CHECK(day("1970-01-01").days() == 0);
  CHECK(day("2026-08-31").weekday() == 1);
  CHECK(day("1969-12-31").weekday() == 3);
}

TEST_CASE("a month later is the month's last day where the day does not exist") {
  CHECK(day("2026-01-31").plus_months(1).iso() == "2026-02-28");
  CHECK(day("2024-01-31").plus_months(1).iso() == "2024-02-29");
  CHECK(day("2026-03-31").plus_months(-1).iso() == "2026-02-28");
  CHECK(day("2024-02-29").plus_months(12).iso() == "2025-02-28");
  CHECK(day("2024-02-29").plus_months(48).iso() == "2028-02-29");
  CHECK(day("2026-12-31").plus_months(2).iso() == "2027-02-28");
  CHECK(day("2026-01-15").plus_months(-13).iso() == "2024-12-15");
}

TEST_CASE("ISO dates are read exactly") {
  for (const char* wrong : {"", "2026-1-1", "2026-01-1", "2026/01/01", "2026-01-01 ", " 2026-01-01", "+026-01-01",
                            "20260101", "2026-01-01T00", "2026-0a-01", "-026-01-01"}) {
    CAPTURE(wrong);
    CHECK(code(parse_date(wrong)) == "date.form");
  }
}

TEST_CASE("a date typed in three fields: each mistake has its own code") {
  CHECK(code(parse_typed_date("2005-3-7")) == "2005-03-07");
  CHECK(code(parse_typed_date(" 2005 - 03 - 07 ")) == "2005-03-07");
  CHECK(code(parse_typed_date("--")) == "date.missing");
  CHECK(code(parse_typed_date("2005--7")) == "date.missing");
  CHECK(code(parse_typed_date("2005-3-")) == "date.missing");
  CHECK(code(parse_typed_date(" -3-7")) == "date.missing");
  CHECK(code(parse_typed_date("2005-3")) == "date.form");
  CHECK(code(parse_typed_date("")) == "date.form");
  CHECK(code(parse_typed_date("2005-march-7")) == "date.form");
  CHECK(code(parse_typed_date("2005-3-7-1")) == "date.form");
  CHECK(code(parse_typed_date("2005-3-1234567890")) == "date.form");
  CHECK(code(parse_typed_date("05-3-7")) == "date.range");
  CHECK(code(parse_typed_date("1899-12-31")) == "date.range");
  CHECK(code(parse_typed_date("12005-3-7")) == "date.range");
  CHECK(code(parse_typed_date("1900-1-1")) == "1900-01-01");
  CHECK(code(parse_typed_date("2005-2-30")) == "date.no_such_day");
  CHECK(code(parse_typed_date("2005-0-1")) == "date.no_such_day");
  CHECK(code(parse_typed_date("2005-1-123456789")) == "date.no_such_day");
}

TEST_CASE("a month counts once its day is reached: ages change on the birthday") {
  CHECK(months_between(day("2008-08-01"), day("2026-08-01")) == 216);
  CHECK(months_between(day("2008-08-02"), day("2026-08-01")) == 215);
  CHECK(months_between(day("2026-01-31"), day("2026-02-28")) == 0);
  CHECK(months_between(day("2026-01-31"), day("2026-03-31")) == 2);
  CHECK(months_between(day("2026-03-31"), day("2026-02-28")) == -1);
  CHECK(months_between(day("2026-08-02"), day("2026-08-01")) == 0);
  CHECK(months_between(day("2026-08-01"), day("2026-08-01")) == 0);
  CHECK(months_between(day("2026-08-01"), day("2025-08-02")) == -11);
}

TEST_CASE("who was born on 29 February is a year older on 1 March of a common year") {
  CHECK(months_between(day("2008-02-29"), day("2026-02-28")) / 12 == 17);
  CHECK(months_between(day("2008-02-29"), day("2026-03-01")) / 12 == 18);
  CHECK(months_between(day("2008-02-29"), day("2028-02-29")) / 12 == 20);
}

TEST_CASE("the day changes at midnight of Kazakhstan, five hours before UTC's") {
  const CivilTime before = civil_time({instant_of(day("2026-09-01"), 0).seconds - 1});
  CHECK(before.date.iso() == "2026-08-31");
  CHECK(before.minute == 1439);
  const CivilTime after = civil_time(instant_of(day("2026-09-01"), 0));
  CHECK(after.date.iso() == "2026-09-01");
  CHECK(after.minute == 0);
  CHECK(instant_of(day("2026-09-01"), 0).seconds % 86400 == 19 * 3600);
  CHECK(civil_time({0}).date.iso() == "1970-01-01");
  CHECK(civil_time({0}).minute == 300);
}

TEST_CASE("instants before 1970 are on their own day") {
  CHECK(civil_time({-1}).date.iso() == "1970-01-01");
  CHECK(civil_time({-5 * 3600}).date.iso() == "1970-01-01");
  CHECK(civil_time({-5 * 3600}).minute == 0);
  CHECK(civil_time({-5 * 3600 - 1}).date.iso() == "1969-12-31");
  CHECK(civil_time({-5 * 3600 - 1}).minute == 1439);
  CHECK(civil_time(instant_of(day("1900-01-01"), 61)).minute == 61);
}
