// When applications are taken and by when they are answered (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "pack/calendar.hpp"
#include "pack/compilation.hpp"

namespace qadam::pack {
namespace {

// "03-01" as 301; 0: no year has that day.
std::uint16_t month_day(const std::string& text) {
  if (text.size() != 5) return 0;
  const auto day = base::parse_date("2024-" + text);
  return day ? static_cast<std::uint16_t>(day->month() * 100 + day->day()) : std::uint16_t{0};
}

// "09:30" as minutes of the day.
std::optional<std::uint16_t> minutes(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const std::int64_t hour = base::parse_whole(std::string_view(text).substr(0, 2));
  const std::int64_t minute = base::parse_whole(std::string_view(text).substr(3));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return static_cast<std::uint16_t>(hour * 60 + minute);
}

}  // namespace

// A service that counts no days takes neither hours nor calendar over the network.
void Compilation::times() {
  time_limits();
  windows();
  hours();
  if (!counts_days(sources_.pack)) {
    m_.times = {};
    return;
  }
  m_.times.calendar = read_calendar(sources_.calendar, diagnostics_);
  const JsonReader calendar(sources_.calendar, kCalendarFile, "", diagnostics_);
  m_.times.calendar.law = laws(calendar);
}

void Compilation::time_limits() {
  for (const JsonReader& json : pack_.one_or_more("timeLimit")) {
    json.allow(shape::kTimeLimit);
    service::TimeLimit limit;
    read_days(json, limit);
    const std::int64_t working = json.whole("workingDays");
    if (working < 1 || working > 365) json.report("pack.value", "workingDays", "1 to 365");
    limit.working_days = static_cast<std::uint16_t>(working);
    limit.law = needed_laws(json, "a time limit");
    m_.times.limits.push_back(std::move(limit));
  }
}

void Compilation::windows() {
  for (const JsonReader& json : pack_.objects("windows")) {
    json.allow(shape::kWindow);
    service::Window window;
    read_days(json, window, "validFrom", "validUntil");
    const auto read = [&](const char* key) {
      const std::string day = json.string(key);
      const std::uint16_t out = month_day(day);
      if (!day.empty() && out == 0) json.report("pack.value", key, "not a month and day MM-DD: " + day);
      return out;
    };
    window.first = read("from");
    window.last = read("to");
    window.law = needed_laws(json, "a window");
    m_.times.windows.push_back(std::move(window));
  }
}

void Compilation::hours() {
  const bool counts = counts_days(sources_.pack);
  for (const JsonReader& json : pack_.one_or_more("hours")) {
    json.allow(shape::kHours);
    service::Hours hours;
    read_days(json, hours, "validFrom", "validUntil");
    const auto read = [&](const char* key) {
      const std::string time = json.string(key);
      const auto out = minutes(time);
      if (!time.empty() && !out) json.report("pack.value", key, "not a time hh:mm: " + time);
      return out.value_or(0);
    };
    hours.opens = read("from");
    hours.closes = read("to");
    if (json.has("lunchFrom") || json.has("lunchTo")) {
      hours.lunch_from = read("lunchFrom");
      hours.lunch_to = read("lunchTo");
    }
    if (counts) {
      hours.law = needed_laws(json, "hours");
    } else {
      cited(json);
      if (json.strings("law").empty()) json.report("pack.missing", "law", "hours cites its clause");
    }
    m_.times.hours.push_back(std::move(hours));
  }
}

}  // namespace qadam::pack
