// Every kind of page, in every language and mode: whole, worded, and honest about what it is.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "shown.hpp"

using namespace qadam;
using engine::Outcome;
using testing::Citizen;
using testing::day;
using testing::field;
using testing::Language;
using testing::licence;
using testing::notice;
using testing::offers;
using testing::real_pack;
using testing::setting_on;
using testing::shown;
using testing::texts_of;

namespace {

// What must be true of any screen whatever.
void check_sound(const view::Screen& s) {
  CAPTURE(s.id);
  CAPTURE(s.lang);
  CHECK_FALSE(s.kind.empty());
  CHECK_FALSE(s.title.empty());
  CHECK_FALSE(s.service_title.empty());
  CHECK_FALSE(s.mode.banner.empty());
  for (const std::string& text : texts_of(s)) {
    CAPTURE(text);
    CHECK(text.find('{') == std::string::npos);
    CHECK(text.find('}') == std::string::npos);
  }
  std::set<std::string> ids;
  for (const view::Field& f : s.fields) {
    CHECK(ids.insert(f.id).second);
    CHECK_FALSE(f.label.empty());
  }
  std::set<std::string> actions;
  for (const view::Button& b : s.actions) {
    CHECK(actions.insert(b.id).second);
    CHECK_FALSE(b.text.empty());
  }
  for (const view::Notice& n : s.notices) CHECK_FALSE((n.title.empty() && n.text.empty()));
  CHECK(nlohmann::json::accept(view::to_json(s)));
}

// Calls see(citizen) on every page that a session can show.
template <class F>
void every_page(service::Mode mode, F&& see) {
  const auto begin = [&](const char* iso) { return Citizen(licence(), setting_on(iso, mode)); };
  for (const char* iso : {"2025-10-16", "2026-09-01"}) {
    Citizen closed = begin(iso);
    see(closed);
    closed.press("status");
    see(closed);
    closed.press("show_status");
    see(closed);
  }
  Citizen c = begin("2026-08-01");
  c.answer("channel", "portal");
  c.answer("category", "BE");
  c.walk([&] { see(c); });
  Citizen helper = begin("2026-08-01");
  helper.answer("for_whom", "other");
  helper.answer("birth_date", "2009-3-10");
  for (const char* id : {"birth_date", "category", "referral"}) {
    helper.go_to(id);
    see(helper);
    helper.press("continue");
    see(helper);
  }
  c.press("erase");
  see(c);
  if (mode == service::Mode::preparation) return;
  Citizen refusing = begin("2026-08-01");
  refusing.go_to("sign_in").give("iin", "123").press("continue");
  see(refusing);
  refusing.give("iin", "980514101012").press("continue");
  see(refusing);
  refusing.ok({{"session", "s"}, {"code", "123456"}});
  see(refusing);
  refusing.give("code", "1").press("continue");
  see(refusing);
  refusing.go_to("consent").press("refuse");
  see(refusing);
  Citizen applied = begin("2026-08-01");
  applied.go_to("sign");
  see(applied);
  applied.unavailable();
  see(applied);
  applied.press("retry").ok({{"signing", "g"}, {"code", "654321"}});
  see(applied);
  applied.submit();
  see(applied);
  applied.press("book:13").ok({{"slots.count", "0"}});
  see(applied);
  applied.press("back").press("book:13");
  applied.ok({{"slots.count", "1"},
              {"slots.0.id", "a"},
              {"slots.0.at", "1786000000"},
              {"slots.0.place.kk", "kk"},
              {"slots.0.place.ru", "ru"},
              {"slots.0.place.en", "en"}});
  applied.press("confirm_booking");
  see(applied);
  applied.press("back");
  for (int stage = 12; stage <= 18; ++stage) {
    for (const char* state : {"current", "booked", "stopped", "done"}) {
      const std::string at = "bookings." + std::to_string(stage) + ".";
      applied.press("refresh").ok({{"number", "DEMO-1"},
                                   {"service", "licence-first"},
                                   {"stage", std::to_string(stage)},
                                   {"state", state},
                                   {"ground", "by_rules"},
                                   {"accepted", "1785500000"},
                                   {at + "at", "1786000000"},
                                   {at + "place.kk", "kk"},
                                   {at + "place.ru", "ru"},
                                   {at + "place.en", "en"}});
      see(applied);
      if (applied.state().application.state != "current" && applied.state().application.state != "booked") break;
    }
    applied.state().application.state = "current";
  }
}

// Each register's stop, its silence, and a number it does not know.
template <class F>
void every_stop(F&& see) {
  for (const service::Check& check : licence().checks) {
    for (const char* result : {"exists", "barred", "none", "listed", "unknown"}) {
      Citizen c(licence());
      c.registers[check.id] = {{"result", result}};
      c.go_to("birth_date");
      if (c.at("checks")) see(c, check);
    }
    Citizen silent(licence());
    silent.registers.erase(check.id);
    silent.go_to("birth_date");
    see(silent, check);
  }
}

}  // namespace

TEST_CASE("every page of a first licence is whole in every language and mode") {
  for (const service::Mode mode :
       {service::Mode::demonstration, service::Mode::preparation, service::Mode::connected}) {
    std::set<std::string> kinds;
    every_page(mode, [&](const Citizen& c) {
      for (const Language lang : {testing::kk, testing::ru, testing::en}) {
        const view::Screen s = shown(c, lang);
        check_sound(s);
        kinds.insert(s.kind);
      }
    });
    const std::set<std::string> everywhere = {"start",  "question", "information", "summary",
                                              "status", "closed",   "early",       "erased"};
    for (const std::string& kind : everywhere) {
      CAPTURE(kind);
      CHECK(kinds.count(kind) == 1);
    }
    const bool asks = mode != service::Mode::preparation;
    for (const char* kind : {"signIn", "consent", "checks", "sign", "case", "booking", "ended"})
      CHECK(kinds.count(kind) == asks);
    CHECK(kinds.count("prepared") == !asks);
  }
}

TEST_CASE("every stop of a register is whole in every language") {
  int stops = 0;
  every_stop([&](const Citizen& c, const service::Check&) {
    for (const Language lang : {testing::kk, testing::ru, testing::en}) check_sound(shown(c, lang));
    ++stops;
  });
  CHECK(stops >= 12);
}

TEST_CASE("a service of information is whole in every language, open and closed") {
  for (const char* iso : {"2025-10-16", "2026-08-01", "2026-09-01"}) {
    Citizen c(real_pack("licence-exchange").model, setting_on(iso));
    for (const Language lang : {testing::kk, testing::ru, testing::en}) check_sound(shown(c, lang));
    c.press("continue");
    for (const Language lang : {testing::kk, testing::ru, testing::en}) check_sound(shown(c, lang));
    CHECK_FALSE(offers(shown(c), "status"));
  }
}

TEST_CASE("what an action is offered for is what the engine does: no button is dead") {
  every_page(service::Mode::demonstration, [](const Citizen& c) {
    if (!c.state().pending.empty()) return;
    for (const view::Button& button : shown(c).actions) {
      if (button.id == "print") continue;  // the shell's own
      CAPTURE(c.screen());
      CAPTURE(button.id);
      Citizen pressed = c;
      pressed.press(button.id);
      const bool changed = testing::everything(c.model(), c.state()) != testing::everything(c.model(), pressed.state());
      // Pressing on with the same mistakes shows the same mistakes.
      CHECK((changed || !c.state().issues.empty()));
    }
  });
}

TEST_CASE("the mode and a demonstrated day stand on every page") {
  every_page(service::Mode::demonstration, [](const Citizen& c) {
    CHECK(shown(c).mode.id == "demonstration");
    CHECK_FALSE(shown(c).mode.detail.empty());
    CHECK(shown(c).mode.as_of.empty());
  });
  engine::Setting setting = setting_on("2026-11-01");
  setting.as_of = day("2026-08-31");
  Citizen c(licence(), setting);
  c.walk([&] { CHECK(shown(c).mode.as_of.find("31 August 2026") != std::string::npos); });
  CHECK(c.at("sign"));
  c.press("erase");
  CHECK_FALSE(shown(c).mode.as_of.empty());
}

TEST_CASE("a connected page names its operator") {
  const Citizen c(licence(), setting_on("2026-08-01", service::Mode::connected));
  CHECK(shown(c).mode.banner.find("940140000385") != std::string::npos);
}

TEST_CASE("outside connected no button says submit") {
  for (const service::Mode mode : {service::Mode::demonstration, service::Mode::preparation}) {
    every_page(mode, [](const Citizen& c) {
      for (const Language lang : {testing::kk, testing::ru, testing::en}) {
        const std::string submit(real_pack("licence-first").texts[lang].get(i18n::Key::ui_sign_send_connected));
        const std::string word = submit.substr(0, submit.find(' '));
        for (const view::Button& button : shown(c, lang).actions) {
          // In English the word itself; elsewhere the first word alone may be "application".
          if (lang == testing::en) CHECK(button.text.find(word) == std::string::npos);
          CHECK(button.text.find(submit) == std::string::npos);
        }
      }
    });
  }
  Citizen connected(licence(), setting_on("2026-08-01", service::Mode::connected));
  connected.go_to("sign").ok({{"signing", "g"}});
  const view::Screen s = shown(connected);
  REQUIRE(offers(s, "send"));
  CHECK(s.actions.front().text == real_pack("licence-first").texts[2].get(i18n::Key::ui_sign_send_connected));
}

TEST_CASE("outside connected a case page says that nothing was filed") {
  Citizen c(licence());
  c.submit();
  CHECK(notice(shown(c), "not_filed") != nullptr);
  Citizen connected(licence(), setting_on("2026-08-01", service::Mode::connected));
  connected.submit();
  CHECK(notice(shown(connected), "not_filed") == nullptr);
}

TEST_CASE("demonstration codes and demonstration people are shown in a demonstration only") {
  Citizen demo(licence());
  demo.go_to("sign_in");
  const view::Screen of_demo = shown(demo);
  REQUIRE(field(of_demo, "iin") != nullptr);
  CHECK(field(of_demo, "iin")->examples.size() >= 10);
  Citizen connected(licence(), setting_on("2026-08-01", service::Mode::connected));
  connected.go_to("sign_in");
  const view::Screen of_connected = shown(connected);
  REQUIRE(field(of_connected, "iin") != nullptr);
  CHECK(field(of_connected, "iin")->examples.empty());
  connected.give("iin", "980514101012").press("continue").ok({{"session", "s"}});
  const view::Screen with_code = shown(connected);
  REQUIRE(field(with_code, "code") != nullptr);
  CHECK(field(with_code, "code")->hint.empty());
  demo.give("iin", "980514101012").press("continue").ok({{"session", "s"}, {"code", "135790"}});
  const view::Screen s = shown(demo);
  REQUIRE(field(s, "code") != nullptr);
  CHECK(field(s, "code")->hint.find("135790") != std::string::npos);
}

TEST_CASE("the closed page offers another day in a demonstration only") {
  Citizen demo(licence(), setting_on("2026-09-01"));
  CHECK(offers(shown(demo), "as_of:2026-08-31"));
  CHECK(offers(shown(demo), "status"));
  for (const service::Mode mode : {service::Mode::preparation, service::Mode::connected}) {
    CHECK_FALSE(offers(shown(Citizen(licence(), setting_on("2026-09-01", mode))), "as_of:2026-08-31"));
  }
}

TEST_CASE("the consent names every register and what is asked of it") {
  Citizen c(licence());
  c.go_to("consent");
  for (const Language lang : {testing::kk, testing::ru, testing::en}) {
    const view::Screen s = shown(c, lang);
    REQUIRE(notice(s, "data") != nullptr);
    std::size_t lines = 1;
    for (const char ch : notice(s, "data")->text) lines += ch == '\n';
    CHECK(lines == licence().checks.size());
    CHECK(field(s, "operator") != nullptr);
    CHECK(offers(s, "agree"));
    CHECK(offers(s, "refuse"));
  }
}

TEST_CASE("an error stands above the page and at its field, in words") {
  Citizen c(licence());
  c.go_to("birth_date").give("birth_date", "2000-2-31").press("continue");
  const view::Screen s = shown(c);
  REQUIRE(s.errors.size() == 1);
  CHECK(s.errors[0].field == "birth_date");
  REQUIRE(field(s, "birth_date") != nullptr);
  CHECK(field(s, "birth_date")->error == s.errors[0].text);
  CHECK(s.errors[0].text == "There is no such day. Check the day and the month");
  CHECK(field(s, "birth_date")->value == "2000-2-31");
}

TEST_CASE("the summary shows each answer in words, with a way to change it") {
  Citizen c(licence());
  c.answer("category", "BE");
  c.go_to("summary");
  const view::Screen s = shown(c);
  REQUIRE(field(s, "row.birth_date") != nullptr);
  CHECK(field(s, "row.birth_date")->shown == "14 May 1998");
  CHECK(field(s, "row.has_experience")->shown == "Yes");
  CHECK(field(s, "row.region")->shown == "Astana");
  CHECK(field(s, "row.category")->action == "change:category");
  CHECK(field(s, "row.military_referral") == nullptr);  // not asked, so not shown
  CHECK(field(s, "check.bar") != nullptr);
  REQUIRE(notice(s, "verdict") != nullptr);
  CHECK(notice(s, "verdict")->kind == "success");
}

TEST_CASE("an answer that looks like a placeholder is shown as it was typed") {
  Citizen c(licence());
  c.go_to("phone").give("phone", "{duty}").press("continue");
  const view::Screen s = shown(c);
  REQUIRE(field(s, "phone") != nullptr);
  CHECK(field(s, "phone")->value == "{duty}");
}

TEST_CASE("regions are listed in the language's own order, and each once") {
  Citizen c(licence());
  c.go_to("region");
  std::set<std::string> kk_values;
  const view::Screen in_kk = shown(c, testing::kk);
  const view::Screen in_en = shown(c, testing::en);
  for (const view::Option& o : field(in_kk, "region")->options) kk_values.insert(o.value);
  CHECK(kk_values.size() == 20);
  const auto& options = field(in_en, "region")->options;
  for (std::size_t i = 1; i < options.size(); ++i) CHECK(options[i - 1].text < options[i].text);
}

TEST_CASE("who fills in for another is addressed as such") {
  Citizen helper(licence());
  helper.answer("for_whom", "other");
  helper.go_to("birth_date");
  Citizen self(licence());
  self.go_to("birth_date");
  int differ = 0;
  for (const char* id : {"birth_date", "category", "phone", "summary"}) {
    helper.go_to(id);
    self.go_to(id);
    for (const Language lang : {testing::kk, testing::ru, testing::en}) {
      differ +=
          shown(helper, lang).title != shown(self, lang).title || shown(helper, lang).lead != shown(self, lang).lead;
    }
  }
  CHECK(differ > 0);
}

TEST_CASE("progress counts only the screens of this journey and never runs backwards") {
  Citizen c(licence());
  std::uint32_t last = 0;
  c.walk([&] {
    const view::Progress progress = shown(c).progress;
    if (progress.total == 0) return;
    CAPTURE(c.screen());
    CHECK(progress.step >= last);
    CHECK(progress.step <= last + 1);
    CHECK(progress.step <= progress.total);
    last = progress.step;
  });
  CHECK(last == shown(c).progress.total);
  CHECK(last >= 10);
}

TEST_CASE("erase is offered wherever there is something to erase, and asks first") {
  Citizen c(licence());
  CHECK_FALSE(offers(shown(c), "erase"));
  c.go_to("phone");
  REQUIRE(offers(shown(c), "erase"));
  for (const view::Button& b : shown(c).actions) {
    if (b.id == "erase") CHECK_FALSE(b.ask.empty());
  }
  CHECK_FALSE(offers(shown(c.press("erase")), "erase"));
}
