// The page of a refused application, and what stands on a case page besides where it is.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "engine/flow.hpp"
#include "shown.hpp"

using namespace qadam;
using testing::Citizen;
using testing::Language;
using testing::licence;
using testing::notice;
using testing::offers;
using testing::Pairs;
using testing::real_pack;
using testing::setting_on;
using testing::shown;

namespace {

constexpr Language kAll[] = {testing::kk, testing::ru, testing::en};

std::string text(const char* service, Language lang, service::TextId id) {
  return std::string(real_pack(service).texts[lang].get(id, false));
}

std::string ui(Language lang, i18n::Key key) {
  return std::string(real_pack("licence-first").texts[lang].get(key));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A case of the service at its review stage. The military packs get theirs from the test: their own journeys may change.
struct AtReview {
  service::Model model;
  engine::State state;

  explicit AtReview(const char* service, const char* now = "current") : model(real_pack(service).model) {
    if (engine::screen_of(model, service::ScreenKind::case_status) == service::kNone) {
      service::Screen screen;
      screen.id = "case_status";
      screen.kind = service::ScreenKind::case_status;
      model.screens.push_back(screen);
    }
    if (engine::stage_numbered(model, 16) == nullptr) {
      service::Stage stage;
      stage.number = 16;
      stage.id = "test_review";
      stage.kind = service::StageKind::review;
      model.stages.push_back(stage);
    }
    state = engine::begin(model, setting_on("2026-04-01"));
    state.page = engine::Page::screen;
    state.screen = engine::screen_of(model, service::ScreenKind::case_status);
    state.application.number = "DEMO-1";
    state.application.secret = "abc";
    state.application.stage = 16;
    state.application.state = now;
  }

  [[nodiscard]] view::Screen in(Language lang) const {
    return view::screen(model, state, real_pack(model.id).texts[lang]);
  }
};

}  // namespace

TEST_CASE("a refused page tells ground, paper and each way to appeal, with clause and confidence, in every language") {
  for (const char* service : {"licence-first", "registration", "deferment", "exemption"}) {
    CAPTURE(service);
    AtReview at(service, "stopped");
    const service::Ground& ground = at.model.grounds.front();
    at.state.application.ground = ground.id;
    const service::Item* item =
        at.model.subtypes.front().items.empty() ? nullptr : &at.model.subtypes.front().items.back();
    if (item != nullptr) at.state.application.paper = item->id;
    for (const Language lang : kAll) {
      const view::Screen s = at.in(lang);
      const view::Notice* why = notice(s, "ground");
      REQUIRE(why != nullptr);
      CHECK(contains(why->text, text(service, lang, ground.text)));
      CHECK(why->law.size() >= ground.law.size());
      if (item != nullptr) {
        CHECK(contains(why->text, text(service, lang, item->title)));
        CHECK(why->law.size() == ground.law.size() + item->law.size());
      }
      for (const char* id : {"remedy.objection", "remedy.appeal"}) {
        CAPTURE(id);
        const view::Notice* remedy = notice(s, id);
        REQUIRE(remedy != nullptr);
        CHECK(remedy->kind == "info");  // before what can be pressed, not below the stages
        CHECK_FALSE(remedy->law.empty());
        CHECK(contains(remedy->text, ui(lang, i18n::Key::ui_remedy_likely)));
      }
      CHECK(notice(s, "remedy.silence") == nullptr);
      CHECK(contains(notice(s, "not_filed")->text, ui(lang, i18n::Key::ui_case_not_decided)));
      CHECK(s.actions.front().id == "again");
      CHECK(s.actions.front().kind == "primary");
    }
  }
}

TEST_CASE("a ground and a paper that this version does not know are passed over, never shown as ids") {
  AtReview at("deferment", "stopped");
  at.state.application.ground = "ground_of_tomorrow";
  at.state.application.paper = "paper_of_tomorrow";
  for (const std::string& each : testing::texts_of(at.in(testing::en))) CHECK_FALSE(contains(each, "of_tomorrow"));
}

TEST_CASE("while a decision is awaited the way to object to a preliminary one is there to open, no appeal yet") {
  const AtReview at("deferment");
  const view::Screen s = at.in(testing::kk);
  REQUIRE(notice(s, "remedy.objection") != nullptr);
  CHECK(notice(s, "remedy.objection")->kind == "details");
  CHECK(notice(s, "remedy.appeal") == nullptr);
  CHECK_FALSE(offers(s, "again"));
}

TEST_CASE("silence is told of from the day after the last one, and never before a last day is known") {
  AtReview at("deferment");
  CHECK(notice(at.in(testing::en), "remedy.silence") == nullptr);
  at.state.application.accepted = base::instant_of(testing::day("2026-03-22"), 10 * 60);  // answered by 3 April
  CHECK(notice(at.in(testing::en), "remedy.silence") == nullptr);
  at.state.application.accepted = base::instant_of(testing::day("2026-03-19"), 10 * 60);  // 1 April is the last day
  CHECK(notice(at.in(testing::en), "remedy.silence") == nullptr);
  at.state.application.accepted = base::instant_of(testing::day("2026-03-18"), 10 * 60);
  const view::Screen s = at.in(testing::en);
  REQUIRE(notice(s, "remedy.silence") != nullptr);
  CHECK(notice(s, "remedy.silence")->law.front().id == "appc:91.2");
  at.state.application.state = "done";
  CHECK(notice(at.in(testing::en), "remedy.silence") == nullptr);
}

TEST_CASE("every case page of a military service says that a summons is to be answered all the same") {
  for (const char* service : {"registration", "deferment", "exemption"}) {
    for (const char* state : {"current", "stopped", "done"}) {
      const AtReview at(service, state);
      const view::Screen s = at.in(testing::kk);
      REQUIRE(notice(s, "remedy.summons") != nullptr);
      CHECK(notice(s, "remedy.summons")->kind == "warning");
      CHECK(notice(s, "remedy.summons")->law.front().id == "lms:30.1");
    }
  }
  CHECK(notice(AtReview("licence-first").in(testing::kk), "remedy.summons") == nullptr);
}

TEST_CASE("a result says where it is, what it means, and in a demonstration that nobody decided anything") {
  for (const char* service : {"registration", "deferment", "exemption"}) {
    CAPTURE(service);
    AtReview at(service, "done");
    const view::Screen s = at.in(testing::en);
    REQUIRE(notice(s, "now") != nullptr);
    CHECK(contains(notice(s, "now")->text, "cabinet on the portal"));
    CHECK_FALSE(notice(s, "now")->law.empty());
    REQUIRE(notice(s, "remedy.meaning") != nullptr);
    CHECK_FALSE(notice(s, "remedy.meaning")->law.empty());
    CHECK(contains(notice(s, "not_filed")->text, ui(testing::en, i18n::Key::ui_case_not_decided)));
    CHECK(notice(AtReview(service).in(testing::en), "remedy.meaning") == nullptr);
  }
}

TEST_CASE("the old number and what was wrong stay in sight until the corrected application has its own") {
  Citizen c(licence());
  c.submit().press("refresh").ok({{"number", "DEMO-1"},
                                  {"service", "licence-first"},
                                  {"stage", "16"},
                                  {"state", "stopped"},
                                  {"ground", "by_rules"}});
  c.press("again");
  for (const Language lang : kAll) {
    const view::Screen s = shown(c, lang);
    const view::Notice* earlier = notice(s, "earlier");
    REQUIRE(earlier != nullptr);
    CHECK(contains(earlier->title, "DEMO-1"));
    CHECK(contains(earlier->text, ui(lang, i18n::Key::ui_case_earlier_fix)));
    CHECK(contains(earlier->text, text("licence-first", lang, licence().grounds.front().text)));
    CHECK(earlier->kind == "info");
    CHECK_FALSE(earlier->law.empty());
  }
  c.press("continue");
  const view::Screen signing = shown(c);
  REQUIRE(notice(signing, "earlier") != nullptr);
  CHECK(notice(signing, "earlier")->kind == "details");
}

TEST_CASE("where no answer is left the first question says why it is asked") {
  Citizen c(licence());
  c.press("status").give("status_number", "DEMO-1").give("status_secret", "abc").press("show_status");
  c.ok({{"number", "DEMO-1"},
        {"service", "licence-first"},
        {"stage", "16"},
        {"state", "stopped"},
        {"ground", "by_rules"}});
  c.press("again");
  for (const Language lang : kAll) {
    const view::Screen s = shown(c, lang);
    const view::Notice* earlier = notice(s, "earlier");
    REQUIRE(earlier != nullptr);
    CHECK(earlier->kind == "info");
    CHECK(contains(earlier->text, ui(lang, i18n::Key::ui_case_earlier_blank)));
  }
}

TEST_CASE("a refusal after the service's last day offers no new application and says that it has ended") {
  Citizen c(licence());
  c.submit().press("refresh").ok({{"number", "DEMO-1"},
                                  {"service", "licence-first"},
                                  {"stage", "16"},
                                  {"state", "stopped"},
                                  {"ground", "by_rules"}});
  c.now("2026-09-02", 600);
  const view::Screen s = shown(c);
  CHECK_FALSE(offers(s, "again"));
  CHECK(notice(s, "closed") != nullptr);
  CHECK(notice(s, "remedy.appeal") != nullptr);
}
