// SPDX-License-Identifier: MIT
#include "engine/judge.hpp"

#include <doctest/doctest.h>

#include <random>

#include "../pack/packs.hpp"
#include "citizen.hpp"
#include "engine/update.hpp"

using namespace qadam;
using engine::Answer;
using engine::AnswerState;
using engine::Truth;
using testing::Citizen;
using testing::day;
using testing::real_pack;
using testing::setting_on;

namespace {

const service::Model& licence() {
  return real_pack("licence-first").model;
}

using Random = std::mt19937;

std::uint32_t below(Random& random, std::size_t n) {
  return static_cast<std::uint32_t>(random() % n);
}

// An answer that `field` may get, or none with one chance in four.
Answer any_answer(const service::Field& field, Random& random, bool always) {
  if (!always && below(random, 3) == 0) return {};
  const auto read = [&](AnswerState state, const std::string& text) {
    return engine::read_answer(field, state, text, day("2026-08-01"));
  };
  if (field.source == service::Source::registry && below(random, 4) == 0) return read(AnswerState::none, "");
  switch (field.type) {
    case service::FieldType::choice:
      return read(AnswerState::value, field.options[below(random, field.options.size())].value);
    case service::FieldType::boolean:
      return read(AnswerState::value, below(random, 2) == 0 ? "true" : "false");
    case service::FieldType::date: {
      // Around the ages that the law names, and around the day of application for the last day of a bar.
      const int years = field.id == "bar_last_day" ? 0 : 15 + static_cast<int>(below(random, 10));
      const std::int32_t about = static_cast<std::int32_t>(below(random, 5)) - 2;
      return read(AnswerState::value, day("2026-08-01").plus_months(-12 * years).plus_days(about).iso());
    }
    case service::FieldType::iin:
      return read(AnswerState::value, "980514101012");
    case service::FieldType::phone:
      return read(AnswerState::value, "87012345678");
    default:
      return read(AnswerState::value, "x");
  }
}

}  // namespace

TEST_CASE("a question that is not asked keeps its answer, and conditions see null") {
  Citizen c(licence());
  c.give("birth_date", "2008-8-2").give("category", "B").give("military_referral", "true");
  CHECK(c.asked("military_referral") == Truth::yes);
  const std::uint16_t field = service::find_field(licence(), "military_referral");
  CHECK(engine::AnsweredFields(licence(), c.state()).field(field).is_true());
  c.give("category", "A1");
  CHECK(c.asked("military_referral") == Truth::no);
  CHECK(c.answer_to("military_referral").text == "true");
  CHECK(engine::AnsweredFields(licence(), c.state()).field(field).is_null());
  c.give("category", "B");
  CHECK(engine::AnsweredFields(licence(), c.state()).field(field).is_true());
}

TEST_CASE("a question whose being asked is open is unknown, by the questions that decide it") {
  Citizen c(licence());
  c.give("military_referral", "true").give("category", "B");
  CHECK(c.asked("military_referral") == Truth::unknown);
  const std::uint16_t field = service::find_field(licence(), "military_referral");
  const feel::Value value = engine::AnsweredFields(licence(), c.state()).field(field);
  const auto* unknown = value.as<feel::Unknown>();
  REQUIRE(unknown != nullptr);
  CHECK(unknown->questions.contains(service::find_field(licence(), "birth_date")));
  CHECK_FALSE(unknown->questions.contains(field));
}

TEST_CASE("a verdict names every leaf that fails, and for an open one the questions") {
  Citizen c(licence());
  c.answer("birth_date", "2012-1-1");
  c.go_to("category").give("category", "B");
  const std::uint16_t root = licence().subtypes.front().condition;
  CHECK(c.verdict() == Truth::no);
  std::vector<std::string> ids;
  for (const std::uint16_t leaf : engine::because(licence(), c.state(), root))
    ids.push_back(licence().conditions[leaf].id);
  CHECK(ids == std::vector<std::string>{"age_18", "age_17_referral"});
  Citizen fresh(licence());
  CHECK(fresh.verdict() == Truth::unknown);
  const engine::Verdict& verdict = fresh.state().verdicts[root];
  CHECK(verdict.questions.contains(service::find_field(licence(), "registry_licence")));
  CHECK(verdict.questions.contains(service::find_field(licence(), "category")));
  CHECK_FALSE(verdict.questions.contains(service::find_field(licence(), "phone")));
}

TEST_CASE("a decided verdict has no because when it is yes") {
  Citizen c(licence());
  c.go_to("summary");
  CHECK(engine::because(licence(), c.state(), licence().subtypes.front().condition).empty());
}

TEST_CASE("a verdict that is yes or no stays so under every completion of the answers (10,000 cases)") {
  Random random(20260801);
  const service::Model& model = licence();
  const std::uint16_t root = model.subtypes.front().condition;
  int decided = 0;
  int changed = 0;
  for (int round = 0; round < 60000 && decided < 10200; ++round) {
    engine::State partial = engine::begin(model, setting_on("2026-08-01"));
    const bool clear = below(random, 2) == 0;  // half of them pass the registers, else nearly all would stop there
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      const bool registry = model.fields[f].source == service::Source::registry;
      if (registry && clear && !model.fields[f].options.empty()) {
        const char* pass = model.fields[f].id == "registry_attempts" ? "left"
                           : model.fields[f].id == "registry_medical" || model.fields[f].id == "registry_school"
                               ? "exists"
                               : "none";
        partial.answers[f] = engine::read_answer(model.fields[f], AnswerState::value, pass, day("2026-08-01"));
      } else {
        partial.answers[f] = any_answer(model.fields[f], random, false);
      }
    }
    engine::judge_all(model, partial);
    const Truth before = partial.verdicts[root].truth;
    if (before == Truth::unknown) continue;
    ++decided;
    for (int i = 0; i < 2; ++i) {
      engine::State whole = partial;
      for (std::size_t f = 0; f < model.fields.size(); ++f) {
        if (whole.answers[f].state == AnswerState::unanswered)
          whole.answers[f] = any_answer(model.fields[f], random, true);
      }
      engine::judge_all(model, whole);
      if (whole.verdicts[root].truth != before) ++changed;
    }
  }
  CHECK(decided >= 10000);
  CHECK(changed == 0);
}

TEST_CASE("judging only what an answer may change gives the same as judging everything") {
  Random random(7);
  const service::Model& model = licence();
  engine::State state = engine::begin(model, setting_on("2026-08-01"));
  for (int i = 0; i < 4000; ++i) {
    const auto field = static_cast<std::uint16_t>(below(random, model.fields.size()));
    state.answers[field] = any_answer(model.fields[field], random, false);
    engine::judge_after(model, state, field);
    engine::State anew = state;
    engine::judge_all(model, anew);
    REQUIRE(testing::everything(model, state) == testing::everything(model, anew));
  }
}

TEST_CASE("a condition outside its days neither makes an `any` true nor keeps it open") {
  // What used to happen: it counted as met, which below `any` let everyone through.
  service::Model model = licence();
  const auto named = [&](std::string_view id) {
    for (std::size_t i = 0; i < model.conditions.size(); ++i) {
      if (model.conditions[i].id == id) return i;
    }
    return model.conditions.size();
  };
  const std::size_t group = named("age_18") + 2;  // age_18, age_17_referral, their `any`
  REQUIRE(model.conditions[group].kind == service::ConditionKind::any);
  Citizen young(model, setting_on("2026-08-01"));
  young.give("category", "B");
  young.give("birth_date", "2009-1-1");
  young.give("military_referral", "false");
  engine::State state = young.state();
  service::Condition& referral = model.conditions[named("age_17_referral")];
  referral.until = day("2026-07-31");
  engine::judge_all(model, state);
  CHECK(state.verdicts[group].truth == Truth::no);
  CHECK(engine::because(model, state, static_cast<std::uint16_t>(group)).size() == 1);

  model.conditions[named("age_18")].until = day("2026-07-31");
  engine::judge_all(model, state);
  CHECK(state.verdicts[group].truth == Truth::yes);  // nothing is asked any more
}
