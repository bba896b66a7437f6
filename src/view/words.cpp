// Texts, dates, laws and what stands on every screen (see builder.hpp).
// SPDX-License-Identifier: MIT
#include "engine/warnings.hpp"
#include "view/builder.hpp"

namespace qadam::view {
namespace {

// What shells need on any screen: name without "ui." -> key.
constexpr Key kChrome[] = {Key::ui_product,
                           Key::ui_tagline,
                           Key::ui_skip,
                           Key::ui_language,
                           Key::ui_back,
                           Key::ui_start,
                           Key::ui_optional,
                           Key::ui_dont_know,
                           Key::ui_withheld,
                           Key::ui_yes,
                           Key::ui_no,
                           Key::ui_day,
                           Key::ui_month,
                           Key::ui_year,
                           Key::ui_date_hint,
                           Key::ui_choose_file,
                           Key::ui_file_not_yet,
                           Key::ui_file_none,
                           Key::ui_remove,
                           Key::ui_why,
                           Key::ui_law,
                           Key::ui_details,
                           Key::ui_note,
                           Key::ui_warning,
                           Key::ui_error_title,
                           Key::ui_working,
                           Key::ui_loading,
                           Key::ui_change,
                           Key::ui_signin_examples,
                           Key::ui_signin_examples_text,
                           Key::ui_summary_answers,
                           Key::ui_summary_checks};

}  // namespace

std::vector<Chrome> chrome(const i18n::Texts& texts) {
  constexpr std::size_t kPrefix = 3;  // "ui."
  std::vector<Chrome> words;
  for (const Key key : kChrome) {
    words.push_back({std::string(i18n::key_name(key).substr(kPrefix)), std::string(texts.get(key))});
  }
  return words;
}

std::string Builder::duty() const {
  const service::Amount* amount = service::amount_on(m_, s_.setting.today());
  if (amount == nullptr) return ui(Key::ui_money_unknown);
  return ui(Key::ui_money, {{"amount", i18n::format_amount(t_.lang(), amount->value)}});
}

std::string Builder::own(service::TextId id) const {
  const std::string_view text = t_.get(id, other_);
  if (text.find('{') == std::string_view::npos) return std::string(text);
  const std::string amount = duty();
  const std::string today = date(s_.setting.today());
  std::vector<i18n::Argument> arguments{{"duty", amount}, {"today", today}};
  std::vector<std::pair<std::string, std::string>> fields;
  for (std::size_t i = 0; i < m_.fields.size() && text.find("{field:") != std::string_view::npos; ++i) {
    fields.emplace_back("field:" + m_.fields[i].id, shown_answer(static_cast<std::uint16_t>(i)));
  }
  for (const auto& field : fields) arguments.emplace_back(field.first, field.second);
  return i18n::format(text, t_.lang(), arguments);
}

std::string Builder::moment(base::Instant at) const {
  const base::CivilTime civil = base::civil_time(at);
  return date(civil.date) + ", " + i18n::format_time(t_, civil.minute);
}

std::string Builder::place(const engine::Place& place) const {
  return t_.lang() == "ru" ? place.ru : t_.lang() == "en" ? place.en : place.kk;
}

std::vector<Law> Builder::law(const std::vector<std::uint16_t>& numbers) const {
  std::vector<Law> laws;
  for (const std::uint16_t number : numbers) laws.push_back({m_.laws[number].id, own(m_.laws[number].text)});
  return laws;
}

void Builder::fact(std::string id, Key label, std::string shown) {
  if (shown.empty()) return;
  Field field;
  field.id = std::move(id);
  field.kind = "fact";
  field.label = ui(label);
  field.shown = std::move(shown);
  out_.fields.push_back(std::move(field));
}

void Builder::mode_notice() {
  const std::string& name = s_.setting.operator_name;
  switch (s_.setting.mode) {
    case service::Mode::demonstration:
      out_.mode = {"demonstration", ui(Key::ui_mode_demonstration), ui(Key::ui_mode_demonstration_detail), ""};
      break;
    case service::Mode::preparation:
      out_.mode = {"preparation", ui(Key::ui_mode_preparation), ui(Key::ui_mode_preparation_detail), ""};
      break;
    case service::Mode::connected:
      out_.mode = {"connected", ui(Key::ui_mode_connected, {{"operator", name}, {"bin", s_.setting.operator_bin}}), "",
                   ""};
      break;
  }
  if (s_.setting.as_of) out_.mode.as_of = ui(Key::ui_as_of, {{"date", date(*s_.setting.as_of)}});
}

void Builder::errors() {
  for (const engine::Issue& issue : s_.issues) {
    std::string text;
    if (issue.condition != service::kNone) {
      const service::Condition& condition = m_.conditions[issue.condition];
      text = own(condition.stop != service::kNoText ? condition.stop : condition.text);
    } else {
      const Key key = i18n::key_of("error." + issue.code);
      const std::uint16_t field = service::find_field(m_, issue.id);
      std::string max = std::to_string(engine::kMaxTextLength);
      if (field != service::kNone && m_.fields[field].max_length != 0)
        max = std::to_string(m_.fields[field].max_length);
      if (issue.code == "file.large") max = std::to_string(engine::kMaxFileBytes / (1024 * 1024));
      text = ui(key == Key::count ? Key::error_answer : key, {{"max", max}});
    }
    for (Field& field : out_.fields) {
      if (field.id == issue.id) field.error = text;
    }
    out_.errors.push_back({issue.id, std::move(text)});
  }
  if (s_.trouble.empty()) return;
  Key key = i18n::key_of("error." + s_.trouble);
  if (s_.trouble == "slot.taken") key = Key::ui_booking_taken;
  out_.errors.push_back({"", ui(key == Key::count ? Key::error_server : key)});
}

void Builder::warnings() {
  for (const engine::Warning& warning : engine::warnings_of(m_, s_, s_.screen)) {
    const Key key = i18n::key_of("warning." + warning.code);
    if (key != Key::count) notice("warning." + warning.code, "warning", ui(Key::ui_warning), ui(key));
  }
}

void Builder::samples() {
  for (const std::uint16_t number : here().samples) {
    const service::Sample& sample = m_.samples[number];
    std::string text = ui(Key::ui_sample);
    for (std::size_t i = 0; i + 1 < sample.rows.size(); i += 2)
      text += "\n" + own(sample.rows[i]) + "\t" + own(sample.rows[i + 1]);
    notice("sample." + sample.id, "sample", own(sample.title), std::move(text), law(sample.law));
  }
}

void Builder::notes() {
  for (const std::uint16_t number : here().notes) {
    const service::Note& note = m_.notes[number];
    if (!service::in_force(note, s_.setting.today())) continue;
    notice("note." + note.id, "note", ui(Key::ui_note), own(note.text), law(note.law));
  }
}

}  // namespace qadam::view
