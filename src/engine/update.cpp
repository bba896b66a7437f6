// SPDX-License-Identifier: MIT
#include "engine/update.hpp"

#include "base/text.hpp"
#include "engine/deadline.hpp"
#include "engine/updater.hpp"

namespace qadam::engine {
namespace {

constexpr std::string_view kInputNames[] = {"code", "signing_code", "status_number", "status_secret", "slot"};
constexpr std::string_view kEffectNames[] = {"session", "confirm", "consent", "check", "signing", "upload",
                                             "submit",  "status",  "slots",   "book",  "withdraw"};

}  // namespace

std::string_view name(Input input) {
  return kInputNames[static_cast<std::size_t>(input)];
}

std::string_view name(EffectKind kind) {
  return kEffectNames[static_cast<std::size_t>(kind)];
}

State begin(const service::Model& model, Setting setting) {
  State state;
  state.setting = std::move(setting);
  state.answers.resize(model.fields.size());
  state.checks.resize(model.checks.size());
  state.page = service::opening(model, state.setting.today()).open ? Page::screen : Page::closed;
  judge_all(model, state);
  return state;
}

Step update(const service::Model& model, State state, const Action& action) {
  Updater updater(model, std::move(state));
  switch (action.index()) {
    case 0:
      updater.apply(*std::get_if<Now>(&action));
      break;
    case 1:
      updater.apply(*std::get_if<Give>(&action));
      break;
    case 2:
      updater.apply(*std::get_if<Press>(&action));
      break;
    default:
      updater.apply(*std::get_if<Result>(&action));
      break;
  }
  return updater.finish();
}

bool is_busy(const State& state) {
  return !state.pending.empty();
}

bool may_file(const service::Model& model, const State& state) {
  return !is_outside(filing_at(model, state.setting.moment()));
}

std::optional<base::Date> demonstration_day(const service::Model& model, const State& state) {
  if (state.setting.mode != service::Mode::demonstration || may_file(model, state)) return std::nullopt;
  const auto day = windows_around(model, state.setting.today()).first_working;
  return day && service::opening(model, *day).open ? day : std::nullopt;
}

const service::Stage* stage_numbered(const service::Model& model, std::uint16_t number) {
  for (const service::Stage& stage : model.stages) {
    if (stage.number == number) return &stage;
  }
  return nullptr;
}

const service::Stage* bookable_stage(const service::Model& model, const State& state) {
  const service::Stage* stage = stage_numbered(model, state.application.stage);
  const bool bookable = stage != nullptr && stage->kind == service::StageKind::booking &&
                        state.application.state == "current" && !state.application.number.empty();
  return bookable ? stage : nullptr;
}

bool is_refused(const State& state) {
  return state.application.state == "stopped" && !state.application.ground.empty();
}

bool may_apply_again(const service::Model& model, const State& state) {
  return is_refused(state) && service::opening(model, state.setting.today()).open;
}

void Updater::apply(const Now& now) {
  const base::Date before = state_.setting.today();
  state_.setting.now = now.instant;
  if (state_.setting.today() != before) change_day();
}

void Updater::change_day() {
  // Midnight: dates typed, conditions and the service's own term are judged by the new day; nothing typed is lost.
  for (std::size_t i = 0; i < model_.fields.size(); ++i) {
    const Answer& old = state_.answers[i];
    if (old.state == AnswerState::value) {
      state_.answers[i] = read_answer(model_.fields[i], old.state, old.text, state_.setting.today());
    }
  }
  judge_all(model_, state_);
  const bool open = service::opening(model_, state_.setting.today()).open;
  if (open && state_.page == Page::closed) state_.page = Page::screen;
  if (!open && state_.application.number.empty() && state_.page != Page::erased) state_.page = Page::closed;
}

void Updater::apply(const Give& give) {
  // Whatever a shell lets through, no ill-formed text gets into the state: all that leaves it is UTF-8.
  if (!base::is_utf8(give.text)) return;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Input::count); ++i) {
    if (kInputNames[i] != give.id) continue;
    state_.inputs[i] = give.text.size() > kMaxAnswerBytes ? std::string() : std::string(base::trim(give.text));
    return;
  }
  const std::uint16_t field = service::find_field(model_, give.id);
  if (field == service::kNone || model_.fields[field].source == service::Source::registry) return;
  Answer answer = read_answer(model_.fields[field], give.state, give.text, state_.setting.today());
  Answer& old = state_.answers[field];
  if (answer.state == old.state && answer.text == old.text) return;
  old = std::move(answer);
  // Another person's number: whatever was asked or signed under the old one no longer counts.
  if (model_.fields[field].type == service::FieldType::iin) forget_session();
  state_.signing = {};
  judge_after(model_, state_, field);
}

}  // namespace qadam::engine
