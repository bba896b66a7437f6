// SPDX-License-Identifier: MIT
#include "view/filing_words.hpp"

namespace qadam::view {

using i18n::Key;

std::vector<std::string> filing_words(const service::Model& model, const engine::Filing& filing,
                                      const i18n::Texts& texts) {
  std::vector<std::string> out;
  const auto say = [&](Key key, base::Date date, std::string_view time = {}) {
    const std::string day = i18n::format_date(texts, date);
    out.push_back(i18n::format(texts.get(key), texts.lang(), {{"date", day}, {"time", time}}));
  };
  if (engine::is_outside(filing)) {
    const engine::WindowDays windows = engine::windows_around(model, filing.accepted);
    if (windows.first) say(Key::ui_filing_outside, *windows.first);
    return out;
  }
  if (filing.is_after_hours) say(Key::ui_filing_after_hours, filing.accepted);
  if (filing.is_day_off) say(Key::ui_filing_day_off, filing.accepted);
  if (engine::rolls_out(filing)) {
    base::Date last = filing.day;
    while (!engine::is_working_day(model.times.calendar, last)) last = last.plus_days(-1);
    const service::Hours* hours = engine::hours_on(model.times, last);
    if (hours != nullptr) say(Key::ui_filing_rolls_out, last, i18n::format_time(texts, hours->closes));
  }
  if (filing.is_approximate) out.emplace_back(texts.get(Key::ui_filing_approximate));
  return out;
}

}  // namespace qadam::view
