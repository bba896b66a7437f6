// OpenSslCrypto: SHA-256 and randomness from OpenSSL.
// SPDX-License-Identifier: MIT
#pragma once

#include "backend/crypto.hpp"

namespace qadam::server {

// Safe to share between threads.
class OpenSslCrypto : public backend::Crypto {
 public:
  [[nodiscard]] std::string sha256(std::string_view bytes) const override;
  [[nodiscard]] std::string random(std::size_t count) override;
};

}  // namespace qadam::server
