// A small world for backend tests: two stages to book, three people, a store in memory, and ways to get somewhere fast.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "backend/backend.hpp"
#include "backend/memory_store.hpp"

namespace qadam::backend::testing {

// Not cryptography: quick, repeatable, and different for different input.
class TestCrypto : public Crypto {
 public:
  [[nodiscard]] std::string sha256(std::string_view bytes) const override;
  [[nodiscard]] std::string random(std::size_t count) override;

 private:
  std::uint64_t state_ = 88172645463325252u;
};

// Believes every application but those whose service is unknown or that say what to refuse.
class TestJudge : public Judge {
 public:
  [[nodiscard]] base::Result<Judgement> judge(const Claim& claim) const override;
};

inline constexpr char kIin[] = "980514101012";
inline constexpr char kOtherIin[] = "901103201082";
inline constexpr char kSilentIin[] = "970819201645";
inline constexpr base::Instant kNow{1787270400};  // 2026-08-21T00:00:00Z, a Friday

struct Fixture {
  Fixture();

  // What a page holds after the step.
  std::string sign_in(std::string_view iin = kIin);
  std::string consent(std::string_view token);
  OpenedCode signing(std::string_view token, std::string_view text);
  base::Result<Submitted> submit(std::string_view token, std::string_view text, const OpenedCode& signing,
                                 std::string_view key);
  Submitted submitted(std::string_view iin = kIin, std::string_view key = "key-of-one-submission");
  std::string free_slot(const Submitted& submitted, int stage);

  template <class T>
  static std::string refusal(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
  }

  TestCrypto crypto;
  MemoryStore store;
  TestJudge judge;
  World world;
  Backend backend{store, crypto, judge, world};
  base::Instant now = kNow;
};

}  // namespace qadam::backend::testing
