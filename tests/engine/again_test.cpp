// A refused application that is corrected and made again.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"
#include "engine/draft.hpp"
#include "engine/flow.hpp"

using namespace qadam;
using engine::EffectKind;
using engine::Page;
using testing::Citizen;
using testing::Pairs;
using testing::real_pack;
using testing::setting_on;

namespace {

const service::Model& licence() {
  return real_pack("licence-first").model;
}

// The licence as it would be if its phone number were a paper of the order: given on a screen of its own.
service::Model with_paper() {
  service::Model model = licence();
  service::Item item;
  item.id = "medical_form";
  item.field = service::find_field(model, "phone");
  model.subtypes.front().items.push_back(item);
  return model;
}

Pairs refusal(const std::string& paper = {}) {
  return {{"number", "DEMO-1"}, {"service", "licence-first"}, {"accepted", "1785500000"},
          {"stage", "16"},      {"state", "stopped"},         {"ground", "by_rules"},
          {"paper", paper}};
}

Citizen refused(const service::Model& model, const std::string& paper = {}) {
  Citizen c(model);
  c.submit().press("refresh").ok(refusal(paper));
  return c;
}

std::string given(const Citizen& c) {
  std::string out;
  for (const engine::Answer& answer : c.state().answers) out += answer.text + "|";
  return out;
}

}  // namespace

TEST_CASE("a refused application is made again with every answer kept, under another signature and another key") {
  Citizen c = refused(licence());
  const std::string answers = given(c);
  std::string first_key;
  for (const engine::Effect& effect : c.effects()) {
    if (effect.kind == EffectKind::submit) first_key = effect.params.get("key");
  }
  c.press("again");
  CHECK(c.at("summary"));
  CHECK(given(c) == answers);
  CHECK(c.state().application.number.empty());
  CHECK(c.state().earlier.number == "DEMO-1");
  CHECK(c.state().earlier.ground == "by_rules");
  c.press("continue");
  CHECK(c.at("sign"));
  CHECK(c.effects().back().kind == EffectKind::signing);
  c.ok({{"signing", "g2"}, {"code", "111111"}}).give("signing_code", "111111").press("send");
  CHECK(c.effects().back().kind == EffectKind::submit);
  CHECK(c.effects().back().params.get("signing") == "g2");
  CHECK_FALSE(first_key.empty());
  CHECK(c.effects().back().params.get("key") != first_key);
  c.ok({{"number", "DEMO-2"}, {"secret", "def"}, {"stage", "13"}, {"state", "current"}});
  CHECK(c.at("case"));
  CHECK(c.state().application.number == "DEMO-2");
  CHECK(c.state().earlier.number == "DEMO-1");
}

TEST_CASE("a second press of the same button does nothing more, and nothing is sent by it") {
  Citizen c = refused(licence());
  const std::size_t effects = c.effects().size();
  c.press("again");
  const std::string once = testing::everything(c.model(), c.state());
  c.press("again");
  CHECK(testing::everything(c.model(), c.state()) == once);
  CHECK(c.effects().size() == effects);
}

TEST_CASE("only a refusal can be corrected: not an exam that was failed, nor a case under way or done") {
  for (const Pairs& state : {Pairs{{"state", "stopped"}}, Pairs{{"state", "current"}}, Pairs{{"state", "done"}}}) {
    Citizen c(licence());
    Pairs record = {{"number", "DEMO-1"}, {"service", "licence-first"}, {"stage", "13"}};
    record.push_back(state.front());
    c.submit().press("refresh").ok(record).press("again");
    CHECK(c.at("case"));
    CHECK(c.state().application.number == "DEMO-1");
  }
}

TEST_CASE("a refusal that hit a paper leads to where it is given, and from there straight back to the summary") {
  const service::Model model = with_paper();
  Citizen c = refused(model, "medical_form");
  c.press("again");
  CHECK(c.at("phone"));
  c.give("phone", "87019998877").press("continue");
  CHECK(c.at("summary"));
  Citizen unknown = refused(model, "of another version");
  unknown.press("again");
  CHECK(unknown.at("summary"));
}

TEST_CASE("a page that came by number and secret begins at the first question, and knows why") {
  Citizen c(licence());
  c.press("status").give("status_number", "DEMO-1").give("status_secret", "abc").press("show_status").ok(refusal());
  REQUIRE(c.at("case"));
  c.press("again");
  CHECK(c.at("for_whom"));
  CHECK(c.state().earlier.blank == c.state().screen);
  CHECK(c.state().earlier.secret == "abc");
  c.go_to("summary");
  CHECK(c.at("summary"));
  CHECK(c.state().earlier.number == "DEMO-1");
}

TEST_CASE("a session that the server forgot meanwhile asks to sign in again and loses no answer") {
  Citizen c = refused(licence());
  const std::string category = c.answer_to("category").text;
  c.press("again").press("continue").refused("session");
  CHECK(c.at("sign_in"));
  c.go_to("summary");
  CHECK(c.at("summary"));
  CHECK(c.answer_to("category").text == category);
  CHECK(c.state().earlier.number == "DEMO-1");
}

TEST_CASE("a refusal can be corrected only while the service takes applications; the answers wait") {
  Citizen c = refused(licence());
  c.now("2026-09-01", 600);
  CHECK_FALSE(engine::may_apply_again(c.model(), c.state()));
  c.press("again");
  CHECK(c.at("case"));
  CHECK(c.answer_to("category").text == "B");
}

TEST_CASE("what is being corrected outlives a new start of the page's engine, and stands in no draft file") {
  Citizen c = refused(licence());
  c.press("again");
  const auto back = engine::restore(licence(), engine::save(licence(), c.state(), true), setting_on("2026-08-01"));
  REQUIRE(back);
  CHECK(back->state.earlier.number == "DEMO-1");
  CHECK(back->state.earlier.ground == "by_rules");
  CHECK(base::encode(engine::save(licence(), c.state(), false)).find("DEMO-1") == std::string::npos);
}

TEST_CASE("who erases while correcting leaves nothing, and the consent of the sent application stands") {
  Citizen c = refused(licence());
  c.press("again").press("erase");
  CHECK(c.state().earlier.number.empty());
  for (const engine::Effect& effect : c.effects()) CHECK(effect.kind != EffectKind::withdraw);
}

TEST_CASE("the status of another application brings no word of the corrected one") {
  Citizen c = refused(licence());
  c.press("again").press("back");
  c.state().page = Page::status;
  c.give("status_number", "DEMO-9").give("status_secret", "xyz").press("show_status");
  Pairs other = refusal();
  other.front().second = "DEMO-9";
  c.ok(other);
  CHECK(c.state().application.number == "DEMO-9");
  CHECK(c.state().earlier.number.empty());
}
