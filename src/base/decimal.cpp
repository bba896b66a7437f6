// SPDX-License-Identifier: MIT
#include "base/decimal.hpp"

namespace qadam::base {
namespace {

// 10^38 is the largest power of ten in 128 bits.
Wide power10(int n) {
  Wide value = 1;
  for (int i = 0; i < n; ++i) value *= 10;
  return value;
}

int digits_of(Wide value) {
  int n = 0;
  while (value != 0) {
    value /= 10;
    ++n;
  }
  return n;
}

// value / 10^drop, half to even; `sticky`: something non-zero was already cut off below.
Wide round_off(Wide value, int drop, bool sticky) {
  if (drop <= 0) return value;
  if (drop > 38) return 0;
  const Wide unit = power10(drop);
  const Wide quotient = value / unit;
  const Wide rest = value % unit;
  const Wide half = unit / 2;
  const bool up = rest > half || (rest == half && (sticky || (quotient & 1) != 0));
  return quotient + (up ? 1 : 0);
}

std::optional<Decimal> make(bool negative, Wide coefficient, int exponent, bool sticky) {
  int excess = digits_of(coefficient) - Decimal::kMaxDigits;
  while (excess > 0) {
    coefficient = round_off(coefficient, excess, sticky);
    exponent += excess;
    sticky = false;
    excess = digits_of(coefficient) - Decimal::kMaxDigits;  // 99..9 may have rounded up to one digit more
  }
  return Decimal::from_parts(negative, coefficient, exponent);
}

}  // namespace

Decimal Decimal::whole(std::int64_t value) {
  const bool negative = value < 0;
  const auto magnitude = negative ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
  return *from_parts(negative, magnitude, 0);
}

std::optional<Decimal> Decimal::from_parts(bool negative, Wide coefficient, int exponent) {
  if (digits_of(coefficient) > kMaxDigits) return make(negative, coefficient, exponent, false);
  Decimal d;
  if (coefficient == 0) return d;
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  if (exponent > kMaxExponent + kMaxDigits || exponent < kMinExponent) return std::nullopt;
  d.negative_ = negative;
  d.coefficient_ = coefficient;
  d.exponent_ = exponent;
  return d;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  Wide coefficient = 0;
  int exponent = 0;
  int digits = 0;
  bool seen = false;
  bool point = false;
  bool sticky = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    seen = true;
    if (digits < 37) {
      coefficient = coefficient * 10 + static_cast<unsigned>(c - '0');
      if (coefficient != 0) ++digits;
      if (point) --exponent;
    } else {
      sticky = sticky || c != '0';
      if (!point) ++exponent;
    }
  }
  if (!seen || text[i - 1] == '.') return std::nullopt;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    ++i;
    bool minus = false;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) minus = text[i++] == '-';
    if (i == text.size()) return std::nullopt;
    int power = 0;
    for (; i < text.size(); ++i) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      if (power < 100000) power = power * 10 + (text[i] - '0');
    }
    exponent += minus ? -power : power;
  }
  return make(negative, coefficient, exponent, sticky);
}

std::optional<std::int64_t> Decimal::to_whole() const {
  if (exponent_ < 0 || exponent_ > 18) return is_zero() ? std::optional<std::int64_t>{0} : std::nullopt;
  Wide value = coefficient_;
  for (int i = 0; i < exponent_; ++i) {
    value *= 10;
    if (value > INT64_MAX) return std::nullopt;
  }
  if (value > INT64_MAX) return std::nullopt;
  const auto magnitude = static_cast<std::int64_t>(value);
  return negative_ ? -magnitude : magnitude;
}

std::string Decimal::text() const {
  if (is_zero()) return "0";
  std::string digits;
  for (Wide v = coefficient_; v != 0; v /= 10) digits.insert(digits.begin(), static_cast<char>('0' + int(v % 10)));
  if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return negative_ ? "-" + digits : digits;
}

Decimal Decimal::negated() const {
  Decimal d = *this;
  if (!is_zero()) d.negative_ = !negative_;
  return d;
}

std::optional<Decimal> Decimal::add(const Decimal& a, const Decimal& b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  const Decimal& high = a.exponent_ >= b.exponent_ ? a : b;
  const Decimal& low = a.exponent_ >= b.exponent_ ? b : a;
  // Bring the higher one down as far as 128 bits allow (37 digits), then cut the lower one to meet it.
  Wide big = high.coefficient_;
  int exponent = high.exponent_;
  int room = 37 - digits_of(big);
  while (exponent > low.exponent_ && room > 0) {
    big *= 10;
    --exponent;
    --room;
  }
  Wide small = low.coefficient_;
  bool sticky = false;
  const int drop = exponent - low.exponent_;
  if (drop > 0) {
    const Wide unit = drop > 37 ? 0 : power10(drop);
    sticky = unit == 0 ? small != 0 : small % unit != 0;
    small = unit == 0 ? 0 : small / unit;
  }
  if (high.negative_ == low.negative_) return make(high.negative_, big + small, exponent, sticky);
  // With a cut-off rest the true difference is a little smaller: borrow one and keep the sticky mark.
  if (big >= small) return make(high.negative_, big - small - (sticky ? 1 : 0), exponent, sticky);
  return make(low.negative_, small - big, exponent, sticky);
}

std::optional<Decimal> Decimal::subtract(const Decimal& a, const Decimal& b) {
  return add(a, b.negated());
}

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) {
  // 34 x 34 digits do not fit 128 bits: multiply in halves of 19 digits, keep the top and a sticky mark.
  const Wide split = power10(19);
  const Wide a1 = a.coefficient_ / split;
  const Wide a0 = a.coefficient_ % split;
  const Wide b1 = b.coefficient_ / split;
  const Wide b0 = b.coefficient_ % split;
  const Wide low = a0 * b0;
  const Wide middle = a1 * b0 + a0 * b1 + low / split;
  const Wide top = a1 * b1 + middle / split;
  const bool negative = a.negative_ != b.negative_;
  const int exponent = a.exponent_ + b.exponent_;
  const Wide lowest = low % split;
  const Wide centre = middle % split;
  if (top == 0) {
    if (centre == 0) return make(negative, lowest, exponent, false);
    // centre has up to 19 digits: 38 with the lowest, which fits.
    return make(negative, centre * split + lowest, exponent, false);
  }
  Wide value = top;
  int shift = 38;
  Wide rest = centre * split + lowest;
  while (digits_of(value) < 37 && shift > 0) {
    --shift;
    const Wide unit = power10(shift);
    value = value * 10 + rest / unit;
    rest %= unit;
  }
  return make(negative, value, exponent + shift, rest != 0);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b) {
  if (b.is_zero()) return std::nullopt;
  if (a.is_zero()) return a;
  Wide quotient = a.coefficient_ / b.coefficient_;
  Wide rest = a.coefficient_ % b.coefficient_;
  int exponent = a.exponent_ - b.exponent_;
  while (rest != 0 && digits_of(quotient) < 36) {
    rest *= 10;
    quotient = quotient * 10 + rest / b.coefficient_;
    rest %= b.coefficient_;
    --exponent;
  }
  return make(a.negative_ != b.negative_, quotient, exponent, rest != 0);
}

std::optional<Decimal> Decimal::power(const Decimal& a, const Decimal& b) {
  const std::optional<std::int64_t> whole_power = b.to_whole();
  if (!whole_power) return std::nullopt;
  std::uint64_t left = *whole_power < 0 ? ~static_cast<std::uint64_t>(*whole_power) + 1 : std::uint64_t(*whole_power);
  std::optional<Decimal> result = whole(1);
  std::optional<Decimal> square = a;
  while (left != 0 && result) {
    if ((left & 1) != 0) result = square ? multiply(*result, *square) : std::nullopt;
    left >>= 1;
    if (left != 0 && square) square = multiply(*square, *square);
  }
  return result && *whole_power < 0 ? divide(whole(1), *result) : result;
}

std::optional<Decimal> Decimal::modulo(const Decimal& a, const Decimal& b) {
  const std::optional<Decimal> ratio = divide(a, b);
  const std::optional<Decimal> quotient = ratio ? ratio->rounded(0, Rounding::floor) : std::nullopt;
  const std::optional<Decimal> product = quotient ? multiply(*quotient, b) : std::nullopt;
  std::optional<Decimal> rest = product ? subtract(a, *product) : std::nullopt;
  // A ratio just below a whole number may have been rounded up to it.
  if (rest && !rest->is_zero() && rest->negative_ != b.negative_) rest = add(*rest, b);
  return rest;
}

std::optional<Decimal> Decimal::rounded(std::int64_t scale, Rounding how) const {
  if (is_zero() || -scale <= exponent_) return *this;
  const std::int64_t drop = -scale - exponent_;  // digits to cut off
  const Wide unit = drop > 37 ? 0 : power10(static_cast<int>(drop));
  Wide kept = unit == 0 ? 0 : coefficient_ / unit;
  const Wide rest = unit == 0 ? coefficient_ : coefficient_ % unit;
  const Wide half = unit / 2;
  const bool over = unit != 0 && rest > half;
  const bool even = unit != 0 && rest == half;
  bool up = false;
  switch (how) {
    case Rounding::up:
      up = rest != 0;
      break;
    case Rounding::down:
      break;
    case Rounding::half_up:
      up = over || even;
      break;
    case Rounding::half_down:
      up = over;
      break;
    case Rounding::half_even:
      up = over || (even && (kept & 1) != 0);
      break;
    case Rounding::floor:
      up = negative_ && rest != 0;
      break;
    case Rounding::ceiling:
      up = !negative_ && rest != 0;
      break;
  }
  if (up) ++kept;
  if (kept == 0) return Decimal();
  return from_parts(negative_, kept, static_cast<int>(-scale));
}

std::strong_ordering Decimal::compare(const Decimal& a, const Decimal& b) {
  const auto sign = [](const Decimal& d) { return d.is_zero() ? 0 : d.negative_ ? -1 : 1; };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (a.is_zero()) return std::strong_ordering::equal;
  const int top_a = digits_of(a.coefficient_) + a.exponent_;
  const int top_b = digits_of(b.coefficient_) + b.exponent_;
  std::strong_ordering magnitude = top_a <=> top_b;
  if (magnitude == std::strong_ordering::equal) {
    // Same position of the first digit, so the exponents differ by less than 34: bring both to the lower one.
    const int lower = a.exponent_ < b.exponent_ ? a.exponent_ : b.exponent_;
    magnitude = a.coefficient_ * power10(a.exponent_ - lower) <=> b.coefficient_ * power10(b.exponent_ - lower);
  }
  return a.negative_ ? 0 <=> magnitude : magnitude;
}

}  // namespace qadam::base
