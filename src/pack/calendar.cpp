// SPDX-License-Identifier: MIT
#include "pack/calendar.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "pack/json_reader.hpp"

namespace qadam::pack {
namespace {

enum class Confidence { verified, likely, estimate };

struct Day {
  base::Date day;
  bool works = false;
  std::string reason;
  std::optional<base::Date> of;
  JsonReader where;
};

bool is_weekend(base::Date day) {
  return day.weekday() >= 6;
}

class CalendarReader {
 public:
  CalendarReader(const Json& json, Diagnostics& diagnostics) : root_(json, kCalendarFile, "", diagnostics) {}

  service::Calendar read() {
    root_.allow(shape::kCalendar);
    if (root_.whole("format") != 1) root_.report("pack.value", "format", "this reader reads format 1");
    sources();
    years();
    for (const JsonReader& day : root_.objects("days")) add(day);
    for (const Day& day : days_) check(day);
    return compact();
  }

 private:
  void sources() {
    const JsonReader all = root_.object("sources");
    for (const std::string& id : all.keys()) {
      const JsonReader source = all.object(id.c_str());
      source.allow(shape::kCalendarSource);
      if (!source.has("source")) source.report("calendar.source", "source", "say where this stands");
      if (!source.has("read")) {
        source.report("calendar.source", "read", "say on which day it was read there");
      } else {
        (void)source.date("read");
      }
    }
  }

  // What a year or a day rests on.
  std::optional<Confidence> provenance(const JsonReader& fact) {
    const std::string source = fact.string_or("source", "");
    if (source.empty()) fact.report("calendar.source", "source", "name one of 'sources'");
    if (!source.empty() && !root_.object("sources").has(source.c_str()))
      fact.report("calendar.source", "source", "no such source: " + source);
    const std::string confidence = fact.string_or("confidence", "");
    if (confidence == "verified") return Confidence::verified;
    if (confidence == "likely") return Confidence::likely;
    if (confidence == "estimate") return Confidence::estimate;
    fact.report("calendar.confidence", "confidence", "verified, likely or estimate");
    return std::nullopt;
  }

  void years() {
    bool sure = true;
    for (const JsonReader& year : root_.objects("years")) {
      year.allow(shape::kCalendarYear);
      const auto number = static_cast<int>(std::clamp<std::int64_t>(year.whole("year"), 0, 9999));
      const auto first = base::Date::from_ymd(number, 1, 1);
      const auto last = base::Date::from_ymd(number, 12, 31);
      const auto confidence = provenance(year);
      if (!first || !last) {
        year.report("pack.value", "year", "not a year");
        continue;
      }
      if (years_.empty()) {
        out_.first = *first;
        out_.sure_until = first->plus_days(-1);
      } else if (*first != out_.last.plus_days(1)) {
        year.report("calendar.year", "year", "years follow each other without a gap");
        continue;
      }
      out_.last = *last;
      years_[number] = confidence.value_or(Confidence::estimate);
      sure = sure && confidence == Confidence::verified;
      if (sure) out_.sure_until = *last;
    }
    if (years_.empty()) root_.report("calendar.year", "years", "no year is covered");
  }

  void add(const JsonReader& json) {
    json.allow(shape::kCalendarDay);
    Day day{json.date("day"), false, json.string("reason"), std::nullopt, json};
    const std::string is = json.string("is");
    if (is != "off" && is != "working") json.report("pack.value", "is", "off or working");
    day.works = is == "working";
    if (json.has("of")) day.of = json.date("of");
    const auto confidence = provenance(json);
    const auto year = years_.find(day.day.year());
    if (year == years_.end()) {
      json.report("calendar.year", "day", "the year is not among 'years'");
    } else if (confidence && *confidence != Confidence::verified && year->second == Confidence::verified) {
      json.report("calendar.confidence", "confidence", "less sure than its year");
    }
    for (const Day& other : days_) {
      if (other.day != day.day) continue;
      json.report("calendar.repeated", "day",
                  day.day.iso() + (other.works == day.works ? " stands there twice" : " is both off and working"));
      return;
    }
    if (!days_.empty() && day.day < days_.back().day) json.report("calendar.order", "day", "days stand in their order");
    days_.push_back(std::move(day));
  }

  void check(const Day& day) {
    const bool known =
        day.reason == "holiday" || day.reason == "transfer" || day.reason == "swap" || day.reason == "kurban_ait";
    if (!known) day.where.report("calendar.reason", "reason", "holiday, transfer, swap or kurban_ait");
    if (day.works && day.reason != "swap")
      day.where.report("calendar.reason", "reason", "only a swap makes a day work");
    // Kurban Ait is listed on whatever day it falls, for it does not move.
    if (is_weekend(day.day) != day.works && day.reason != "kurban_ait") {
      day.where.report("calendar.weekday", "day", day.works ? "a weekday works anyway" : "a weekend day is off anyway");
    }
    if (day.reason == "transfer") transfer(day);
    if (day.reason == "swap") swap(day);
  }

  void transfer(const Day& day) {
    if (!day.of || !is_weekend(*day.of) || *day.of >= day.day) {
      day.where.report("calendar.weekday", "of", "a transfer comes after the weekend day on which its holiday fell");
      return;
    }
    const bool christmas = day.of->month() == 1 && day.of->day() == 7;
    const bool kurban = std::any_of(days_.begin(), days_.end(),
                                    [&](const Day& d) { return d.day == *day.of && d.reason == "kurban_ait"; });
    if (christmas || kurban) day.where.report("calendar.fixed", "of", "7 January and Kurban Ait do not move");
  }

  void swap(const Day& day) {
    const bool paired = std::any_of(days_.begin(), days_.end(), [&](const Day& d) {
      return day.of == d.day && d.of == day.day && d.reason == "swap" && d.works != day.works;
    });
    if (!paired) day.where.report("calendar.swap", "of", "a swap is two days, each of the other");
  }

  service::Calendar compact() {
    for (const Day& day : days_) {
      const std::int64_t at = day.day.days() - out_.first.days();
      if (at >= 0 && day.day <= out_.last && is_weekend(day.day) == day.works)
        out_.turned.push_back(static_cast<std::uint16_t>(at));
    }
    std::sort(out_.turned.begin(), out_.turned.end());
    return out_;
  }

  JsonReader root_;
  service::Calendar out_;
  std::map<int, Confidence> years_;
  std::vector<Day> days_;
};

}  // namespace

bool counts_days(const Json& pack) {
  const auto has = [&](const char* key) {
    const auto it = pack.find(key);
    return it != pack.end() && it->is_structured() && !it->empty();
  };
  return has("timeLimit") || has("windows");
}

service::Calendar read_calendar(const Json& calendar, Diagnostics& diagnostics) {
  return CalendarReader(calendar, diagnostics).read();
}

}  // namespace qadam::pack
