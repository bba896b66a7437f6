// SPDX-License-Identifier: MIT
#include "engine/draft.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../pack/packs.hpp"
#include "citizen.hpp"

using namespace qadam;
using engine::CheckState;
using engine::Truth;
using testing::Citizen;
using testing::day;
using testing::real_pack;
using testing::record_of;
using testing::setting_on;

namespace {

const service::Model& licence() {
  return real_pack("licence-first").model;
}

base::Record without(const base::Record& record, const std::string& key) {
  base::Record out;
  for (const auto& entry : record.entries()) {
    if (entry.first != key) out.set(entry.first, entry.second);
  }
  return out;
}

}  // namespace

TEST_CASE("a draft brings every answer back, through its text form, to the same screen") {
  Citizen c(licence(), setting_on("2026-08-01", service::Mode::preparation));
  c.answer("category", "BE");
  c.go_to("region");
  const base::Record draft = engine::save(licence(), c.state(), false);
  const auto read = base::decode_record(base::encode(draft));
  REQUIRE(read);
  const auto restored = engine::restore(licence(), *read, setting_on("2026-08-01", service::Mode::preparation));
  REQUIRE(restored);
  CHECK(restored->dropped.empty());
  CHECK(restored->changed.empty());
  CHECK(licence().screens[restored->state.screen].id == "region");
  CHECK(base::encode(engine::save(licence(), restored->state, false)) == base::encode(draft));
}

TEST_CASE("an answer that will not do comes back as it was typed") {
  Citizen c(licence(), setting_on("2026-08-01", service::Mode::preparation));
  c.go_to("birth_date").give("birth_date", "2000-02-31");
  const auto restored = engine::restore(licence(), engine::save(licence(), c.state(), false),
                                        setting_on("2026-08-01", service::Mode::preparation));
  REQUIRE(restored);
  const engine::Answer& answer = restored->state.answers[service::find_field(licence(), "birth_date")];
  CHECK(answer.text == "2000-02-31");
  CHECK(answer.issue == "date.no_such_day");
}

TEST_CASE("a draft without the session holds no token, no consent and nothing that a register said") {
  Citizen c(licence());
  c.go_to("region");
  const base::Record draft = engine::save(licence(), c.state(), false);
  for (const auto& entry : draft.entries()) {
    CAPTURE(entry.first);
    CHECK(entry.first.rfind("answer.registry", 0) == std::string::npos);
    CHECK(entry.first.rfind("check.", 0) == std::string::npos);
    CHECK(entry.first != "answer.bar_last_day");
    CHECK(entry.first != "token");
    CHECK(entry.first != "consent");
    CHECK(entry.second.find("t1") == std::string::npos);
  }
}

TEST_CASE("restored without its session, a person stands at sign-in again and loses no answer") {
  Citizen c(licence());
  c.go_to("region");
  const auto restored = engine::restore(licence(), engine::save(licence(), c.state(), false), setting_on("2026-08-01"));
  REQUIRE(restored);
  CHECK(licence().screens[restored->state.screen].id == "sign_in");
  CHECK(restored->state.answers[service::find_field(licence(), "phone")].given());
}

TEST_CASE("restored with its session, the registers need not be asked again") {
  Citizen c(licence());
  c.go_to("region");
  const auto restored = engine::restore(licence(), engine::save(licence(), c.state(), true), setting_on("2026-08-01"));
  REQUIRE(restored);
  CHECK(licence().screens[restored->state.screen].id == "region");
  for (const CheckState check : restored->state.checks) CHECK(check == CheckState::passed);
  CHECK(restored->state.session.token == "t1");
}

TEST_CASE("a bar that ends between saving and restoring is judged by the new day") {
  Citizen c(licence());
  c.registers["bar"] = {{"result", "barred"}, {"bar_last_day", "2026-08-01"}};
  c.go_to("birth_date");
  REQUIRE(c.check("bar") == CheckState::stopped);
  const auto restored = engine::restore(licence(), engine::save(licence(), c.state(), true), setting_on("2026-08-02"));
  REQUIRE(restored);
  CHECK(restored->state.checks[1] == CheckState::passed);
}

TEST_CASE("answers whose question or option no longer exists are named, the rest is kept") {
  Citizen c(licence());
  c.go_to("region");
  base::Record draft = engine::save(licence(), c.state(), false);
  draft.set("answer.shoe_size", "value:43");
  draft.set("answer.category", "value:Z");
  const auto restored = engine::restore(licence(), draft, setting_on("2026-08-01"));
  REQUIRE(restored);
  CHECK(restored->dropped == std::vector<std::string>{"category", "shoe_size"});
  CHECK(restored->state.answers[service::find_field(licence(), "phone")].given());
}

TEST_CASE("an answer that is no longer offered is named too") {
  // "I don't know" where nobody may say so any more used to vanish without a word.
  base::Record draft =
      record_of({{"service", "licence-first"}, {"answer.category", "dontKnow"}, {"answer.phone", "nonsense"}});
  const auto restored = engine::restore(licence(), draft, setting_on("2026-08-01"));
  REQUIRE(restored);
  CHECK(restored->dropped == std::vector<std::string>{"category", "phone"});
}

TEST_CASE("a verdict that is another now is named") {
  Citizen c(licence());
  c.go_to("category").give("birth_date", "2008-8-2").give("category", "A");
  REQUIRE(c.verdict() == Truth::no);
  const base::Record draft = engine::save(licence(), c.state(), true);
  const auto same = engine::restore(licence(), draft, setting_on("2026-08-01"));
  REQUIRE(same);
  CHECK(same->changed.empty());
  const auto later = engine::restore(licence(), draft, setting_on("2026-08-02"));
  REQUIRE(later);
  CHECK(later->changed == std::vector<std::string>{"licence-first"});
}

TEST_CASE("a draft of another service, or of none, is refused") {
  const auto other = engine::restore(licence(), record_of({{"service", "deferment"}}), setting_on("2026-08-01"));
  REQUIRE_FALSE(other);
  CHECK(other.error().code == "draft.service");
  CHECK_FALSE(engine::restore(licence(), base::Record{}, setting_on("2026-08-01")));
}

namespace {

// The real service at version 3, with drafts of 1 and 2 to take over.
service::Model version_three() {
  service::Model m = licence();
  m.version = "3";
  service::Migration first;
  first.from = "1";
  first.to = "2";
  first.renames = {{"mobile", "telephone"}, {"kind", "class"}};
  first.moves = {{"class", "car", "cars"}};
  first.drops = {"shoe_size"};
  service::Migration second;
  second.from = "2";
  second.to = "3";
  second.renames = {{"telephone", "phone"}, {"class", "category"}};
  second.moves = {{"category", "cars", "B"}};
  service::Migration none;
  none.from = "0";
  none.to = "1";
  none.impossible = true;
  m.migrations = {none, second, first};
  return m;
}

std::string answer_of(const service::Model& model, const engine::Restored& restored, const char* field) {
  return restored.state.answers[service::find_field(model, field)].text;
}

}  // namespace

TEST_CASE("a draft of an older version goes through every step to the present one") {
  const service::Model model = version_three();
  const auto restored = engine::restore(model,
                                        record_of({{"service", "licence-first"},
                                                   {"version", "1"},
                                                   {"answer.mobile", "value:+77012345678"},
                                                   {"answer.kind", "value:car"},
                                                   {"answer.shoe_size", "value:43"},
                                                   {"answer.region", "value:75"}}),
                                        setting_on("2026-08-01"));
  REQUIRE(restored);
  CHECK(answer_of(model, *restored, "phone") == "+77012345678");
  CHECK(answer_of(model, *restored, "category") == "B");
  CHECK(answer_of(model, *restored, "region") == "75");
  CHECK(restored->dropped == std::vector<std::string>{"shoe_size"});
}

TEST_CASE("an answer that a migration cannot place is named as the draft names it") {
  const service::Model model = version_three();
  const auto restored = engine::restore(
      model, record_of({{"service", "licence-first"}, {"version", "2"}, {"answer.class", "value:zeppelin"}}),
      setting_on("2026-08-01"));
  REQUIRE(restored);
  CHECK(restored->dropped == std::vector<std::string>{"class"});
}

TEST_CASE("two fields that change names with each other keep their own answers") {
  service::Model model = licence();
  model.version = "2";
  service::Migration swap;
  swap.from = "1";
  swap.to = "2";
  swap.renames = {{"phone", "region"}, {"region", "phone"}};
  model.migrations = {swap};
  const auto restored = engine::restore(model,
                                        record_of({{"service", "licence-first"},
                                                   {"version", "1"},
                                                   {"answer.region", "value:+77012345678"},
                                                   {"answer.phone", "value:75"}}),
                                        setting_on("2026-08-01"));
  REQUIRE(restored);
  CHECK(answer_of(model, *restored, "phone") == "+77012345678");
  CHECK(answer_of(model, *restored, "region") == "75");
}

TEST_CASE("a draft of a version that leads nowhere is refused with that version, never half read") {
  const service::Model model = version_three();
  for (const char* version : {"0", "4", "nonsense"}) {
    CAPTURE(version);
    const auto restored = engine::restore(
        model, record_of({{"service", "licence-first"}, {"version", version}, {"answer.phone", "value:1"}}),
        setting_on("2026-08-01"));
    REQUIRE_FALSE(restored);
    CHECK(restored.error().code == "draft.version");
    CHECK(restored.error().place == version);
  }
}

TEST_CASE("migrations that lead in a circle, as a forged file may have, end") {
  service::Model model = licence();
  model.version = "9";
  service::Migration there;
  there.from = "1";
  there.to = "2";
  service::Migration back;
  back.from = "2";
  back.to = "1";
  model.migrations = {there, back};
  const auto restored =
      engine::restore(model, record_of({{"service", "licence-first"}, {"version", "1"}}), setting_on("2026-08-01"));
  REQUIRE_FALSE(restored);
  CHECK(restored.error().code == "draft.version");
}

TEST_CASE("a draft never stands beyond what is missing") {
  Citizen c(licence(), setting_on("2026-08-01", service::Mode::preparation));
  c.go_to("summary");
  const base::Record draft = without(engine::save(licence(), c.state(), false), "answer.birth_date");
  const auto restored = engine::restore(licence(), draft, setting_on("2026-08-01", service::Mode::preparation));
  REQUIRE(restored);
  CHECK(licence().screens[restored->state.screen].id == "birth_date");
}

TEST_CASE("a draft of a demonstrated day does not take a real session back in time") {
  const base::Record draft = record_of({{"service", "licence-first"}, {"asOf", "2026-08-31"}, {"screen", "start"}});
  const auto demonstration = engine::restore(licence(), draft, setting_on("2026-11-01"));
  REQUIRE(demonstration);
  CHECK(demonstration->state.page == engine::Page::screen);
  const auto real = engine::restore(licence(), draft, setting_on("2026-11-01", service::Mode::connected));
  REQUIRE(real);
  CHECK_FALSE(real->state.setting.as_of);
  CHECK(real->state.page == engine::Page::closed);
}

TEST_CASE("answers given elsewhere are not asked again, and information is still read") {
  const service::Model& model = real_pack("licence-first").model;
  base::Record record;
  record.set("service", model.id);
  record.set("carried", "yes");
  record.set("answer.for_whom", "value:self");
  record.set("answer.channel", "value:portal");
  const auto restored = engine::restore(model, record, setting_on("2026-08-01"));
  REQUIRE(restored);
  Citizen citizen(model);
  citizen.state() = (*restored).state;
  CHECK(citizen.at("start"));
  citizen.press("continue");
  CHECK(citizen.at("link"));  // a page to read, behind two questions that are answered
  citizen.press("back");
  CHECK(citizen.at("channel"));  // still there, to be changed
  const base::Record kept = engine::save(model, citizen.state(), true);
  CHECK(kept.get("carried") == "yes");
}
