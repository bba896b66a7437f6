// RateLimit: how often one address may do what pays for guessing (sign in, ask for codes, open a case).
//
// Counts whole minutes in memory, forgets the rest; behind a proxy every client has the proxy's address.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/date.hpp"

namespace qadam::server {

class RateLimit {
 public:
  explicit RateLimit(int per_minute) : per_minute_(per_minute) {}

  [[nodiscard]] bool allows(const std::string& client, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (now.seconds / 60 != minute_) {
      minute_ = now.seconds / 60;
      counts_.clear();
    }
    return ++counts_[client] <= per_minute_;
  }

 private:
  int per_minute_;
  std::mutex mutex_;
  std::int64_t minute_ = 0;
  std::map<std::string, int> counts_;
};

}  // namespace qadam::server
