// Budget: what one evaluation may still spend, and what went wrong in it so far.
//
// A hostile expression must not hang or exhaust the page: every step, iteration, byte of text and member of a list is
// paid for here. Once spent, everything gives null and the outcome says so.
// SPDX-License-Identifier: MIT
#pragma once

#include "feel/program.hpp"
#include "feel/value.hpp"

namespace qadam::feel {

class Budget {
 public:
  // FEEL's error: null, and a mark that it was one.
  Value error();

  // False when there is not enough left.
  bool steps(std::uint32_t n) { return take(steps_, n); }

  bool iterations(std::uint32_t n) { return take(iterations_, n) && take(steps_, n); }

  // A list or context as it stands, or nothing where it is heavier than any may be.
  Value weighed(Value value);

  Value text(std::string text);

  // Null, and nothing more is left.
  Value exhaust();

  [[nodiscard]] bool exhausted() const { return exhausted_; }

  [[nodiscard]] std::uint32_t errors() const { return errors_; }

 private:
  bool take(std::uint32_t& left, std::uint32_t n);

  std::uint32_t steps_ = kMaxSteps;
  std::uint32_t iterations_ = kMaxIterations;
  std::uint32_t bytes_ = kMaxBytes;
  std::uint32_t errors_ = 0;
  bool exhausted_ = false;
};

}  // namespace qadam::feel
