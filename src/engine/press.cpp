// What a person's actions do (see update.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.hpp"
#include "engine/finder.hpp"
#include "engine/updater.hpp"

namespace qadam::engine {
namespace {

using service::kNone;
using service::ScreenKind;

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

void Updater::apply(const Press& press) {
  std::string_view id = press.id;
  if (id == "erase") return erase();
  // While the backend is asked, only leaving is possible: this is what makes a double tap harmless.
  if (is_busy(state_)) return;
  state_.trouble.clear();
  if (id == "continue") return press_continue();
  if (id == "back") return press_back();
  if (id == "new") {
    const bool over = on_screen(ScreenKind::case_status) &&
                      (state_.application.state == "done" || state_.application.state == "stopped");
    if (state_.page != Page::erased && !over) return;
    State fresh = begin(model_, state_.setting);
    fresh.next_effect = state_.next_effect;
    fresh.revision = state_.revision;
    state_ = std::move(fresh);
    return;
  }
  if (id == "plan" && offers_plan(model_, state_)) {
    state_.page = Page::plan;
    state_.issues.clear();
    return;
  }
  if (id == "card" && state_.page == Page::plan) {
    state_.page = Page::card;
    return;
  }
  if (id == "status" && (state_.page == Page::closed || on_screen(ScreenKind::start))) {
    state_.page = Page::status;
    state_.issues.clear();
    return;
  }
  if (id == "show_status" && state_.page == Page::status) return ask_status();
  if (id == "confirm_booking" && state_.page == Page::booking) {
    const std::string& slot = input(Input::slot);
    state_.issues.clear();
    if (slot.empty()) {
      state_.issues.push_back({std::string(name(Input::slot)), "slot.required", kNone});
      return;
    }
    base::Record params = with_case();
    params.set("stage", std::to_string(state_.slots_stage));
    params.set("slot", slot);
    params.set("key", state_.setting.seed + "-book-" + std::to_string(state_.next_effect));
    return ask(EffectKind::book, std::move(params), state_.slots_stage);
  }
  if (take_prefix(id, "as_of:")) return press_as_of(id);
  if (state_.page != Page::screen) return;
  if (take_prefix(id, "change:")) return press_change(id);
  if (take_prefix(id, "book:")) return press_book(id);
  if (id == "again") return press_again();
  if (id == "found") return show_found();
  if (id == "new_code" && screen().kind == ScreenKind::sign_in && !state_.session.id.empty()) {
    forget_session();
    return continue_sign_in();
  }
  if (screen().kind == ScreenKind::sign && !may_file(model_, state_)) return;
  if (id == "new_code" && screen().kind == ScreenKind::sign) return make_signing();
  if (id == "agree" && screen().kind == ScreenKind::consent) {
    std::string checks;
    for (const service::Check& check : model_.checks) checks += (checks.empty() ? "" : ",") + check.id;
    base::Record params;
    params.set("token", state_.session.token);
    params.set("service", model_.id);
    params.set("checks", std::move(checks));
    return ask(EffectKind::consent, std::move(params));
  }
  if (id == "refuse" && screen().kind == ScreenKind::consent) {
    state_.session.refused = true;
    state_.page = Page::ended;
    return;
  }
  if (id == "retry" && screen().kind == ScreenKind::checks) return run_checks();
  if (id == "retry" && screen().kind == ScreenKind::sign && state_.signing.id.empty()) return make_signing();
  if (id == "refresh" && screen().kind == ScreenKind::case_status) return ask(EffectKind::status, with_case());
  if (id == "send" && screen().kind == ScreenKind::sign && !state_.signing.id.empty()) {
    state_.issues.clear();
    const std::string code = base::digits_only(input(Input::signing_code));
    if (code.size() != 6) {
      state_.issues.push_back({std::string(name(Input::signing_code)), "code.form", kNone});
      return;
    }
    return send();
  }
}

void Updater::press_continue() {
  if (state_.page != Page::screen) return;
  const ScreenKind kind = screen().kind;
  if (kind == ScreenKind::sign_in) return continue_sign_in();
  if (kind == ScreenKind::sign || kind == ScreenKind::case_status || kind == ScreenKind::prepared) return;
  const std::uint16_t summary = screen_of(model_, ScreenKind::summary);
  if (kind == ScreenKind::summary) {
    const std::uint16_t gap = first_incomplete(model_, state_, summary);
    if (gap != summary) return enter(gap);
  }
  state_.issues = issues_of(model_, state_, state_.screen);
  if (!state_.issues.empty() || !is_complete(model_, state_, state_.screen)) return;
  if (is_finder(model_)) return find_on();
  if (kind != ScreenKind::summary && state_.returning && summary != kNone) {
    return enter(first_incomplete(model_, state_, summary));
  }
  go_on();
}

void Updater::continue_sign_in() {
  state_.issues = issues_of(model_, state_, state_.screen);
  if (!state_.issues.empty()) return;
  if (!state_.session.token.empty()) return go_on();
  base::Record params;
  if (state_.session.id.empty()) {
    const std::string* iin = state_.answers[screen().fields.front()].value.as<std::string>();
    params.set("iin", iin == nullptr ? "" : *iin);
    return ask(EffectKind::session, std::move(params));
  }
  const std::string code = base::digits_only(input(Input::code));
  if (code.size() != 6) {
    state_.issues.push_back({std::string(name(Input::code)), "code.form", kNone});
    return;
  }
  params.set("session", state_.session.id);
  params.set("code", code);
  ask(EffectKind::confirm, std::move(params));
}

void Updater::press_back() {
  state_.issues.clear();
  switch (state_.page) {
    case Page::screen: {
      if (screen().kind == ScreenKind::case_status) return;  // an application cannot be taken back by a Back
      if (is_finder(model_)) {
        state_.screen = state_.trail.empty() ? std::uint16_t{0} : state_.trail.back();
        if (!state_.trail.empty()) state_.trail.pop_back();
        state_.returning = false;
        return;
      }
      const std::uint16_t previous = previous_screen(model_, state_, state_.screen);
      if (previous != kNone) state_.screen = previous;
      return;
    }
    case Page::status:
      return open_service();
    case Page::card:
      state_.page = Page::plan;
      return;
    case Page::plan:
      state_.page = Page::screen;
      return;
    case Page::booking:
    case Page::ended:
      state_.session.refused = false;
      state_.page = Page::screen;
      return;
    default:
      return;
  }
}

// From a page that is done: to the next open question, or back to the lists from which it was changed.
void Updater::find_on() {
  if (state_.returning) return show_found();
  const std::uint16_t next = next_page(model_, state_);
  if (next != state_.screen) go_to(next);
}

void Updater::show_found() {
  if (!is_finder(model_) || screen().kind == ScreenKind::found) return;
  state_.issues.clear();
  state_.returning = false;
  go_to(static_cast<std::uint16_t>(model_.screens.size() - 1));
}

void Updater::go_to(std::uint16_t number) {
  // Where the person has been already, the way there is not walked again.
  const auto before = std::find(state_.trail.begin(), state_.trail.end(), number);
  if (before != state_.trail.end()) {
    state_.trail.erase(before, state_.trail.end());
  } else {
    state_.trail.push_back(state_.screen);
  }
  enter(number);
}

void Updater::press_change(std::string_view id) {
  const ScreenKind kind = screen().kind;
  if (kind != ScreenKind::summary && kind != ScreenKind::checks && kind != ScreenKind::found) return;
  for (std::size_t i = 0; i < model_.screens.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    if (model_.screens[i].id != id || !is_shown(model_, state_, number)) continue;
    if (kind == ScreenKind::found) state_.trail.push_back(state_.screen);
    state_.screen = number;
    state_.returning = kind == ScreenKind::found || screen_of(model_, ScreenKind::summary) != kNone;
    state_.issues.clear();
    return;
  }
}

void Updater::press_book(std::string_view number) {
  const service::Stage* stage = bookable_stage(model_, state_);
  if (stage == nullptr || std::to_string(stage->number) != number || screen().kind != ScreenKind::case_status) return;
  ask_slots();
}

// A fresh application with every answer of the refused one: it is signed anew, under a key of its own.
void Updater::press_again() {
  if (!on_screen(ScreenKind::case_status) || !may_apply_again(model_, state_)) return;
  const Case& old = state_.application;
  state_.earlier = {old.number, old.secret, old.ground, old.paper, kNone};
  state_.application = {};
  state_.signing = {};
  // A number and its secret open the page of a case anywhere, also where none of its answers was ever given.
  const bool blank = std::all_of(state_.answers.begin(), state_.answers.end(),
                                 [](const Answer& answer) { return answer.state == AnswerState::unanswered; });
  const std::uint16_t first = first_incomplete(model_, state_, screen_of_paper(state_.earlier.paper));
  if (blank) state_.earlier.blank = first;
  state_.returning = !blank;
  enter(first);
}

// Where the paper is given; where it is given nowhere, the summary.
std::uint16_t Updater::screen_of_paper(std::string_view paper) const {
  const service::Item* item = service::find_item(model_, paper);
  for (std::size_t i = 0; item != nullptr && item->field != kNone && i < model_.screens.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    const std::vector<std::uint16_t> asked = asked_fields(model_, state_, number);
    if (is_shown(model_, state_, number) && std::find(asked.begin(), asked.end(), item->field) != asked.end())
      return number;
  }
  const std::uint16_t summary = screen_of(model_, ScreenKind::summary);
  return summary != kNone ? summary : screen_of(model_, ScreenKind::case_status);
}

void Updater::press_as_of(std::string_view day) {
  const auto date = base::parse_date(day);
  if (!date || state_.setting.mode != service::Mode::demonstration) return;
  if (on_screen(ScreenKind::sign) && demonstration_day(model_, state_) == *date) {
    state_.setting.as_of = *date;
    state_.signing = {};
    change_day();
    return enter(state_.screen);
  }
  if (state_.page != Page::closed) return;
  if (!service::opening(model_, *date).open) return;
  Setting setting = state_.setting;
  setting.as_of = *date;
  const std::uint32_t next_effect = state_.next_effect;
  const std::uint32_t revision = state_.revision;
  state_ = begin(model_, std::move(setting));
  state_.next_effect = next_effect;
  state_.revision = revision;
}

void Updater::erase() {
  const std::uint32_t next_effect = state_.next_effect;
  const std::uint32_t revision = state_.revision;
  const Session session = state_.session;
  const Earlier& earlier = state_.earlier;
  const bool corrects = !earlier.number.empty() && earlier.blank == kNone;  // that one was sent under this consent
  const bool sent = !state_.application.number.empty() || corrects;
  state_ = begin(model_, state_.setting);
  state_.page = Page::erased;
  state_.next_effect = next_effect;  // so that a late answer to an old question finds no one waiting
  state_.revision = revision;
  if (session.consent.empty() || sent) return;
  // Whoever leaves without applying takes the consent back, and the backend forgets what the registers answered.
  base::Record params;
  params.set("token", session.token);
  params.set("consent", session.consent);
  // Nobody waits for its answer: the page is done with whatever the backend says.
  effects_.push_back({state_.next_effect++, EffectKind::withdraw, std::move(params)});
}

}  // namespace qadam::engine
