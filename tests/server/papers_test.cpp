// Applications with papers, judged as they arrive: incomplete ones are refused, ineligible ones never.
// SPDX-License-Identifier: MIT
#include "backend/engine_judge.hpp"
#include "engine/draft.hpp"
#include "fixture.hpp"
#include "server/json.hpp"
#include "submission/application.hpp"

namespace qadam::server::testing {
namespace {

const std::string kIin = "980514101012";
const base::Instant kNow = base::instant_of(base::parse_date("2026-11-25").value(), 12 * 60);

const service::Model& model(std::string_view id) {
  for (const service::Model& each : all_models()) {
    if (each.id == id) return each;
  }
  std::abort();
}

using Answers = std::map<std::string, std::string>;

Answers student() {
  return {{"for_whom", "value:self"},
          {"birth_date", "value:2004-05-14"},
          {"deferment_case", "value:study"},
          {"study_form", "value:full_time"},
          {"study_level", "value:higher"},
          {"level_used", "value:false"},
          {"study_abroad", "value:true"},
          {"study_distance", "value:false"},
          {"religious_school", "value:false"},
          {"region", "value:71"},
          {"iin", "value:" + kIin},
          {"phone", "value:87012345678"},
          {"file_study_certificate", "value:" + std::string(64, 'a') + " 9 pdf a.pdf"},
          {"file_study_translation", "value:" + std::string(64, 'b') + " 9 jpeg b.jpg"}};
}

base::Result<backend::Judgement> judged(std::string_view service, const Answers& answers) {
  base::Record draft;
  draft.set("service", std::string(service));
  for (const auto& [field, value] : answers) draft.set("answer." + field, value);
  engine::Setting setting;
  setting.now = kNow;
  auto restored = engine::restore(model(service), draft, setting);
  REQUIRE(restored);
  engine::State& state = (*restored).state;
  state.session.consent = "consent";
  state.signing.made_at = kNow;
  const std::string text = submission::application(model(service), state, "kk");
  const base::Record flat = flattened(Json::parse(text));
  return backend::EngineJudge(all_models()).judge({text, flat, kIin, {}, backend::Mode::Demonstration, kNow});
}

std::string refusal(const base::Result<backend::Judgement>& result) {
  return result ? "accepted" : result.error().code + " " + result.error().place;
}

}  // namespace

TEST_CASE("the judge names the files that an application refers to, so that they must have been sent") {
  const auto judgement = judged("deferment", student());
  REQUIRE(judgement);
  CHECK(judgement->verdict == "eligible");
  CHECK(judgement->documents == std::vector<std::string>{std::string(64, 'a'), std::string(64, 'b')});
}

TEST_CASE("an application that lacks a paper is incomplete, and the paper is named") {
  Answers answers = student();
  answers["file_study_translation"] = "dontKnow";
  CHECK(refusal(judged("deferment", answers)) == "application.incomplete study_translation");
  // Where his answers do not ask for it, nobody misses it.
  answers["study_abroad"] = "value:false";
  CHECK(refusal(judged("deferment", answers)) == "accepted");
  answers.erase("file_study_certificate");
  CHECK(refusal(judged("deferment", answers)) == "application.incomplete study_certificate");
}

TEST_CASE("eligibility refuses nobody: an evening student's application is taken, with the verdict beside it") {
  Answers answers = student();
  answers["study_form"] = "value:other";
  const auto judgement = judged("deferment", answers);
  REQUIRE(judgement);
  CHECK(judgement->verdict == "notEligible");
}

TEST_CASE("without a ground there is nothing to apply for") {
  Answers answers = student();
  answers["deferment_case"] = "withheld";
  CHECK(refusal(judged("deferment", answers)).rfind("application.incomplete", 0) == 0);
  CHECK(refusal(judged("registration", {{"for_whom", "value:self"},
                                        {"registration_case", "value:moved"},
                                        {"iin", "value:" + kIin},
                                        {"phone", "value:87012345678"}}))
            .rfind("application.incomplete", 0) == 0);
}

TEST_CASE("a paper that is only for whoever has it is asked for and never missed") {
  const Answers answers = {{"for_whom", "value:self"},
                           {"registration_case", "value:citizenship"},
                           {"citizenship", "value:true"},
                           {"sex", "value:male"},
                           {"birth_date", "value:1996-05-14"},
                           {"permanently_abroad", "value:false"},
                           {"region", "value:71"},
                           {"iin", "value:" + kIin},
                           {"phone", "value:87012345678"},
                           {"file_citizenship_education", "none"}};
  const auto judgement = judged("registration", answers);
  REQUIRE(judgement);
  CHECK(judgement->documents.empty());
}

TEST_CASE_FIXTURE(Fixture, "consent to a service that asks no register lists no register") {
  const Answer session = ask("POST", "/api/sessions", dump({{"iin", kIin}}));
  const Answer in = ask("POST", "/api/sessions/" + session.json["session"].get<std::string>() + "/confirmation",
                        dump({{"code", session.json["code"]}}));
  const std::string token = in.json["token"].get<std::string>();
  // Used to be refused as malformed, so nobody came to his papers.
  CHECK(ask("POST", "/api/consents", R"({"service":"deferment","checks":[]})", token).status == 201);
  CHECK(ask("POST", "/api/consents", R"({"service":"licence-first","checks":[]})", token).status == 400);
}

}  // namespace qadam::server::testing
