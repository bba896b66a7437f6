// SPDX-License-Identifier: MIT
#include "engine/update.hpp"

#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"

using namespace qadam;
using engine::Page;
using engine::Truth;
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

TEST_CASE("update is pure: the same state and action give the same step, and the given state is untouched") {
  Citizen c(licence());
  c.go_to("category");
  const std::string before = everything(licence(), c.state());
  const engine::Action action = engine::Give{"category", engine::AnswerState::value, "D"};
  const engine::Step once = engine::update(licence(), c.state(), action);
  const engine::Step twice = engine::update(licence(), c.state(), action);
  CHECK(everything(licence(), c.state()) == before);
  CHECK(everything(licence(), once.state) == everything(licence(), twice.state));
  CHECK(everything(licence(), once.state) != before);
}

TEST_CASE("replaying the actions of a session gives the same state") {
  Citizen c(licence());
  c.registers["medical"] = {{"result", "none"}};
  c.go_to("birth_date").press("back").press("back").give("iin", "680503250034");
  c.registers["medical"] = {{"result", "exists"}};
  c.answer("iin", "680503250034");
  c.submit();
  c.now("2026-08-02", 0);
  engine::State again = engine::begin(licence(), setting_on("2026-08-01"));
  for (const engine::Action& action : c.actions()) again = engine::update(licence(), again, action).state;
  CHECK(everything(licence(), again) == everything(licence(), c.state()));
  CHECK(again.revision == c.state().revision);
}

TEST_CASE("the revision grows with every action, so a shell never takes an old screen for a new one") {
  Citizen c(licence());
  std::uint32_t last = c.state().revision;
  for (const char* id : {"continue", "nonsense", "back", "erase", "new"}) {
    c.press(id);
    CHECK(c.state().revision == last + 1);
    last = c.state().revision;
  }
}

TEST_CASE("the service is open on its last day and closed the day after, at midnight of Kazakhstan") {
  Citizen c(licence(), setting_on("2026-08-31"));
  c.go_to("phone").give("phone", "87012345678");
  c.now("2026-08-31", 23 * 60 + 59);
  CHECK(c.at("phone"));
  c.now("2026-09-01", 0);
  CHECK(c.state().page == Page::closed);
  CHECK(c.answer_to("phone").text == "87012345678");
  CHECK(c.answer_to("birth_date").given());
}

TEST_CASE("an application that has its number stays open after the last day") {
  Citizen c(licence(), setting_on("2026-08-31"));
  c.submit();
  c.now("2026-09-01", 0);
  CHECK(c.at("case"));
}

TEST_CASE("a page that waits for the service's first day opens on it") {
  // Used to stay at "not yet" until it was loaded anew.
  Citizen c(licence(), setting_on("2025-10-16"));
  CHECK(c.state().page == Page::closed);
  c.now("2025-10-17", 0);
  CHECK(c.at("start"));
}

TEST_CASE("at midnight ages are judged by the new day") {
  Citizen c(licence());
  c.go_to("category").give("birth_date", "2008-8-2").give("category", "A").press("continue");
  CHECK(c.at("category"));
  c.now("2026-08-02", 0).press("continue");
  CHECK(c.at("phone"));
}

TEST_CASE("a demonstration of another day does not move with the clock") {
  engine::Setting setting = setting_on("2026-11-01");
  setting.as_of = day("2026-08-31");
  Citizen c(licence(), setting);
  CHECK(c.at("start"));
  c.now("2026-11-02", 0);
  CHECK(c.at("start"));
  CHECK(c.state().setting.today() == day("2026-08-31"));
}

TEST_CASE("an answer to a field that does not exist, or that only a register gives, is ignored") {
  Citizen c(licence());
  const std::string before = everything(licence(), c.state());
  c.give("nonsense", "x").give("registry_licence", "none").give("bar_last_day", "2020-01-01").give("", "");
  CHECK(everything(licence(), c.state()) == before);
}

TEST_CASE("a service of information has no question and asks nobody") {
  const service::Model& model = real_pack("licence-exchange").model;
  Citizen c(model);
  CHECK(c.at("start"));
  c.press("continue");
  CHECK(c.at("how"));
  c.press("continue").press("agree").press("send");
  CHECK(c.at("how"));
  CHECK(c.effects().empty());
}
