// SPDX-License-Identifier: MIT
#include "feel/question_set.hpp"

#include <doctest/doctest.h>

#include <vector>

using qadam::feel::QuestionSet;

TEST_CASE("questions are kept once, in their order, up to the last number") {
  QuestionSet set;
  CHECK(set.empty());
  for (const std::uint32_t field : {255u, 0u, 63u, 64u, 0u}) set.add(field);
  QuestionSet more;
  more.add(128);
  set.add(more);
  std::vector<std::uint32_t> all;
  set.for_each([&](std::uint32_t field) { all.push_back(field); });
  CHECK(all == std::vector<std::uint32_t>{0, 63, 64, 128, 255});
  CHECK_FALSE(set.contains(1));
  CHECK_FALSE(set.empty());
}
