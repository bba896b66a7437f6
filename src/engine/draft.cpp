// SPDX-License-Identifier: MIT
#include "engine/draft.hpp"

#include "base/text.hpp"
#include "engine/flow.hpp"
#include "engine/judge.hpp"
#include "engine/update.hpp"

namespace qadam::engine {
namespace {

using service::Model;
using service::Source;

std::string encoded(const Answer& answer) {
  std::string out(name(answer.state));
  if (answer.state == AnswerState::value) out += ":" + answer.text;
  return out;
}

void save_session(const Model& model, const State& state, base::Record& record) {
  record.set("token", state.session.token);
  record.set("consent", state.session.consent);
  for (std::size_t i = 0; i < model.checks.size(); ++i) {
    if (state.checks[i] == CheckState::passed || state.checks[i] == CheckState::stopped) {
      record.set("check." + model.checks[i].id, state.checks[i] == CheckState::passed ? "passed" : "stopped");
    }
  }
  if (state.application.number.empty()) return;
  record.set("number", state.application.number);
  record.set("secret", state.application.secret);
}

void restore_session(const Model& model, const base::Record& record, State& state) {
  state.session.token = record.get("token");
  state.session.consent = record.get("consent");
  for (std::size_t i = 0; i < model.checks.size(); ++i) {
    // Judged anew, for the day may be another one.
    if (!record.has("check." + model.checks[i].id)) continue;
    const Truth truth = state.verdicts[model.checks[i].condition].truth;
    state.checks[i] = truth == Truth::yes  ? CheckState::passed
                      : truth == Truth::no ? CheckState::stopped
                                           : CheckState::waiting;
  }
  state.application.number = record.get("number");
  state.application.secret = record.get("secret");
}

bool restore_answer(const Model& model, std::string_view id, std::string_view text, State& state) {
  const std::uint16_t field = service::find_field(model, id);
  if (field == service::kNone) return false;
  const std::size_t colon = text.find(':');
  const AnswerState kind = answer_state(text.substr(0, colon));
  Answer answer = read_answer(model.fields[field], kind, colon == std::string_view::npos ? "" : text.substr(colon + 1),
                              state.setting.today());
  const bool lost = answer.state == AnswerState::unanswered && text != name(AnswerState::unanswered);
  if (lost || answer.issue == "option") return false;
  state.answers[field] = std::move(answer);
  return true;
}

}  // namespace

base::Record save(const Model& model, const State& state, bool with_session) {
  base::Record record;
  record.set("service", model.id);
  record.set("version", model.version);
  if (state.setting.as_of) record.set("asOf", state.setting.as_of->iso());
  if (state.page == Page::screen) record.set("screen", model.screens[state.screen].id);
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const Answer& answer = state.answers[i];
    if (answer.state == AnswerState::unanswered && answer.text.empty()) continue;
    // What a register said belongs to the session, not to a draft that another day may read.
    if (model.fields[i].source == Source::registry && !with_session) continue;
    record.set("answer." + model.fields[i].id, encoded(answer));
  }
  for (const service::Subtype& subtype : model.subtypes) {
    if (subtype.condition == service::kNone) continue;
    record.set("verdict." + subtype.id, std::string(verdict_name(state.verdicts[subtype.condition].truth)));
  }
  if (with_session) save_session(model, state, record);
  return record;
}

base::Result<Restored> restore(const Model& model, const base::Record& record, Setting setting) {
  if (record.get("service") != model.id)
    return base::fail("draft.service", "service", std::string(record.get("service")));
  if (const auto day = base::parse_date(record.get("asOf")); day && setting.mode == service::Mode::demonstration) {
    setting.as_of = *day;
  }
  Restored out;
  out.state = begin(model, std::move(setting));
  State& state = out.state;
  constexpr std::string_view kAnswer = "answer.";
  for (const auto& entry : record.entries()) {
    const std::string_view key = entry.first;
    if (key.substr(0, kAnswer.size()) != kAnswer) continue;
    const std::string_view id = key.substr(kAnswer.size());
    if (!restore_answer(model, id, entry.second, state)) out.dropped.emplace_back(id);
  }
  judge_all(model, state);
  for (const service::Subtype& subtype : model.subtypes) {
    const std::string_view before = record.get("verdict." + subtype.id);
    if (before.empty() || subtype.condition == service::kNone) continue;
    if (before != verdict_name(state.verdicts[subtype.condition].truth)) out.changed.push_back(subtype.id);
  }
  if (record.has("token")) restore_session(model, record, state);
  if (state.page != Page::screen) return out;
  for (std::size_t i = 0; i < model.screens.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    if (model.screens[i].id != record.get("screen") || !is_shown(model, state, number)) continue;
    // Never beyond what is missing: a screen may stand behind a question that is new.
    state.screen = state.application.number.empty() ? first_incomplete(model, state, number) : number;
  }
  return out;
}

}  // namespace qadam::engine
