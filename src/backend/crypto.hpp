// Crypto: the two things that the backend may not do by itself, hashing and randomness, and what it makes of them.
//
// Not a cipher. Secrets and one-time codes are kept only as SHA-256, and compared without a branch on their content, so
// that neither the database nor the clock on the wall gives one away. Numbers follow Crockford's base 32.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace qadam::backend {

class Crypto {
 public:
  virtual ~Crypto() = default;

  // 64 lower-case hexadecimal digits.
  [[nodiscard]] virtual std::string sha256(std::string_view bytes) const = 0;

  // `count` unpredictable bytes. A source that fails is a bug of the machine: it ends the process.
  [[nodiscard]] virtual std::string random(std::size_t count) = 0;
};

// Equal, in a time that depends on the lengths alone.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

// Six decimal digits, each value as likely as any other.
[[nodiscard]] std::string random_code(Crypto& crypto);

// 26 signs of base 32 (130 bits): ids of sessions, consents and codes, and bearer tokens.
[[nodiscard]] std::string random_id(Crypto& crypto);

// "XXXX-XXXX..." of `groups` groups of four, from random bytes or from a hexadecimal digest.
[[nodiscard]] std::string random_groups(Crypto& crypto, std::size_t groups);
[[nodiscard]] std::string groups_of_digest(std::string_view hex, std::size_t groups);

// What a person may have typed for base 32 in groups: any case, spaces or none, O for 0, I and L for 1. A leading
// "DEMO" stays as it is. The result has no hyphens: it is for comparing and hashing.
[[nodiscard]] std::string plain_groups(std::string_view typed);

// 64 lower-case hexadecimal digits, nothing else.
[[nodiscard]] bool is_digest(std::string_view text);

}  // namespace qadam::backend
