// SPDX-License-Identifier: MIT
#include "submission/setting.hpp"

#include <doctest/doctest.h>

#include "../engine/citizen.hpp"

using namespace qadam;
using testing::Pairs;

namespace {

std::string error(const Pairs& pairs) {
  const auto setting = submission::setting_of(base::encode(testing::record_of(pairs)));
  return setting ? "" : setting.error().code;
}

}  // namespace

TEST_CASE("a shell's setting is read whole") {
  const auto setting = submission::setting_of(base::encode(testing::record_of({{"mode", "demonstration"},
                                                                               {"now", "1785500000"},
                                                                               {"seed", "s"},
                                                                               {"asOf", "2026-08-31"},
                                                                               {"later", "ignored"}})));
  REQUIRE(setting);
  CHECK(setting->mode == service::Mode::demonstration);
  CHECK(setting->now.seconds == 1785500000);
  CHECK(setting->seed == "s");
  REQUIRE(setting->as_of);
  CHECK(setting->today().iso() == "2026-08-31");
}

TEST_CASE("a setting that cannot be trusted is refused") {
  CHECK(submission::setting_of("nonsense").error().code == "record.form");
  CHECK(error({{"now", "1"}, {"seed", "s"}}) == "setting.mode");
  CHECK(error({{"mode", "real"}, {"now", "1"}, {"seed", "s"}}) == "setting.mode");
  CHECK(error({{"mode", "demonstration"}, {"seed", "s"}}) == "setting.now");
  CHECK(error({{"mode", "demonstration"}, {"now", "-1"}, {"seed", "s"}}) == "setting.now");
  CHECK(error({{"mode", "demonstration"}, {"now", "soon"}, {"seed", "s"}}) == "setting.now");
  CHECK(error({{"mode", "demonstration"}, {"now", "1"}}) == "setting.seed");
}

TEST_CASE("connected without a named operator is refused: nobody may file with nobody") {
  CHECK(error({{"mode", "connected"}, {"now", "1"}, {"seed", "s"}}) == "setting.operator");
  CHECK(error({{"mode", "connected"}, {"now", "1"}, {"seed", "s"}, {"operator", "x"}}) == "setting.operator");
  CHECK(error({{"mode", "connected"}, {"now", "1"}, {"seed", "s"}, {"bin", "940140000385"}}) == "setting.operator");
  CHECK(
      error({{"mode", "connected"}, {"now", "1"}, {"seed", "s"}, {"operator", "x"}, {"bin", "940140000385"}}).empty());
}

TEST_CASE("another day is for demonstrations") {
  for (const char* mode : {"preparation", "connected"}) {
    CHECK(
        error({{"mode", mode}, {"now", "1"}, {"seed", "s"}, {"operator", "x"}, {"bin", "1"}, {"asOf", "2026-08-31"}}) ==
        "setting.asOf");
  }
  CHECK(error({{"mode", "demonstration"}, {"now", "1"}, {"seed", "s"}, {"asOf", "2026-02-30"}}) == "setting.asOf");
  CHECK(error({{"mode", "demonstration"}, {"now", "1"}, {"seed", "s"}, {"asOf", ""}}).empty());
}

TEST_CASE("an instant beyond the year 9999 is no instant") {
  // Used to be taken, and then the day of application was computed out of range.
  CHECK(error({{"mode", "demonstration"}, {"now", "999999999999999999"}, {"seed", "s"}}) == "setting.now");
  CHECK(error({{"mode", "demonstration"}, {"now", "253402282800"}, {"seed", "s"}}) == "setting.now");
  CHECK(error({{"mode", "demonstration"}, {"now", "253402282799"}, {"seed", "s"}}).empty());
}

TEST_CASE("names of modes round-trip") {
  for (const service::Mode mode :
       {service::Mode::demonstration, service::Mode::preparation, service::Mode::connected}) {
    CHECK(submission::mode_of(submission::name(mode)).value() == mode);
  }
}
