// When applications are taken, and by when they are answered (see builder.hpp). Pages of a service without limits and
// windows have none of it.
// SPDX-License-Identifier: MIT
#include "view/builder.hpp"
#include "view/file.hpp"
#include "view/filing_words.hpp"

namespace qadam::view {
namespace {

constexpr std::int64_t kLastDays = 14;  // of a window: they are counted down

bool counts_days(const service::Times& times) {
  return !times.limits.empty() || !times.windows.empty();
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& each : sentences) out += (out.empty() ? "" : " ") + each;
  return out;
}

}  // namespace

std::vector<Law> Builder::window_law() const {
  std::vector<Law> out;
  for (const service::Window& window : m_.times.windows) {
    for (Law& each : law(window.law)) {
      bool known = false;
      for (const Law& other : out) known = known || other.id == each.id;
      if (!known) out.push_back(std::move(each));
    }
  }
  return out;
}

void Builder::times_facts() {
  const service::Times& times = m_.times;
  if (!counts_days(times)) return;
  const base::Date today = s_.setting.today();
  if (const service::Hours* hours = engine::hours_on(times, today)) {
    const auto between = [&](Key key, int from, int to) {
      const std::string first = i18n::format_time(t_, from);
      const std::string last = i18n::format_time(t_, to);
      return ui(key, {{"from", first}, {"to", last}});
    };
    std::string shown = between(Key::ui_hours_days, hours->opens, hours->closes);
    if (hours->lunch_to != 0) shown += between(Key::ui_hours_lunch, hours->lunch_from, hours->lunch_to);
    fact("hours", Key::ui_hours, std::move(shown));
    out_.fields.back().law = law(hours->law);
  }
  std::string spans;
  for (const service::Window& window : times.windows) {
    if (!service::in_force(window, today)) continue;
    spans += (spans.empty() ? "" : "; ") + i18n::format_day_month(t_, window.first / 100, window.first % 100) +
             " \xE2\x80\x93 " + i18n::format_day_month(t_, window.last / 100, window.last % 100);
  }
  if (!spans.empty()) {
    const engine::WindowDays around = engine::windows_around(m_, today);
    if (around.is_inside && around.last) spans += ". " + ui(Key::ui_window_inside, {{"date", date(*around.last)}});
    fact("window", Key::ui_window, std::move(spans));
    out_.fields.back().law = window_law();
  }
  const engine::Filing filing = engine::filing_at(m_, s_.setting.moment());
  const service::TimeLimit* limit = engine::limit_on(times, filing.accepted);
  if (!filing.due || limit == nullptr) return;
  std::string due = ui(Key::ui_due_if_now, {{"date", date(*filing.due)}});
  if (filing.is_approximate) due += ". " + ui(Key::ui_filing_approximate);
  fact("due", Key::ui_due, std::move(due));
  out_.fields.back().law = law(limit->law);
}

void Builder::window_notices() {
  if (!counts_days(m_.times)) return;
  const bool at_start = out_.kind == "start";
  const engine::Filing filing = engine::filing_at(m_, s_.setting.moment());
  const engine::WindowDays around = engine::windows_around(m_, s_.setting.today());
  if (engine::is_outside(filing)) {
    std::string text = around.first ? ui(Key::ui_window_closed, {{"date", date(*around.first)}}) : std::string();
    return notice("window", "warning", ui(Key::ui_window_closed_title), std::move(text), window_law());
  }
  const service::Hours* hours = engine::hours_on(m_.times, filing.day);
  const std::vector<Law> rule = hours == nullptr ? std::vector<Law>() : law(hours->law);
  const std::string words = joined(filing_words(m_, filing, t_));
  if (engine::rolls_out(filing)) {
    return notice("rolls_out", "warning", ui(Key::ui_window_rolls_out_title), words, rule);
  }
  if (at_start) return;
  if (filing.is_after_hours || filing.is_day_off) notice("taken_in", "info", "", words, rule);
  if (!around.is_inside || !around.last || !around.last_working) return;
  const std::int64_t left = around.last->days() - s_.setting.today().days() + 1;
  hours = engine::hours_on(m_.times, *around.last_working);
  if (left > kLastDays || hours == nullptr) return;
  const std::string days = std::to_string(left);
  const std::string last = date(*around.last_working);
  const std::string time = i18n::format_time(t_, hours->closes);
  notice("window_ends", "warning", ui(Key::ui_window_ends_title),
         ui(Key::ui_window_ends, {{"n", days}, {"date", last}, {"time", time}}), window_law());
}

void Builder::case_days() {
  const engine::Case& a = s_.application;
  if (!counts_days(m_.times) || a.accepted.seconds == 0) return;
  const engine::Filing filing = engine::filing_at(m_, s_.setting.as_of ? s_.setting.moment() : a.accepted);
  fact("taken_in", Key::ui_case_taken_in, date(filing.accepted));
  if (const service::Hours* hours = engine::hours_on(m_.times, filing.day)) out_.fields.back().law = law(hours->law);
  const service::TimeLimit* limit = engine::limit_on(m_.times, filing.accepted);
  if (filing.due && limit != nullptr) {
    fact("due", Key::ui_due, ui(Key::ui_due_value, {{"date", date(*filing.due)}}));
    out_.fields.back().law = law(limit->law);
    for (Law& each : law(m_.times.calendar.law)) out_.fields.back().law.push_back(std::move(each));
  }
  notice("filing", engine::rolls_out(filing) ? "warning" : "info", "", joined(filing_words(m_, filing, t_)));
}

void Builder::file_action(const char* id, Key text, const char* kind) {
  if (file(m_, s_, t_, id)) action(std::string("file:") + id, kind, ui(text));
}

}  // namespace qadam::view
