// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"

using namespace qadam;
using engine::CheckState;
using engine::EffectKind;
using engine::Outcome;
using engine::Page;
using engine::Truth;
using testing::Citizen;
using testing::everything;
using testing::Pairs;
using testing::real_pack;

namespace {

const service::Model& licence() {
  return real_pack("licence-first").model;
}

Citizen at_case() {
  Citizen c(licence());
  c.submit();
  return c;
}

}  // namespace

TEST_CASE("each register can stop the journey, and none behind it is asked") {
  struct Stop {
    const char* check;
    Pairs answer;
  };

  const Stop stops[] = {
      {"licence", {{"result", "exists"}}}, {"bar", {{"result", "barred"}, {"bar_last_day", "2031-05-02"}}},
      {"bar", {{"result", "barred"}}},     {"bar", {{"result", "barred"}, {"bar_last_day", "2026-08-01"}}},
      {"medical", {{"result", "none"}}},   {"dispensary", {{"result", "listed"}}},
      {"school", {{"result", "none"}}},    {"attempts", {{"result", "none"}}}};
  for (const Stop& stop : stops) {
    CAPTURE(stop.check);
    Citizen c(licence());
    c.registers[stop.check] = stop.answer;
    c.go_to("birth_date");
    CHECK(c.at("checks"));
    CHECK(c.check(stop.check) == CheckState::stopped);
    CHECK(c.verdict() == Truth::no);
    bool behind = false;
    for (const service::Check& check : licence().checks) {
      if (behind) CHECK(c.check(check.id) == CheckState::waiting);
      behind = behind || check.id == stop.check;
    }
    const std::size_t asked = c.effects().size();
    c.press("continue").press("retry");
    CHECK(c.at("checks"));
    CHECK(c.effects().size() == asked);
  }
}

TEST_CASE("a bar that ended yesterday does not stop anybody") {
  Citizen c(licence());
  c.registers["bar"] = {{"result", "barred"}, {"bar_last_day", "2026-07-31"}};
  c.go_to("birth_date");
  CHECK(c.at("birth_date"));
}

TEST_CASE("a silent register is unknown, not no: it can be asked again and then lets go on") {
  Citizen c(licence());
  c.registers.erase("medical");
  c.go_to("birth_date");
  // go_to retries on its own as long as something changes; the register stays silent.
  CHECK(c.at("checks"));
  CHECK(c.check("medical") == CheckState::unavailable);
  CHECK(c.verdict() == Truth::unknown);
  CHECK(c.state().trouble.empty());  // the register's silence has its own words
  c.press("retry");
  CHECK(c.effects().back().params.get("check") == "medical");
  c.ok({{"result", "exists"}});
  CHECK(c.check("medical") == CheckState::passed);
  c.go_to("birth_date");
  CHECK(c.at("birth_date"));
}

TEST_CASE("a register's answer that is none of its answers counts as silence") {
  Citizen c(licence());
  c.go_to("checks");
  if (c.state().pending.empty()) c.press("retry");
  c.ok({{"result", "maybe"}});
  CHECK(c.check("licence") == CheckState::unavailable);
  CHECK(c.state().trouble == "answer");
  CHECK(c.answer_to("registry_licence").state == engine::AnswerState::unanswered);
}

TEST_CASE("an IIN that the registers do not know is said once and asks nothing more") {
  Citizen c(licence());
  c.registers["licence"] = {{"result", "unknown"}};
  c.go_to("birth_date");
  CHECK(c.at("checks"));
  CHECK(c.check("licence") == CheckState::uncheckable);
  const std::size_t asked = c.effects().size();
  c.press("retry").press("continue");
  CHECK(c.effects().size() == asked);
  c.press("change:sign_in");
  CHECK(c.at("sign_in"));
  c.registers["licence"] = {{"result", "none"}};
  c.answer("iin", "680503250034");
  c.go_to("birth_date");
  CHECK(c.at("birth_date"));
}

TEST_CASE("another IIN begins anew with sign-in, consent and every register") {
  Citizen c(licence());
  c.go_to("birth_date").give("iin", "680503250034");
  CHECK(c.state().session.token.empty());
  CHECK(c.state().session.consent.empty());
  for (const service::Check& check : licence().checks) {
    CHECK(c.check(check.id) == CheckState::waiting);
    CHECK(c.state().answers[check.field].state == engine::AnswerState::unanswered);
  }
}

TEST_CASE("an answer that was asked for another IIN does not count for this one") {
  // Used to be taken: the session of the first number signed in the second one, and its registers spoke for it.
  Citizen session(licence());
  session.go_to("sign_in").give("iin", "980514101012").press("continue");
  const std::uint32_t id = session.state().pending.back().id;
  session.give("iin", "680503250034");
  session.act(engine::Result{id, Outcome::ok, testing::record_of({{"session", "of-the-first"}})});
  CHECK(session.state().session.id.empty());
  Citizen check(licence());
  check.go_to("consent").press("agree").ok({{"consent", "c1"}});
  REQUIRE_FALSE(check.state().pending.empty());
  const std::uint32_t asked = check.state().pending.back().id;
  check.give("iin", "680503250034");
  check.act(engine::Result{asked, Outcome::ok, testing::record_of({{"result", "none"}})});
  CHECK(check.check("licence") == CheckState::waiting);
}

TEST_CASE("unknown and repeated effect ids are ignored") {
  Citizen c(licence());
  c.go_to("sign_in").give("iin", "980514101012").press("continue");
  const std::uint32_t id = c.state().pending.back().id;
  const std::string waiting = everything(licence(), c.state());
  for (const std::uint32_t other : {0u, id + 1, 4000000000u}) {
    c.act(engine::Result{other, Outcome::ok, testing::record_of({{"session", "x"}})});
    CHECK(everything(licence(), c.state()) == waiting);
  }
  c.ok({{"session", "s1"}});
  const std::string once = everything(licence(), c.state());
  c.act(engine::Result{id, Outcome::ok, testing::record_of({{"session", "s2"}})});
  c.act(engine::Result{id, Outcome::unavailable, {}});
  CHECK(everything(licence(), c.state()) == once);
}

TEST_CASE("an ok without what it must hold is no answer") {
  Citizen c(licence());
  c.go_to("sign_in").give("iin", "980514101012").press("continue").ok({});
  CHECK(c.state().trouble == "answer");
  CHECK(c.state().session.id.empty());
  c.press("continue").ok({{"session", "s"}}).give("code", "123456").press("continue").ok({});
  CHECK(c.state().trouble == "answer");
  CHECK(c.at("sign_in"));
}

TEST_CASE("being offline is said, keeps everything, and trying again works") {
  Citizen c(licence());
  c.go_to("sign_in").give("iin", "980514101012").press("continue");
  c.reply(Outcome::unavailable, {{"code", "offline"}});
  CHECK(c.state().trouble == "offline");
  CHECK(c.answer_to("iin").text == "980514101012");
  c.press("continue");
  CHECK(c.state().trouble.empty());
  CHECK(c.effects().back().kind == EffectKind::session);
}

TEST_CASE("a wrong sign-in code stands at its field, and a new code may be asked for") {
  Citizen c(licence());
  c.go_to("sign_in").give("iin", "980514101012").press("continue").ok({{"session", "s"}});
  c.give("code", "111111").press("continue").refused("code.wrong");
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues.front().id == "code");
  CHECK(c.state().issues.front().code == "code.wrong");
  c.press("new_code");
  CHECK(c.effects().back().kind == EffectKind::session);
  CHECK(c.answer_to("iin").text == "980514101012");
}

TEST_CASE("a session that the server no longer knows asks to sign in again and keeps the answers") {
  Citizen c(licence());
  c.go_to("sign").reply(Outcome::refused, {{"code", "session"}});
  CHECK(c.at("sign_in"));
  CHECK(c.state().trouble == "session");
  CHECK(c.state().session.token.empty());
  CHECK(c.answer_to("birth_date").text == "1998-5-14");
  CHECK(c.answer_to("region").text == "71");
  c.submit();
  CHECK(c.at("case"));
}

TEST_CASE("an incomplete application goes to what is missing, a changed one is said") {
  Citizen c(licence());
  c.go_to("sign").reply(Outcome::ok, {{"signing", "g1"}, {"code", "1"}});
  c.give("signing_code", "654321").press("send").refused("application.incomplete");
  CHECK(c.at("summary"));
  CHECK(c.state().trouble == "incomplete");
  c.go_to("sign").give("signing_code", "654321").press("send").refused("application.changed");
  CHECK(c.at("sign"));
  CHECK(c.state().trouble == "changed");
}

TEST_CASE("an answer changed after signing makes a new signature necessary") {
  Citizen c(licence());
  c.go_to("sign").reply(Outcome::ok, {{"signing", "g1"}, {"code", "1"}});
  const std::string key = c.state().signing.key;
  c.press("back").press("change:phone").give("phone", "87077654321").press("continue").press("continue");
  CHECK(c.at("sign"));
  CHECK(c.effects().back().kind == EffectKind::signing);
  CHECK(c.state().signing.key != key);
}

TEST_CASE("whoever signed the person in may fill in answers, but never over his own") {
  Citizen c(licence());
  c.give("phone", "87019999999").go_to("sign_in").give("iin", "980514101012").press("continue");
  c.ok({{"session", "s"}}).give("code", "123456").press("continue");
  c.ok({{"token", "t"}, {"birth_date", "1998-05-14"}, {"phone", "87000000000"}, {"registry_licence", "none"}});
  CHECK(c.answer_to("birth_date").given());
  CHECK(c.answer_to("phone").text == "87019999999");
  CHECK(c.answer_to("registry_licence").state == engine::AnswerState::unanswered);  // a register answers for itself
}

TEST_CASE("a slot that was taken meanwhile asks for the slots anew and says so") {
  Citizen c = at_case();
  c.press("book:13");
  CHECK(c.effects().back().kind == EffectKind::slots);
  c.ok({{"slots.count", "2"},
        {"slots.0.id", "a"},
        {"slots.0.at", "1786000000"},
        {"slots.1.id", "b"},
        {"slots.1.at", "1786000600"}});
  CHECK(c.state().page == Page::booking);
  CHECK(c.state().slots.size() == 2);
  c.press("confirm_booking");
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues.front().code == "slot.required");
  c.give("slot", "a").press("confirm_booking");
  CHECK(c.effects().back().kind == EffectKind::book);
  CHECK(c.effects().back().params.get("slot") == "a");
  c.refused("slot.taken");
  CHECK(c.effects().back().kind == EffectKind::slots);
  CHECK(c.state().trouble == "slot.taken");
  CHECK(c.state().slots.empty());
  c.ok({{"slots.count", "1"}, {"slots.0.id", "b"}, {"slots.0.at", "1786000600"}});
  c.give("slot", "b").press("confirm_booking");
  c.ok({{"number", "DEMO-1"},
        {"stage", "13"},
        {"state", "booked"},
        {"bookings.13.at", "1786000600"},
        {"bookings.13.place.kk", "1"}});
  CHECK(c.at("case"));
  CHECK(c.state().application.bookings.size() == 1);
}

TEST_CASE("a forged number of slots gives none") {
  for (const char* count : {"", "-1", "501", "65536", "99999999999999999999", "x"}) {
    CAPTURE(count);
    Citizen c = at_case();
    c.press("book:13").ok({{"slots.count", count}});
    CHECK(c.state().slots.empty());
    CHECK(c.state().trouble == "answer");
    CHECK(c.at("case"));
  }
}

TEST_CASE("only the stage that stands at booking can be booked") {
  Citizen c = at_case();
  c.press("book:14").press("book:").press("book:99");
  CHECK(c.effects().back().kind == EffectKind::submit);
  c.press("refresh").ok({{"number", "DEMO-1"}, {"service", "licence-first"}, {"stage", "13"}, {"state", "stopped"}});
  c.press("book:13");
  CHECK(c.effects().back().kind == EffectKind::status);
}

TEST_CASE("a case record with nonsense in it is shown, not trusted") {
  Citizen c = at_case();
  c.press("refresh").ok({{"number", "DEMO-1"},
                         {"service", "licence-first"},
                         {"stage", "70000"},
                         {"accepted", "999999999999999999"},
                         {"bookings.13.at", "-5"}});
  CHECK(c.at("case"));
  CHECK(c.state().application.stage == service::kNone);
  CHECK(c.state().application.accepted.seconds == 0);
}
