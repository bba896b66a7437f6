// QuestionSet: which fields would settle an unknown value; numbers given by the compiler, never shown or stored.
//
// A fixed 256-bit set, so that uniting two of them allocates nothing. A service with more fields is refused by the
// compiler (service::kMaxFields).
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace qadam::feel {

class QuestionSet {
 public:
  static constexpr std::uint32_t kCapacity = 256;

  // `field` < kCapacity.
  void add(std::uint32_t field) { words_[field / 64] |= std::uint64_t{1} << (field % 64); }

  void add(const QuestionSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

  [[nodiscard]] bool contains(std::uint32_t field) const { return (words_[field / 64] >> (field % 64) & 1) != 0; }

  [[nodiscard]] bool empty() const {
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }

  template <class F>
  void for_each(F&& f) const {
    for (std::uint32_t i = 0; i < kCapacity; ++i) {
      if (contains(i)) f(i);
    }
  }

 private:
  std::array<std::uint64_t, kCapacity / 64> words_{};
};

}  // namespace qadam::feel
