// An application that has a number: where it is, what to do now (see builder.hpp).
// SPDX-License-Identifier: MIT
#include "view/builder.hpp"

namespace qadam::view {

using service::StageKind;

const engine::Booking* Builder::booked(std::uint16_t stage) const {
  for (const engine::Booking& booking : s_.application.bookings) {
    if (booking.stage == stage) return &booking;
  }
  return nullptr;
}

void Builder::case_status() {
  const engine::Case& a = s_.application;
  const bool over = a.state == "done" || a.state == "stopped";
  if (s_.setting.mode != service::Mode::connected) {
    const std::string decision = over ? "\n" + ui(Key::ui_case_not_decided) : "";
    notice("not_filed", "warning", "", ui(Key::ui_case_not_filed) + decision);
  }
  fact("number", Key::ui_case_number, a.number);
  fact("secret", Key::ui_case_secret, a.secret);
  notice("keep", "info", "", ui(Key::ui_case_keep));
  if (a.accepted.seconds != 0)
    notice("accepted", "info", "", ui(Key::ui_case_accepted, {{"date", moment(a.accepted)}}));
  case_days();
  const service::Stage* stage = engine::stage_numbered(m_, a.stage);
  if (a.state == "done") {
    notice("now", "success", "", own(m_.words.done), law(m_.result_law));
    remedies(service::RemedyKind::result, "info");
  } else if (stage != nullptr) {
    case_stage(*stage);
  }
  remedies(service::RemedyKind::duty, "warning");
  stage_rows();
  if (engine::may_apply_again(m_, s_)) action("again", "primary", ui(Key::ui_case_again));
  if (!over) action("refresh", out_.actions.empty() ? "primary" : "secondary", ui(Key::ui_case_refresh));
  action("print", "secondary", ui(Key::ui_case_print));
  file_action("calendar", Key::ui_file_calendar);
  if (over) action("new", "secondary", ui(Key::ui_case_new));
}

void Builder::case_stage(const service::Stage& stage) {
  const engine::Case& a = s_.application;
  if (a.state == "stopped") {
    notice("stopped", "stop", own(stage.stop_title), own(stage.stop_text), law(stage.law));
    notice("stopped.todo", "list", "", own(stage.stop_todo));
    if (engine::is_refused(s_)) refused();
    return;
  }
  const engine::Booking* booking = booked(stage.number);
  if (a.state == "booked" && booking != nullptr) {
    const base::CivilTime at = base::civil_time(booking->at);
    const std::string day = date(at.date);
    const std::string time = i18n::format_time(t_, at.minute);
    const std::string where = place(booking->place);
    notice("now", "success", own(stage.booked),
           ui(Key::ui_case_booked, {{"date", day}, {"time", time}, {"place", where}}), law(stage.law));
    return;
  }
  notice("now", "info", "", own(stage.now), law(stage.law));
  overdue();
  if (stage.kind == StageKind::review) remedies(service::RemedyKind::preliminary, "details");
  if (engine::bookable_stage(m_, s_) == &stage) {
    action("book:" + std::to_string(stage.number), "primary", ui(Key::ui_case_book));
  }
}

void Builder::stage_rows() {
  const engine::Case& a = s_.application;
  const base::Date day = a.accepted.seconds != 0 ? base::civil_time(a.accepted).date : s_.setting.today();
  for (const service::Stage& stage : m_.stages) {
    if (!service::in_force(stage, s_.setting.as_of.value_or(day))) continue;
    const bool here = stage.number == a.stage;
    const bool done = stage.number < a.stage || a.state == "done";
    Field row;
    row.id = "stage." + stage.id;
    row.kind = "stageRow";
    row.label = own(stage.title);
    row.value = std::to_string(stage.number);
    row.state = done ? "done" : !here ? "later" : a.state == "stopped" ? "stopped" : "current";
    row.shown = ui(done                   ? Key::ui_case_done
                   : !here                ? Key::ui_case_later
                   : a.state == "stopped" ? Key::ui_case_stopped
                                          : Key::ui_case_current);
    row.law = law(stage.law);
    out_.fields.push_back(std::move(row));
  }
}

}  // namespace qadam::view
