// SPDX-License-Identifier: MIT
#include "engine/flow.hpp"

#include <algorithm>

#include "engine/judge.hpp"
#include "engine/papers.hpp"

namespace qadam::engine {
namespace {

using service::FieldType;
using service::kNone;
using service::Model;
using service::Screen;
using service::ScreenKind;

std::string required_code(FieldType type) {
  switch (type) {
    case FieldType::choice:
    case FieldType::choices:
    case FieldType::boolean:
      return "required.choice";
    case FieldType::date:
      return "required.date";
    case FieldType::file:
      return "required.file";
    default:
      return "required";
  }
}

// Eligibility never keeps anybody from applying; an application without a ground or its papers is none. Whoever only
// prepares goes on.
std::vector<Issue> gaps(const Model& model, const State& state) {
  std::vector<Issue> issues;
  if (state.setting.mode == service::Mode::preparation || !model.is_application) return issues;
  if (!has_ground(model, state)) issues.push_back({"", "ground", kNone});
  if (!missing_papers(model, state).empty()) issues.push_back({"", "papers", kNone});
  return issues;
}

std::uint16_t step(const Model& model, const State& state, std::uint16_t screen, int by) {
  if (by > 0 && model.screens[screen].ends) return kNone;
  for (int i = screen + by; i >= 0 && i < static_cast<int>(model.screens.size()); i += by) {
    if (is_shown(model, state, static_cast<std::uint16_t>(i))) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

}  // namespace

bool is_shown(const Model& model, const State& state, std::uint16_t number) {
  const Screen& screen = model.screens[number];
  if ((screen.modes >> static_cast<int>(state.setting.mode) & 1) == 0) return false;
  if (holds(model, state, screen.show) != Truth::yes) return false;
  if (screen.kind != ScreenKind::question) return true;
  return std::any_of(screen.fields.begin(), screen.fields.end(),
                     [&](std::uint16_t field) { return state.asked[field] == Truth::yes; });
}

std::vector<std::uint16_t> asked_fields(const Model& model, const State& state, std::uint16_t screen) {
  std::vector<std::uint16_t> fields;
  for (const std::uint16_t field : model.screens[screen].fields) {
    if (state.asked[field] == Truth::yes) fields.push_back(field);
  }
  return fields;
}

std::vector<Issue> issues_of(const Model& model, const State& state, std::uint16_t number) {
  const Screen& screen = model.screens[number];
  if (screen.kind == ScreenKind::summary) return gaps(model, state);
  std::vector<Issue> issues;
  const std::vector<std::uint16_t> fields = asked_fields(model, state, number);
  for (const std::uint16_t field : fields) {
    const Answer& answer = state.answers[field];
    if (!answer.issue.empty()) {
      issues.push_back({model.fields[field].id, answer.issue, kNone});
    } else if (answer.state == AnswerState::unanswered && !model.fields[field].has(service::kMayBeNone)) {
      issues.push_back({model.fields[field].id, required_code(model.fields[field].type), kNone});
    }
  }
  if (!issues.empty() || fields.empty()) return issues;
  for (const std::uint16_t block : screen.blocks) {
    if (state.verdicts[block].truth != Truth::no) continue;
    const std::vector<std::uint16_t> leaves = because(model, state, block);
    issues.push_back({model.fields[fields.front()].id, "", leaves.empty() ? block : leaves.front()});
  }
  return issues;
}

bool is_complete(const Model& model, const State& state, std::uint16_t number) {
  switch (model.screens[number].kind) {
    case ScreenKind::sign_in:
      return !state.session.token.empty() && issues_of(model, state, number).empty();
    case ScreenKind::consent:
      return !state.session.consent.empty();
    case ScreenKind::checks:
      return next_check(model, state) == kNone;
    case ScreenKind::sign:
      return !state.application.number.empty();
    default:
      return issues_of(model, state, number).empty();
  }
}

std::uint16_t next_screen(const Model& model, const State& state, std::uint16_t screen) {
  return step(model, state, screen, 1);
}

std::uint16_t previous_screen(const Model& model, const State& state, std::uint16_t screen) {
  return step(model, state, screen, -1);
}

std::uint16_t first_incomplete(const Model& model, const State& state, std::uint16_t limit) {
  for (std::uint16_t i = 0; i < limit; ++i) {
    if (is_shown(model, state, i) && !is_complete(model, state, i)) return i;
  }
  return limit;
}

std::uint16_t screen_of(const Model& model, ScreenKind kind) {
  for (std::size_t i = 0; i < model.screens.size(); ++i) {
    if (model.screens[i].kind == kind) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

bool offers_plan(const Model& model, const State& state) {
  if (state.page != Page::screen) return false;
  switch (model.screens[state.screen].kind) {
    case ScreenKind::start:
    case ScreenKind::question:
    case ScreenKind::information:
    case ScreenKind::sign_in:
    case ScreenKind::consent:
    case ScreenKind::checks:
    case ScreenKind::sign:
      return false;
    default:
      break;
  }
  return std::any_of(model.subtypes.begin(), model.subtypes.end(),
                     [](const service::Subtype& subtype) { return !subtype.items.empty(); });
}

std::uint16_t next_check(const Model& model, const State& state) {
  for (std::size_t i = 0; i < model.checks.size(); ++i) {
    if (state.checks[i] != CheckState::passed) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

}  // namespace qadam::engine
