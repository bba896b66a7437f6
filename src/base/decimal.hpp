// Decimal: exact decimal numbers for money, ages and counts; never a double.
//
// A sign, a coefficient below 10^34 and an exponent: the range of IEEE 754 decimal128, which FEEL numbers have. Results
// that need more digits round half to even at 34; what leaves the range is no number (an empty optional), never
// infinity. Kept in lowest form (no trailing zeros in the coefficient), so equal numbers are equal members.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qadam::base {

__extension__ using Wide = unsigned __int128;

class Decimal {
 public:
  Decimal() = default;  // 0

  static Decimal whole(std::int64_t value);

  // FEEL's number literal with an optional sign: "12", "-0.5", ".5", "1e3". Nothing else, no spaces.
  static std::optional<Decimal> parse(std::string_view text);

  static constexpr int kMaxDigits = 34;
  static constexpr int kMaxExponent = 6111;
  static constexpr int kMinExponent = -6176;

  // From parts, rounded to 34 digits; empty when the exponent leaves kMinExponent..kMaxExponent.
  static std::optional<Decimal> from_parts(bool negative, Wide coefficient, int exponent);

  [[nodiscard]] bool negative() const { return negative_; }

  [[nodiscard]] Wide coefficient() const { return coefficient_; }

  [[nodiscard]] int exponent() const { return exponent_; }

  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }

  // The value when it is whole and fits; else empty.
  [[nodiscard]] std::optional<std::int64_t> to_whole() const;

  // Plain notation, no exponent: "-0.5", "5406.25", "1000".
  [[nodiscard]] std::string text() const;

  [[nodiscard]] Decimal negated() const;

  static std::optional<Decimal> add(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> divide(const Decimal& a, const Decimal& b);  // empty also when b is 0

  // `a` to the whole power `b` (negative ones too), rounded at each step; empty when `b` is not whole, when 0 is raised to
  // a negative power, and when the result leaves the range.
  static std::optional<Decimal> power(const Decimal& a, const Decimal& b);

  // a - b * floor(a / b): the sign is that of `b`. Empty when b is 0.
  static std::optional<Decimal> modulo(const Decimal& a, const Decimal& b);

  // To `scale` digits behind the point (negative: tens, hundreds ...). Any scale; the caller keeps to FEEL's limits.
  enum class Rounding : std::uint8_t { up, down, half_up, half_down, half_even, floor, ceiling };
  [[nodiscard]] std::optional<Decimal> rounded(std::int64_t scale, Rounding how) const;

  static std::strong_ordering compare(const Decimal& a, const Decimal& b);

  friend bool operator==(const Decimal& a, const Decimal& b) {
    return a.negative_ == b.negative_ && a.exponent_ == b.exponent_ && a.coefficient_ == b.coefficient_;
  }

 private:
  bool negative_ = false;
  int exponent_ = 0;
  Wide coefficient_ = 0;
};

}  // namespace qadam::base
