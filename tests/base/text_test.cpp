// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace qadam::base;

TEST_CASE("only well-formed UTF-8 is text") {
  for (const char* good : {"", "a", "\xD3\x98", "\xE2\x82\xB8", "\xF0\x9F\x98\x80", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF"})
    CHECK(is_utf8(good));
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xE2\x82", "a\xD3", "\xD3\x41"}) {
    CHECK_FALSE(is_utf8(bad));
    CHECK(has_unprintable(bad));
  }
}

TEST_CASE("ill-formed bytes count one each, and reading always goes on") {
  CHECK(length("\xE2\x82") == 2);
  CHECK(length("\xD3\x98\xFF"
               "a") == 3);
  std::size_t at = 0;
  const std::string_view bytes =
      "\xF0\x9F"
      "a";
  std::vector<char32_t> points;
  while (at < bytes.size()) points.push_back(next_code_point(bytes, at));
  CHECK(points == std::vector<char32_t>{0xFFFD, 0xFFFD, 'a'});
  for (int lead = 0; lead < 256; ++lead) {
    const char one[] = {static_cast<char>(lead)};
    CHECK(length(std::string_view(one, 1)) == 1);
  }
}

TEST_CASE("what could disguise a text is found, what people write is not") {
  CHECK_FALSE(has_unprintable("\xD3\x98\xD0\xB1\xD1\x96\xD0\xBB\n\t 1"));
  CHECK(has_unprintable(std::string_view("a\0b", 3)));
  CHECK(has_unprintable("\x1B[31m"));
  CHECK(has_unprintable("\x7F"));
  CHECK(has_unprintable("\xC2\x85"));      // a C1 control character
  CHECK(has_unprintable("\xE2\x80\xAE"));  // right-to-left override
  CHECK(has_unprintable("\xE2\x81\xA6"));  // left-to-right isolate
  CHECK(has_unprintable("\xEF\xBF\xBF"));  // U+FFFF
  CHECK(has_unprintable("\xEF\xB7\x90"));  // U+FDD0
}

TEST_CASE("spaces that come with pasting are trimmed, those inside stay") {
  CHECK(trim("  a b \t\n") == "a b");
  CHECK(trim("\xC2\xA0\xE2\x80\xAF\xEF\xBB\xBF"
             "a\xC2\xA0"
             "b\xE2\x80\x8B") ==
        "a\xC2\xA0"
        "b");
  CHECK(trim("").empty());
  CHECK(trim("\xC2\xA0 ").empty());
}

TEST_CASE("digits are found between the signs that people put there, and nowhere else") {
  CHECK(digits_only("+7 (701) 234-56.78") == "77012345678");
  CHECK(digits_only("980514\xC2\xA0"
                    "101\xE2\x80\x93"
                    "012") == "980514101012");
  CHECK(digits_only("12a").empty());
  CHECK(digits_only("1+2").empty());
  CHECK(digits_only("\xD9\xA1\xD9\xA2").empty());  // Arabic digits
  CHECK(digits_only("1\xFF").empty());
  CHECK(digits_only("").empty());
}

TEST_CASE("splitting gives every part, empty ones too") {
  std::vector<std::string> parts;
  split("a,,b", ',', [&](std::string_view part) { parts.emplace_back(part); });
  CHECK(parts == std::vector<std::string>{"a", "", "b"});
  parts.clear();
  split("", ',', [&](std::string_view part) { parts.emplace_back(part); });
  CHECK(parts.empty());
}

TEST_CASE("whole numbers without a sign, at most 18 digits") {
  CHECK(parse_whole("0") == 0);
  CHECK(parse_whole("999999999999999999") == 999999999999999999);
  for (const char* wrong : {"", "-1", "+1", "1.0", " 1", "1 ", "1000000000000000000", "x"})
    CHECK(parse_whole(wrong) == -1);
}
