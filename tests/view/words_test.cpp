// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "shown.hpp"

using namespace qadam;
using testing::Citizen;
using testing::field;
using testing::Language;
using testing::licence;
using testing::setting_on;
using testing::shown;

TEST_CASE("the fee on the start page is that of the year") {
  const view::Screen s = shown(Citizen(licence()));
  REQUIRE(field(s, "cost") != nullptr);
  CHECK(field(s, "cost")->shown.find("5,406.25") != std::string::npos);
  const view::Screen year_before = shown(Citizen(licence(), setting_on("2025-12-01")));
  CHECK(field(year_before, "cost")->shown.find("4,915") != std::string::npos);
}

TEST_CASE("each clause that a screen cites is named in the language of the screen") {
  for (const Language lang : {testing::kk, testing::ru, testing::en}) {
    Citizen c(licence());
    c.go_to("category");
    const view::Screen s = shown(c, lang);
    REQUIRE(field(s, "category") != nullptr);
    REQUIRE(field(s, "category")->law.size() == 2);
    CHECK(field(s, "category")->law[1].id == "lrt:74.2");
    CHECK(field(s, "category")->law[1].text.find("74") != std::string::npos);
    CHECK(s.lang == testing::real_pack("licence-first").texts[lang].lang());
  }
}

TEST_CASE("every code that the engine gives has words of its own") {
  for (const char* code :
       {"required",     "required.choice",  "required.date", "option",           "iin.length",   "iin.digits",
        "iin.checksum", "date.form",        "date.missing",  "date.no_such_day", "date.range",   "date.future",
        "phone.form",   "text.long",        "text.control",  "code.form",        "code.wrong",   "code.expired",
        "code.tries",   "status.not_found", "slot.required", "offline",          "server",       "answer",
        "refused",      "session",          "changed",       "incomplete",       "draft.version"}) {
    CAPTURE(code);
    CHECK(i18n::key_of("error." + std::string(code)) != i18n::Key::count);
  }
  for (const char* code : {"iin.date", "iin.digit", "iin.impossible_date", "phone.prefix"}) {
    CAPTURE(code);
    CHECK(i18n::key_of("warning." + std::string(code)) != i18n::Key::count);
  }
}

TEST_CASE("the words of every screen's frame are there in every language") {
  for (const Language lang : {testing::kk, testing::ru, testing::en}) {
    const std::vector<view::Chrome> words = view::chrome(testing::real_pack("licence-first").texts[lang]);
    CHECK(words.size() >= 20);
    CHECK(shown(Citizen(licence()), lang).chrome.empty());
    for (const view::Chrome& each : words) {
      CAPTURE(each.key);
      CHECK_FALSE(each.text.empty());
      CHECK(each.key.rfind("ui.", 0) == std::string::npos);
    }
  }
}
