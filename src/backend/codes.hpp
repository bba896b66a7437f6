// One-time codes: six digits, five tries, three minutes; kept as a salted hash, used once.
//
// How a code reaches its person is not decided here.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "backend/crypto.hpp"
#include "backend/store.hpp"

namespace qadam::backend {

inline constexpr int kCodeTries = 5;
inline constexpr int kCodeSeconds = 3 * 60;

[[nodiscard]] Code new_code(const Crypto& crypto, std::string_view salt, std::string_view digits, base::Instant now);

// Marks the code used, or counts a wrong try; the caller stores it either way. Errors: "code.expired" (too late, or
// used before), "code.tries" (the fifth wrong one, and every one after it), "code.wrong".
base::Done try_code(const Crypto& crypto, std::string_view salt, std::string_view digits, base::Instant now,
                    Code& code);

}  // namespace qadam::backend
