// SPDX-License-Identifier: MIT
#include "citizen.hpp"

#include "engine/draft.hpp"
#include "engine/flow.hpp"

namespace qadam::testing {

using engine::EffectKind;
using engine::Outcome;
using engine::Page;
using service::ScreenKind;

base::Record record_of(const Pairs& pairs) {
  base::Record record;
  for (const auto& pair : pairs) record.set(pair.first, pair.second);
  return record;
}

void Citizen::answer(const std::string& field, const std::string& text) {
  for (auto& pair : answers) {
    if (pair.first == field) pair.second = text;
  }
}

Citizen& Citizen::act(const engine::Action& action) {
  engine::Step step = engine::update(model_, state_, action);
  state_ = std::move(step.state);
  actions_.push_back(action);
  for (engine::Effect& effect : step.effects) effects_.push_back(std::move(effect));
  return *this;
}

Citizen& Citizen::reply(Outcome outcome, const Pairs& record) {
  if (state_.pending.empty()) return *this;
  return act(engine::Result{state_.pending.back().id, outcome, record_of(record)});
}

Citizen& Citizen::go_to(const std::string& screen) {
  for (int i = 0; i < 200 && !at(screen); ++i) {
    const std::string before = everything(model_, state_);
    one_step();
    if (everything(model_, state_) == before) break;
  }
  return *this;
}

void Citizen::one_step() {
  if (!state_.pending.empty()) {
    switch (state_.pending.back().kind) {
      case EffectKind::session:
        ok({{"session", "s1"}, {"code", "123456"}});
        return;
      case EffectKind::confirm:
        ok({{"token", "t1"}});
        return;
      case EffectKind::consent:
        ok({{"consent", "c1"}});
        return;
      case EffectKind::signing:
        ok({{"signing", "g1"}, {"code", "654321"}});
        return;
      case EffectKind::check: {
        const auto it = registers.find(model_.checks[state_.pending.back().subject].id);
        if (it == registers.end()) {
          unavailable();
        } else {
          ok(it->second);
        }
        return;
      }
      default:
        return;
    }
  }
  if (state_.page != Page::screen) return;
  for (const std::uint16_t field : engine::asked_fields(model_, state_, state_.screen)) {
    for (const auto& pair : answers) {
      if (pair.first == model_.fields[field].id) give(pair.first, pair.second);
    }
  }
  const ScreenKind kind = model_.screens[state_.screen].kind;
  if (kind == ScreenKind::sign_in && !state_.session.id.empty()) give("code", "123456");
  press(kind == ScreenKind::consent && state_.session.consent.empty() ? "agree" : "continue");
}

Citizen& Citizen::submit() {
  go_to("sign");
  if (!state_.pending.empty()) one_step();
  give("signing_code", "654321").press("send");
  return ok(
      {{"number", "DEMO-1"}, {"secret", "abc"}, {"accepted", "1785500000"}, {"stage", "13"}, {"state", "current"}});
}

engine::CheckState Citizen::check(const std::string& id) const {
  for (std::size_t i = 0; i < model_.checks.size(); ++i) {
    if (model_.checks[i].id == id) return state_.checks[i];
  }
  return engine::CheckState::waiting;
}

std::string everything(const service::Model& model, const engine::State& s) {
  std::string out = base::encode(engine::save(model, s, true));
  const auto add = [&](const std::string& text) { out += text + "|"; };
  const auto number = [&](std::int64_t n) { add(std::to_string(n)); };
  for (const engine::Answer& a : s.answers) {
    number(static_cast<int>(a.state));
    add(a.text);
    add(a.issue);
    for (const std::string& warning : a.warnings) add(warning);
  }
  for (const engine::Truth t : s.asked) number(static_cast<int>(t));
  for (const engine::Verdict& v : s.verdicts) {
    number(static_cast<int>(v.truth));
    v.questions.for_each(number);
  }
  for (const engine::CheckState c : s.checks) number(static_cast<int>(c));
  for (const std::string& input : s.inputs) add(input);
  number(static_cast<int>(s.page));
  number(s.screen);
  number(s.returning);
  for (const engine::Issue& issue : s.issues) add(issue.id + issue.code + std::to_string(issue.condition));
  add(s.trouble);
  for (const std::string* text : {&s.session.id, &s.session.demonstration_code, &s.session.token, &s.session.consent,
                                  &s.signing.id, &s.signing.demonstration_code, &s.signing.key, &s.application.number,
                                  &s.application.secret, &s.application.state, &s.application.ground}) {
    add(*text);
  }
  number(s.signing.made_at.seconds);
  number(s.application.accepted.seconds);
  number(s.application.stage);
  for (const engine::Booking& b : s.application.bookings) add(std::to_string(b.stage) + b.place.kk);
  for (const engine::Slot& slot : s.slots) add(slot.id + slot.place.kk);
  for (const engine::Pending& p : s.pending) number(p.id);
  number(s.next_effect);
  number(s.setting.now.seconds);
  return out;
}

}  // namespace qadam::testing
