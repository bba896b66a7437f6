// One function per page (see builder.hpp).
// SPDX-License-Identifier: MIT
#include "engine/finder.hpp"
#include "view/builder.hpp"

namespace qadam::view {

using engine::Input;
using engine::Page;
using engine::Truth;
using service::kNone;
using service::kNoText;
using service::ScreenKind;

Screen screen(const service::Model& model, const engine::State& state, const i18n::Texts& texts,
              const i18n::Texts* kazakh) {
  Screen out = Builder(model, state, texts).build();
  if (state.page != Page::card) return out;
  if (texts.lang() == "kk") kazakh = &texts;
  out.busy = kazakh == nullptr;
  if (kazakh == nullptr) return out;
  out.notices = Builder(model, state, *kazakh).card_body();
  out.body_lang = "kk";
  return out;
}

Screen Builder::build() {
  out_.service = m_.id;
  out_.service_title = own(m_.words.title);
  out_.lang = t_.lang();
  out_.busy = engine::is_busy(s_);
  out_.revision = s_.revision;
  mode_notice();
  switch (s_.page) {
    case Page::screen:
      page_screen();
      if (engine::offers_plan(m_, s_)) action("plan", "secondary", ui(Key::ui_plan_open));
      break;
    case Page::plan:
      plan();
      break;
    case Page::card:
      card();
      break;
    case Page::closed:
      closed();
      break;
    case Page::status:
      status();
      break;
    case Page::booking:
      booking();
      break;
    case Page::ended:
      ended();
      break;
    case Page::erased:
      erased();
      break;
  }
  errors();
  const bool at_rest = s_.page == Page::erased || s_.page == Page::closed || out_.kind == "start";
  if (!at_rest) action("erase", "danger", ui(Key::ui_erase), ui(Key::ui_erase_ask));
  return std::move(out_);
}

void Builder::page_screen() {
  constexpr const char* kKinds[] = {"start",   "question", "information", "signIn",   "consent",   "checks",
                                    "summary", "sign",     "case",        "prepared", "documents", "found"};
  const service::Screen& screen = here();
  out_.id = screen.id;
  out_.kind = kKinds[static_cast<std::size_t>(screen.kind)];
  out_.title = own(screen.title);
  out_.lead = own(screen.lead);
  out_.law = law(screen.law);
  if (!engine::is_finder(m_)) step_progress();
  earlier();
  switch (screen.kind) {
    case ScreenKind::found:
      return found();
    case ScreenKind::start:
      return start();
    case ScreenKind::sign_in:
      return sign_in();
    case ScreenKind::consent:
      return consent();
    case ScreenKind::checks:
      return checks();
    case ScreenKind::summary:
      return summary();
    case ScreenKind::sign:
      return sign();
    case ScreenKind::case_status:
      return case_status();
    case ScreenKind::prepared:
      return prepared();
    case ScreenKind::documents:
      documents();
      break;
    case ScreenKind::question:
      for (const std::uint16_t field : engine::asked_fields(m_, s_, s_.screen))
        out_.fields.push_back(input_field(field));
      warnings();
      if (engine::is_finder(m_)) found_progress();
      break;
    case ScreenKind::information:
      notice("body", "list", "", own(screen.body));
      break;
  }
  samples();
  notes();
  const bool goes_on = engine::next_screen(m_, s_, s_.screen) != kNone;
  if (goes_on) action("continue", "primary", ui(Key::ui_continue));
  if (engine::is_finder(m_) && s_.answers[m_.finder.reason].given())
    action("found", "secondary", found_word(service::FinderWord::show));
  action("back", "link", ui(Key::ui_back));
}

void Builder::step_progress() {
  std::uint32_t total = 0;
  std::uint32_t step = 0;
  for (std::size_t i = 0; i < m_.screens.size(); ++i) {
    const ScreenKind kind = m_.screens[i].kind;
    if (kind == ScreenKind::start || kind == ScreenKind::case_status || kind == ScreenKind::prepared) continue;
    if (!engine::is_shown(m_, s_, static_cast<std::uint16_t>(i))) continue;
    ++total;
    if (i == s_.screen) step = total;
    if (m_.screens[i].ends) break;
  }
  if (step == 0 || total < 2) return;
  const std::string n = std::to_string(step);
  const std::string of = std::to_string(total);
  out_.progress = {step, total, ui(Key::ui_progress, {{"n", n}, {"total", of}})};
}

void Builder::start() {
  // A service to read may need nothing, and may have no word for a helper: then no heading stands over nothing.
  if (m_.words.need != kNoText) notice("need", "list", ui(Key::ui_start_need), own(m_.words.need));
  fact("time", Key::ui_start_time, own(m_.words.time));
  fact("cost", Key::ui_start_cost, own(m_.words.fee));
  fact("provider", Key::ui_start_provider, own(m_.words.provider));
  fact("result", Key::ui_start_result, own(m_.words.result));
  if (!m_.terms.empty()) {
    const std::string from = date(m_.terms.front().from);
    const std::string until = date(m_.terms.front().until);
    const bool is_open = m_.terms.front().until == service::kLastDay;
    fact("term", Key::ui_start_term,
         ui(is_open ? Key::ui_start_term_open : Key::ui_start_term_value, {{"from", from}, {"until", until}}));
  }
  if (here().other_note != kNoText) {
    notice("other", "details", ui(Key::ui_start_for_another), own(here().other_note));
  }
  times_facts();
  window_notices();
  notes();
  action("continue", "primary", ui(Key::ui_start));
  if (engine::screen_of(m_, ScreenKind::case_status) != kNone) action("status", "link", ui(Key::ui_start_have_number));
}

void Builder::closed() {
  const service::Opening opening = service::opening(m_, s_.setting.today());
  out_.id = "closed";
  out_.kind = opening.early ? "early" : "closed";
  out_.title = own(opening.early ? m_.words.early_title : m_.words.closed_title);
  out_.lead = own(opening.early ? m_.words.early_lead : m_.words.closed_lead);
  if (!opening.early) notice("what", "list", "", own(m_.words.closed_what));
  if (opening.term != kNone) out_.law = law(m_.terms[opening.term].law);
  for (const std::uint16_t number : m_.screens.front().notes) {
    const service::Note& note = m_.notes[number];
    if (!service::in_force(note, s_.setting.today())) continue;
    notice("note." + note.id, "note", ui(Key::ui_note), own(note.text), law(note.law));
  }
  if (demonstration() && opening.term != kNone) {
    const base::Date day = m_.terms[opening.term].until;
    if (!opening.early && service::opening(m_, day).open) {
      notice("demonstration", "info", "", ui(Key::ui_closed_demo_text));
      action("as_of:" + day.iso(), "primary", ui(Key::ui_closed_demo, {{"date", date(day)}}));
    }
  }
  if (engine::screen_of(m_, ScreenKind::case_status) != kNone) action("status", "link", ui(Key::ui_start_have_number));
}

void Builder::sign_in() {
  const engine::Session& session = s_.session;
  for (const std::uint16_t field : engine::asked_fields(m_, s_, s_.screen)) out_.fields.push_back(input_field(field));
  const bool has_code = !session.id.empty() && session.token.empty();
  if (has_code) {
    // The demonstration's code stands at its field: on a small screen both must be in sight at once.
    const std::string& code = session.demonstration_code;
    out_.fields.push_back(code_field(Input::code, Key::ui_signin_code_label,
                                     code.empty() ? "" : ui(Key::ui_signin_demo_code, {{"code", code}})));
  }
  warnings();
  notes();
  const bool first = session.id.empty() && session.token.empty();
  action("continue", "primary", ui(first ? Key::ui_signin_get_code : Key::ui_continue));
  if (has_code) action("new_code", "secondary", ui(Key::ui_signin_resend));
  action("back", "link", ui(Key::ui_back));
}

void Builder::consent() {
  std::string asked;
  for (const service::Check& check : m_.checks) {
    const std::string system = own(m_.stages[check.stage].system);
    const std::string what = own(check.consent);
    asked += (asked.empty() ? "" : "\n") + ui(Key::ui_consent_asks, {{"system", system}, {"what", what}});
  }
  const bool by_registers = !m_.checks.empty();
  if (by_registers) notice("data", "list", ui(Key::ui_consent_data), asked);
  if (!by_registers) obtained(true);
  const bool named = s_.setting.mode == service::Mode::connected;
  fact("operator", Key::ui_consent_operator,
       named ? s_.setting.operator_name + ", " + s_.setting.operator_bin : ui(Key::ui_consent_operator_demo));
  fact("purpose", Key::ui_consent_purpose,
       ui(by_registers ? Key::ui_consent_purpose_text : Key::ui_consent_purpose_service));
  fact("consent_term", Key::ui_consent_term, ui(Key::ui_consent_term_text));
  fact("transfer", Key::ui_consent_transfer, ui(Key::ui_consent_transfer_text));
  if (!by_registers) notice("when", "info", "", ui(Key::ui_consent_when));
  notice("withdraw", "info", "", ui(by_registers ? Key::ui_consent_withdraw : Key::ui_consent_withdraw_service));
  notes();
  if (s_.session.consent.empty()) {
    action("agree", "primary", ui(Key::ui_agree));
    action("refuse", "secondary", ui(Key::ui_refuse));
  } else {
    action("continue", "primary", ui(Key::ui_continue));
  }
  action("back", "link", ui(Key::ui_back));
}

void Builder::summary() {
  for (const service::Subtype& subtype : m_.subtypes) {
    if (subtype.condition == kNone || engine::is_chosen(m_, s_, subtype) != Truth::yes) continue;
    const engine::Verdict& verdict = s_.verdicts[subtype.condition];
    if (verdict.truth == Truth::yes) {
      notice("verdict", "success", "", ui(Key::ui_summary_verdict_eligible), law(subtype.law));
      continue;
    }
    std::string lines;
    std::vector<std::uint16_t> laws;
    for (const std::uint16_t leaf : engine::because(m_, s_, subtype.condition)) {
      lines += (lines.empty() ? "" : "\n") + own(m_.conditions[leaf].text);
      laws.insert(laws.end(), m_.conditions[leaf].law.begin(), m_.conditions[leaf].law.end());
    }
    const bool no = verdict.truth == Truth::no;
    notice("verdict", "list", ui(no ? Key::ui_summary_verdict_not_eligible : Key::ui_summary_verdict_unknown), lines,
           law(laws));
    notice("advice", "info", "", ui(m_.eligibility_is_advice ? Key::ui_advice : Key::ui_summary_ask_1414));
    if (m_.eligibility_is_advice && !prepares()) notice("anyway", "warning", "", ui(Key::ui_summary_anyway));
  }
  window_notices();
  const bool held_up = missing();
  summary_rows(true);
  for (std::size_t i = 0; i < m_.checks.size(); ++i) {
    if (s_.checks[i] != engine::CheckState::passed) continue;
    Field row;
    row.id = "check." + m_.checks[i].id;
    row.kind = "checkRow";
    row.label = own(m_.checks[i].label);
    row.state = "passed";
    row.shown = own(m_.checks[i].pass);
    out_.fields.push_back(std::move(row));
  }
  notes();
  if (!held_up) action("continue", "primary", ui(Key::ui_continue));
  action("back", "link", ui(Key::ui_back));
}

void Builder::sign() {
  window_notices();
  const bool ready = !s_.signing.id.empty();
  for (const engine::Pending& pending : s_.pending) {
    if (pending.kind != engine::EffectKind::upload) continue;
    const std::string n = std::to_string(s_.uploaded.size() + 1);
    const std::string of = std::to_string(engine::chosen_files(m_, s_).size());
    notice("sending", "info", "", ui(Key::ui_sign_sending, {{"n", n}, {"total", of}}));
  }
  if (!engine::may_file(m_, s_)) {
    file_action("calendar", Key::ui_file_calendar, "primary");
    if (const auto day = engine::demonstration_day(m_, s_)) {
      notice("demonstration", "info", "", ui(Key::ui_window_closed_demo));
      action("as_of:" + day->iso(), "secondary", ui(Key::ui_closed_demo, {{"date", date(*day)}}));
    }
  } else if (ready) {
    const std::string& code = s_.signing.demonstration_code;
    out_.fields.push_back(code_field(Input::signing_code, Key::ui_signin_code_label,
                                     code.empty() ? "" : ui(Key::ui_sign_demo_code, {{"code", code}})));
    const bool connected = s_.setting.mode == service::Mode::connected;
    action("send", "primary", ui(connected ? Key::ui_sign_send_connected : Key::ui_sign_send));
    action("new_code", "secondary", ui(Key::ui_sign_new_code));
  } else if (!out_.busy) {
    action("retry", "primary", ui(Key::ui_retry));
  }
  notes();
  action("back", "link", ui(Key::ui_back));
}

void Builder::prepared() {
  notice("steps", "list", "", own(here().body));
  window_notices();
  summary_rows(false);
  notes();
  action("print", "secondary", ui(Key::ui_case_print));
  file_action("calendar", Key::ui_file_calendar);
  action("back", "link", ui(Key::ui_back));
}

void Builder::status() {
  out_.id = "status";
  out_.kind = "status";
  out_.title = ui(Key::ui_status_title);
  out_.lead = ui(Key::ui_status_lead);
  out_.fields.push_back(text_input(Input::status_number, Key::ui_status_number, Key::ui_status_number_hint));
  out_.fields.push_back(text_input(Input::status_secret, Key::ui_status_secret, Key::count));
  action("show_status", "primary", ui(Key::ui_status_show));
  action("back", "link", ui(Key::ui_back));
}

void Builder::booking() {
  out_.id = "booking";
  out_.kind = "booking";
  const service::Stage* stage = engine::stage_numbered(m_, s_.slots_stage);
  const std::string what = stage == nullptr ? "" : own(stage->title);
  out_.title = ui(Key::ui_booking_title, {{"what", what}});
  if (demonstration()) out_.lead = ui(Key::ui_booking_lead);
  if (stage != nullptr) out_.law = law(stage->law);
  if (s_.slots.empty()) {
    notice("none", "info", "", ui(Key::ui_booking_none));
  } else {
    Field field = code_field(Input::slot, Key::ui_booking_slot);
    field.kind = "slot";
    field.max_length = 0;
    for (const engine::Slot& slot : s_.slots) {
      const base::CivilTime at = base::civil_time(slot.at);
      field.options.push_back({slot.id, i18n::format_time(t_, at.minute), place(slot.place), date(at.date)});
    }
    out_.fields.push_back(std::move(field));
    action("confirm_booking", "primary", ui(Key::ui_booking_confirm));
  }
  action("back", "link", ui(Key::ui_back));
}

void Builder::ended() {
  out_.id = "ended";
  out_.kind = "ended";
  out_.title = ui(Key::ui_ended_title);
  out_.lead = ui(Key::ui_ended_lead);
  for (const service::Stage& stage : m_.stages) {
    if (stage.kind != service::StageKind::consent) continue;
    out_.title = own(stage.stop_title);
    out_.lead = own(stage.stop_text);
    out_.law = law(stage.law);
  }
  action("back", "primary", ui(Key::ui_back));
}

void Builder::erased() {
  out_.id = "erased";
  out_.kind = "erased";
  out_.title = ui(Key::ui_erased_title);
  out_.lead = ui(Key::ui_erased_lead);
  action("new", "primary", ui(Key::ui_again));
}

}  // namespace qadam::view
