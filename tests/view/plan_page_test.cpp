// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/flow.hpp"
#include "shown.hpp"

using namespace qadam;
using namespace qadam::testing;

namespace {

const service::Model& deferment() {
  return real_pack("deferment").model;
}

// At the summary with these answers, none of them asked for on the way.
Citizen with(const service::Model& model, const Pairs& answers, service::Mode mode = service::Mode::demonstration) {
  Citizen c(model, setting_on("2026-09-15", mode));
  for (const auto& [field, text] : answers) c.give(field, text);
  c.state().screen = engine::screen_of(model, service::ScreenKind::summary);
  return c;
}

Citizen at_plan(const Pairs& answers, service::Mode mode = service::Mode::demonstration) {
  return with(deferment(), answers, mode).press("plan");
}

std::vector<std::string> papers(const view::Screen& s) {
  std::vector<std::string> ids;
  for (const view::Notice& n : s.notices) {
    if (n.id.rfind("paper.", 0) == 0) ids.push_back(n.id.substr(6));
  }
  return ids;
}

const Pairs kFamily = {{"for_whom", "self"}, {"deferment_case", "family_care"}};
const Pairs kAbroad = {{"for_whom", "self"}, {"deferment_case", "study"}, {"study_abroad", "true"}};
const Pairs kStudy = {{"for_whom", "self"}, {"deferment_case", "study"}};

}  // namespace

TEST_CASE("the plan is reached from the summary and left by back, with every answer kept") {
  Citizen c = with(deferment(), kStudy);
  CHECK(offers(shown(c), "plan"));
  c.press("plan");
  CHECK(shown(c).kind == "plan");
  CHECK(offers(shown(c), "print"));
  c.press("card");
  CHECK(shown(c, kk).kind == "card");
  c.press("back");
  CHECK(shown(c).kind == "plan");
  c.press("back");
  CHECK(shown(c).kind == "summary");
  CHECK(c.answer_to("deferment_case").text == "study");
}

TEST_CASE("there is no plan before the questions are answered, and none where a service asks for no papers") {
  Citizen c(deferment(), setting_on("2026-09-15"));
  CHECK_FALSE(offers(shown(c), "plan"));
  c.press("plan");
  CHECK(shown(c).kind == "start");
  CHECK_FALSE(offers(shown(with(licence(), {})), "plan"));
}

TEST_CASE("papers that take an unknown time stand first, the others in the order's sequence") {
  const view::Screen s = shown(at_plan(kFamily));
  CHECK(papers(s) == std::vector<std::string>{"family_care_act", "family_care_application", "family_care_dependants"});
  const view::Notice* act = notice(s, "paper.family_care_act");
  CHECK(act->kind == "warning");
  CHECK(act->text.find("Ask for this first") != std::string::npos);
  CHECK_FALSE(act->law.empty());
}

TEST_CASE("each paper says whether it is there, and where it comes from") {
  const std::string file = std::string(64, 'a') + " 1000 pdf certificate.pdf";
  Citizen c = at_plan(kAbroad);
  c.press("back");
  c.give("file_study_certificate", file);
  c.act(engine::Give{"file_study_translation", engine::AnswerState::dont_know, ""});
  c.press("plan");
  const view::Screen s = shown(c);
  CHECK(notice(s, "paper.study_certificate")->kind == "success");
  CHECK(notice(s, "paper.study_certificate")->text.rfind("Ready", 0) == 0);
  CHECK(notice(s, "paper.study_translation")->text.rfind("Not yet", 0) == 0);
  const i18n::Texts& texts = real_pack("deferment").texts[en];
  const service::Item& item = deferment().subtypes[4].items[1];
  CHECK(notice(s, "paper.study_certificate")->text.find(std::string(texts.get(item.hint))) != std::string::npos);
}

TEST_CASE("a paper of which nobody can tell yet names its case and the question that decides") {
  const view::Screen s = shown(at_plan(kStudy));
  const view::Notice* paper = notice(s, "paper.study_translation");
  REQUIRE(paper != nullptr);
  CHECK(paper->text.find("not clear yet") != std::string::npos);
  CHECK(paper->text.find("only when the studies are abroad") != std::string::npos);
  const i18n::Texts& texts = real_pack("deferment").texts[en];
  const service::Field& abroad = deferment().fields[service::find_field(deferment(), "study_abroad")];
  CHECK(paper->text.find(std::string(texts.get(abroad.title))) != std::string::npos);
  CHECK(papers(shown(at_plan(kAbroad))).size() == 3);
  Citizen here = at_plan({{"for_whom", "self"}, {"deferment_case", "study"}, {"study_abroad", "false"}});
  CHECK(papers(shown(here)).size() == 2);
}

TEST_CASE("without a ground the plan names the question that decides, and no paper") {
  const view::Screen s = shown(at_plan({{"for_whom", "self"}}));
  CHECK(papers(s).empty());
  REQUIRE(notice(s, "which") != nullptr);
  CHECK_FALSE(notice(s, "which")->text.empty());
}

TEST_CASE("the plan says that nothing has been filed, what the state finds out itself, and whom to ask") {
  for (const service::Mode mode : {service::Mode::demonstration, service::Mode::preparation}) {
    const view::Screen s = shown(at_plan(kStudy, mode));
    CHECK(notice(s, "not_filed") != nullptr);
    CHECK_FALSE(s.mode.banner.empty());
  }
  const view::Screen s = shown(at_plan(kStudy, service::Mode::connected));
  CHECK(notice(s, "not_filed") == nullptr);
  CHECK_FALSE(notice(s, "obtained")->law.empty());
  CHECK(field(s, "contacts")->shown == "1414, 8 800 080 7777");
  CHECK(field(s, "cost") != nullptr);
  CHECK(notice(s, "private") != nullptr);
}

TEST_CASE("neither title nor heading of plan and card names the ground: it is health, crime or faith for some") {
  Citizen c = at_plan({{"for_whom", "self"}, {"deferment_case", "health"}});
  for (const Language lang : {kk, ru, en}) {
    const std::string ground(real_pack("deferment").texts[lang].get(deferment().subtypes[5].title));
    for (const view::Screen& s : {shown(c, lang), shown(Citizen(c).press("card"), lang)}) {
      CHECK(s.title.find(ground) == std::string::npos);
      CHECK(s.lead.find(ground) == std::string::npos);
      CHECK(s.id != "health");
    }
  }
}

TEST_CASE("the card is in Kazakh, with a line in the reader's own language that says what it is") {
  const Citizen c = at_plan(kAbroad).press("card");
  const Pack& pack = real_pack("deferment");
  const view::Screen s = view::screen(deferment(), c.state(), pack.texts[ru], &pack.texts[kk]);
  CHECK(s.lang == "ru");
  CHECK(s.body_lang == "kk");
  CHECK(s.title == std::string(pack.texts[ru].get(i18n::Key::ui_card_title)));
  CHECK_FALSE(s.busy);
  const service::Subtype& study = deferment().subtypes[4];
  CHECK(notice(s, "service")->text == std::string(pack.texts[kk].get(deferment().words.title)));
  CHECK(notice(s, "kind")->text == std::string(pack.texts[kk].get(study.title)));
  for (const char* cited : {"service", "kind", "cost", "papers", "obtained", "provider"}) {
    CAPTURE(cited);
    REQUIRE(notice(s, cited) != nullptr);
    CHECK_FALSE(notice(s, cited)->law.empty());
  }
  for (const service::Item& item : study.items) {
    CHECK(notice(s, "papers")->text.find(std::string(pack.texts[kk].get(item.title))) != std::string::npos);
  }
  for (const service::TextId text : deferment().obtained) {
    CHECK(notice(s, "obtained")->text.find(std::string(pack.texts[kk].get(text))) != std::string::npos);
  }
  CHECK(view::to_json(s).find("\"bodyLang\":\"kk\"") != std::string::npos);
}

TEST_CASE("until the Kazakh words are there, the card is empty and busy; a Kazakh reader needs no others") {
  const Citizen c = at_plan(kAbroad).press("card");
  const view::Screen waiting = shown(c, ru);
  CHECK(waiting.busy);
  CHECK(waiting.notices.empty());
  const view::Screen own = shown(c, kk);
  CHECK_FALSE(own.busy);
  CHECK_FALSE(own.notices.empty());
}

TEST_CASE("the card of a demonstration says that it is no body's decision or document") {
  const auto card = [](service::Mode mode) { return shown(at_plan(kStudy, mode).press("card"), kk); };
  CHECK(notice(card(service::Mode::demonstration), "not_official") != nullptr);
  CHECK(notice(card(service::Mode::preparation), "not_official") != nullptr);
  CHECK(notice(card(service::Mode::connected), "not_official") == nullptr);
}

TEST_CASE(
    "the card says of a paper that is only for whoever has it, and of one that may not be needed, that it is so") {
  Citizen c = with(real_pack("registration").model, {{"for_whom", "self"}, {"registration_case", "left_service"}});
  c.press("plan").press("card");
  const view::Screen s = shown(c, kk);
  const i18n::Texts& texts = real_pack("registration").texts[kk];
  const auto& items = c.model().subtypes[1].items;
  const std::string if_any =
      std::string(texts.get(items[2].title)) + " " + std::string(texts.get(i18n::Key::ui_optional));
  CHECK(notice(s, "papers")->text.find(if_any) != std::string::npos);
  const std::string maybe =
      std::string(texts.get(items[4].title)) + " (" + std::string(texts.get(items[4].condition)) + ")";
  CHECK(notice(s, "papers")->text.find(maybe) != std::string::npos);
}
