// SPDX-License-Identifier: MIT
#include "engine/finder.hpp"

#include <algorithm>

#include "engine/judge.hpp"

namespace qadam::engine {
namespace {

using service::Field;
using service::FieldType;
using service::kNone;
using service::Model;

bool has(const std::vector<std::uint16_t>& list, std::uint32_t number) {
  return std::find(list.begin(), list.end(), number) != list.end();
}

// Nobody has answered it, the finder has a page for it, and the entry wants it asked. What is sensitive needs a reason
// that the person chose.
bool is_open(const Model& model, const State& state, std::size_t entry, std::uint16_t field) {
  if (state.answers[field].given() || screen_asking(model, field) == kNone) return false;
  if (model.fields[field].has(service::kSensitive) && is_chosen(model, state, model.subtypes[entry]) != Truth::yes) {
    return false;
  }
  const auto& asks = model.finder.entries[entry].asks;
  return asks.empty() || has(asks, field);
}

// Looked at, judged and not decided.
bool is_waiting(const Model& model, const State& state, std::size_t entry) {
  return model.subtypes[entry].condition != kNone && verdict_of(model, state, entry).truth == Truth::unknown &&
         is_looked_at(model, state, entry) == Truth::yes;
}

// Days of birth of a child, a schoolchild, a person of call-up age and two older ones; for any date they show whether
// an age decides anything.
std::vector<std::string> probes(const Field& field, base::Date today) {
  std::vector<std::string> out;
  switch (field.type) {
    case FieldType::boolean:
      return {"true", "false"};
    case FieldType::choice:
    case FieldType::choices:
      for (const service::Option& option : field.options) out.push_back(option.value);
      break;
    case FieldType::date:
      for (const std::int32_t years : {16, 18, 24, 30, 55}) {
        out.push_back(base::Date::from_days(today.days() - years * 366).iso());
      }
      break;
    default:
      break;
  }
  return out;
}

// How many waiting entries an answer to `field` would decide: per thousand, on average over its options.
std::uint32_t weight(const Model& model, State& trial, const std::vector<std::uint16_t>& waiting, std::uint16_t field) {
  const Field& asked = model.fields[field];
  const std::vector<std::string> options = probes(asked, trial.setting.today());
  if (options.empty()) return 0;
  std::uint32_t decided = 0;
  const Answer before = trial.answers[field];
  for (const std::string& option : options) {
    trial.answers[field] = read_answer(asked, AnswerState::value, option, trial.setting.today());
    judge_after(model, trial, field);
    for (const std::uint16_t entry : waiting) decided += verdict_of(model, trial, entry).truth != Truth::unknown;
  }
  trial.answers[field] = before;
  judge_after(model, trial, field);
  return decided * 1000 / static_cast<std::uint32_t>(options.size());
}

}  // namespace

Truth is_looked_at(const Model& model, const State& state, std::size_t entry) {
  const Truth chosen = is_chosen(model, state, model.subtypes[entry]);
  const service::ExprId also = model.finder.entries[entry].also;
  if (chosen == Truth::yes || also == service::kNoExpr) return chosen;
  return holds(model, state, also) == Truth::yes ? Truth::yes : chosen;
}

const Verdict& verdict_of(const Model& model, const State& state, std::size_t entry) {
  static const Verdict kUnjudged;
  const std::uint16_t condition = model.subtypes[entry].condition;
  return condition == kNone ? kUnjudged : state.verdicts[condition];
}

std::vector<std::uint16_t> questions_for(const Model& model, const State& state, std::size_t entry) {
  std::vector<std::uint16_t> out;
  verdict_of(model, state, entry).questions.for_each([&](std::uint32_t field) {
    const auto number = static_cast<std::uint16_t>(field);
    if (is_open(model, state, entry, number)) out.push_back(number);
  });
  return out;
}

std::vector<std::uint16_t> unsettled_for(const Model& model, const State& state, std::size_t entry) {
  std::vector<std::uint16_t> out;
  verdict_of(model, state, entry).questions.for_each([&](std::uint32_t field) {
    const auto number = static_cast<std::uint16_t>(field);
    if (!is_open(model, state, entry, number)) out.push_back(number);
  });
  return out;
}

std::vector<std::uint16_t> open_questions(const Model& model, const State& state) {
  if (!state.answers[model.finder.reason].given()) return {model.finder.reason};
  std::vector<std::uint16_t> waiting;
  std::vector<std::uint16_t> fields;
  for (std::size_t i = 0; i < model.finder.entries.size(); ++i) {
    if (!is_waiting(model, state, i)) continue;
    waiting.push_back(static_cast<std::uint16_t>(i));
    for (const std::uint16_t field : questions_for(model, state, i)) {
      if (!has(fields, field)) fields.push_back(field);
    }
  }
  State trial;  // what judging reads, and no more
  trial.setting = state.setting;
  trial.answers = state.answers;
  trial.asked = state.asked;
  trial.verdicts = state.verdicts;
  // One number says it all: neutral first, then the heaviest, then the earliest page.
  std::vector<std::uint64_t> ranks;
  for (const std::uint16_t field : fields) {
    const std::uint64_t sensitive = model.fields[field].has(service::kSensitive) ? 1 : 0;
    const std::uint64_t lightness = 0xFF'FFFF - weight(model, trial, waiting, field);
    ranks.push_back(sensitive << 56 | lightness << 32 | std::uint64_t{screen_asking(model, field)} << 16 | field);
  }
  for (std::size_t i = 0; i < ranks.size(); ++i) {  // few: a library's sort is larger than the rest of this file
    for (std::size_t k = i + 1; k < ranks.size(); ++k) {
      if (ranks[k] < ranks[i]) std::swap(ranks[k], ranks[i]);
    }
    fields[i] = static_cast<std::uint16_t>(ranks[i]);
  }
  return fields;
}

std::uint16_t screen_asking(const Model& model, std::uint16_t field) {
  for (std::size_t i = 0; i < model.screens.size(); ++i) {
    if (has(model.screens[i].fields, field)) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

std::uint16_t next_page(const Model& model, const State& state) {
  const std::vector<std::uint16_t> open = open_questions(model, state);
  return open.empty() ? static_cast<std::uint16_t>(model.screens.size() - 1) : screen_asking(model, open.front());
}

base::Record handover(const Model& model, const State& state, std::size_t entry) {
  const service::Finder::Entry& chosen = model.finder.entries[entry];
  const service::Finder::Covered& covered = model.finder.services[chosen.service];
  base::Record record;
  record.set("service", covered.id);
  record.set("carried", "yes");
  if (state.setting.as_of) record.set("asOf", state.setting.as_of->iso());
  const auto set = [&](const std::string& field, const feel::Value& value) {
    std::string text;
    if (const auto* truth = value.as<bool>()) {
      text = *truth ? "true" : "false";
    } else if (const auto* string = value.as<std::string>()) {
      text = *string;
    } else {
      return;
    }
    record.set("answer." + field, "value:" + text);
  };
  const AnsweredFields answered(model, state);
  for (const std::uint16_t field : covered.fields) {
    const Answer& answer = state.answers[field];
    if (answer.state == AnswerState::value && answer.issue.empty()) {
      record.set("answer." + model.fields[field].id, "value:" + answer.text);
    } else if (!answer.given()) {
      set(model.fields[field].id, answered.field(field));
    }
  }
  for (const service::Finder::Given& each : chosen.gives) {
    set(each.field, feel::evaluate(model.program, each.value, answered, state.setting.today()).value);
  }
  return record;
}

std::uint16_t find_entry(const Model& model, std::string_view id) {
  for (std::size_t i = 0; i < model.subtypes.size(); ++i) {
    if (model.subtypes[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

}  // namespace qadam::engine
