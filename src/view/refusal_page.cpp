// A refusal: its ground, the paper it hit, what can be done about it, and the application that corrects it (see
// builder.hpp).
// SPDX-License-Identifier: MIT
#include "view/builder.hpp"

namespace qadam::view {

using service::RemedyKind;

void Builder::refused() {
  const engine::Case& a = s_.application;
  reason("ground", "stop", ui(Key::ui_case_ground), {}, a.ground, a.paper);
  remedies(RemedyKind::preliminary, "info");
  remedies(RemedyKind::appeal, "info");
  const service::Opening opening = service::opening(m_, s_.setting.today());
  if (!opening.open) notice("closed", "info", "", own(opening.early ? m_.words.early_lead : m_.words.closed_lead));
}

// The ground and the paper of a refusal in plain words, with the clauses of both. An id that this version of the service
// does not have is passed over: its number is more use to the person than the id.
void Builder::reason(std::string id, const char* kind, std::string title, std::string text, std::string_view ground,
                     std::string_view paper) {
  std::vector<std::uint16_t> laws;
  const auto say = [&](const std::string& more, const std::vector<std::uint16_t>& law) {
    if (!text.empty() && !more.empty()) text += '\n';
    text += more;
    laws.insert(laws.end(), law.begin(), law.end());
  };
  for (const service::Ground& each : m_.grounds) {
    if (each.id == ground) say(own(each.text), each.law);
  }
  if (const service::Item* item = service::find_item(m_, paper)) {
    const std::string name = own(item->title);
    say(ui(Key::ui_case_paper, {{"paper", name}}), item->law);
    say(own(item->hint), {});
  }
  notice(std::move(id), kind, std::move(title), std::move(text), law(laws));
}

// On every screen of the application that corrects a refused one: its number, and behind it what was wrong. Where it is
// to be mended, and at the end, all of it stands open.
void Builder::earlier() {
  const engine::Earlier& e = s_.earlier;
  const service::ScreenKind kind = here().kind;
  if (e.number.empty() || kind == service::ScreenKind::start) return;
  const bool blank = s_.screen == e.blank;
  const service::Item* item = service::find_item(m_, e.paper);
  bool open = blank || kind == service::ScreenKind::summary;
  for (const std::uint16_t field : here().fields) open = open || (item != nullptr && item->field == field);
  std::string text;
  if (kind != service::ScreenKind::case_status) {
    text = ui(e.blank == service::kNone ? Key::ui_case_earlier_fix : Key::ui_case_earlier_blank) + '\n';
  }
  text += ui(Key::ui_case_secret) + ": " + e.secret;
  reason("earlier", open ? "info" : "details", ui(Key::ui_case_earlier, {{"number", e.number}}), std::move(text),
         e.ground, e.paper);
}

// Those of that kind, each with its clauses and with how sure its reading is.
void Builder::remedies(RemedyKind kind, const char* shown_as) {
  constexpr Key kSure[] = {Key::ui_remedy_verified, Key::ui_remedy_likely, Key::ui_remedy_unknown};
  for (const service::Remedy& remedy : m_.remedies) {
    if (remedy.kind != kind || !service::in_force(remedy, s_.setting.today())) continue;
    const std::string sure = ui(kSure[static_cast<std::size_t>(remedy.confidence)]);
    notice("remedy." + remedy.id, shown_as, own(remedy.title), own(remedy.text) + '\n' + sure, law(remedy.law));
  }
}

// From the day after the last one for a decision, silence is told of as what it is: a refusal. Not in a demonstration of
// another day, whose acceptance was on no real one.
void Builder::overdue() {
  const base::Instant accepted = s_.application.accepted;
  if (accepted.seconds == 0 || s_.setting.as_of) return;
  const engine::Filing filing = engine::filing_at(m_, accepted);
  if (filing.due && s_.setting.today() > *filing.due) remedies(RemedyKind::silence, "warning");
}

}  // namespace qadam::view
