// SPDX-License-Identifier: MIT
#include "feel_lang/suggest.hpp"

#include <doctest/doctest.h>

using qadam::feel_lang::suggestion;

TEST_CASE("the nearest word is suggested, and none when all are far") {
  const std::vector<std::string> known = {"category", "birth_date", "region"};
  CHECK(suggestion("categry", known) == " (did you mean 'category'?)");
  CHECK(suggestion("birthdate", known) == " (did you mean 'birth_date'?)");
  CHECK(suggestion("phone", known).empty());
  CHECK(suggestion("", known).empty());
  CHECK(suggestion("x", {}).empty());
}
