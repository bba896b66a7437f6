// SPDX-License-Identifier: MIT
#include "view/calendar_file.hpp"

#include "engine/deadline.hpp"

namespace qadam::view {
namespace {

using i18n::Key;

struct Event {
  base::Date day;
  std::string_view id;
  Key summary = Key::count;
  bool is_approximate = false;
};

std::optional<Event> event_of(const service::Model& model, const engine::State& state) {
  const engine::Case& a = state.application;
  if (!a.number.empty()) {
    if (a.state == "done" || a.state == "stopped" || a.accepted.seconds == 0) return std::nullopt;
    const engine::Filing filing = engine::filing_at(model, state.setting.as_of ? state.setting.moment() : a.accepted);
    if (!filing.due) return std::nullopt;
    return Event{*filing.due, "due", Key::ui_calendar_due, filing.is_approximate};
  }
  if (!engine::is_outside(engine::filing_at(model, state.setting.moment()))) return std::nullopt;
  const auto first = engine::windows_around(model, state.setting.today()).first;
  if (!first) return std::nullopt;
  return Event{*first, "opens", Key::ui_calendar_opens, false};
}

// "20260901"
std::string compact(base::Date day) {
  const std::string iso = day.iso();
  return iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2);
}

// "20260715T050000Z"
std::string utc(base::Instant at) {
  constexpr std::int64_t kDay = 86'400;
  const std::int64_t days = at.seconds / kDay;
  std::int64_t rest = at.seconds % kDay;
  std::string time;
  for (const std::int64_t unit : {3600, 60, 1}) {
    const std::int64_t n = rest / unit;
    time += (n < 10 ? "0" : "") + std::to_string(n);
    rest %= unit;
  }
  return compact(base::Date::from_days(days)) + "T" + time + "Z";
}

}  // namespace

std::string calendar_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string calendar_line(std::string_view text) {
  constexpr std::size_t kOctets = 75;
  std::string out;
  std::size_t room = kOctets;
  while (text.size() > room) {
    std::size_t end = room;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    out += text.substr(0, end);
    out += "\r\n ";
    text.remove_prefix(end);
    room = kOctets - 1;  // the space counts
  }
  out += text;
  return out + "\r\n";
}

std::optional<File> calendar_file(const service::Model& model, const engine::State& state, const i18n::Texts& texts) {
  const std::optional<Event> event = event_of(model, state);
  if (!event) return std::nullopt;
  const std::string summary = calendar_text(texts.get(event->summary));
  std::string description;
  if (state.setting.mode != service::Mode::connected) description = texts.get(Key::ui_calendar_not_filed);
  if (event->is_approximate) {
    if (!description.empty()) description += '\n';
    description += texts.get(Key::ui_filing_approximate);
  }
  const std::string day = compact(event->day);
  std::string out;
  const auto line = [&](std::string_view text) { out += calendar_line(text); };
  line("BEGIN:VCALENDAR");
  line("VERSION:2.0");
  line("PRODID:-//Qadam//Qadam//EN");
  line("BEGIN:VEVENT");
  line("UID:" + day + "-" + std::string(event->id) + "@qadam");  // the same day saved twice is one entry
  line("DTSTAMP:" + utc(state.setting.now));
  line("DTSTART;VALUE=DATE:" + day);
  line("DTEND;VALUE=DATE:" + compact(event->day.plus_days(1)));
  line("SUMMARY:" + summary);
  if (!description.empty()) line("DESCRIPTION:" + calendar_text(description));
  line("TRANSP:TRANSPARENT");
  line("BEGIN:VALARM");
  line("ACTION:DISPLAY");
  line("TRIGGER:-PT15H");
  line("DESCRIPTION:" + summary);
  line("END:VALARM");
  line("END:VEVENT");
  line("END:VCALENDAR");
  return File{"qadam.ics", "text/calendar;charset=utf-8", std::move(out)};
}

}  // namespace qadam::view
