// SPDX-License-Identifier: MIT
#include "base/record.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace qadam::base;

namespace {

const std::string kHeader = "qadam-record 1\n";

std::string error(std::string_view text) {
  const auto record = decode_record(text);
  return record ? "" : record.error().code + " " + record.error().place;
}

}  // namespace

TEST_CASE("a record comes back as it went, whatever is in it") {
  Record record;
  record.set("", "empty key");
  record.set("empty", "");
  record.set("tab\tnew\nline\rback\\slash", "\\t\t\\n\n\\r\r\\");
  record.set("kazakh \xD3\x98", std::string_view("nul \0 inside", 12).data());
  const std::string text = encode(record);
  const auto read = decode_record(text);
  REQUIRE(read);
  CHECK(read->entries() == record.entries());
  CHECK(encode(*read) == text);
  CHECK(encode(Record{}) == kHeader);
  CHECK(decode_record(kHeader)->entries().empty());
}

TEST_CASE("any text comes back (2,000 by chance)") {
  std::mt19937 random(1);
  const std::string_view kSigns[] = {"a", "\\", "\n", "\t", "\r", "n", "\xD3\x98", "=", ""};
  for (int i = 0; i < 2000; ++i) {
    Record record;
    for (int entry = 0; entry < 4; ++entry) {
      std::string parts[2];
      for (std::string& part : parts) {
        for (int n = 0; n < 6; ++n) part += kSigns[random() % 9];
      }
      record.set(parts[0], parts[1]);
    }
    const auto read = decode_record(encode(record));
    REQUIRE(read);
    REQUIRE(read->entries() == record.entries());
  }
}

TEST_CASE("what is not a record says why, and on which line") {
  CHECK(error("") == "record.version 1");
  CHECK(error("qadam-record 2\n") == "record.version 1");
  CHECK(error("qadam-record 1") == "record.form 1");
  CHECK(error("\xEF\xBB\xBF" + kHeader) == "record.version 1");
  CHECK(error(kHeader + "a\t1") == "record.form 2");
  CHECK(error(kHeader + "a\t1\nb\n") == "record.form 3");
  CHECK(error(kHeader + "a\t\\x\n") == "record.form 2");
  CHECK(error(kHeader + "a\\\t1\n") == "record.form 2");
  CHECK(error(kHeader + "a\t1\\\n") == "record.form 2");
  CHECK(error(kHeader + "\n") == "record.form 2");
  CHECK(error(kHeader + "a\t\xFF\n") == "record.form 0");
  CHECK(error(kHeader + "a\t1\nb\t2\na\t3\n") == "record.repeated 4");
}

TEST_CASE("sizes that could exhaust a phone are refused before they are read") {
  CHECK(error(kHeader + "a\t" + std::string(kMaxRecordBytes, 'x') + "\n") == "record.large ");
  std::string many = kHeader;
  for (std::size_t i = 0; i < kMaxRecordEntries; ++i) many += std::to_string(i) + "\t\n";
  CHECK(error(many).empty());
  CHECK(error(many + "x\t\n") == "record.large " + std::to_string(kMaxRecordEntries + 2));
}

TEST_CASE("no key and an empty text are not the same") {
  Record record;
  record.set("a", "");
  CHECK(record.has("a"));
  CHECK_FALSE(record.has("b"));
  CHECK(record.get("a").empty());
  CHECK(record.get("b").empty());
}
