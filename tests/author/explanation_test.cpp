// SPDX-License-Identifier: MIT
#include "author/explanation.hpp"

#include <doctest/doctest.h>

#include "../engine/citizen.hpp"
#include "../pack/packs.hpp"
#include "engine/judge.hpp"
#include "engine/update.hpp"

using namespace qadam;

namespace {

std::uint16_t condition_named(const service::Model& model, const std::string& id) {
  for (std::size_t i = 0; i < model.conditions.size(); ++i) {
    if (model.conditions[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return service::kNone;
}

struct Judged {
  pack::Analysis analysis;
  engine::State state;
};

Judged judged(const pack::Sources& sources, const std::vector<std::pair<std::string, std::string>>& answers) {
  pack::Diagnostics diagnostics;
  Judged out{pack::analyse(sources, diagnostics), {}};
  REQUIRE(diagnostics.empty());
  const service::Model& model = out.analysis.model;
  out.state = engine::begin(model, testing::setting_on("2026-08-01"));
  for (const auto& answer : answers) {
    const std::uint16_t field = service::find_field(model, answer.first);
    REQUIRE(field != service::kNone);
    out.state.answers[field] =
        engine::read_answer(model.fields[field], engine::AnswerState::value, answer.second, out.state.setting.today());
  }
  engine::judge_all(model, out.state);
  return out;
}

author::Explanation explained(const Judged& of, const std::string& leaf) {
  return author::explain(of.analysis, of.analysis.model, of.state, condition_named(of.analysis.model, leaf));
}

}  // namespace

TEST_CASE("a failing condition names its failing clauses only, in its author's words") {
  const Judged of = judged(testing::real_sources("licence-first"), {{"birth_date", "2009-08-02"}, {"category", "B"}});
  const author::Explanation why = explained(of, "age_17_referral");
  CHECK(why.feel.find("military_referral") != std::string::npos);
  REQUIRE(why.clauses.size() == 1);
  CHECK(why.clauses[0].text == "years and months duration(birth_date, today()).years >= 17");
  CHECK(why.questions.empty());
}

TEST_CASE("an open condition names its open clauses and the questions that would settle them") {
  const Judged of = judged(testing::real_sources("licence-first"), {{"birth_date", "2009-08-01"}, {"category", "B"}});
  const author::Explanation why = explained(of, "age_17_referral");
  REQUIRE(why.clauses.size() == 1);
  CHECK(why.clauses[0].text == "military_referral");
  CHECK(why.questions == std::vector<std::string>{"military_referral"});
  CHECK(author::names_of(of.analysis.model, why.clauses[0].questions) == why.questions);
}

TEST_CASE("a condition that holds has nothing to explain, and a definition speaks by its name") {
  pack::Sources sources = testing::real_sources("licence-first");
  sources.pack["definitions"] = {{"adult", "years and months duration(birth_date, today()).years >= 18 and 1 = 1"}};
  sources.pack["subtypes"][0]["eligibleWhen"]["all"][6]["feel"] = "category = \"A1\" and adult";
  const Judged of = judged(sources, {{"birth_date", "2010-08-01"}, {"category", "A1"}});
  const author::Explanation why = explained(of, "age_16");
  REQUIRE(why.clauses.size() == 1);
  CHECK(why.clauses[0].text == "adult");
  const Judged grown = judged(sources, {{"birth_date", "2000-08-01"}, {"category", "A1"}});
  CHECK(explained(grown, "age_16").clauses.empty());
}
