// What an identifier of Kazakhstan may be: IIN, BIN, phone numbers.
//
// Only what cannot exist is an error; what merely looks odd is a warning, for the law lets an IIN disagree with the
// date of birth (Government resolution 853 of 26.08.2013). Sources and confidence: research/domain.md 1 and 2.1.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace qadam::person {

struct Iin {
  std::string digits;                 // 12 of them
  std::vector<std::string> warnings;  // codes: iin.impossible_date, iin.digit
  // The date in the first six digits with the century of the seventh; empty when there is none.
  std::optional<base::Date> date;
  // The seventh digit is 1 or 2: the nineteenth century, so nobody alive; Qadam's demonstration numbers are of this
  // kind.
  bool demonstration = false;
};

// Spaces and hyphens between the digits are accepted. Errors: "iin.digits", "iin.length", "iin.checksum" (also when no
// check digit could fit).
[[nodiscard]] base::Result<Iin> parse_iin(std::string_view typed);

// Whether day, month and year of birth do not fit the IIN: a reason to warn, never to refuse. In a demonstration number
// the century is not compared.
[[nodiscard]] bool disagrees(const Iin& iin, base::Date birth_date);

// The check digit of eleven digits, or -1 when none fits. The same rule serves IIN and BIN.
[[nodiscard]] int check_digit(std::string_view eleven_digits);

// A BIN's 12 digits. Errors: "bin.digits", "bin.length", "bin.checksum".
[[nodiscard]] base::Result<std::string> parse_bin(std::string_view typed);

struct Phone {
  std::string e164;           // "+77012345678"
  bool known_mobile = false;  // one of the mobile prefixes known in 2026; others are warned of, not refused
};

// "+7 701 234 56 78", "8 (701) 2345678", "7012345678". Error: "phone.form".
[[nodiscard]] base::Result<Phone> parse_phone(std::string_view typed);

}  // namespace qadam::person
