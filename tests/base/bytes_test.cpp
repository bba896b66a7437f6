// SPDX-License-Identifier: MIT
#include "base/bytes.hpp"

#include <doctest/doctest.h>

using namespace qadam::base;

TEST_CASE("what is written little-endian is read back") {
  ByteWriter out;
  out.u8(0x1FF);
  out.u16(0x1234);
  out.u32(0xDEADBEEF);
  out.u64(0x0123456789ABCDEF);
  out.text("abc");
  out.raw("z");
  CHECK(out.bytes().substr(0, 7) == "\xFF\x34\x12\xEF\xBE\xAD\xDE");
  ByteReader in(out.bytes());
  CHECK(in.u8() == 0xFF);
  CHECK(in.u16() == 0x1234);
  CHECK(in.u32() == 0xDEADBEEF);
  CHECK(in.u64() == 0x0123456789ABCDEF);
  CHECK(in.text() == "abc");
  CHECK_FALSE(in.at_end());
  CHECK(in.u8() == 'z');
  CHECK(in.at_end());
  CHECK(in.ok());
}

TEST_CASE("a reader never leaves its buffer, and stays failed") {
  for (std::size_t size = 0; size < 8; ++size) {
    const std::string bytes(size, '\x01');
    ByteReader in(bytes);
    (void)in.u64();
    CHECK_FALSE(in.ok());
    CHECK(in.at() <= size);
  }
  ByteReader in(std::string_view("\x05\0\0\0abc", 7));
  CHECK(in.text().empty());
  CHECK_FALSE(in.ok());
  CHECK(in.text().empty());
  CHECK(in.count(1) == 0);
}

TEST_CASE("a forged length or count finds that so much is not there") {
  const std::string_view huge(
      "\xFF\xFF\xFF\xFF"
      "abcd",
      8);
  ByteReader text(huge);
  CHECK(text.text().empty());
  CHECK_FALSE(text.ok());
  ByteReader count(huge);
  CHECK(count.count(1) == 0);
  CHECK_FALSE(count.ok());
  ByteReader fits(std::string_view("\x02\0\0\0abcd", 8));
  CHECK(fits.count(2) == 2);
  CHECK(fits.ok());
  ByteReader not_quite(std::string_view("\x02\0\0\0abcd", 8));
  CHECK(not_quite.count(3) == 0);
  CHECK_FALSE(not_quite.ok());
  ByteReader zero(std::string_view("\x05\0\0\0abcd", 8));
  CHECK(zero.count(0) == 0);
}

TEST_CASE("the checksum is FNV-1a of 64 bits") {
  static_assert(checksum("") == 0xCBF29CE484222325u);
  CHECK(checksum("a") == 0xAF63DC4C8601EC8Cu);
  CHECK(checksum("foobar") == 0x85944171F73967E8u);
  CHECK(checksum("\xFF") != checksum("\x7F"));
}
