// SPDX-License-Identifier: MIT
#include "submission/application.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "../engine/citizen.hpp"
#include "../pack/packs.hpp"
#include "engine/draft.hpp"

using namespace qadam;
using nlohmann::json;  // sorts its keys
using submission::application;
using testing::Citizen;
using testing::real_pack;
using testing::record_of;
using testing::setting_on;

namespace {

const service::Model& licence() {
  return real_pack("licence-first").model;
}

// As the server flattens what it got.
void flatten(const json& value, const std::string& key, base::Record& out) {
  const std::string dot = key.empty() ? "" : key + ".";
  if (value.is_object()) {
    for (const auto& item : value.items()) flatten(item.value(), dot + item.key(), out);
  } else if (value.is_array()) {
    out.set(dot + "count", std::to_string(value.size()));
    for (std::size_t i = 0; i < value.size(); ++i) flatten(value[i], dot + std::to_string(i), out);
  } else if (value.is_boolean()) {
    out.set(key, value.get<bool>() ? "true" : "false");
  } else {
    out.set(key, value.get<std::string>());
  }
}

}  // namespace

TEST_CASE("an application is canonical: sorted keys, no white space, read and written anew it is the same") {
  Citizen c(licence());
  c.answer("category", "BE");
  c.go_to("sign");
  for (const char* lang : {"kk", "ru", "en"}) {
    const std::string text = application(licence(), c.state(), lang);
    const json parsed = json::parse(text, nullptr, false);
    REQUIRE(parsed.is_object());
    CHECK(parsed.dump() == text);
    CHECK(parsed["language"] == lang);
  }
}

TEST_CASE("the same state gives the same text, whatever came between") {
  Citizen c(licence());
  c.go_to("sign").ok({{"signing", "g"}, {"code", "1"}});
  const std::string before = application(licence(), c.state(), "kk");
  c.now("2026-08-01", 700).press("back").press("continue");
  CHECK(c.at("sign"));
  CHECK(application(licence(), c.state(), "kk") == before);
}

TEST_CASE("it holds the answers asked, and no register's") {
  Citizen c(licence());
  c.give("military_referral", "true").give("has_experience", "true").go_to("sign");
  const json parsed = json::parse(application(licence(), c.state(), "kk"), nullptr, false);
  CHECK(parsed["answers"]["birth_date"] == "1998-05-14");
  CHECK(parsed["answers"]["category"] == "B");
  CHECK(parsed["answers"]["phone"] == "+77012345678");
  CHECK_FALSE(parsed["answers"].contains("military_referral"));  // kept on the page, but not asked of this person
  CHECK_FALSE(parsed["answers"].contains("has_experience"));
  for (const auto& item : parsed["answers"].items()) {
    CHECK(item.key().rfind("registry_", 0) == std::string::npos);
    CHECK(item.key() != "bar_last_day");
  }
  CHECK(parsed["subtypes"][0]["verdict"] == "eligible");
  CHECK(parsed["consent"] == "c1");
  CHECK(parsed["mode"] == "demonstration");
  CHECK(parsed["pack"]["checksum"] == submission::hex(licence().checksum));
  CHECK(parsed["madeAt"] == "2026-08-01T05:00:00Z");  // UTC, not the time of day in Kazakhstan
  CHECK_FALSE(parsed.contains("asOf"));
  CHECK(application(licence(), c.state(), "kk").find("t1") == std::string::npos);  // no token in what is signed
}

TEST_CASE("dont know is said as that, and a demonstrated day too") {
  engine::Setting setting = setting_on("2026-11-01");
  setting.as_of = testing::day("2026-08-31");
  Citizen c(licence(), setting);
  c.answer("birth_date", "2009-3-10");
  c.go_to("referral").act(engine::Give{"military_referral", engine::AnswerState::dont_know, ""}).press("continue");
  const json parsed = json::parse(application(licence(), c.state(), "ru"), nullptr, false);
  CHECK(parsed["answers"]["military_referral"]["state"] == "dontKnow");
  CHECK(parsed["asOf"] == "2026-08-31");
  CHECK(parsed["subtypes"][0]["verdict"] == "unknown");
  CHECK(parsed["subtypes"][0]["because"].is_array());
}

TEST_CASE("an answer that will not do is not submitted") {
  Citizen c(licence());
  c.go_to("sign").give("phone", "12");
  CHECK_FALSE(json::parse(application(licence(), c.state(), "kk"), nullptr, false)["answers"].contains("phone"));
}

TEST_CASE("the server reads back the same answers and the same verdict from it") {
  Citizen c(licence(), setting_on("2026-08-01", service::Mode::preparation));
  c.answer("category", "C");
  c.answer("birth_date", "2007-1-1");
  c.go_to("prepared");
  base::Record flat;
  flatten(json::parse(application(licence(), c.state(), "kk"), nullptr, false), "", flat);
  const auto draft = submission::draft_of(flat);
  REQUIRE(draft);
  const auto restored = engine::restore(licence(), *draft, setting_on("2026-08-01", service::Mode::preparation));
  REQUIRE(restored);
  CHECK(restored->dropped.empty());
  const json before = json::parse(application(licence(), c.state(), "kk"), nullptr, false);
  const json after = json::parse(application(licence(), restored->state, "kk"), nullptr, false);
  CHECK(before["answers"] == after["answers"]);
  CHECK(before["subtypes"] == after["subtypes"]);
}

TEST_CASE("choices and states come through, shapes that no answer has are refused") {
  const auto draft = submission::draft_of(record_of({{"service", "s"},
                                                     {"answers.many.count", "2"},
                                                     {"answers.many.0", "a"},
                                                     {"answers.many.1", "b"},
                                                     {"answers.none.state", "none"},
                                                     {"answers.plain", "x:y"},
                                                     {"consent", "left out"}}));
  REQUIRE(draft);
  CHECK(draft->get("answer.many") == "value:a,b");
  CHECK(draft->get("answer.none") == "none");
  CHECK(draft->get("answer.plain") == "value:x:y");
  CHECK_FALSE(draft->has("consent"));
  CHECK(submission::draft_of(base::Record{}).error().code == "application.service");
  const auto refused = [](const char* key, const char* value) {
    const auto result = submission::draft_of(record_of({{"service", "s"}, {key, value}}));
    return result ? "" : result.error().code + " " + result.error().place;
  };
  CHECK(refused("answers.a.state", "maybe") == "application.answers answers.a.state");
  CHECK(refused("answers.a.b", "x") == "application.answers answers.a.b");
  CHECK(refused("answers.a.0.b", "x") == "application.answers answers.a.0.b");
}

TEST_CASE("a forged count of choices does not run away") {
  const auto draft = submission::draft_of(record_of({{"service", "s"}, {"answers.a.count", "999999999999999999"}}));
  REQUIRE(draft);
  CHECK(draft->get("answer.a").size() < 1000);
}

TEST_CASE("only what is signed and sent carries the application") {
  Citizen c(licence());
  c.submit();
  for (engine::Effect effect : c.effects()) {
    submission::complete(licence(), c.state(), "kk", effect);
    const bool carries = effect.kind == engine::EffectKind::signing || effect.kind == engine::EffectKind::submit;
    CHECK(effect.params.has("application") == carries);
  }
}

TEST_CASE("checksums are sixteen hexadecimal digits") {
  CHECK(submission::hex(0) == "0000000000000000");
  CHECK(submission::hex(0xDEADBEEF) == "00000000deadbeef");
  CHECK(submission::hex(~std::uint64_t{0}) == "ffffffffffffffff");
}
