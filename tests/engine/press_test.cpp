// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"
#include "engine/draft.hpp"

using namespace qadam;
using engine::EffectKind;
using engine::Page;
using testing::Citizen;
using testing::day;
using testing::everything;
using testing::real_pack;
using testing::setting_on;

namespace {

const service::Model& licence() {
  return real_pack("licence-first").model;
}

}  // namespace

TEST_CASE("a double press while the backend is asked does nothing") {
  Citizen c(licence());
  c.go_to("sign_in").give("iin", "980514101012").press("continue");
  CHECK(c.effects().size() == 1);
  const std::string before = everything(licence(), c.state());
  for (const char* id : {"continue", "back", "new", "new_code", "agree", "status"}) c.press(id);
  CHECK(c.effects().size() == 1);
  CHECK(everything(licence(), c.state()) == before);
}

TEST_CASE("two quick presses of send make one application") {
  Citizen c(licence());
  c.go_to("sign").reply(engine::Outcome::ok, {{"signing", "g1"}, {"code", "654321"}});
  c.give("signing_code", "654321").press("send").press("send");
  int submits = 0;
  for (const engine::Effect& effect : c.effects()) submits += effect.kind == EffectKind::submit;
  CHECK(submits == 1);
}

TEST_CASE("the key of a submission stays the same over every try of it") {
  Citizen c(licence());
  c.go_to("sign").reply(engine::Outcome::ok, {{"signing", "g1"}, {"code", "654321"}});
  c.give("signing_code", "654321").press("send");
  const std::string first(c.effects().back().params.get("key"));
  CHECK_FALSE(first.empty());
  c.unavailable();
  CHECK(c.state().trouble == "server");
  CHECK(c.at("sign"));
  c.press("send");
  CHECK(c.effects().back().kind == EffectKind::submit);
  CHECK(c.effects().back().params.get("key") == first);
}

TEST_CASE("codes are six digits, and spaces in them do no harm") {
  Citizen c(licence());
  c.go_to("sign_in").give("iin", "980514101012").press("continue").ok({{"session", "s"}, {"code", "1"}});
  c.give("code", "12345").press("continue");
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues.front().id == "code");
  CHECK(c.state().issues.front().code == "code.form");
  c.give("code", " 123 456 ").press("continue");
  CHECK(c.effects().back().kind == EffectKind::confirm);
  CHECK(c.effects().back().params.get("code") == "123456");
}

TEST_CASE("no register is asked before the person has agreed") {
  Citizen c(licence());
  c.go_to("consent");
  for (const engine::Effect& effect : c.effects()) CHECK(effect.kind != EffectKind::check);
  c.press("agree");
  CHECK(c.effects().back().kind == EffectKind::consent);
  CHECK(c.effects().back().params.get("checks") == "licence,bar,medical,dispensary,school,attempts");
}

TEST_CASE("who refuses consent is let go, and may agree later with all answers kept") {
  Citizen c(licence());
  c.go_to("consent").press("refuse");
  CHECK(c.state().page == Page::ended);
  for (const engine::Effect& effect : c.effects()) CHECK(effect.kind != EffectKind::check);
  c.press("back");
  CHECK(c.at("consent"));
  c.go_to("summary");
  CHECK(c.at("summary"));
  CHECK(c.answer_to("channel").text == "bank");
}

TEST_CASE("erasing leaves nothing of the answers anywhere in the state") {
  Citizen c(licence());
  c.go_to("phone").give("phone", "87012345678");
  c.give("status_secret", "my-secret").give("slot", "slot-7").press("erase");
  CHECK(c.state().page == Page::erased);
  const std::string all = everything(licence(), c.state());
  for (const char* trace : {"980514", "1998", "8701", "701234", "my-secret", "slot-7", "t1", "c1", "123456", "bank"}) {
    CAPTURE(trace);
    CHECK(all.find(trace) == std::string::npos);
  }
  const base::Record record = engine::save(licence(), c.state(), true);
  for (const auto& entry : record.entries()) {
    CHECK(entry.first.rfind("answer.", 0) == std::string::npos);
  }
}

TEST_CASE("erasing works while the backend is asked, and its late answer finds no one") {
  Citizen c(licence());
  c.go_to("sign_in").give("iin", "980514101012").press("continue");
  const std::uint32_t id = c.state().pending.back().id;
  c.press("erase");
  CHECK(c.state().page == Page::erased);
  c.act(engine::Result{id, engine::Outcome::ok, testing::record_of({{"session", "s1"}})});
  CHECK(c.state().session.id.empty());
  c.press("new");
  CHECK(c.at("start"));
  c.act(engine::Result{id, engine::Outcome::ok, testing::record_of({{"session", "s1"}})});
  CHECK(c.state().session.id.empty());
}

TEST_CASE("who erases before applying takes the consent back, once, and can begin anew whatever the answer") {
  for (const engine::Outcome outcome :
       {engine::Outcome::ok, engine::Outcome::refused, engine::Outcome::unavailable, engine::Outcome::invalid}) {
    Citizen c(licence());
    c.go_to("phone").press("erase");
    CHECK(c.effects().back().kind == EffectKind::withdraw);
    CHECK(c.effects().back().params.get("consent") == "c1");
    const std::size_t asked = c.effects().size();
    c.press("erase");
    CHECK(c.effects().size() == asked);
    c.reply(outcome, {{"code", "session"}});
    CHECK(c.state().page == Page::erased);
    c.press("new");
    CHECK(c.at("start"));
  }
  Citizen before(licence());
  before.go_to("consent").press("erase");
  CHECK(before.effects().back().kind != EffectKind::withdraw);  // nothing was consented to
  Citizen sent(licence());
  sent.submit();
  sent.press("erase");
  CHECK(sent.effects().back().kind == EffectKind::submit);  // the application needs its consent
}

TEST_CASE("a start anew is offered only where nothing can be lost by it") {
  // Used to be obeyed on any page: a stray "new" threw away every answer.
  Citizen c(licence());
  c.go_to("phone").press("new");
  CHECK(c.at("phone"));
  CHECK(c.answer_to("category").text == "B");
  c.submit();
  c.press("new");
  CHECK(c.at("case"));  // the case is under way: its number must not vanish
}

TEST_CASE("a press that the screen does not offer is ignored") {
  Citizen c(licence());
  const std::string before = everything(licence(), c.state());
  for (const char* id : {"", "send", "agree", "refuse", "retry", "refresh", "confirm_booking", "show_status", "book:13",
                         "change:phone", "as_of:2026-08-01", "new_code", "back", "nonsense"}) {
    CAPTURE(id);
    c.press(id);
    CHECK(everything(licence(), c.state()) == before);
  }
  CHECK(c.effects().empty());
}

TEST_CASE("another day can be shown in a demonstration only, and only within the term") {
  Citizen c(licence(), setting_on("2026-11-01"));
  CHECK(c.state().page == Page::closed);
  for (const char* wrong : {"as_of:2026-09-01", "as_of:2025-10-16", "as_of:2026-02-30", "as_of:", "as_of:now"}) {
    c.press(wrong);
    CHECK(c.state().page == Page::closed);
    CHECK_FALSE(c.state().setting.as_of);
  }
  c.press("as_of:2026-08-31");
  CHECK(c.at("start"));
  REQUIRE(c.state().setting.as_of);
  CHECK(c.state().setting.today() == day("2026-08-31"));
  for (const service::Mode mode : {service::Mode::preparation, service::Mode::connected}) {
    Citizen real(licence(), setting_on("2026-11-01", mode));
    real.press("as_of:2026-08-31");
    CHECK(real.state().page == Page::closed);
    CHECK_FALSE(real.state().setting.as_of);
  }
}

TEST_CASE("going to another day does not let an old answer pass for a new one") {
  // Effect numbers used to begin again at 1 here, so a repeated answer could fit a new question.
  Citizen c(licence(), setting_on("2026-11-01"));
  c.press("status").give("status_number", "DEMO-9").give("status_secret", "x").press("show_status");
  const std::uint32_t old = c.state().pending.back().id;
  c.refused("status.not_found").press("back").press("as_of:2026-08-31");
  c.go_to("sign_in").give("iin", "980514101012").press("continue");
  CHECK(c.state().pending.back().id != old);
}

TEST_CASE("the status of an application can be read although the service is closed") {
  Citizen c(licence(), setting_on("2026-11-01"));
  c.press("status");
  CHECK(c.state().page == Page::status);
  c.press("show_status");
  CHECK(c.state().issues.size() == 2);
  c.give("status_number", "DEMO-1").give("status_secret", "abc").press("show_status");
  CHECK(c.effects().back().kind == EffectKind::status);
  c.ok({{"number", "DEMO-1"},
        {"service", "licence-first"},
        {"stage", "16"},
        {"state", "current"},
        {"accepted", "1785500000"}});
  CHECK(c.at("case"));
  CHECK(c.state().application.secret == "abc");
}

TEST_CASE("a number of another service is said to be that, and a wrong one not to be found") {
  Citizen c(licence());
  c.press("status").give("status_number", "DEMO-1").give("status_secret", "abc").press("show_status");
  c.ok({{"number", "DEMO-1"}, {"service", "deferment"}, {"stage", "1"}, {"state", "current"}});
  CHECK(c.state().page == Page::status);
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues.front().code == "status.other_service");
  c.press("show_status").refused("status.not_found");
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues.front().code == "status.not_found");
  c.press("back");
  CHECK(c.at("start"));
}

TEST_CASE("from an accepted application no Back leads back into the form") {
  Citizen c(licence());
  c.submit();
  REQUIRE(c.at("case"));
  c.press("back").press("continue").press("change:phone");
  CHECK(c.at("case"));
}
