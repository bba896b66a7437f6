// MemoryStore: a Store that forgets everything when it goes away: for the kiosk, which must, and for tests.
//
// A transaction works on a copy, which makes rolling back trivial and every operation as slow as there is data; it is
// not for a server.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>

#include "backend/store.hpp"

namespace qadam::backend {

class MemoryStore : public Store {
 public:
  MemoryStore();
  ~MemoryStore() override;

  base::Done transact(const std::function<bool(Tx&)>& work) override;

 private:
  class Tables;

  std::mutex one_at_a_time_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace qadam::backend
