// SPDX-License-Identifier: MIT
#include "author/trial.hpp"

#include <doctest/doctest.h>

#include "author/coverage.hpp"
#include "work.hpp"

namespace {

using namespace qadam;
using namespace qadam::testing;
using pack::Json;

std::vector<author::Scenario> read(const Work& w, const Json& file) {
  pack::Diagnostics diagnostics;
  auto out = author::read_scenarios(file, "scenarios", w.pack.model, diagnostics);
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(pack::text(d));
  return out;
}

Json file_of(Json scenario) {
  return {{"format", 1}, {"service", "licence-first"}, {"scenarios", Json::array({std::move(scenario)})}};
}

// A document asked for category B, another always.
Work with_items(const std::function<void(pack::Sources&)>& alter = {}) {
  return work([&](pack::Sources& s) {
    s.pack["subtypes"][0]["items"] = {
        {{"id", "photo"}, {"kind", "copy"}, {"required", "always"}, {"law", {"pilot:1"}}},
        {{"id", "paper"}, {"kind", "copy"}, {"required", "when"}, {"when", "category = \"B\""}, {"law", {"pilot:1"}}}};
    for (const char* lang : pack::kLanguages) {
      s.service_texts[lang]["item.photo"] = "P";
      s.service_texts[lang]["item.paper"] = "Q";
      s.service_texts[lang]["item.paper.when"] = "for B";
    }
    if (alter) alter(s);
  });
}

}  // namespace

TEST_CASE("the licence's scenarios come out as written and leave no branch unexercised") {
  const Work w = work();
  const auto scenarios = read(w, licence_scenarios());
  CHECK(scenarios.size() >= 30);
  author::Coverage coverage(w.pack.model);
  for (const author::Scenario& scenario : scenarios) {
    CAPTURE(scenario.name);
    const author::Judgement judgement = author::judge(w.pack.model, scenario);
    coverage.add(scenario, judgement);
    CHECK(author::differences(w.pack.model, scenario.expect, judgement).empty());
  }
  CHECK(coverage.gaps().empty());
  CHECK(coverage.exercised() == coverage.total());
}

TEST_CASE("what is not as expected is told with what was expected and what came") {
  const Work w = with_items();
  Json scenario{{"name", "one"},
                {"asOf", "2026-03-02"},
                {"answers", {{"category", "A1"}, {"birth_date", "2015-01-01"}}},
                {"expect",
                 {{"verdict", "eligible"},
                  {"because", Json::array()},
                  {"documents", {"photo", "paper"}},
                  {"notDocuments", {"photo"}},
                  {"asked", {"military_referral"}},
                  {"notAsked", {"category"}},
                  {"screens", {"start"}}}}};
  const auto scenarios = read(w, file_of(scenario));
  REQUIRE(scenarios.size() == 1);
  const author::Judgement judgement = author::judge(w.pack.model, scenarios[0]);
  std::map<std::string, author::Difference> by_name;
  for (const author::Difference& d : author::differences(w.pack.model, scenarios[0].expect, judgement)) {
    by_name[d.what] = d;
  }
  CHECK(by_name["verdict"].got == "notEligible");
  CHECK(by_name["because"].got == Json::array({"age_16"}));
  CHECK(by_name["documents"].expected == Json::array({"paper"}));
  CHECK(by_name["notDocuments"].expected == Json::array({"photo"}));
  CHECK(by_name["asked"].expected == Json::array({"military_referral"}));
  CHECK(by_name["notAsked"].expected == Json::array({"category"}));
  CHECK(by_name["screens"].got.size() > 1);
}

TEST_CASE("a document is asked from its first day to its last") {
  const Work w = with_items([](pack::Sources& s) {
    s.pack["subtypes"][0]["items"][0]["from"] = "2026-03-02";
    s.pack["subtypes"][0]["items"][0]["until"] = "2026-03-03";
  });
  Json scenario{{"name", "one"}, {"asOf", "2026-03-02"}, {"expect", {{"verdict", "unknown"}}}};
  const auto scenarios = read(w, file_of(scenario));
  const auto asked_on = [&](const char* iso) {
    return !author::judge(w.pack.model, scenarios.at(0), day(iso)).documents.empty();
  };
  CHECK(!asked_on("2026-03-01"));
  CHECK(asked_on("2026-03-02"));
  CHECK(asked_on("2026-03-03"));
  CHECK(!asked_on("2026-03-04"));
}
