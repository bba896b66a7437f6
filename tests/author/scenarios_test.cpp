// SPDX-License-Identifier: MIT
#include "author/scenarios.hpp"

#include <doctest/doctest.h>

#include "work.hpp"

namespace {

using namespace qadam;
using namespace qadam::testing;
using pack::Json;

constexpr const char* kFile = "assets/services/licence-first.scenarios.json";

Json person() {
  return {{"name", "one"},
          {"asOf", "2026-03-02"},
          {"answers", {{"category", "B"}}},
          {"registry", {{"licence", "none"}}},
          {"expect", {{"verdict", "unknown"}}}};
}

std::vector<std::string> faults(Json scenarios) {
  static const Work kWork = work();
  pack::Diagnostics diagnostics;
  const Json file{{"format", 1}, {"service", "licence-first"}, {"scenarios", std::move(scenarios)}};
  const auto read = author::read_scenarios(file, kFile, kWork.pack.model, diagnostics);
  std::vector<std::string> out;
  for (const pack::Diagnostic& d : diagnostics) {
    CHECK(d.file == kFile);
    out.push_back(d.place + " " + d.code + " " + d.detail);
  }
  CHECK((out.empty() || read.size() < file["scenarios"].size()));
  return out;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("a scenario may leave answers out and give every kind of answer") {
  Json scenario = person();
  scenario["answers"]["has_experience"] = {{"state", "dontKnow"}};
  scenario["answers"]["military_referral"] = true;
  scenario["registry"]["bar"] = {{"result", "barred"}, {"bar_last_day", "2031-05-02"}};
  scenario["registry"]["medical"] = "unavailable";
  CHECK(faults(Json::array({scenario})).empty());
}

TEST_CASE("a misspelt question, option, register, condition or member is named with its place and the right word") {
  Json a = person();
  a["answers"] = {{"categry", "B"}, {"category", "B11"}};
  CHECK(faults(Json::array({a})) ==
        Faults{"/scenarios/0/answers/categry scenario.unknown_field categry (did you mean 'category'?)",
               "/scenarios/0/answers/category scenario.answer no option 'B11' (did you mean 'B1'?)"});
  Json b = person();
  b["registry"] = {{"medcal", "exists"}, {"school", "exsts"}};
  CHECK(faults(Json::array({b})) ==
        Faults{"/scenarios/0/registry/medcal scenario.unknown_check medcal (did you mean 'medical'?)",
               "/scenarios/0/registry/school scenario.answer no option 'exsts' (did you mean 'exists'?)"});
  Json c = person();
  c["expect"] = {{"verdct", "unknown"}, {"because", {"medical", "dispensry"}}, {"documents", {"photo"}}};
  CHECK(faults(Json::array({c})) ==
        Faults{"/scenarios/0/expect/verdct pack.unknown_key no such key here (did you mean 'verdict'?)",
               "/scenarios/0/expect/because/1 scenario.unknown_condition dispensry (did you mean 'dispensary'?)",
               "/scenarios/0/expect/documents/0 scenario.unknown_item photo"});
}

TEST_CASE("every scenario with a mistake is reported in one run") {
  Json a = person();
  a["asOf"] = "2026-02-30";
  Json b = person();
  b["name"] = "two";
  b["subtype"] = "licence-frst";
  CHECK(faults(Json::array({a, person(), b})).size() == 3);  // the day, the name twice, the subtype
}

TEST_CASE("an answer that the question does not take is a mistake of the scenario, not an unknown") {
  Json a = person();
  a["answers"] = {{"category", {{"state", "dontKnow"}}}};
  CHECK(faults(Json::array({a})) ==
        Faults{"/scenarios/0/answers/category scenario.answer this question does not offer dontKnow"});
  a["answers"] = {{"birth_date", "2009-02-29"}};
  CHECK(faults(Json::array({a})) ==
        Faults{"/scenarios/0/answers/birth_date scenario.answer will not do: date.no_such_day"});
  a["answers"] = {{"registry_medical", "exists"}};
  CHECK(faults(Json::array({a})) ==
        Faults{"/scenarios/0/answers/registry_medical scenario.answer a register tells this: it belongs under "
               "'registry'"});
}

TEST_CASE("a scenario that expects nothing tests nothing") {
  Json a = person();
  a.erase("expect");
  CHECK(faults(Json::array({a})) == Faults{"/scenarios/0/expect pack.missing a scenario without it tests nothing"});
}

TEST_CASE("whatever stands in a scenario file, reading it ends with diagnostics") {
  const Json strange[] = {1, "x", Json::array({1}), Json::object(), Json()};
  for (const char* member : {"name", "asOf", "answers", "registry", "expect", "subtype", "consent"}) {
    for (const Json& value : strange) {
      Json a = person();
      a[member] = value;
      CAPTURE(a.dump());
      CHECK_NOTHROW((void)faults(Json::array({a})));
    }
  }
  CHECK(!faults(Json::array({1, "x"})).empty());
}
