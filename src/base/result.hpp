// Result<T>: a value or one Error, for calls that can fail on input that is not ours.
//
// Not for a person's wrong answer (that is data) and not for our own bugs (those abort). Names follow std::expected, so
// that a later switch is a rename; no toolchain of ours has it under C++20. Reading the wrong side aborts in every
// build.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace qadam::base {

// `code`: stable, dotted, for programs and texts ("date.no_such_day"). `place`: where, in the input's own terms (a JSON
// pointer, "line:column", a byte offset). `detail`: the offending words or a suggestion, for developers and authors.
struct Error {
  std::string code;
  std::string place{};
  std::string detail{};
};

struct Failure {
  Error error;
};

[[nodiscard]] inline Failure fail(std::string code, std::string place = {}, std::string detail = {}) {
  return Failure{Error{std::move(code), std::move(place), std::move(detail)}};
}

template <class T>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return fail("code");`.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}

  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }

  explicit operator bool() const { return has_value(); }

  [[nodiscard]] const T& value() const& { return *checked<0>(state_); }

  [[nodiscard]] T& value() & { return *checked<0>(state_); }

  [[nodiscard]] T&& value() && { return std::move(*checked<0>(state_)); }

  [[nodiscard]] const Error& error() const& { return *checked<1>(state_); }

  [[nodiscard]] Failure failure() const { return Failure{error()}; }

  const T& operator*() const& { return value(); }

  T& operator*() & { return value(); }

  T&& operator*() && { return std::move(*this).value(); }

  const T* operator->() const { return &value(); }

 private:
  template <std::size_t I, class V>
  static auto* checked(V& state) {
    auto* side = std::get_if<I>(&state);
    if (side == nullptr) std::abort();
    return side;
  }

  std::variant<T, Error> state_;
};

// For calls that give nothing back but may fail.
using Done = Result<std::monostate>;

[[nodiscard]] inline Done done() {
  return std::monostate{};
}

}  // namespace qadam::base
