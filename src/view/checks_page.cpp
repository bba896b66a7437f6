// The registry checks as they run, and what a stop says (see builder.hpp).
//
// A stop at a sensitive stage reads neutrally at first: no row tells a bystander which register it was, and what was
// found stands in details that the person opens.
// SPDX-License-Identifier: MIT
#include "view/builder.hpp"

namespace qadam::view {

using engine::CheckState;
using service::kNone;
using service::kNoText;

void Builder::checks() {
  const std::uint16_t next = engine::next_check(m_, s_);
  const bool over = next != kNone && s_.checks[next] == CheckState::stopped;
  if (!over || !m_.checks[next].sensitive) check_rows();
  if (next == kNone) {
    notice("all_passed", "success", "", ui(Key::ui_check_all_passed));
    action("continue", "primary", ui(Key::ui_continue));
  } else if (over) {
    stopped(m_.checks[next]);
  } else if (s_.checks[next] == CheckState::uncheckable) {
    notice("uncheckable", "stop", ui(Key::ui_check_unknown_title), ui(Key::ui_check_unknown_text));
    const std::uint16_t sign_in = engine::screen_of(m_, service::ScreenKind::sign_in);
    if (sign_in != kNone) action("change:" + m_.screens[sign_in].id, "primary", ui(Key::ui_back));
  } else if (s_.checks[next] == CheckState::unavailable) {
    notice("silent", "warning", ui(Key::ui_check_silent_title), ui(Key::ui_check_silent_text));
    action("retry", "primary", ui(Key::ui_retry));
  }
  notes();
  action("back", "link", ui(Key::ui_back));
}

void Builder::check_rows() {
  constexpr const char* kStates[] = {"waiting", "running", "passed", "stopped", "unavailable", "unavailable"};
  constexpr Key kWords[] = {Key::ui_check_waiting, Key::ui_check_running,     Key::ui_check_passed,
                            Key::ui_check_stopped, Key::ui_check_unavailable, Key::ui_check_unavailable};
  bool after_stop = false;
  std::size_t done = 0;
  for (std::size_t i = 0; i < m_.checks.size(); ++i) {
    const service::Check& check = m_.checks[i];
    const auto state = static_cast<std::size_t>(s_.checks[i]);
    const bool passed = s_.checks[i] == CheckState::passed;
    Field row;
    row.id = "check." + check.id;
    row.kind = "checkRow";
    row.label = own(check.label);
    row.hint = own(m_.stages[check.stage].system);
    row.state = after_stop ? "notAsked" : kStates[state];
    row.shown = after_stop ? ui(Key::ui_check_not_asked) : passed ? own(check.pass) : ui(kWords[state]);
    row.law = law(m_.stages[check.stage].law);
    out_.fields.push_back(std::move(row));
    if (s_.checks[i] == CheckState::stopped) after_stop = true;
    if (passed) ++done;
  }
  const std::string n = std::to_string(done);
  const std::string of = std::to_string(m_.checks.size());
  out_.lead += (out_.lead.empty() ? "" : "\n") + ui(Key::ui_check_progress, {{"done", n}, {"total", of}});
}

void Builder::stopped(const service::Check& check) {
  const service::Stage& stage = m_.stages[check.stage];
  out_.law = law(stage.law);
  std::string text = own(stage.stop_text);
  if (!check.facts.empty()) {
    const bool known = s_.answers[check.facts.front()].state == engine::AnswerState::value;
    const std::string more = own(known ? stage.fact_known : stage.fact_unknown);
    if (!more.empty()) text += "\n" + more;
  }
  const std::string todo = own(stage.stop_todo);
  if (check.sensitive) {
    // The clauses would name the register as plainly as its name: they open with the details.
    out_.law.clear();
    out_.lead.clear();
    notice("stop", "stop", own(stage.stop_title), "");
    notice("stop.details", "details", ui(Key::ui_check_details), text + "\n" + todo, law(stage.law));
    return;
  }
  notice("stop", "stop", own(stage.stop_title), text, law(stage.law));
  notice("stop.todo", "list", "", todo);
}

}  // namespace qadam::view
