// Papers on the way to an application: asked for, not there yet, sent before the application is.
// SPDX-License-Identifier: MIT
#include "engine/papers.hpp"

#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"
#include "engine/flow.hpp"

using namespace qadam;
using engine::AnswerState;
using engine::Outcome;
using engine::Truth;
using testing::Citizen;
using testing::real_pack;
using testing::setting_on;

namespace {

constexpr const char* kDay = "2026-11-25";

std::string file(char digit, const std::string& rest = "1234 pdf paper.pdf") {
  return std::string(64, digit) + " " + rest;
}

std::string issue_of(const std::string& text) {
  service::Field field;
  field.type = service::FieldType::file;
  return engine::read_answer(field, AnswerState::value, text, testing::day(kDay)).issue;
}

// Whoever studies full-time, before signing in.
Citizen student(bool abroad = false, service::Mode mode = service::Mode::demonstration) {
  Citizen c(real_pack("deferment").model, setting_on(kDay, mode));
  c.give("for_whom", "self").give("birth_date", "2004-5-14").give("deferment_case", "study");
  c.give("study_form", "full_time").give("study_level", "higher").give("level_used", "false");
  c.give("study_abroad", abroad ? "true" : "false").give("religious_school", "false").give("region", "71");
  c.give("study_distance", "false").give("phone", "87012345678").give("iin", "980514101012");
  return c;
}

// Signed in and consented, at the page of the papers.
Citizen at_papers(bool abroad = false, service::Mode mode = service::Mode::demonstration) {
  Citizen c = student(abroad, mode);
  for (int i = 0; i < 40 && !c.at("documents"); ++i) {
    if (c.at("consent")) {
      c.press("agree").ok({{"consent", "c"}});
    } else {
      c.press("continue");
      if (c.state().pending.empty()) continue;
      if (c.effects().back().kind == engine::EffectKind::session) {
        c.ok({{"session", "s"}, {"code", "123456"}}).give("code", "123456").press("continue").ok({{"token", "t"}});
      }
    }
  }
  REQUIRE(c.at("documents"));
  return c;
}

Citizen at_sign() {
  Citizen c = at_papers(true);
  c.give("file_study_certificate", file('a')).give("file_study_translation", file('b'));
  for (int i = 0; i < 5 && !c.at("sign"); ++i) c.press("continue");
  REQUIRE(c.at("sign"));
  c.ok({{"signing", "x"}, {"code", "654321"}}).give("signing_code", "654321");
  return c;
}

}  // namespace

TEST_CASE("a file is taken by what it is: not empty, not too large, readable, of a kind that is accepted") {
  CHECK(issue_of(file('a')).empty());
  CHECK(issue_of(file('a', "10485760 jpeg big.jpg")).empty());
  CHECK(issue_of(file('a', "10485761 jpeg bigger.jpg")) == "file.large");
  CHECK(issue_of(file('a', "9 other notes.docx")) == "file.type");
  CHECK(issue_of(file('a', "0 other empty.pdf")) == "file.empty");
  CHECK(issue_of(file('0', "0 other gone.pdf")) == "file.read");
  CHECK(issue_of(file('0', "99999999999 other huge.pdf")) == "file.large");
  for (const char* junk : {"paper.pdf", "abc 1 pdf x", "1 2 3 4", "\xD0\x90 1 pdf x"})
    CHECK(issue_of(junk) == "file.read");
  CHECK(issue_of(file('a', "1 pdf ")) == "file.read");
  CHECK(issue_of(file('A', "1 pdf x")) == "file.read");
  CHECK(issue_of(file('a', "-1 pdf x")) == "file.read");
}

TEST_CASE("each paper of the chosen ground has its question, and no other ground's is asked") {
  const Citizen c = student(true);
  CHECK(c.asked("file_study_certificate") == Truth::yes);
  CHECK(c.asked("file_study_translation") == Truth::yes);
  CHECK(student(false).asked("file_study_translation") == Truth::no);
  CHECK(c.asked("file_health_extract") == Truth::no);
  CHECK(engine::missing_papers(c.model(), c.state()).size() == 2);
}

TEST_CASE("nobody can tell yet whether a paper is needed: it is not missing, and the question is named") {
  Citizen c = student();
  c.act(engine::Give{"study_abroad", AnswerState::dont_know, ""});
  const auto papers = engine::papers(c.model(), c.state());
  REQUIRE(papers.size() == 2);
  CHECK(papers[1].asked == Truth::unknown);
  std::vector<std::string> questions;
  papers[1].questions.for_each([&](std::uint32_t f) { questions.push_back(c.model().fields[f].id); });
  CHECK(questions == std::vector<std::string>{"study_abroad"});
  CHECK(engine::missing_papers(c.model(), c.state()).size() == 1);
}

TEST_CASE("whoever does not have a paper yet comes to the summary and not to signing; nothing is lost") {
  Citizen c = at_papers();
  c.press("continue");
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues[0].code == "required.file");
  c.act(engine::Give{"file_study_certificate", AnswerState::dont_know, ""}).press("continue").press("continue");
  REQUIRE(c.at("summary"));
  c.press("continue");
  CHECK(c.at("summary"));
  CHECK(c.state().issues.at(0).code == "papers");
  c.press("change:documents").give("file_study_certificate", file('a')).press("continue");
  REQUIRE(c.at("summary"));
  c.press("continue");
  CHECK(c.at("sign"));
}

TEST_CASE("in preparation one goes on without the papers") {
  Citizen c = at_papers(false, service::Mode::preparation);
  c.act(engine::Give{"file_study_certificate", AnswerState::dont_know, ""}).press("continue").press("continue");
  CHECK(c.at("prepared"));
}

TEST_CASE("without a ground there is nothing to sign") {
  Citizen c(real_pack("deferment").model, setting_on(kDay));
  c.act(engine::Give{"deferment_case", AnswerState::dont_know, ""});
  CHECK_FALSE(engine::has_ground(c.model(), c.state()));
  c.state().screen = engine::screen_of(c.model(), service::ScreenKind::summary);
  const auto issues = engine::issues_of(c.model(), c.state(), c.state().screen);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].code == "ground");
}

TEST_CASE("files go before the application, each once, and nothing goes before 'send'") {
  Citizen c = at_sign();
  for (const engine::Effect& effect : c.effects()) CHECK(effect.kind != engine::EffectKind::upload);
  c.press("send");
  REQUIRE(c.effects().back().kind == engine::EffectKind::upload);
  CHECK(c.effects().back().params.get("digest") == std::string(64, 'a'));
  CHECK(c.effects().back().params.get("token") == "t");
  c.ok({{"sha256", "a"}});
  CHECK(c.effects().back().params.get("digest") == std::string(64, 'b'));
  c.ok({{"sha256", "b"}});
  REQUIRE(c.effects().back().kind == engine::EffectKind::submit);
  CHECK(c.effects().back().params.get("code") == "654321");
  c.ok({{"number", "DEMO-1"}, {"secret", "s"}, {"stage", "2"}, {"state", "current"}, {"service", "deferment"}});
  CHECK(c.at("number"));
}

TEST_CASE("a failed upload keeps everything and goes on where it stopped") {
  Citizen c = at_sign();
  c.press("send").ok({}).unavailable();
  CHECK(c.at("sign"));
  CHECK(c.state().trouble == "server");
  const std::size_t before = c.effects().size();
  c.press("send");
  REQUIRE(c.effects().size() == before + 1);
  CHECK(c.effects().back().params.get("digest") == std::string(64, 'b'));
  c.ok({});
  CHECK(c.effects().back().kind == engine::EffectKind::submit);
}

TEST_CASE("a file that the page lost is to be chosen again, and only that one") {
  Citizen c = at_sign();
  c.press("send").ok({}).refused("file.gone");
  REQUIRE(c.at("documents"));
  REQUIRE(c.state().issues.size() == 1);
  CHECK(c.state().issues[0].id == "file_study_translation");
  CHECK(c.state().issues[0].code == "file.gone");
  CHECK(c.answer_to("file_study_certificate").issue.empty());
  // A new one is part of what is signed: the old code does not sign it.
  c.give("file_study_translation", file('c')).press("continue");
  REQUIRE(c.at("summary"));
  c.press("continue").ok({{"signing", "y"}, {"code", "111111"}}).give("signing_code", "111111").press("send");
  CHECK(c.effects().back().params.get("digest") == std::string(64, 'c'));
}

TEST_CASE("a backend that lost the files gets them again with the next 'send'") {
  Citizen c = at_sign();
  c.press("send").ok({}).ok({}).refused("documents.missing");
  CHECK(c.at("sign"));
  c.press("send");
  CHECK(c.effects().back().kind == engine::EffectKind::upload);
}

TEST_CASE("an answer that is no application ends the journey with its page") {
  Citizen c(real_pack("registration").model, setting_on(kDay));
  c.press("continue").give("for_whom", "self").press("continue").give("registration_case", "moved").press("continue");
  REQUIRE(c.at("moved"));
  CHECK(engine::next_screen(c.model(), c.state(), c.state().screen) == service::kNone);
  c.press("continue");
  CHECK(c.at("moved"));
  c.press("back");
  CHECK(c.at("registration_case"));
}
