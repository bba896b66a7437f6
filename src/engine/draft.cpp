// SPDX-License-Identifier: MIT
#include "engine/draft.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "engine/finder.hpp"
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
  const Earlier& earlier = state.earlier;
  if (!earlier.number.empty()) {
    record.set("earlier.number", earlier.number);
    record.set("earlier.secret", earlier.secret);
    record.set("earlier.ground", earlier.ground);
    record.set("earlier.paper", earlier.paper);
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
  state.earlier = {std::string(record.get("earlier.number")), std::string(record.get("earlier.secret")),
                   std::string(record.get("earlier.ground")), std::string(record.get("earlier.paper")), service::kNone};
  state.application.number = record.get("number");
  state.application.secret = record.get("secret");
}

const service::Migration* migration_from(const Model& model, std::string_view version) {
  for (const service::Migration& migration : model.migrations) {
    if (migration.from == version) return &migration;
  }
  return nullptr;
}

// One answer of a draft on its way to the model's version.
struct Kept {
  std::string before;  // id in the draft
  std::string id;
  std::string text;
  bool dropped = false;
};

// "value:a,b" with each option that has a new name under that name.
std::string moved(const std::string& text, const std::string& field, const service::Migration& migration) {
  constexpr std::string_view kValue = "value:";
  if (std::string_view(text).substr(0, kValue.size()) != kValue) return text;
  std::string out(kValue);
  bool first = true;
  base::split(std::string_view(text).substr(kValue.size()), ',', [&](std::string_view option) {
    if (!first) out += ',';
    first = false;
    for (const service::Migration::Move& move : migration.moves) {
      if (move.field != field || move.before != option) continue;
      option = move.after;
      break;
    }
    out += option;
  });
  return out;
}

void migrate(const service::Migration& migration, std::vector<Kept>& answers) {
  for (Kept& answer : answers) {
    if (answer.dropped) continue;
    for (const service::Migration::Rename& rename : migration.renames) {
      if (rename.before != answer.id) continue;
      answer.id = rename.after;
      break;  // two fields may change names with each other
    }
    const bool has_moves = std::any_of(migration.moves.begin(), migration.moves.end(),
                                       [&](const service::Migration::Move& move) { return move.field == answer.id; });
    if (has_moves) answer.text = moved(answer.text, answer.id, migration);
    answer.dropped = std::find(migration.drops.begin(), migration.drops.end(), answer.id) != migration.drops.end();
  }
}

// The answers of a record as the model's version names them. Error: "draft.version".
base::Result<std::vector<Kept>> answers_of(const Model& model, const base::Record& record) {
  constexpr std::string_view kAnswer = "answer.";
  std::vector<Kept> answers;
  for (const auto& entry : record.entries()) {
    const std::string_view key = entry.first;
    if (key.substr(0, kAnswer.size()) != kAnswer) continue;
    const std::string id(key.substr(kAnswer.size()));
    answers.push_back({id, id, entry.second, false});
  }
  const std::string written(record.get("version"));
  std::string version = written.empty() ? model.version : written;
  // The steps are fewer than this: a forged file may lead in a circle.
  for (std::size_t steps = 0; version != model.version; ++steps) {
    const service::Migration* migration = migration_from(model, version);
    if (migration == nullptr || migration->impossible || steps > model.migrations.size()) {
      return base::fail("draft.version", written);
    }
    migrate(*migration, answers);
    version = migration->to;
  }
  return answers;
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
  if (state.carried) record.set("carried", "yes");
  if (with_session) save_session(model, state, record);
  return record;
}

base::Result<Restored> restore(const Model& model, const base::Record& record, Setting setting) {
  if (record.get("service") != model.id)
    return base::fail("draft.service", "service", std::string(record.get("service")));
  const auto answers = answers_of(model, record);
  if (!answers) return answers.failure();
  if (const auto day = base::parse_date(record.get("asOf")); day && setting.mode == service::Mode::demonstration) {
    setting.as_of = *day;
  }
  Restored out;
  out.state = begin(model, std::move(setting));
  State& state = out.state;
  for (const Kept& answer : *answers) {
    if (answer.dropped || !restore_answer(model, answer.id, answer.text, state)) out.dropped.push_back(answer.before);
  }
  judge_all(model, state);
  state.carried = record.has("carried");
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
    if (is_finder(model)) {
      state.screen = number;  // its order is not that of the screens
      continue;
    }
    // Never beyond what is missing: a screen may stand behind a question that is new.
    state.screen = state.application.number.empty() ? first_incomplete(model, state, number) : number;
  }
  return out;
}

}  // namespace qadam::engine
