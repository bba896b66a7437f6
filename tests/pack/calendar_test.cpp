// assets/calendars/kz.json: what is in it, and that no slip in it goes unseen.
// SPDX-License-Identifier: MIT
#include "pack/calendar.hpp"

#include <doctest/doctest.h>

#include "../engine/citizen.hpp"
#include "packs.hpp"

using namespace qadam;
using pack::Json;
using testing::day;

namespace {

const Json& real() {
  return testing::real_sources("registration").calendar;
}

// Codes of what a calendar broken by `change` is told, each with its place.
template <class F>
std::string broken(F&& change) {
  Json calendar = real();
  change(calendar);
  pack::Diagnostics found;
  (void)pack::read_calendar(calendar, found);
  std::string out;
  for (const pack::Diagnostic& d : found) out += (out.empty() ? "" : " ") + d.code + "@" + d.place;
  return out;
}

std::size_t at(const char* iso) {
  const Json& days = real()["days"];
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (days[i]["day"] == iso) return i;
  }
  FAIL("no such day");
  return 0;
}

std::string place(const char* iso, const char* key) {
  return "@/days/" + std::to_string(at(iso)) + "/" + key;
}

}  // namespace

TEST_CASE("the calendar covers 2025 to 2028, and is sure of 2025 and 2026 only") {
  pack::Diagnostics found;
  const service::Calendar calendar = pack::read_calendar(real(), found);
  for (const pack::Diagnostic& d : found) FAIL_CHECK(text(d));
  CHECK(calendar.first == day("2025-01-01"));
  CHECK(calendar.last == day("2028-12-31"));
  CHECK(calendar.sure_until == day("2026-12-31"));
  // Every listed day but Kurban Ait of 2027, which falls on a Sunday.
  CHECK(calendar.turned.size() == real()["days"].size() - 1);
}

TEST_CASE("a day twice, or both off and working, is told") {
  CHECK(broken([](Json& c) { c["days"].push_back(c["days"].back()); }) ==
        "calendar.repeated@/days/" + std::to_string(real()["days"].size()) + "/day");
  CHECK(broken([](Json& c) {
          Json same = c["days"].back();
          same["is"] = "working";
          same["reason"] = "swap";
          c["days"].push_back(same);
        }).find("calendar.repeated") == 0);
}

TEST_CASE("a weekend day is off and a weekday works without being listed") {
  CHECK(broken([](Json& c) { c["days"][at("2026-07-06")]["day"] = "2026-07-05"; }) ==
        "calendar.weekday" + place("2026-07-06", "day"));
  CHECK(broken([](Json& c) { c["days"][at("2026-07-06")]["is"] = "working"; }).find("calendar.weekday") !=
        std::string::npos);
}

TEST_CASE("7 January and Kurban Ait do not move") {
  CHECK(broken([](Json& c) {
          c["days"][at("2027-05-10")]["day"] = "2027-05-17";
          c["days"][at("2027-05-10")]["of"] = "2027-05-16";
        }).find("calendar.fixed") != std::string::npos);
  CHECK(broken([](Json& c) { c["days"][at("2026-03-09")]["of"] = "2023-01-07"; }) ==
        "calendar.fixed" + place("2026-03-09", "of"));
}

TEST_CASE("a transfer comes from a weekend, an exchange has two halves") {
  CHECK(broken([](Json& c) { c["days"][at("2026-03-09")]["of"] = "2026-03-06"; }) ==
        "calendar.weekday" + place("2026-03-09", "of"));
  CHECK(broken([](Json& c) { c["days"].erase(at("2025-01-05")); }) == "calendar.swap" + place("2025-01-03", "of"));
}

TEST_CASE("every day belongs to a covered year, years leave no gap, and a day is no less sure than its year") {
  CHECK(broken([](Json& c) { c["years"].erase(3); }).find("calendar.year@") == 0);
  CHECK(broken([](Json& c) { c["years"].erase(1); }).find("calendar.year@/years/1/year") == 0);
  CHECK(broken([](Json& c) { c["days"][at("2026-05-27")]["confidence"] = "estimate"; }) ==
        "calendar.confidence" + place("2026-05-27", "confidence"));
}

TEST_CASE("each day and year says where it stands and how sure that is, each source when it was read") {
  CHECK(broken([](Json& c) { c["days"][at("2026-05-27")].erase("source"); }) ==
        "calendar.source" + place("2026-05-27", "source"));
  CHECK(broken([](Json& c) { c["days"][at("2026-05-27")]["source"] = "rumour"; }) ==
        "calendar.source" + place("2026-05-27", "source"));
  CHECK(broken([](Json& c) { c["years"][0].erase("confidence"); }).find("calendar.confidence@/years/0") == 0);
  CHECK(broken([](Json& c) { c["sources"]["kurban"].erase("read"); }) == "calendar.source@/sources/kurban/read");
  CHECK(broken([](Json& c) { c["days"][at("2026-05-27")]["reason"] = "rain"; }) ==
        "calendar.reason" + place("2026-05-27", "reason"));
  CHECK(broken([](Json& c) { c["days"][at("2026-05-27")]["raeson"] = "x"; }) ==
        "pack.unknown_key" + place("2026-05-27", "raeson"));
}

TEST_CASE("a year verified after one that is not stays approximate") {
  Json calendar = real();
  calendar["years"][3]["confidence"] = "verified";
  pack::Diagnostics found;
  CHECK(pack::read_calendar(calendar, found).sure_until == day("2026-12-31"));
}
