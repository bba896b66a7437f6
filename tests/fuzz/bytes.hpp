// A fuzzer's input, taken byte by byte; zeros once it is used up.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace qadam::testing {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

  std::uint8_t byte() {
    if (left_ == 0) return 0;
    --left_;
    return *data_++;
  }

  std::uint16_t word() {
    const unsigned low = byte();
    return static_cast<std::uint16_t>(low | unsigned{byte()} << 8);
  }

  std::uint32_t below(std::uint32_t n) { return n == 0 ? 0 : (n > 256 ? word() : byte()) % n; }

  [[nodiscard]] bool empty() const { return left_ == 0; }

  std::string rest() {
    std::string out(reinterpret_cast<const char*>(data_), left_);
    data_ += left_;
    left_ = 0;
    return out;
  }

 private:
  const std::uint8_t* data_;
  std::size_t left_;
};

[[noreturn]] inline void finding(const std::string& what) {
  std::fprintf(stderr, "finding: %s\n", what.c_str());
  std::abort();
}

}  // namespace qadam::testing
