// A bystander who looks at a stopped screen must not learn why.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "shown.hpp"

using namespace qadam;
using testing::Citizen;
using testing::field;
using testing::Language;
using testing::licence;
using testing::notice;
using testing::offers;
using testing::shown;

namespace {

Citizen stopped_at(const std::string& check, const testing::Pairs& answer) {
  Citizen c(licence());
  c.registers[check] = answer;
  c.go_to("birth_date");
  return c;
}

// What is seen before anything is opened: everything but the texts and clauses of closed details.
std::string open_texts(const view::Screen& s) {
  view::Screen open = s;
  for (view::Notice& n : open.notices) {
    if (n.kind != "details") continue;
    n.text.clear();
    n.law.clear();
  }
  return view::to_json(open);
}

}  // namespace

TEST_CASE("a sensitive stop names no register, no clause and no row before its details are opened") {
  struct Case {
    const char* check;
    testing::Pairs answer;
    const char* clause;
  };

  const Case cases[] = {{"bar", {{"result", "barred"}, {"bar_last_day", "2031-05-02"}}, "pilot-algorithm:3.6"},
                        {"bar", {{"result", "barred"}}, "pilot-algorithm:3.6"},
                        {"dispensary", {{"result", "listed"}}, "pilot-algorithm:3.8"}};
  for (const Case& each : cases) {
    const Citizen c = stopped_at(each.check, each.answer);
    for (const Language lang : {testing::kk, testing::ru, testing::en}) {
      CAPTURE(each.check);
      CAPTURE(static_cast<int>(lang));
      const view::Screen s = shown(c, lang);
      CHECK(s.fields.empty());
      CHECK(s.law.empty());
      CHECK(s.lead.empty());
      const std::string seen = open_texts(s);
      CHECK(seen.find(each.clause) == std::string::npos);
      CHECK(seen.find("cao:") == std::string::npos);
      const auto& texts = testing::real_pack("licence-first").texts[lang];
      for (const service::Check& check : licence().checks) {
        if (check.id != each.check) continue;
        CHECK(seen.find(std::string(texts.get(check.label))) == std::string::npos);
        CHECK(seen.find(std::string(texts.get(licence().stages[check.stage].system))) == std::string::npos);
        CHECK(seen.find(std::string(texts.get(licence().stages[check.stage].title))) == std::string::npos);
      }
      CHECK(seen.find("2031") == std::string::npos);
      REQUIRE(notice(s, "stop.details") != nullptr);
      CHECK_FALSE(notice(s, "stop.details")->law.empty());
      CHECK_FALSE(notice(s, "stop.details")->text.empty());
    }
  }
}

TEST_CASE("both sensitive stops look the same from outside") {
  const view::Screen bar = shown(stopped_at("bar", {{"result", "barred"}}));
  const view::Screen dispensary = shown(stopped_at("dispensary", {{"result", "listed"}}));
  CHECK(bar.title == dispensary.title);
  REQUIRE(notice(bar, "stop") != nullptr);
  REQUIRE(notice(dispensary, "stop") != nullptr);
  CHECK(notice(bar, "stop")->title == notice(dispensary, "stop")->title);
}

TEST_CASE("the last day of a bar is told when the register gave it, and that it is unknown when not") {
  const view::Screen known = shown(stopped_at("bar", {{"result", "barred"}, {"bar_last_day", "2031-05-02"}}));
  CHECK(notice(known, "stop.details")->text.find("2 May 2031") != std::string::npos);
  const view::Screen open = shown(stopped_at("bar", {{"result", "barred"}}));
  CHECK(notice(open, "stop.details")->text != notice(known, "stop.details")->text);
  CHECK(notice(open, "stop.details")->text.find('{') == std::string::npos);
}

TEST_CASE("an ordinary stop names the register, its clause and what to do; later ones were not asked") {
  const Citizen c = stopped_at("medical", {{"result", "none"}});
  const view::Screen s = shown(c);
  REQUIRE(notice(s, "stop") != nullptr);
  CHECK_FALSE(notice(s, "stop")->law.empty());
  REQUIRE(notice(s, "stop.todo") != nullptr);
  REQUIRE(field(s, "check.medical") != nullptr);
  CHECK(field(s, "check.medical")->state == "stopped");
  CHECK(field(s, "check.licence")->state == "passed");
  CHECK(field(s, "check.school")->state == "notAsked");
  CHECK_FALSE(offers(s, "continue"));
  CHECK_FALSE(offers(s, "retry"));
}

TEST_CASE("a silent register offers to ask again, and a number it does not know to correct it") {
  Citizen silent(licence());
  silent.registers.erase("school");
  silent.go_to("birth_date");
  CHECK(offers(shown(silent), "retry"));
  CHECK(notice(shown(silent), "silent") != nullptr);
  const Citizen foreign = stopped_at("licence", {{"result", "unknown"}});
  CHECK(notice(shown(foreign), "uncheckable") != nullptr);
  CHECK(offers(shown(foreign), "change:sign_in"));
  CHECK_FALSE(offers(shown(foreign), "retry"));
}

TEST_CASE("no screen of a stop gives the sensitive finding away in its id or title") {
  for (const Language lang : {testing::kk, testing::ru, testing::en}) {
    const view::Screen stopped = shown(stopped_at("dispensary", {{"result", "listed"}}), lang);
    const view::Screen waiting = shown(Citizen(licence()).go_to("checks"), lang);
    CHECK(stopped.id == waiting.id);
    CHECK(stopped.title == waiting.title);
  }
}
