// What a person reads about papers: which, why, what the state finds out itself, and what is not there yet.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "engine/flow.hpp"
#include "shown.hpp"

using namespace qadam;
using engine::AnswerState;
using testing::Citizen;
using testing::field;
using testing::notice;
using testing::offers;
using testing::real_pack;
using testing::setting_on;
using testing::shown;

namespace {

constexpr const char* kDay = "2026-11-25";

Citizen at(service::ScreenKind kind, const char* ground, service::Mode mode = service::Mode::demonstration) {
  Citizen c(real_pack("deferment").model, setting_on(kDay, mode));
  c.give("for_whom", "self").give("birth_date", "2004-5-14").give("deferment_case", ground);
  c.give("study_form", "full_time").give("study_level", "higher").give("level_used", "false");
  c.give("study_abroad", "false").give("religious_school", "false").give("region", "71");
  c.state().page = engine::Page::screen;
  c.state().screen = engine::screen_of(c.model(), kind);
  return c;
}

}  // namespace

TEST_CASE("the page of the papers asks for each with its clause, and says what nobody need bring") {
  for (const auto lang : {testing::kk, testing::ru, testing::en}) {
    const view::Screen s = shown(at(service::ScreenKind::documents, "study"), lang);
    CHECK(s.kind == "documents");
    const view::Field* certificate = field(s, "file_study_certificate");
    REQUIRE(certificate != nullptr);
    CHECK(certificate->kind == "file");
    CHECK(certificate->law.at(0).id == "standard-deferment:8.5.2");
    CHECK_FALSE(certificate->hint.empty());
    CHECK(certificate->may_not_know);
    CHECK(field(s, "file_study_translation") == nullptr);
    const view::Notice* obtained = notice(s, "obtained");
    REQUIRE(obtained != nullptr);
    CHECK(obtained->law.at(0).id == "standard-deferment:8.p2");
    CHECK(offers(s, "continue"));
  }
}

TEST_CASE("an undecided paper is not asked for: the page says so, with the question that decides") {
  Citizen c = at(service::ScreenKind::documents, "study");
  c.act(engine::Give{"study_abroad", AnswerState::dont_know, ""});
  const view::Screen s = shown(c);
  CHECK(field(s, "file_study_translation") == nullptr);
  const view::Notice* undecided = notice(s, "undecided");
  REQUIRE(undecided != nullptr);
  const auto& texts = real_pack("deferment").texts[2];
  const auto question = c.model().fields[service::find_field(c.model(), "study_abroad")].title;
  CHECK(undecided->text.find(texts.get(question)) != std::string::npos);
}

TEST_CASE("what the order leaves open about a paper stands on its page, once") {
  Citizen c = at(service::ScreenKind::documents, "study");
  c.give("study_abroad", "true");
  const view::Screen s = shown(c);
  CHECK(notice(s, "note.notary_article") != nullptr);
}

TEST_CASE("the summary names the papers that are not there, and offers no signing") {
  Citizen c = at(service::ScreenKind::summary, "study");
  c.act(engine::Give{"file_study_certificate", AnswerState::dont_know, ""});
  const view::Screen s = shown(c);
  REQUIRE(notice(s, "missing") != nullptr);
  CHECK_FALSE(offers(s, "continue"));
  CHECK(offers(s, "change:documents"));
  CHECK(field(s, "row.file_study_certificate")->shown == "Not there yet");
  const view::Screen prepared = shown([] {
    Citizen p = at(service::ScreenKind::summary, "study", service::Mode::preparation);
    p.act(engine::Give{"file_study_certificate", AnswerState::dont_know, ""});
    return p;
  }());
  CHECK(notice(prepared, "missing") != nullptr);
  CHECK(offers(prepared, "continue"));
}

TEST_CASE("a chosen file is shown by its own name, never by its digest") {
  Citizen c = at(service::ScreenKind::summary, "study");
  c.give("file_study_certificate", std::string(64, 'a') + " 9 pdf my paper.pdf");
  CHECK(field(shown(c), "row.file_study_certificate")->shown == "my paper.pdf");
  CHECK(offers(shown(c), "continue"));
}

TEST_CASE("a 'no' is said plainly, and one may go on") {
  Citizen c = at(service::ScreenKind::summary, "study");
  c.give("study_form", "other").give("file_study_certificate", std::string(64, 'a') + " 9 pdf a.pdf");
  const view::Screen s = shown(c);
  CHECK(notice(s, "verdict")->kind == "list");
  CHECK(notice(s, "anyway") != nullptr);
  CHECK(offers(s, "continue"));
}

TEST_CASE("consent where no register is asked says what the provider obtains, and when anything leaves the device") {
  const view::Screen s = shown(at(service::ScreenKind::consent, "study"));
  CHECK(notice(s, "data") == nullptr);
  CHECK(notice(s, "obtained") != nullptr);
  CHECK(notice(s, "when") != nullptr);
  CHECK(offers(s, "agree"));
  Citizen c = at(service::ScreenKind::consent, "study");
  c.press("refuse");
  const view::Screen ended = shown(c);
  CHECK(ended.kind == "ended");
  CHECK_FALSE(ended.title.empty());
}

TEST_CASE("the order's long titles explain the short options, which stand under headings") {
  Citizen c = at(service::ScreenKind::question, "study");
  for (std::size_t i = 0; i < c.model().screens.size(); ++i) {
    if (c.model().screens[i].id == "case") c.state().screen = static_cast<std::uint16_t>(i);
  }
  const view::Screen s = shown(c, testing::kk);
  const view::Field* ground = field(s, "deferment_case");
  REQUIRE(ground != nullptr);
  CHECK(ground->options.size() == 13);
  for (const view::Option& option : ground->options) {
    CHECK_FALSE(option.hint.empty());
    CHECK_FALSE(option.group.empty());
    CHECK(option.text.size() < 90);
  }
}

TEST_CASE("the start page of a service to read has no heading over nothing, and a term without an end says so") {
  const Citizen c(real_pack("military-id").model, setting_on(kDay));
  const view::Screen s = shown(c, testing::kk);
  for (const view::Notice& n : s.notices) CHECK_FALSE(n.text.empty());
  REQUIRE(field(s, "term") != nullptr);
  CHECK(field(s, "term")->shown.find("9999") == std::string::npos);
}
