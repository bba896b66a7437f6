// What the pages say of days, and what can be done on them: a draft service with the pages that its journey will have.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "shown.hpp"
#include "view/calendar_file.hpp"
#include "view/file.hpp"

using namespace qadam;
using testing::Citizen;
using testing::notice;
using testing::offers;
using testing::setting_on;
using testing::shown;

namespace {

constexpr auto kDemonstration = service::Mode::demonstration;

// Deferment with pages that sign and follow a case.
const service::Model& deferment() {
  static const service::Model kModel = [] {
    service::Model model = testing::real_pack("deferment").model;
    service::Screen sign;
    sign.id = "sign";
    sign.kind = service::ScreenKind::sign;
    service::Screen status;
    status.id = "case";
    status.kind = service::ScreenKind::case_status;
    model.screens.push_back(sign);
    model.screens.push_back(status);
    return model;
  }();
  return kModel;
}

Citizen at(const char* screen, const char* iso, int minute = 10 * 60, service::Mode mode = kDemonstration) {
  engine::Setting setting = setting_on(iso, mode);
  setting.now = base::instant_of(testing::day(iso), minute);
  Citizen c(deferment(), setting);
  c.give("for_whom", "self").give("birth_date", "2005-3-4");
  for (std::size_t i = 0; i < deferment().screens.size(); ++i) {
    if (deferment().screens[i].id == screen) c.state().screen = static_cast<std::uint16_t>(i);
  }
  return c;
}

std::string said(const Citizen& c, const char* id) {
  const view::Screen s = shown(c);
  const view::Notice* n = notice(s, id);
  return n == nullptr ? "" : n->title + "|" + n->text;
}

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

Citizen with_case(const char* iso, int minute) {
  Citizen c = at("case", iso, minute);
  c.state().application.number = "DEMO-1";
  c.state().application.state = "current";
  c.state().application.accepted = c.state().setting.now;
  return c;
}

}  // namespace

TEST_CASE("the start page names hours, windows and the day of the answer, each with its clause") {
  const view::Screen s = shown(at("start", "2026-09-07"));
  CHECK(testing::field(s, "hours")->shown == "Monday to Friday, 09:00 to 18:30; break: 13:00 to 14:30");
  CHECK(has(testing::field(s, "window")->shown, "1 March \xE2\x80\x93 30 June; 1 September \xE2\x80\x93 30 December"));
  CHECK(has(testing::field(s, "window")->shown, "The last day: 30 December 2026"));
  CHECK(has(testing::field(s, "due")->shown, "no later than 15 September 2026"));
  for (const char* id : {"hours", "window", "due"}) CHECK_FALSE(testing::field(s, id)->law.empty());
  CHECK(notice(s, "window") == nullptr);
}

TEST_CASE("outside a window the start page says when it opens, and preparation goes on") {
  Citizen c = at("start", "2026-07-15");
  CHECK(has(said(c, "window"), "1 September 2026"));
  CHECK(testing::field(shown(c), "due") == nullptr);
  c.press("continue");
  CHECK(c.at("for_whom"));
  CHECK(has(said(at("summary", "2026-07-15"), "window"), "Preparation can go on"));
  for (const auto lang : {testing::kk, testing::ru})
    CHECK(notice(shown(at("start", "2026-07-15"), lang), "window") != nullptr);
}

TEST_CASE("outside a window nothing can be sent; a calendar file and a marked demonstration are offered") {
  Citizen c = at("sign", "2026-07-15");
  view::Screen s = shown(c);
  CHECK_FALSE(offers(s, "send"));
  CHECK_FALSE(offers(s, "retry"));
  CHECK(offers(s, "file:calendar"));
  CHECK(offers(s, "as_of:2026-09-01"));
  CHECK(offers(s, "back"));
  for (const char* id : {"send", "retry", "new_code", "as_of:2026-09-02", "as_of:2026-08-01"}) c.press(id);
  CHECK(c.effects().empty());
  CHECK_FALSE(c.state().setting.as_of);
  c.press("as_of:2026-09-01");
  CHECK(c.state().setting.today() == testing::day("2026-09-01"));
  CHECK(c.answer_to("birth_date").text == "2005-3-4");
  CHECK(c.effects().back().kind == engine::EffectKind::signing);
  c.ok({{"signing", "s"}, {"code", "123456"}});
  CHECK(offers(shown(c), "send"));
  CHECK_FALSE(shown(c).mode.as_of.empty());
}

TEST_CASE("only a demonstration offers another day") {
  for (const auto mode : {service::Mode::preparation, service::Mode::connected}) {
    Citizen c = at("sign", "2026-07-15", 600, mode);
    CHECK_FALSE(offers(shown(c), "as_of:2026-09-01"));
    c.press("as_of:2026-09-01");
    CHECK_FALSE(c.state().setting.as_of);
  }
}

TEST_CASE("a filing that would roll out of its window is warned of, and can still be sent") {
  Citizen c = at("sign", "2026-06-30", 19 * 60);
  CHECK(has(said(c, "rolls_out"), "1 July 2026"));
  CHECK(has(said(c, "rolls_out"), "30 June 2026, 18:30"));
  c.press("retry").ok({{"signing", "s"}, {"code", "123456"}});
  CHECK(offers(shown(c), "send"));
  CHECK(has(said(at("summary", "2026-06-30", 19 * 60), "rolls_out"), "does not say"));
}

TEST_CASE("in the last fourteen days of a window the summary counts them down to the last safe moment") {
  CHECK(said(at("summary", "2026-06-16"), "window_ends").empty());
  CHECK(has(said(at("summary", "2026-06-17"), "window_ends"), "14 days left"));
  CHECK(has(said(at("summary", "2026-06-30"), "window_ends"), "1 day left"));
  CHECK(has(said(at("summary", "2028-12-20"), "window_ends"), "29 December 2028, 18:30"));  // the 30th is a Saturday
}

TEST_CASE("midnight of the last day passes over an open draft: the notices change, nothing is lost") {
  Citizen c = at("summary", "2026-06-30", 23 * 60 + 59);
  CHECK_FALSE(said(c, "rolls_out").empty());
  c.now("2026-07-01", 0);
  CHECK(said(c, "rolls_out").empty());
  CHECK(has(said(c, "window"), "1 September 2026"));
  CHECK(c.at("summary"));
  CHECK(c.answer_to("birth_date").text == "2005-3-4");
}

TEST_CASE("after filing the page says when it counts as taken in and by when the answer is due") {
  const view::Screen s = shown(with_case("2026-12-11", 18 * 60 + 31));
  CHECK(testing::field(s, "taken_in")->shown == "14 December 2026");
  CHECK(testing::field(s, "due")->shown == "No later than 23 December 2026");
  CHECK(offers(s, "file:calendar"));
  CHECK(has(said(with_case("2026-12-28", 600), "filing"), "approximate"));
  CHECK(testing::field(shown(with_case("2026-06-30", 19 * 60)), "due") == nullptr);
}

TEST_CASE("the licence's pages have no word of windows and offer no calendar file") {
  const view::Screen s = shown(Citizen(testing::licence()));
  for (const char* id : {"hours", "window", "due"}) CHECK(testing::field(s, id) == nullptr);
  CHECK_FALSE(view::file(testing::licence(), Citizen(testing::licence()).state(),
                         testing::real_pack("licence-first").texts[0], "calendar"));
}

TEST_CASE("the calendar file is an all-day event that names no service and says that nothing has been filed") {
  for (const auto lang : {testing::kk, testing::ru, testing::en}) {
    const Citizen c = at("sign", "2026-07-15");
    const auto file = view::file(c.model(), c.state(), testing::real_pack("deferment").texts[lang], "calendar");
    REQUIRE(file);
    CHECK(file->name == "qadam.ics");
    CHECK(has(file->text, "DTSTAMP:20260715T050000Z\r\n"));
    CHECK(has(file->text, "DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20260902\r\n"));
    CHECK_FALSE(has(file->text, "defer"));
    for (std::size_t from = 0; from < file->text.size();) {
      const std::size_t end = file->text.find("\r\n", from);
      REQUIRE(end != std::string::npos);
      CHECK(end - from <= 75);
      from = end + 2;
    }
  }
  const Citizen c = with_case("2026-12-11", 600);
  const auto due = view::file(c.model(), c.state(), testing::real_pack("deferment").texts[testing::en], "calendar");
  CHECK(has(due->text, "SUMMARY:Qadam: the answer is due\r\n"));
  CHECK(has(due->text, "DTSTART;VALUE=DATE:20261222"));
  CHECK(has(due->text, "Nothing has been filed"));
  CHECK_FALSE(view::file(c.model(), c.state(), testing::real_pack("deferment").texts[0], "nonsense"));
}

TEST_CASE("calendar lines fold between characters, and text is escaped") {
  CHECK(view::calendar_text("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne");
  std::string long_line(74, 'x');
  long_line += "\xD3\x98y";
  CHECK(view::calendar_line(long_line) == std::string(74, 'x') + "\r\n \xD3\x98y\r\n");
}
