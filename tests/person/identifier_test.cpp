// Vectors: research/domain.md 1.5, recomputed there.
// SPDX-License-Identifier: MIT
#include "person/identifier.hpp"

#include <doctest/doctest.h>

using namespace qadam;
using person::parse_iin;

namespace {

std::string error(std::string_view typed) {
  const auto iin = parse_iin(typed);
  return iin ? "" : iin.error().code;
}

std::string date_of(std::string_view typed) {
  const auto iin = parse_iin(typed);
  return iin && iin->date ? iin->date->iso() : "none";
}

std::vector<std::string> warnings_of(std::string_view typed) {
  return parse_iin(typed).value().warnings;
}

base::Date day(const char* iso) {
  return base::parse_date(iso).value();
}

}  // namespace

TEST_CASE("numbers whose first or second pass gives the check digit are valid") {
  for (const char* iin :
       {"871008401427", "760212350620", "800416300257", "680503450037", "800416100254", "680503250034", "791028302728",
        "060115500009", "060115500019", "000229500018", "040526600016", "980912300010", "980912400017", "980912000011",
        "061211600012", "060115501809", "060115501810", "010229500016"}) {
    CAPTURE(iin);
    CHECK(error(iin).empty());
  }
}

TEST_CASE("a wrong check digit is refused, also where no digit could fit") {
  for (const char* iin : {"123456789012", "012345678912", "123456789011"}) CHECK(error(iin) == "iin.checksum");
  for (const std::string prefix : {"06011550186", "06011550267"}) {
    CHECK(person::check_digit(prefix) == -1);
    for (char last = '0'; last <= '9'; ++last) CHECK(error(prefix + last) == "iin.checksum");
  }
}

TEST_CASE(
    "nine slips of ten are found: the second pass lets some wrong digits through, so a person is warned, not trusted") {
  const std::string good = "871008401427";
  int slips = 0;
  int found = 0;
  for (std::size_t i = 0; i < 12; ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      std::string wrong = good;
      wrong[i] = c;
      if (wrong == good) continue;
      ++slips;
      found += error(wrong) == "iin.checksum";
    }
  }
  CHECK(slips == 108);
  CHECK(found * 10 >= slips * 9);
}

TEST_CASE("spaces and hyphens are accepted, letters and wrong lengths named") {
  CHECK(error(" 871008 401427 ").empty());
  CHECK(error("871008-401-427").empty());
  CHECK(error("87100840142") == "iin.length");
  CHECK(error("8710084014270") == "iin.length");
  CHECK(error("87100840142O") == "iin.digits");
  CHECK(error("") == "iin.digits");
  CHECK(error("\xD9\xA8"
              "71008401427") == "iin.digits");
}

TEST_CASE("the date in a number has the century of its seventh digit") {
  CHECK(date_of("871008401427") == "1987-10-08");
  CHECK(date_of("760212350620") == "1976-02-12");
  CHECK(date_of("800416300257") == "1980-04-16");
  CHECK(date_of("680503450037") == "1968-05-03");
  CHECK(date_of("800416100254") == "1880-04-16");
  CHECK(date_of("680503250034") == "1868-05-03");
  CHECK(date_of("061211600012") == "2006-12-11");
  CHECK(date_of("000229500018") == "2000-02-29");
}

TEST_CASE("an impossible date or an unassigned seventh digit is a warning, never a refusal") {
  CHECK(warnings_of("010229500016") == std::vector<std::string>{"iin.impossible_date"});
  CHECK(date_of("010229500016") == "none");
  CHECK(warnings_of("980912000011") == std::vector<std::string>{"iin.digit"});
  CHECK(date_of("980912000011") == "none");
  CHECK(warnings_of("871008401427").empty());
}

TEST_CASE("demonstration numbers are of the nineteenth century and of nobody alive") {
  for (const char* iin : {"980514101012", "901103201082", "940221101151", "000402101576", "680503250034"}) {
    CAPTURE(iin);
    const auto read = parse_iin(iin);
    REQUIRE(read);
    CHECK(read->demonstration);
    CHECK(read->warnings.empty());
  }
  CHECK_FALSE(parse_iin("871008401427")->demonstration);
}

TEST_CASE("a date of birth that does not fit is noticed; in a demonstration number the century does not count") {
  const auto real = parse_iin("871008401427").value();
  CHECK_FALSE(person::disagrees(real, day("1987-10-08")));
  CHECK(person::disagrees(real, day("1987-10-09")));
  CHECK(person::disagrees(real, day("1887-10-08")));
  const auto demonstration = parse_iin("980514101012").value();
  CHECK_FALSE(person::disagrees(demonstration, day("1998-05-14")));
  CHECK_FALSE(person::disagrees(demonstration, day("1898-05-14")));
  CHECK(person::disagrees(demonstration, day("1998-05-15")));
  CHECK_FALSE(person::disagrees(parse_iin("980912000011").value(), day("1998-01-01")));  // nothing to compare with
}

TEST_CASE("a BIN has the same check digit") {
  CHECK(person::parse_bin("940140000385"));
  CHECK(person::parse_bin("990140004654"));
  CHECK(person::parse_bin("9401 4000 0385").value() == "940140000385");
  const auto code = [](const char* typed) { return person::parse_bin(typed).error().code; };
  CHECK(code("940140000386") == "bin.checksum");
  CHECK(code("94014000038") == "bin.length");
  CHECK(code("x") == "bin.digits");
}

TEST_CASE("a phone number is the same however it is typed") {
  for (const char* typed :
       {"+7 701 234 56 78", "8 (701) 234-56-78", "7012345678", "77012345678", "+77012345678", "8.701.234.56.78"}) {
    CAPTURE(typed);
    const auto phone = person::parse_phone(typed);
    REQUIRE(phone);
    CHECK(phone->e164 == "+77012345678");
    CHECK(phone->known_mobile);
  }
}

TEST_CASE("an unknown prefix is accepted with a mark, what cannot be a number is refused") {
  CHECK_FALSE(person::parse_phone("8 709 1234567")->known_mobile);
  CHECK_FALSE(person::parse_phone("8 727 1234567")->known_mobile);  // a landline
  for (const char* prefix : {"700", "708", "747", "760", "764", "771", "778", "785"}) {
    CHECK(person::parse_phone(std::string(prefix) + "1234567")->known_mobile);
  }
  for (const char* wrong :
       {"", "701234567", "870123456789", "+1 202 555 0123", "8 901 234 56 78", "phone", "+7 701 234 56 7x"}) {
    CAPTURE(wrong);
    const auto phone = person::parse_phone(wrong);
    REQUIRE_FALSE(phone);
    CHECK(phone.error().code == "phone.form");
  }
}
