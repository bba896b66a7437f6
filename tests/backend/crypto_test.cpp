// SPDX-License-Identifier: MIT
#include "backend/crypto.hpp"

#include "fixture.hpp"

namespace qadam::backend::testing {

TEST_CASE("what a person types by hand finds his case: any case, no hyphens, O for 0, I and L for 1") {
  CHECK(plain_groups("DEMO-10AB-9XYZ") == "DEMO10AB9XYZ");
  CHECK(plain_groups("demo ioab 9xyz") == "DEMO10AB9XYZ");
  CHECK(plain_groups("L0-Oi") == "1001");
  CHECK(plain_groups("") == "");
}

TEST_CASE("codes have six digits, and leading zeros are kept") {
  TestCrypto crypto;
  bool had_zero = false;
  for (int i = 0; i < 200; ++i) {
    const std::string code = random_code(crypto);
    REQUIRE(code.size() == 6);
    REQUIRE(code.find_first_not_of("0123456789") == std::string::npos);
    had_zero |= code.front() == '0';
  }
  CHECK(had_zero);
}

TEST_CASE("ids and numbers use only signs that cannot be mistaken for each other") {
  TestCrypto crypto;
  for (int i = 0; i < 50; ++i) {
    CHECK(random_id(crypto).size() == 26);
    const std::string groups = random_groups(crypto, 2);
    REQUIRE(groups.size() == 9);
    CHECK(groups[4] == '-');
    CHECK(groups.find_first_of("ILOU") == std::string::npos);
  }
}

TEST_CASE("a digest is 64 lower-case hexadecimal digits") {
  CHECK(is_digest(std::string(64, 'a')));
  CHECK_FALSE(is_digest(std::string(63, 'a')));
  CHECK_FALSE(is_digest(std::string(64, 'A')));
  CHECK_FALSE(is_digest(std::string(64, 'g')));
}

TEST_CASE("secrets are equal only when every sign is") {
  CHECK(same_secret("abc", "abc"));
  CHECK_FALSE(same_secret("abc", "abd"));
  CHECK_FALSE(same_secret("abc", "ab"));
  CHECK(same_secret("", ""));
}

}  // namespace qadam::backend::testing
