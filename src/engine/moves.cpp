// Going to a screen and asking the outside world (see update.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.hpp"
#include "engine/papers.hpp"
#include "engine/updater.hpp"

namespace qadam::engine {

using service::kNone;
using service::ScreenKind;

void Updater::enter(std::uint16_t number) {
  state_.page = Page::screen;
  state_.screen = number;
  state_.issues.clear();
  if (screen().kind == ScreenKind::summary) state_.returning = state_.carried = false;
  if (screen().kind == ScreenKind::checks) run_checks();
  if (screen().kind == ScreenKind::sign && state_.signing.id.empty() && may_file(model_, state_)) make_signing();
}

void Updater::go_on() {
  std::uint16_t next = next_screen(model_, state_, state_.screen);
  const auto is_settled = [&](std::uint16_t number) {
    return model_.screens[number].kind == ScreenKind::question && is_complete(model_, state_, number);
  };
  while (state_.carried && next != kNone && is_settled(next)) next = next_screen(model_, state_, next);
  if (next != kNone) enter(next);
}

void Updater::open_service() {
  state_.page = service::opening(model_, state_.setting.today()).open ? Page::screen : Page::closed;
  state_.screen = 0;
}

void Updater::run_checks() {
  const std::uint16_t next = next_check(model_, state_);
  if (next == kNone || state_.session.consent.empty()) return;
  const CheckState before = state_.checks[next];
  if (before == CheckState::stopped || before == CheckState::uncheckable) return;
  state_.checks[next] = CheckState::running;
  base::Record params;
  params.set("token", state_.session.token);
  params.set("consent", state_.session.consent);
  params.set("check", model_.checks[next].id);
  ask(EffectKind::check, std::move(params), next);
}

void Updater::make_signing() {
  state_.signing = {};
  state_.signing.made_at = state_.setting.now;
  state_.signing.key = state_.setting.seed + "-submit-" + std::to_string(state_.next_effect);
  input(Input::signing_code).clear();
  base::Record params;
  params.set("token", state_.session.token);
  ask(EffectKind::signing, std::move(params));
}

// Files first, one after the other: the application may refer only to what the backend has.
void Updater::send() {
  base::Record params;
  params.set("token", state_.session.token);
  for (const std::uint16_t field : chosen_files(model_, state_)) {
    const ChosenFile file = *chosen_file(state_.answers[field].text);
    if (std::find(state_.uploaded.begin(), state_.uploaded.end(), file.digest) != state_.uploaded.end()) continue;
    params.set("digest", std::string(file.digest));
    return ask(EffectKind::upload, std::move(params), field);
  }
  params.set("signing", state_.signing.id);
  params.set("code", base::digits_only(input(Input::signing_code)));
  params.set("key", state_.signing.key);
  ask(EffectKind::submit, std::move(params));
}

// The file of `field` cannot be sent: back to its page, which says why. All other answers stay.
void Updater::choose_again(std::uint16_t field, std::string_view code) {
  state_.answers[field].issue = code;
  state_.signing = {};
  judge_after(model_, state_, field);
  for (std::size_t i = 0; i < model_.screens.size(); ++i) {
    const auto& fields = model_.screens[i].fields;
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) continue;
    enter(static_cast<std::uint16_t>(i));
    state_.returning = true;
    state_.issues = {{model_.fields[field].id, std::string(code), kNone}};
    return;
  }
}

void Updater::forget_session() {
  state_.session = {};
  state_.signing = {};
  state_.uploaded.clear();
  input(Input::code).clear();
  // What was asked for the old session must not speak for the new one; an application under way keeps its answer.
  std::erase_if(state_.pending, [](const Pending& each) { return each.kind <= EffectKind::upload; });
  for (std::size_t i = 0; i < model_.checks.size(); ++i) {
    state_.checks[i] = CheckState::waiting;
    give_registry(model_.checks[i].field, "");
    for (const std::uint16_t fact : model_.checks[i].facts) give_registry(fact, "");
  }
}

void Updater::ask_status() {
  state_.issues.clear();
  for (const Input each : {Input::status_number, Input::status_secret}) {
    if (input(each).empty()) state_.issues.push_back({std::string(name(each)), "required", kNone});
  }
  if (!state_.issues.empty()) return;
  base::Record params;
  params.set("number", input(Input::status_number));
  params.set("secret", input(Input::status_secret));
  ask(EffectKind::status, std::move(params));
}

void Updater::ask_slots() {
  state_.slots.clear();
  state_.slots_stage = state_.application.stage;
  input(Input::slot).clear();
  base::Record params = with_case();
  params.set("stage", std::to_string(state_.slots_stage));
  ask(EffectKind::slots, std::move(params), state_.slots_stage);
}

base::Record Updater::with_case() {
  base::Record params;
  params.set("number", state_.application.number);
  params.set("secret", state_.application.secret);
  return params;
}

void Updater::ask(EffectKind kind, base::Record params, std::uint16_t subject) {
  const std::uint32_t id = state_.next_effect++;
  state_.pending.push_back({id, kind, subject});
  effects_.push_back({id, kind, std::move(params)});
}

}  // namespace qadam::engine
