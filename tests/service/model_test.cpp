// SPDX-License-Identifier: MIT
#include "service/model.hpp"

#include <doctest/doctest.h>

#include "small_model.hpp"

using namespace qadam;
using testing::day;
using testing::small_model;

TEST_CASE("a service is open from its first to its last day, both included") {
  const service::Model model = small_model();
  CHECK(service::opening(model, day(2026, 1, 1)).open);
  CHECK(service::opening(model, day(2026, 8, 31)).open);
  const service::Opening early = service::opening(model, day(2025, 12, 31));
  CHECK_FALSE(early.open);
  CHECK(early.early);
  CHECK(early.term == 0);
  const service::Opening late = service::opening(model, day(2026, 9, 1));
  CHECK_FALSE(late.open);
  CHECK_FALSE(late.early);
}

TEST_CASE("every term must allow the day") {
  service::Model model = small_model();
  model.terms.push_back({day(2026, 3, 1), day(2026, 3, 31), {}});
  CHECK(service::opening(model, day(2026, 3, 31)).open);
  CHECK(service::opening(model, day(2026, 4, 1)).term == 1);
  model.terms.clear();
  CHECK(service::opening(model, day(1900, 1, 1)).open);
}

TEST_CASE("the fee is that of the year, never the last one known") {
  const service::Model model = small_model();
  REQUIRE(service::amount_on(model, day(2026, 12, 31)) != nullptr);
  CHECK(service::amount_on(model, day(2026, 12, 31))->value == "5406.25");
  CHECK(service::amount_on(model, day(2025, 12, 31))->value == "4915");
  CHECK(service::amount_on(model, day(2027, 1, 1)) == nullptr);
  CHECK(service::amount_on(model, day(2024, 12, 31)) == nullptr);
}

TEST_CASE("a field is found by its whole id only") {
  const service::Model model = small_model();
  CHECK(service::find_field(model, "second") == 1);
  CHECK(service::find_field(model, "secon") == service::kNone);
  CHECK(service::find_field(model, "") == service::kNone);
}
