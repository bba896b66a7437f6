// SPDX-License-Identifier: MIT
#include "feel/literal.hpp"

#include <doctest/doctest.h>

using namespace qadam::feel;

namespace {

std::string read(std::string_view text) {
  const Value value = parse_duration(text);
  if (const auto* m = value.as<Months>()) return std::to_string(m->count) + " months";
  if (const auto* s = value.as<Seconds>()) return s->count.text() + " s";
  return value.is_null() ? "null" : "?";
}

}  // namespace

TEST_CASE("durations of years and months, and of days and time") {
  CHECK(read("P18Y") == "216 months");
  CHECK(read("P1Y6M") == "18 months");
  CHECK(read("-P1M") == "-1 months");
  CHECK(read("P10D") == "864000 s");
  CHECK(read("PT5H") == "18000 s");
  CHECK(read("P1DT2H3M4S") == "93784 s");
  CHECK(read("-P1DT2H") == "-93600 s");
  CHECK(read("PT1M") == "60 s");
  CHECK(read("P0D") == "0 s");
}

TEST_CASE("anything else is null: mixed, empty, out of order, too large") {
  for (const std::string wrong : {"",
                                  "P",
                                  "PT",
                                  "P1",
                                  "1Y",
                                  "P1Y2D",
                                  "P1M1Y",
                                  "PT1S1H",
                                  "P1DT",
                                  "PT1Y",
                                  "P1H",
                                  "P1h",
                                  "P-1Y",
                                  "P1.5Y",
                                  "p1y",
                                  " P1Y",
                                  "P1Y ",
                                  "PTT1H",
                                  "P1Y1Y",
                                  "--P1Y",
                                  "P99999999999999Y",
                                  "P99999999999999999999M",
                                  "PT1?"}) {
    CAPTURE(wrong);
    CHECK(read(wrong) == "null");
  }
}
