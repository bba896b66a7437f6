// SPDX-License-Identifier: MIT
#include "author/difference.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "work.hpp"

namespace {

using namespace qadam;
using namespace qadam::testing;
using pack::Json;

Json compare(const Work& a, const Work& b, std::optional<base::Date> on_a = std::nullopt,
             std::optional<base::Date> on_b = std::nullopt) {
  return author::difference({a.sources, a.pack.model, licence_scenarios(), on_a},
                            {b.sources, b.pack.model, licence_scenarios(), on_b});
}

Json& leaf(pack::Sources& s, std::size_t i) {
  return s.pack["subtypes"][0]["eligibleWhen"]["all"][i];
}

std::vector<std::string> changes(const Json& result) {
  std::vector<std::string> out;
  for (const Json& each : result["elements"]) {
    out.push_back(each["change"].get<std::string>() + " " + each["kind"].get<std::string>() + " " +
                  each["id"].get<std::string>());
  }
  return out;
}

std::vector<std::string> changed_scenarios(const Json& result) {
  std::vector<std::string> out;
  for (const Json& each : result["scenarios"]) {
    if (!each["changed"].empty()) out.push_back(each["name"].get<std::string>());
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a pack does not differ from itself") {
  const Work w = work();
  const Json result = compare(w, w);
  CHECK(result["elements"].empty());
  CHECK(changed_scenarios(result).empty());
  CHECK(result["scenarios"].size() == licence_scenarios()["scenarios"].size());
  CHECK(result["problems"].empty());
  CHECK(result["warnings"].empty());
}

TEST_CASE("a changed age shows the rule, its wording and the scenario that comes out otherwise") {
  const Work a = work();
  const Work b = work([](pack::Sources& s) {
    std::string feel = leaf(s, 6)["feel"].get<std::string>();  // age_16
    feel.replace(feel.find("16"), 2, "15");
    leaf(s, 6)["feel"] = feel;
    leaf(s, 6)["from"] = "2026-03-01";
    s.service_texts["kk"]["condition.age_16"] = "A1: 15";
  });
  const Json result = compare(a, b);
  CHECK(changes(result) == Lines{"changed condition licence-first/age_16", "changed text condition.age_16"});
  CHECK(result["elements"][0]["a"]["from"].is_null());
  CHECK(result["elements"][0]["b"]["from"] == "2026-03-01");
  CHECK(changed_scenarios(result) == Lines{"A1 on the day before the sixteenth birthday"});
  for (const Json& each : result["scenarios"]) {
    if (each["changed"].empty()) continue;
    CHECK(each["changed"] == Json::array({"verdict", "because"}));
    CHECK(each["a"]["because"] == Json::array({"age_16"}));
    CHECK(each["b"]["verdict"] == "eligible");
  }
  CHECK(result["warnings"].size() == 1);  // the version is still the same
}

TEST_CASE("what is gone and what is new is told with its days") {
  const Work a = work();
  const Work b = work([](pack::Sources& s) {
    s.pack["refusalGrounds"][0]["id"] = "another";
    s.pack["law"][0]["until"] = "2027-08-31";
    for (const char* lang : pack::kLanguages) {
      s.service_texts[lang]["ground.another"] = s.service_texts[lang]["ground.by_rules"];
      s.service_texts[lang].erase("ground.by_rules");
    }
  });
  const Json result = compare(a, b);
  CHECK(changes(result) == Lines{"changed term pilot", "added ground another", "added text ground.another",
                                 "removed ground by_rules", "removed text ground.by_rules"});
  CHECK(result["elements"][0]["a"]["until"] == "2026-08-31");
  CHECK(result["elements"][0]["b"]["until"] == "2027-08-31");
}

TEST_CASE("one pack on two days differs by what began and what ended between them") {
  const Work w = work([](pack::Sources& s) { leaf(s, 2)["from"] = "2026-03-10"; });  // medical
  const Json result = compare(w, w, day("2026-03-02"), day("2026-03-12"));
  CHECK(changes(result) == Lines{"added condition licence-first/medical"});
  const Lines scenarios = changed_scenarios(result);
  CHECK(std::find(scenarios.begin(), scenarios.end(), "No medical certificate") != scenarios.end());
  CHECK(result["warnings"].empty());
}

TEST_CASE("drafts of the older version need a way, or the word that there is none") {
  const Work a = work();
  Work b = work([](pack::Sources& s) { s.pack["version"] = "3"; });
  const auto drafts = [&](const Json& migrations) {
    b.sources.pack["migrations"] = migrations;
    const Json result = compare(a, b);
    CHECK(result["problems"].empty() == (result["drafts"] != "missing"));
    return result["drafts"].get<std::string>();
  };
  CHECK(drafts(Json::array()) == "missing");
  CHECK(drafts(Json::array({{{"from", "2"}, {"to", "3"}}})) == "missing");
  CHECK(drafts(Json::array({{{"from", "2"}, {"to", "3"}}, {{"from", "1"}, {"to", "2"}}})) == "migrated");
  CHECK(drafts(Json::array({{{"from", "1"}, {"to", "3"}, {"impossible", true}}})) == "impossible");
}

TEST_CASE("a scenario that one side cannot read is told, not dropped") {
  const Work a = work();
  const Work b = work([](pack::Sources& s) {
    Json& options = s.fields["fields"]["region"]["options"];
    options.erase(std::find(options.begin(), options.end(), Json("71")));
  });
  const Json result = compare(a, b);
  for (const Json& each : result["scenarios"]) {
    if (each["name"] != "Through the portal one is sent on by a link") continue;
    CHECK(each["a"]["verdict"] == "eligible");
    CHECK(each["b"]["refused"].get<std::string>().rfind("/answers/region: scenario.answer", 0) == 0);
  }
  // A draft that says so would lose its answer without a word.
  REQUIRE(result["warnings"].size() == 2);
  CHECK(has(result["warnings"][1].get<std::string>(), "option '71' of 'region' is gone"));
}
