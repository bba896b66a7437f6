// SPDX-License-Identifier: MIT
#include "author/coverage.hpp"

#include <doctest/doctest.h>

#include "work.hpp"

namespace {

using namespace qadam;
using namespace qadam::testing;
using pack::Json;

std::vector<std::string> gaps_without(const Work& w, const std::string& word) {
  Json file = licence_scenarios();
  Json kept = Json::array();
  for (const Json& each : file["scenarios"]) {
    if (each["name"].get<std::string>().find(word) == std::string::npos) kept.push_back(each);
  }
  CHECK(kept.size() < file["scenarios"].size());
  file["scenarios"] = kept;
  pack::Diagnostics diagnostics;
  author::Coverage coverage(w.pack.model);
  for (const author::Scenario& scenario : author::read_scenarios(file, "s", w.pack.model, diagnostics)) {
    coverage.add(scenario, author::judge(w.pack.model, scenario));
  }
  std::vector<std::string> out;
  for (const author::Gap& gap : coverage.gaps()) {
    std::string line = gap.kind + " " + gap.id;
    for (const std::string& each : gap.missing) line += " " + each;
    out.push_back(line + (gap.decides() ? " !" : ""));
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("without a scenario for it, a condition, a group, a question or a screen stands in the list") {
  const Work w = work();
  CHECK(gaps_without(w, "dispensary") == Lines{"condition dispensary false !"});
  CHECK(gaps_without(w, "portal") == Lines{"show link true !"});
  CHECK(gaps_without(w, " bus ") == Lines{"condition age_23 false !"});
}

TEST_CASE("a branch that was only never unknown does not fail a strict run") {
  const Work w = work();
  const Lines gaps = gaps_without(w, "not known");
  CHECK(gaps == Lines{});  // "nobody has answered anything" still makes them unknown
  CHECK(gaps_without(w, "n").size() > 10);
  const author::Gap gap{"condition", "", "x", {"unknown"}};
  CHECK(!gap.decides());
}

TEST_CASE("a condition that does not exist on the scenario's day is not exercised by it") {
  const Work w = work([](pack::Sources& s) {
    s.pack["subtypes"][0]["eligibleWhen"]["all"][2]["from"] = "2026-12-01";  // medical
  });
  author::Coverage coverage(w.pack.model);
  pack::Diagnostics diagnostics;
  for (const auto& scenario : author::read_scenarios(licence_scenarios(), "s", w.pack.model, diagnostics)) {
    coverage.add(scenario, author::judge(w.pack.model, scenario));
  }
  REQUIRE(coverage.gaps().size() == 1);
  CHECK(coverage.gaps()[0].id == "medical");
  CHECK(coverage.gaps()[0].missing.size() == 3);
}
