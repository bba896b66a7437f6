// SPDX-License-Identifier: MIT
#include "person/identifier.hpp"

#include "base/text.hpp"

namespace qadam::person {
namespace {

int digit(std::string_view digits, std::size_t i) {
  return digits[i] - '0';
}

// The twelve digits, or an error with the given prefix.
base::Result<std::string> twelve_digits(std::string_view typed, const char* prefix) {
  std::string digits = base::digits_only(typed);
  if (digits.empty()) return base::fail(std::string(prefix) + ".digits");
  if (digits.size() != 12) return base::fail(std::string(prefix) + ".length");
  if (check_digit(digits) != digit(digits, 11)) return base::fail(std::string(prefix) + ".checksum");
  return digits;
}

}  // namespace

int check_digit(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < 11; ++i) sum += static_cast<int>(i + 1) * digit(digits, i);
  if (sum % 11 != 10) return sum % 11;
  sum = 0;
  for (std::size_t i = 0; i < 11; ++i) sum += static_cast<int>((i + 2) % 11 + 1) * digit(digits, i);
  return sum % 11 == 10 ? -1 : sum % 11;
}

base::Result<Iin> parse_iin(std::string_view typed) {
  auto digits = twelve_digits(typed, "iin");
  if (!digits) return digits.failure();
  Iin iin;
  iin.digits = std::move(digits).value();
  const auto two = [&](std::size_t i) { return digit(iin.digits, i) * 10 + digit(iin.digits, i + 1); };
  const int seventh = digit(iin.digits, 6);
  iin.demonstration = seventh == 1 || seventh == 2;
  if (seventh < 1 || seventh > 6) {
    iin.warnings.emplace_back("iin.digit");
    return iin;
  }
  const int century = 1800 + (seventh - 1) / 2 * 100;
  const auto date = base::Date::from_ymd(century + two(0), two(2), two(4));
  if (date) {
    iin.date = *date;
  } else if (!(iin.demonstration && base::Date::from_ymd(2000 + two(0), two(2), two(4)))) {
    iin.warnings.emplace_back("iin.impossible_date");
  }
  return iin;
}

bool disagrees(const Iin& iin, base::Date birth_date) {
  if (iin.demonstration) {
    const auto two = [&](std::size_t i) { return digit(iin.digits, i) * 10 + digit(iin.digits, i + 1); };
    return two(0) != birth_date.year() % 100 || two(2) != birth_date.month() || two(4) != birth_date.day();
  }
  return iin.date && *iin.date != birth_date;
}

base::Result<std::string> parse_bin(std::string_view typed) {
  return twelve_digits(typed, "bin");
}

base::Result<Phone> parse_phone(std::string_view typed) {
  std::string digits = base::digits_only(typed);
  if (digits.size() == 11 && (digits[0] == '7' || digits[0] == '8')) digits.erase(0, 1);
  // Every number of Kazakhstan begins with 6 or 7 behind the country's 7.
  if (digits.size() != 10 || (digits[0] != '7' && digits[0] != '6')) return base::fail("phone.form");
  constexpr std::string_view kMobile[] = {"700", "701", "702", "705", "706", "707", "708", "747", "760", "761",
                                          "762", "763", "764", "771", "775", "776", "777", "778", "785"};
  Phone phone{"+7" + digits, false};
  for (const std::string_view prefix : kMobile) {
    if (digits.compare(0, 3, prefix) == 0) phone.known_mobile = true;
  }
  return phone;
}

}  // namespace qadam::person
