// SPDX-License-Identifier: MIT
#include "feel/budget.hpp"

namespace qadam::feel {

[[gnu::noinline]] Value Budget::error() {
  ++errors_;
  return {};
}

[[gnu::noinline]] Value Budget::weighed(Value value) {
  if (value.weight() <= kMaxWeight && take(steps_, value.weight() / 16)) return value;
  return exhaust();
}

[[gnu::noinline]] Value Budget::exhaust() {
  exhausted_ = true;
  return {};
}

[[gnu::noinline]] Value Budget::text(std::string text) {
  if (text.size() > kMaxBytes) return exhaust();
  return take(bytes_, static_cast<std::uint32_t>(text.size())) ? Value(std::move(text)) : Value();
}

[[gnu::noinline]] bool Budget::take(std::uint32_t& left, std::uint32_t n) {
  if (exhausted_ || n > left) {
    exhausted_ = true;
    return false;
  }
  left -= n;
  return true;
}

}  // namespace qadam::feel
