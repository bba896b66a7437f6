// Dates and times in the words of the real languages.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../pack/packs.hpp"

using namespace qadam;
using testing::real_pack;

TEST_CASE("a date reads as each language writes it") {
  const auto& texts = real_pack("licence-first").texts;
  const base::Date day = base::Date::from_ymd(2026, 1, 13).value();
  // kk: "2026 zhylghy 13 qangtar"; ru: "13 yanvarya 2026 goda"
  CHECK(i18n::format_date(texts[0], day) ==
        "2026 \u0436\u044b\u043b\u0493\u044b 13 \u049b\u0430\u04a3\u0442\u0430\u0440");
  CHECK(i18n::format_date(texts[1], day) == "13 \u044f\u043d\u0432\u0430\u0440\u044f 2026 \u0433\u043e\u0434\u0430");
  CHECK(i18n::format_date(texts[2], day) == "13 January 2026");
  CHECK(i18n::format_date(texts[2], base::Date::from_ymd(2026, 12, 1).value()) == "1 December 2026");
}

TEST_CASE("times have two digits each") {
  const auto& texts = real_pack("licence-first").texts;
  for (const auto& each : texts) {
    CHECK(i18n::format_time(each, 0) == "00:00");
    CHECK(i18n::format_time(each, 9 * 60 + 5) == "09:05");
    CHECK(i18n::format_time(each, 1439) == "23:59");
  }
}

TEST_CASE("the twelve months are twelve words in every language") {
  for (const auto& each : real_pack("licence-first").texts) {
    std::vector<std::string> months;
    for (int m = 1; m <= 12; ++m) {
      const std::string text = i18n::format_date(each, base::Date::from_ymd(2026, m, 1).value());
      for (const std::string& other : months) CHECK(other != text);
      months.push_back(text);
    }
  }
}
