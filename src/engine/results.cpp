// What the outside world's answers do (see update.hpp).
// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "engine/updater.hpp"

namespace qadam::engine {
namespace {

using service::kNone;
using service::ScreenKind;

base::Instant instant(std::string_view seconds) {
  const std::int64_t value = base::parse_whole(seconds);
  // Year 1 to 9999; what is outside came from no clock.
  return {value < 0 || value > 253'000'000'000 ? 0 : value};
}

Place place_of(const base::Record& record, const std::string& prefix) {
  return {std::string(record.get(prefix + "kk")), std::string(record.get(prefix + "ru")),
          std::string(record.get(prefix + "en"))};
}

std::uint16_t small(std::string_view text) {
  const std::int64_t value = base::parse_whole(text);
  return value < 0 || value >= kNone ? kNone : static_cast<std::uint16_t>(value);
}

constexpr std::uint16_t kMaxSlots = 500;

}  // namespace

void Updater::apply(const Result& result) {
  for (std::size_t i = 0; i < state_.pending.size(); ++i) {
    if (state_.pending[i].id != result.effect) continue;
    const Pending pending = state_.pending[i];
    state_.pending.erase(state_.pending.begin() + static_cast<std::ptrdiff_t>(i));
    // Fresh slots come after "just taken": the reason must still stand there when they do.
    if (pending.kind != EffectKind::slots) state_.trouble.clear();
    switch (result.outcome) {
      case Outcome::ok:
        return on_ok(pending, result.record);
      case Outcome::refused:
        return on_refused(pending, result.record);
      case Outcome::unavailable: {
        const std::string_view code = result.record.get("code");
        return on_unavailable(pending, code == "offline" ? "offline" : "server");
      }
      case Outcome::invalid:
        return on_unavailable(pending, "answer");
    }
  }
}

void Updater::on_ok(const Pending& pending, const base::Record& record) {
  // An "ok" without what it must hold is no answer.
  const auto missing = [&](std::string_view key) {
    if (!record.get(key).empty()) return false;
    on_unavailable(pending, "answer");
    return true;
  };
  switch (pending.kind) {
    case EffectKind::session:
      if (missing("session")) return;
      state_.session.id = record.get("session");
      state_.session.demonstration_code = record.get("code");
      return;
    case EffectKind::confirm: {
      if (missing("token")) return;
      state_.session.token = record.get("token");
      input(Input::code).clear();
      prefill(record);
      if (on_screen(ScreenKind::sign_in)) continue_sign_in();
      return;
    }
    case EffectKind::consent: {
      if (missing("consent")) return;
      state_.session.consent = record.get("consent");
      if (on_screen(ScreenKind::consent)) go_on();
      return;
    }
    case EffectKind::check:
      if (missing("result")) return;
      return on_check(pending.subject, record);
    case EffectKind::signing:
      if (missing("signing")) return;
      state_.signing.id = record.get("signing");
      state_.signing.demonstration_code = record.get("code");
      return;
    case EffectKind::upload:
      state_.uploaded.push_back(state_.answers[pending.subject].text.substr(0, 64));
      if (on_screen(ScreenKind::sign)) send();
      return;
    case EffectKind::submit:
      if (missing("number") || missing("secret")) return;
      state_.application.secret = record.get("secret");
      on_case(record);
      return;
    case EffectKind::status:
      if (missing("number")) return;
      if (record.get("service") != model_.id) {
        state_.issues = {{std::string(name(Input::status_number)), "status.other_service", kNone}};
        return;
      }
      if (state_.page == Page::status) {
        state_.application.secret = input(Input::status_secret);
        state_.earlier = {};  // it belongs to another application
      }
      on_case(record);
      return;
    case EffectKind::slots:
      return on_slots(record);
    case EffectKind::book:
      if (missing("number")) return;
      on_case(record);
      return;
    case EffectKind::withdraw:
      return;
  }
}

// Whoever signed the person in may know some answers already; they are shown and may be changed like any other.
void Updater::prefill(const base::Record& record) {
  for (std::size_t i = 0; i < model_.fields.size(); ++i) {
    const service::Field& field = model_.fields[i];
    const bool open = field.source == service::Source::ask && state_.answers[i].state == AnswerState::unanswered;
    if (!open || !record.has(field.id)) continue;
    state_.answers[i] = read_answer(field, AnswerState::value, record.get(field.id), state_.setting.today());
    judge_after(model_, state_, static_cast<std::uint16_t>(i));
  }
}

void Updater::give_registry(std::uint16_t field, std::string_view text) {
  state_.answers[field] = read_answer(model_.fields[field], text.empty() ? AnswerState::unanswered : AnswerState::value,
                                      text, state_.setting.today());
  judge_after(model_, state_, field);
}

void Updater::on_check(std::uint16_t number, const base::Record& record) {
  const service::Check& check = model_.checks[number];
  const std::string_view result = record.get("result");
  if (result == "unknown") {
    state_.checks[number] = CheckState::uncheckable;
    return;
  }
  give_registry(check.field, result);
  if (!state_.answers[check.field].issue.empty()) {  // not one of the results that this register has
    give_registry(check.field, "");
    state_.checks[number] = CheckState::unavailable;
    state_.trouble = "answer";
    return;
  }
  for (const std::uint16_t fact : check.facts) {
    const std::string_view text = record.get(model_.fields[fact].id);
    if (text.empty()) {
      // The register answered and gave no such fact: known to be absent.
      state_.answers[fact] = read_answer(model_.fields[fact], AnswerState::none, "", state_.setting.today());
      judge_after(model_, state_, fact);
    } else {
      give_registry(fact, text);
    }
  }
  const Truth truth = state_.verdicts[check.condition].truth;
  state_.checks[number] = truth == Truth::yes  ? CheckState::passed
                          : truth == Truth::no ? CheckState::stopped
                                               : CheckState::unavailable;
  if (truth == Truth::yes && on_screen(ScreenKind::checks)) run_checks();
}

void Updater::on_case(const base::Record& record) {
  Case& a = state_.application;
  a.number = record.get("number");
  a.accepted = instant(record.get("accepted"));
  a.stage = small(record.get("stage"));
  a.state = record.get("state");
  a.ground = record.get("ground");
  a.paper = record.get("paper");
  a.bookings.clear();
  for (const service::Stage& stage : model_.stages) {
    const std::string prefix = "bookings." + std::to_string(stage.number) + ".";
    if (!record.has(prefix + "at")) continue;
    a.bookings.push_back({stage.number, instant(record.get(prefix + "at")), place_of(record, prefix + "place.")});
  }
  const std::uint16_t screen = screen_of(model_, ScreenKind::case_status);
  if (screen != kNone) enter(screen);
}

void Updater::on_slots(const base::Record& record) {
  const std::uint16_t count = small(record.get("slots.count"));
  if (count == kNone || count > kMaxSlots) return on_unavailable({0, EffectKind::slots, kNone}, "answer");
  for (std::uint16_t i = 0; i < count; ++i) {
    const std::string prefix = "slots." + std::to_string(i) + ".";
    state_.slots.push_back({std::string(record.get(prefix + "id")), instant(record.get(prefix + "at")),
                            place_of(record, prefix + "place.")});
  }
  state_.page = Page::booking;
}

void Updater::on_refused(const Pending& pending, const base::Record& record) {
  const std::string code(record.get("code"));
  if (code == "session") {
    // The server no longer knows us: sign in again, answers kept.
    const std::uint16_t sign_in = screen_of(model_, ScreenKind::sign_in);
    forget_session();
    if (sign_in != kNone && state_.page == Page::screen) state_.screen = sign_in;
    state_.trouble = "session";
    return;
  }
  if (pending.kind == EffectKind::book && (code == "slot.taken" || code == "slot.unknown")) {
    ask_slots();
    state_.trouble = "slot.taken";
    return;
  }
  const bool of_code = code.compare(0, 5, "code.") == 0;
  if (pending.kind == EffectKind::confirm && of_code) {
    state_.issues = {{std::string(name(Input::code)), code, kNone}};
    return;
  }
  if (pending.kind == EffectKind::submit && of_code) {
    state_.issues = {{std::string(name(Input::signing_code)), code, kNone}};
    return;
  }
  if (pending.kind == EffectKind::status && code == "status.not_found") {
    state_.issues = {{std::string(name(Input::status_number)), code, kNone}};
    return;
  }
  if (pending.kind == EffectKind::upload) {
    if (code == "document.type") return choose_again(pending.subject, "file.type");
    if (code == "too_large") return choose_again(pending.subject, "file.large");
    if (code == "document.digest" || code == "file.gone") return choose_again(pending.subject, "file.gone");
  }
  if (pending.kind == EffectKind::submit && code == "documents.missing") {
    state_.uploaded.clear();  // it no longer has what it took: "send" sends it again
    state_.trouble = "server";
    return;
  }
  if (pending.kind == EffectKind::submit && code == "application.changed") {
    state_.trouble = "changed";
    return;
  }
  if (pending.kind == EffectKind::submit && code == "application.outside_window") {
    state_.trouble = "outside_window";
    return;
  }
  if (pending.kind == EffectKind::submit && code == "application.incomplete") {
    const std::uint16_t summary = screen_of(model_, ScreenKind::summary);
    if (summary != kNone) enter(first_incomplete(model_, state_, summary));
    state_.trouble = "incomplete";
    return;
  }
  if (pending.kind == EffectKind::check) state_.checks[pending.subject] = CheckState::unavailable;
  state_.trouble = code == "rate" ? "server" : "refused";
}

void Updater::on_unavailable(const Pending& pending, std::string_view code) {
  if (pending.kind == EffectKind::check && pending.subject != kNone) {
    state_.checks[pending.subject] = CheckState::unavailable;
    // A register that does not answer says so in its own words; only our own line being down is said beside it.
    if (code != "offline") return;
  }
  state_.trouble = code;
}

}  // namespace qadam::engine
