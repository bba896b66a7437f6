// SPDX-License-Identifier: MIT
#include "engine/warnings.hpp"

#include <doctest/doctest.h>

#include "../pack/packs.hpp"
#include "citizen.hpp"

using namespace qadam;
using testing::Citizen;
using testing::real_pack;

namespace {

std::vector<std::string> codes(const Citizen& c) {
  std::vector<std::string> out;
  for (const engine::Warning& w : engine::warnings_of(c.model(), c.state(), c.state().screen)) out.push_back(w.code);
  return out;
}

}  // namespace

TEST_CASE("a date of birth that does not fit the IIN is warned of and never holds anybody up") {
  Citizen c(real_pack("licence-first").model);
  c.go_to("birth_date").give("birth_date", "1998-05-14");
  CHECK(codes(c).empty());
  c.give("birth_date", "1997-05-14");
  CHECK(codes(c) == std::vector<std::string>{"iin.date"});
  c.press("continue");
  CHECK(c.at("category"));
}

TEST_CASE("a phone with an unknown prefix and an IIN with an odd digit are warned of where they are asked") {
  Citizen c(real_pack("licence-first").model);
  c.go_to("sign_in").give("iin", "980912000011");
  CHECK(codes(c) == std::vector<std::string>{"iin.digit"});
  c.go_to("phone").give("phone", "+7 799 123 45 67");
  CHECK(codes(c) == std::vector<std::string>{"phone.prefix"});
}
