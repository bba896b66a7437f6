// What the finder's pages and lists say.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "engine/finder.hpp"
#include "shown.hpp"

using namespace qadam;
using namespace qadam::testing;

namespace {

Citizen seeker(const char* iso = "2026-04-10") {
  return Citizen(real_pack("finder").model, setting_on(iso));
}

std::vector<std::string> rows(const view::Screen& s, const std::string& state) {
  std::vector<std::string> out;
  for (const view::Field& f : s.fields) {
    if (f.kind == "foundRow" && f.state == state) out.push_back(f.id);
  }
  return out;
}

}  // namespace

TEST_CASE("A question of the finder has the words of the service that asks it, also for a helper") {
  Citizen c = seeker();
  c.press("continue").give("for_whom", "other").give("reason", "health").press("continue");
  for (int i = 0; i < 10 && !c.at("found_unfit"); ++i) {
    const std::string id = c.screen();
    c.give(id, id == "birth_date" ? "2004-5-14" : "true").press("continue");
  }
  REQUIRE(c.at("found_unfit"));
  for (const Language lang : {kk, ru, en}) {
    const auto& own = real_pack("exemption");
    std::string expected;
    for (const service::Screen& screen : own.model.screens) {
      if (screen.id == "found_unfit") expected = own.texts[static_cast<std::size_t>(lang)].get(screen.title, true);
    }
    CHECK(shown(c, lang).title == expected);
  }
}

TEST_CASE("The progress of a finder names no total, for nobody knows it") {
  Citizen c = seeker();
  c.press("continue").give("for_whom", "self").give("reason", "study").press("continue");
  const view::Screen s = shown(c);
  CHECK(s.progress.step == 2);
  CHECK(s.progress.total == 0);
  CHECK_FALSE(s.progress.text.empty());
  CHECK(offers(s, "found"));
}

TEST_CASE("The lists say why something does not fit and by which clause, what is open, and where one may go") {
  Citizen c = seeker();
  c.press("continue").give("for_whom", "self").give("reason", "family").press("continue");
  c.give("family_kind", "married").give("relative_on_duty", "true").give("citizenship", "true");
  c.act(engine::Give{"birth_date", engine::AnswerState::withheld, ""});
  c.press("found");
  REQUIRE(c.at("found"));
  const view::Screen s = shown(c);
  CHECK(s.kind == "found");
  CHECK(rows(s, "fits") == std::vector<std::string>{"exemption.relative"});
  const view::Field* married = field(s, "deferment.married_with_child");
  REQUIRE(married != nullptr);
  CHECK(married->state == "notFits");
  CHECK(married->hint.find("one or more children") != std::string::npos);
  CHECK_FALSE(married->law.empty());
  CHECK(married->action == "open:deferment.married_with_child");
  const view::Field* age = field(s, "exemption.age_27");
  REQUIRE(age != nullptr);
  CHECK(age->state == "unknown");
  CHECK(age->hint.find("1414") != std::string::npos);
  CHECK(field(s, "registration.citizenship") == nullptr);  // not looked at: said in one line, not listed
  CHECK(notice(s, "not_looked") != nullptr);
  CHECK(offers(s, "change:reason"));
  CHECK(s.id == "found");
  for (const view::Field& f : s.fields) CHECK(s.title.find(f.label) == std::string::npos);
}

TEST_CASE("Someone under eighteen reads of the register and of whom to ask") {
  Citizen c = seeker();
  c.press("continue").give("for_whom", "self").give("reason", "study").press("continue");
  c.give("birth_date", "2009-1-1").press("found");
  for (const Language lang : {kk, ru, en}) {
    const view::Screen screen = shown(c, lang);
    const view::Notice* about = notice(screen, "about.under_18");
    REQUIRE(about != nullptr);
    CHECK(about->text.find("1414") != std::string::npos);
    CHECK_FALSE(about->law.empty());
  }
  CHECK(notice(shown(c), "about.past_27") == nullptr);
  c.press("change:reason").give("birth_date", "1999-4-10").press("continue");
  CHECK(notice(shown(c), "about.past_27") != nullptr);
}

TEST_CASE("A service that is closed on the day says so where it is found") {
  for (const auto& [day, closed] : {std::pair{"2026-08-31", false}, std::pair{"2026-09-01", true}}) {
    Citizen c = seeker(day);
    c.press("continue").give("for_whom", "self").give("reason", "licence").press("continue");
    c.give("has_licence", "false").press("continue");
    REQUIRE(c.at("found"));
    const view::Screen s = shown(c);
    const view::Field* row = field(s, "licence-first.licence-first");
    REQUIRE(row != nullptr);
    const auto& own = real_pack("licence-first");
    const std::string words(own.texts[en].get(own.model.words.closed_title));
    CHECK((row->hint.find(words) != std::string::npos) == closed);
    CHECK(row->hint.find("registers") != std::string::npos);
    CHECK(rows(s, "see") == std::vector<std::string>{"licence-exchange"});
  }
}

TEST_CASE("Every text of the finder is there in three languages and says no placeholder aloud") {
  for (const char* reason : {"study", "family", "work", "health", "register", "licence", "other"}) {
    Citizen c = seeker();
    c.press("continue").give("for_whom", "self").give("reason", reason).press("continue");
    for (int i = 0; i < 30 && !c.at("found"); ++i) {
      for (const Language lang : {kk, ru, en}) {
        for (const std::string& text : texts_of(shown(c, lang))) CHECK(text.find('{') == std::string::npos);
        CHECK_FALSE(shown(c, lang).title.empty());
      }
      c.act(engine::Give{c.screen(), engine::AnswerState::dont_know, ""}).press("continue");
    }
    REQUIRE(c.at("found"));
    for (const Language lang : {kk, ru, en}) {
      for (const std::string& text : texts_of(shown(c, lang))) CHECK(text.find('{') == std::string::npos);
    }
    CHECK(rows(shown(c), "notFits").empty());
  }
}
