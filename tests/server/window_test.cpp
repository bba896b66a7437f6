// The server's second look at the windows: only what lies outside on both days is refused for it.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "backend/engine_judge.hpp"

using namespace qadam;

namespace {

// What the judge says first of a bare application filed at that moment.
std::string first_word(const char* iso, int minute) {
  const backend::EngineJudge judge({testing::real_pack("deferment").model});
  base::Record flat;
  flat.set("service", "deferment");
  backend::Claim claim{"", flat, "", {}, backend::Mode::Demonstration, {}};
  claim.now = base::instant_of(base::parse_date(iso).value(), minute);
  return judge.judge(claim).error().code;
}

}  // namespace

TEST_CASE("an application outside the windows is refused; one that only rolls into or out of them is not") {
  CHECK(first_word("2026-07-01", 600) == "application.outside_window");
  CHECK(first_word("2026-12-31", 600) == "application.outside_window");
  CHECK(first_word("2026-06-30", 18 * 60) != "application.outside_window");
  CHECK(first_word("2026-06-30", 19 * 60) != "application.outside_window");  // taken in on 1 July: the order is silent
  CHECK(first_word("2026-08-31", 19 * 60) != "application.outside_window");  // taken in on 1 September
  CHECK(first_word("2026-08-31", 10 * 60) == "application.outside_window");
}
