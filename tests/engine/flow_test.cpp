// SPDX-License-Identifier: MIT
#include "engine/flow.hpp"

#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"
#include "engine/judge.hpp"

using namespace qadam;
using engine::Truth;
using testing::Citizen;
using testing::real_pack;
using testing::setting_on;

namespace {

const service::Model& licence() {
  return real_pack("licence-first").model;
}

// At the category question, born on that day.
Citizen born(const char* birth_date, const char* category) {
  Citizen c(licence());
  c.answer("birth_date", birth_date);
  c.go_to("category");
  c.give("category", category).press("continue");
  return c;
}

std::string blocked_by(const Citizen& c) {
  if (c.state().issues.empty() || c.state().issues.front().condition == service::kNone) return "";
  return c.model().conditions[c.state().issues.front().condition].id;
}

}  // namespace

TEST_CASE("a willing person gets from the start to a number, screen by screen") {
  Citizen c(licence());
  std::vector<std::string> passed;
  for (const char* screen : {"start", "for_whom", "channel", "sign_in", "consent", "checks", "birth_date", "category",
                             "phone", "region", "summary", "sign"}) {
    c.go_to(screen);
    CHECK(c.at(screen));
  }
  CHECK(c.verdict() == Truth::yes);
  c.submit();
  CHECK(c.at("case"));
  CHECK(c.state().application.number == "DEMO-1");
}

TEST_CASE("the page about the link is shown to those who came by it only") {
  Citizen bank(licence());
  bank.go_to("channel").give("channel", "bank").press("continue");
  CHECK(bank.at("sign_in"));
  Citizen portal(licence());
  portal.go_to("channel").give("channel", "portal").press("continue");
  CHECK(portal.at("link"));
}

TEST_CASE("preparation asks no register and ends with what to do, not with a number") {
  Citizen c(licence(), setting_on("2026-08-01", service::Mode::preparation));
  c.go_to("prepared");
  CHECK(c.at("prepared"));
  CHECK(c.effects().empty());
  CHECK(c.verdict() == Truth::unknown);  // what only registers can tell stays unknown
}

TEST_CASE("nobody goes on from a question that is not answered, and is told which") {
  Citizen c(licence());
  c.go_to("birth_date").press("continue");
  CHECK(c.at("birth_date"));
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues.front().id == "birth_date");
  CHECK(c.state().issues.front().code == "required.date");
  c.give("birth_date", "2000-02-31").press("continue");
  CHECK(c.at("birth_date"));
  CHECK(c.state().issues.front().code == "date.no_such_day");
}

TEST_CASE("the age of each category counts from the birthday itself") {
  // The day of application is 1 August 2026.
  struct Case {
    const char* category;
    const char* born_just_in_time;
    const char* born_a_day_late;
    const char* block;
  };

  const Case cases[] = {{"A1", "2010-8-1", "2010-8-2", "age_16"}, {"A", "2008-8-1", "2008-8-2", "age_18"},
                        {"B1", "2008-8-1", "2008-8-2", "age_18"}, {"D1", "2005-8-1", "2005-8-2", "age_21"},
                        {"Tm", "2005-8-1", "2005-8-2", "age_21"}, {"D", "2003-8-1", "2003-8-2", "age_23"},
                        {"Tb", "2003-8-1", "2003-8-2", "age_23"}};
  for (const Case& each : cases) {
    CAPTURE(each.category);
    CHECK(blocked_by(born(each.born_just_in_time, each.category)).empty());
    const Citizen late = born(each.born_a_day_late, each.category);
    CHECK(late.at("category"));
    CHECK(blocked_by(late) == each.block);
  }
}

TEST_CASE("at seventeen, B needs the referral of the military administration") {
  Citizen c = born("2008-8-2", "B");
  CHECK(c.at("referral"));
  c.give("military_referral", "false").press("continue");
  CHECK(c.at("referral"));
  CHECK(blocked_by(c) == "age_18");
  c.give("military_referral", "true").press("continue");
  CHECK(c.at("phone"));
  // Sixteen: no referral helps, so none is asked for.
  CHECK(blocked_by(born("2009-8-2", "B")) == "age_18");
}

TEST_CASE("C at eighteen with a referral needs no experience, and without it is stopped") {
  Citizen with = born("2008-8-1", "C");
  CHECK(with.at("referral"));
  with.give("military_referral", "true").press("continue");
  CHECK(with.at("phone"));
  Citizen without = born("2008-8-1", "C");
  without.give("military_referral", "false").press("continue");
  CHECK(without.at("referral"));
  CHECK(blocked_by(without) == "age_21");
}

TEST_CASE("who does not know about the referral may go on, and the verdict stays open") {
  Citizen c = born("2008-8-2", "B");
  c.act(engine::Give{"military_referral", engine::AnswerState::dont_know, ""}).press("continue");
  CHECK(c.at("phone"));
  c.go_to("summary");
  CHECK(c.verdict() == Truth::unknown);
}

TEST_CASE("CE without the year of experience is stopped at that question") {
  Citizen c = born("1990-1-1", "CE");
  CHECK(c.at("experience"));
  c.give("has_experience", "false").press("continue");
  CHECK(c.at("experience"));
  CHECK(blocked_by(c) == "experience");
}

TEST_CASE("Back shows the earlier question with its answer and loses no later one") {
  Citizen c(licence());
  c.go_to("summary");
  for (int i = 0; i < 4; ++i) c.press("back");
  CHECK(c.at("birth_date"));
  CHECK(c.answer_to("birth_date").text == "1998-5-14");
  CHECK(c.answer_to("region").text == "71");
  c.go_to("summary");
  CHECK(c.at("summary"));
}

TEST_CASE("Change returns straight to the summary and keeps later answers") {
  Citizen c(licence());
  c.go_to("summary").press("change:phone");
  CHECK(c.at("phone"));
  c.give("phone", "87077654321").press("continue");
  CHECK(c.at("summary"));
  CHECK(c.answer_to("region").text == "71");
}

TEST_CASE("a change that opens a new question stops there before the summary") {
  Citizen c(licence());
  c.go_to("summary").press("change:category").give("category", "BE").press("continue");
  CHECK(c.at("experience"));
  c.give("has_experience", "true").press("continue");
  CHECK(c.at("summary"));
  CHECK(c.answer_to("phone").text == "87012345678");
}

TEST_CASE("a change to an answer that is blocked does not reach the summary by going on") {
  Citizen c(licence());
  c.go_to("summary").press("change:birth_date").give("birth_date", "2012-1-1").press("continue");
  // Category B at fourteen: the block stands at the category.
  CHECK(c.at("category"));
  c.press("continue");
  CHECK(c.at("category"));
  CHECK(blocked_by(c) == "age_18");
}
