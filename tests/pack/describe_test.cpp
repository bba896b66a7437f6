// SPDX-License-Identifier: MIT
#include "pack/describe.hpp"

#include <doctest/doctest.h>

#include "packs.hpp"

using namespace qadam;
using testing::real_pack;
using testing::real_sources;

TEST_CASE("describe says the whole service in all languages, with its law") {
  const pack::Json json = pack::describe(real_sources("licence-first"), real_pack("licence-first").model);
  CHECK(json["service"] == "licence-first");
  for (const char* lang : {"kk", "ru", "en"}) CHECK_FALSE(json["title"][lang].get<std::string>().empty());
  CHECK(json["stages"].size() == 18);
  CHECK(json["stages"][4]["number"] == 5);
  CHECK(json["law"][0]["until"] == "2026-08-31");
  CHECK(json["fee"]["free"] == false);
  REQUIRE(json["subtypes"].size() == 1);
  CHECK(json["subtypes"][0]["eligibleWhen"]["all"].size() == 11);
  for (const auto& stage : json["stages"]) CHECK_FALSE(stage["law"].empty());
}

TEST_CASE("services says which is open on a day, and which term has ended") {
  const auto entry = [](const char* day) {
    return pack::service_entry(real_sources("licence-first"), real_pack("licence-first").model,
                               base::parse_date(day).value(), "en");
  };
  CHECK(entry("2026-08-31")["open"] == true);
  CHECK(entry("2026-09-01")["open"] == false);
  CHECK_FALSE(entry("2026-09-01")["because"].get<std::string>().empty());
  CHECK(entry("2025-10-16")["open"] == false);
  CHECK(entry("2025-10-16")["because"] != entry("2026-09-01")["because"]);
}
