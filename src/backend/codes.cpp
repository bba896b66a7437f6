// SPDX-License-Identifier: MIT
#include "backend/codes.hpp"

namespace qadam::backend {
namespace {

std::string hash_of(const Crypto& crypto, std::string_view salt, std::string_view digits) {
  return crypto.sha256(std::string(salt) + ':' + std::string(digits));
}

}  // namespace

Code new_code(const Crypto& crypto, std::string_view salt, std::string_view digits, base::Instant now) {
  return {hash_of(crypto, salt, digits), base::Instant{now.seconds + kCodeSeconds}};
}

base::Done try_code(const Crypto& crypto, std::string_view salt, std::string_view digits, base::Instant now,
                    Code& code) {
  if (code.tries >= kCodeTries) return base::fail("code.tries");
  if (code.used || now >= code.expires) return base::fail("code.expired");
  if (!same_secret(hash_of(crypto, salt, digits), code.hash)) {
    ++code.tries;
    return base::fail(code.tries >= kCodeTries ? "code.tries" : "code.wrong");
  }
  code.used = true;
  return base::done();
}

}  // namespace qadam::backend
