// SPDX-License-Identifier: MIT
#include "base/result.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace qadam::base;

TEST_CASE("a result is a value or an error with its code, place and detail") {
  Result<int> good = 5;
  CHECK(good);
  CHECK(*good == 5);
  const Result<int> bad = fail("a.code", "1:2", "words");
  CHECK_FALSE(bad);
  CHECK(bad.error().code == "a.code");
  CHECK(bad.error().place == "1:2");
  CHECK(bad.error().detail == "words");
  const Result<std::string> passed_on = bad.failure();
  CHECK(passed_on.error().code == "a.code");
}

TEST_CASE("a value that cannot be copied can be moved out") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(result).value();
  CHECK(*taken == 7);
  CHECK(done());
}
