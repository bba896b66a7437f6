// Days of acceptance and of answers, by the packs' own limits, windows and hours and the repository's calendar.
// SPDX-License-Identifier: MIT
#include "engine/deadline.hpp"

#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"

using namespace qadam;
using engine::Filing;
using testing::day;
using testing::real_pack;

namespace {

engine::Filing filed(const std::string& service, const char* iso, int hour, int minute = 0, int second = 0) {
  base::Instant at = base::instant_of(day(iso), hour * 60 + minute);
  at.seconds += second;
  return engine::filing_at(real_pack(service).model, at);
}

std::string due(const Filing& filing) {
  return filing.due ? filing.due->iso() : "";
}

// "accepted due", as a table has it.
std::string days(const Filing& filing) {
  return filing.accepted.iso() + " " + due(filing);
}

}  // namespace

TEST_CASE("an ordinary working day counts as it is; the answer is counted from the day after") {
  CHECK(days(filed("registration", "2026-12-11", 10)) == "2026-12-11 2026-12-15");
  CHECK(days(filed("deferment", "2026-12-11", 10)) == "2026-12-11 2026-12-22");  // 16 December is off
  CHECK(days(filed("exemption", "2026-12-11", 10)) == "2026-12-11 2026-12-22");
  CHECK(days(filed("registration", "2026-05-06", 12)) == "2026-05-06 2026-05-12");
  CHECK(days(filed("deferment", "2026-05-06", 12)) == "2026-05-06 2026-05-18");
}

TEST_CASE("after hours of that office the next working day counts") {
  CHECK(days(filed("registration", "2026-12-11", 18, 15)) == "2026-12-14 2026-12-17");
  CHECK(days(filed("deferment", "2026-12-11", 18, 15)) == "2026-12-11 2026-12-22");
  CHECK(filed("registration", "2026-12-11", 18, 15).is_after_hours);
}

TEST_CASE("closing time itself is still in time, a second later is after") {
  CHECK(filed("registration", "2026-12-10", 18).accepted.iso() == "2026-12-10");
  CHECK(filed("registration", "2026-12-10", 18, 0, 1).accepted.iso() == "2026-12-11");
  CHECK(filed("deferment", "2026-12-10", 18, 30).accepted.iso() == "2026-12-10");
  CHECK(filed("deferment", "2026-12-10", 18, 30, 1).accepted.iso() == "2026-12-11");
}

TEST_CASE("before opening and in the lunch break the same day counts: the portal works around the clock") {
  CHECK(filed("deferment", "2026-12-11", 0).accepted.iso() == "2026-12-11");
  CHECK(filed("deferment", "2026-12-11", 4, 30).accepted.iso() == "2026-12-11");
  CHECK(filed("deferment", "2026-12-11", 13, 30).accepted.iso() == "2026-12-11");
  CHECK_FALSE(filed("deferment", "2026-12-11", 4, 30).is_after_hours);
}

TEST_CASE("weekends, holidays and days off moved from a weekend wait for the next working day") {
  CHECK(days(filed("registration", "2026-03-22", 12)) == "2026-03-26 2026-03-30");
  CHECK(days(filed("deferment", "2026-03-22", 12)) == "2026-03-26 2026-04-03");
  CHECK(filed("registration", "2026-03-09", 10).accepted.iso() == "2026-03-10");  // for 8 March, a Sunday
  CHECK(filed("registration", "2026-10-26", 10).accepted.iso() == "2026-10-27");
  CHECK(filed("registration", "2026-05-27", 10).accepted.iso() == "2026-05-28");  // Kurban Ait
  CHECK(filed("registration", "2026-08-31", 10).accepted.iso() == "2026-08-31");  // no Constitution Day in 2026
  CHECK(filed("registration", "2025-09-01", 10).accepted.iso() == "2025-09-02");  // but in 2025, moved
  CHECK(filed("registration", "2026-03-22", 12).is_day_off);
}

TEST_CASE("a day exchanged for a weekend day is off, and that weekend day works") {
  CHECK(filed("registration", "2025-01-03", 10).accepted.iso() == "2025-01-05");
  CHECK(filed("registration", "2025-01-05", 10).accepted.iso() == "2025-01-05");
  CHECK(filed("registration", "2025-01-05", 18, 1).accepted.iso() == "2025-01-06");
}

TEST_CASE("windows: the first and the last day are inside") {
  const auto inside = [](const char* iso) {
    return engine::is_in_window(real_pack("deferment").model.times, day(iso));
  };
  CHECK_FALSE(inside("2026-02-28"));
  CHECK(inside("2026-03-01"));
  CHECK(inside("2026-06-30"));
  CHECK_FALSE(inside("2026-07-01"));
  CHECK_FALSE(inside("2026-08-31"));
  CHECK(inside("2026-09-01"));
  CHECK(inside("2026-12-30"));
  CHECK_FALSE(inside("2026-12-31"));
  CHECK_FALSE(inside("2028-02-29"));
  CHECK(inside("2028-03-01"));
}

TEST_CASE("half past six on the last day of a window: a minute before is in, a minute after rolls out of it") {
  const Filing before = filed("deferment", "2026-06-30", 18, 29);
  CHECK(before.is_accepted_inside);
  CHECK(days(before) == "2026-06-30 2026-07-09");  // 6 July is off
  const Filing sharp = filed("deferment", "2026-06-30", 18, 30);
  CHECK(sharp.is_accepted_inside);
  const Filing after = filed("deferment", "2026-06-30", 18, 31);
  CHECK(days(after) == "2026-07-01 ");  // nobody knows whether it is taken in, so nothing is due
  CHECK(engine::rolls_out(after));
  CHECK_FALSE(engine::is_outside(after));
  const Filing winter = filed("deferment", "2026-12-30", 18, 31);
  CHECK(winter.accepted.iso() == "2026-12-31");
  CHECK(engine::rolls_out(winter));
}

TEST_CASE("a window whose last day is a weekend rolls out two days earlier") {
  CHECK(engine::rolls_out(filed("deferment", "2028-12-29", 19)));  // Friday; the 30th is a Saturday
  CHECK_FALSE(engine::rolls_out(filed("deferment", "2028-12-29", 18)));
  const engine::WindowDays around = engine::windows_around(real_pack("deferment").model, day("2028-12-20"));
  CHECK(around.is_inside);
  CHECK(around.last->iso() == "2028-12-30");
  CHECK(around.last_working->iso() == "2028-12-29");
}

TEST_CASE("what is filed on the eve of a window and taken in on its first day is inside") {
  const Filing eve = filed("deferment", "2026-08-31", 19);
  CHECK(days(eve) == "2026-09-01 2026-09-09");
  CHECK_FALSE(eve.is_filed_inside);
  CHECK(eve.is_accepted_inside);
  CHECK_FALSE(engine::is_outside(eve));
  CHECK(engine::is_outside(filed("deferment", "2026-08-31", 18)));
}

TEST_CASE("outside the windows one is told when the next begins") {
  const engine::WindowDays summer = engine::windows_around(real_pack("deferment").model, day("2026-07-15"));
  CHECK_FALSE(summer.is_inside);
  CHECK(summer.first->iso() == "2026-09-01");
  CHECK(summer.last->iso() == "2026-12-30");
  const engine::WindowDays winter = engine::windows_around(real_pack("deferment").model, day("2026-12-31"));
  CHECK(winter.first->iso() == "2027-03-01");
  CHECK(winter.first_working->iso() == "2027-03-01");
  CHECK_FALSE(engine::windows_around(real_pack("registration").model, day("2026-07-15")).first);
}

TEST_CASE("what rests on a year whose exchanges are not known is approximate, and nothing else is") {
  CHECK_FALSE(filed("deferment", "2026-12-11", 10).is_approximate);
  CHECK(filed("deferment", "2026-12-28", 10).is_approximate);  // counts into 2027
  CHECK(filed("registration", "2027-02-01", 10).is_approximate);
  CHECK(filed("registration", "2029-02-01", 10).is_approximate);  // not covered at all
  CHECK(filed("registration", "2024-12-30", 10).is_approximate);
  CHECK(days(filed("deferment", "2027-03-19", 10)) == "2027-03-19 2027-04-01");  // 22 to 24 March
}

TEST_CASE("a service without limit or windows counts no days and carries no calendar") {
  const service::Model& licence = real_pack("licence-first").model;
  CHECK(licence.times.calendar.turned.empty());
  CHECK(licence.times.hours.empty());
  const Filing sunday = filed("licence-first", "2026-08-02", 23);
  CHECK(days(sunday) == "2026-08-02 ");
  CHECK_FALSE(sunday.is_approximate);
}

TEST_CASE("a window that spans New Year is one window") {
  service::Model model;
  model.times.windows = {{1115, 229, {}, service::kFirstDay, service::kLastDay}};
  const auto inside = [&](const char* iso) { return engine::is_in_window(model.times, day(iso)); };
  CHECK_FALSE(inside("2026-11-14"));
  CHECK(inside("2026-11-15"));
  CHECK(inside("2027-02-28"));  // 29 February of a common year is its last day of February
  CHECK_FALSE(inside("2027-03-01"));
  CHECK(inside("2028-02-29"));
  CHECK(engine::windows_around(model, day("2026-12-01")).last->iso() == "2027-02-28");
}

TEST_CASE("limits, windows and hours change on the day their validity says") {
  service::Model model;
  model.times.limits = {{2, {}, service::kFirstDay, day("2026-04-30")}, {3, {}, day("2026-05-01"), service::kLastDay}};
  model.times.hours = {{0, 60, 0, 0, {}, service::kFirstDay, day("2026-04-30")}};
  const auto at = [&](const char* iso, int hour) {
    return days(engine::filing_at(model, base::instant_of(day(iso), hour * 60)));
  };
  CHECK(at("2026-04-13", 1) == "2026-04-13 2026-04-15");
  CHECK(at("2026-04-13", 2) == "2026-04-14 2026-04-16");
  CHECK(at("2026-05-04", 23) == "2026-05-04 2026-05-07");
}
