// The law of verdicts on the real packs: what is known under some answers holds under every completion of them that respects
// `ask`. Ten thousand partial sets of answers a pack; the seed is fixed, QADAM_SEED in the environment tries another.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "../pack/packs.hpp"
#include "citizen.hpp"
#include "engine/judge.hpp"
#include "engine/update.hpp"

using namespace qadam;
using engine::Answer;
using engine::AnswerState;
using engine::State;
using engine::Truth;
using service::FieldType;

namespace {

constexpr int kCases = 10'000;
constexpr int kCompletions = 2;
const char* const kServices[] = {"licence-first", "registration", "deferment",
                                 "exemption",     "military-id",  "military-data-update"};

std::uint32_t seed() {
  const char* given = std::getenv("QADAM_SEED");
  return given == nullptr ? 20261124u : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

class Person {
 public:
  explicit Person(std::uint32_t start) : random_(start) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  engine::Setting setting() {
    engine::Setting out;
    out.mode = service::Mode::demonstration;
    out.seed = "random";
    // Around the terms of all packs, their first and last days included.
    out.as_of = base::parse_date("2025-10-17").value().plus_days(below(500));
    return out;
  }

  // Nothing, or one of the ways not to say it.
  Answer silence(const service::Field& field, base::Date today) {
    constexpr AnswerState kWays[] = {AnswerState::unanswered, AnswerState::dont_know, AnswerState::withheld};
    return engine::read_answer(field, kWays[below(3)], "", today);
  }

  Answer answer(const service::Field& field, base::Date today) {
    const bool absent = field.has(service::kMayBeNone) || field.source == service::Source::registry;
    if (absent && below(4) == 0) {
      Answer none;
      none.state = AnswerState::none;
      return none;
    }
    for (int tries = 0; tries < 20; ++tries) {
      Answer out = engine::read_answer(field, AnswerState::value, text(field, today), today);
      if (out.given()) return out;
    }
    return {};
  }

 private:
  std::string text(const service::Field& field, base::Date today) {
    switch (field.type) {
      case FieldType::choice:
        return field.options[below(static_cast<std::uint32_t>(field.options.size()))].value;
      case FieldType::choices: {
        std::string out;
        for (const service::Option& option : field.options) {
          if (below(2) == 0) out += (out.empty() ? "" : ",") + option.value;
        }
        return out;
      }
      case FieldType::boolean:
        return below(2) == 0 ? "true" : "false";
      case FieldType::date:
        return date(field, today);
      case FieldType::number:
        return std::to_string(below(40));
      case FieldType::iin:
        return "980514101012";
      case FieldType::phone:
        return "+77012345678";
      default:
        return "x";
    }
  }

  // Days at which something begins or ends: so many years ago, or about today.
  std::string date(const service::Field& field, base::Date today) {
    const base::Date leap = base::parse_date("2008-02-29").value();
    const auto years = static_cast<std::int64_t>(below(65));
    base::Date out = below(8) == 0 ? leap : today.plus_months(field.has(service::kPast) ? -12 * years : 0);
    out = out.plus_days(static_cast<std::int64_t>(below(5)) - 2);
    return out.iso();
  }

  std::mt19937 random_;
};

// Everything that a page or an application is made from: each condition, each question's and paper's relevance.
std::vector<std::pair<std::string_view, Truth>> judged(const service::Model& model, const State& state) {
  std::vector<std::pair<std::string_view, Truth>> out;
  for (std::size_t i = 0; i < model.conditions.size(); ++i) {
    out.emplace_back(model.conditions[i].id, state.verdicts[i].truth);
  }
  for (std::size_t i = 0; i < model.fields.size(); ++i) out.emplace_back(model.fields[i].id, state.asked[i]);
  for (const service::Subtype& subtype : model.subtypes) {
    out.emplace_back(subtype.id, engine::is_chosen(model, state, subtype));
    for (const service::Item& item : subtype.items) {
      out.emplace_back(item.id, engine::is_asked_for(model, state, item));
    }
  }
  return out;
}

struct Tally {
  std::size_t decided = 0;
  std::size_t open = 0;
  std::size_t wrong = 0;
  std::string first;
};

std::string told(const service::Model& model, const State& state) {
  std::string out = state.setting.today().iso();
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const Answer& answer = state.answers[i];
    out +=
        ", " + model.fields[i].id + "=" +
        (answer.given() && answer.state == AnswerState::value ? answer.text : std::string(engine::name(answer.state)));
  }
  return out;
}

void try_one(const service::Model& model, Person& person, Tally& tally) {
  State partial = engine::begin(model, person.setting());
  const base::Date today = partial.setting.today();
  const std::uint32_t eagerness = 1 + person.below(5);
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    partial.answers[i] =
        person.below(6) < eagerness ? person.answer(model.fields[i], today) : person.silence(model.fields[i], today);
  }
  engine::judge_all(model, partial);
  const auto before = judged(model, partial);
  for (const auto& each : before) ++(each.second == Truth::unknown ? tally.open : tally.decided);
  for (int i = 0; i < kCompletions; ++i) {
    State whole = partial;
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      Answer& answer = whole.answers[f];
      const bool said = answer.given() && (answer.state == AnswerState::value || answer.state == AnswerState::none);
      if (!said) answer = person.answer(model.fields[f], today);
    }
    engine::judge_all(model, whole);
    const auto after = judged(model, whole);
    for (std::size_t k = 0; k < before.size(); ++k) {
      // A complete set of answers leaves nothing open, and changes nothing that was known.
      const bool holds =
          before[k].second == Truth::unknown ? after[k].second != Truth::unknown : before[k].second == after[k].second;
      if (!holds && tally.wrong++ == 0) tally.first = std::string(before[k].first) + " under " + told(model, partial);
    }
  }
}

}  // namespace

TEST_CASE("a verdict of a real pack that is known holds under every completion of the answers") {
  for (const char* service : kServices) {
    const service::Model& model = testing::real_pack(service).model;
    Person person(seed());
    Tally tally;
    for (int i = 0; i < kCases; ++i) try_one(model, person, tally);
    CAPTURE(service);
    CAPTURE(seed());
    CAPTURE(tally.first);
    CHECK(tally.wrong == 0);
    // Neither all open nor all decided, or the property would say nothing.
    CHECK(tally.decided > 10'000);
    CHECK(tally.open > 1'000);
  }
}

TEST_CASE("answer by answer, in any order, the judgement is that of all answers at once; replayed, it is the same") {
  for (const char* service : kServices) {
    const service::Model& model = testing::real_pack(service).model;
    Person person(seed() + 1);
    for (int session = 0; session < 60; ++session) {
      const engine::Setting setting = person.setting();
      State state = engine::begin(model, setting);
      std::vector<engine::Action> actions;
      for (int step = 0; step < 40; ++step) {
        const service::Field& field = model.fields[person.below(static_cast<std::uint32_t>(model.fields.size()))];
        const Answer answer =
            person.below(5) == 0 ? person.silence(field, setting.today()) : person.answer(field, setting.today());
        actions.emplace_back(engine::Give{field.id, answer.state, answer.text});
        constexpr const char* kPresses[] = {"continue", "back", "change:birth_date", "nonsense"};
        if (person.below(3) == 0) actions.emplace_back(engine::Press{kPresses[person.below(4)]});
      }
      for (const engine::Action& action : actions) {
        state = engine::update(model, std::move(state), action).state;
        State anew = state;
        engine::judge_all(model, anew);
        REQUIRE(judged(model, anew) == judged(model, state));
      }
      State again = engine::begin(model, setting);
      for (const engine::Action& action : actions) again = engine::update(model, std::move(again), action).state;
      CAPTURE(service);
      CHECK(testing::everything(model, again) == testing::everything(model, state));
    }
  }
}
