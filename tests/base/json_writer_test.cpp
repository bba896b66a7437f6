// SPDX-License-Identifier: MIT
#include "base/json_writer.hpp"

#include <doctest/doctest.h>

using namespace qadam::base;

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace

TEST_CASE("escapes are the shortest ones of RFC 8785, everything else stands as it is") {
  CHECK(escaped("a\"\\/\b\f\n\r\t") == R"("a\"\\/\b\f\n\r\t")");
  CHECK(escaped(std::string_view("\0\x01\x1F\x7F", 4)) == "\"\\u0000\\u0001\\u001f\x7F\"");
  CHECK(escaped("\xD3\x98\xE2\x80\xA8\xF0\x9F\x98\x80") == "\"\xD3\x98\xE2\x80\xA8\xF0\x9F\x98\x80\"");
}

TEST_CASE("commas stand between members and nowhere else, also after texts that end like brackets") {
  JsonWriter json;
  json.begin_object().member("a", "{").member("b", ":");
  json.key("c").begin_array().string("[").number(-1).boolean(true).null().begin_object().end_object().end_array();
  json.key("d").raw("[1]").member("e", 2).key("f").begin_array().end_array().end_object();
  CHECK(json.text() == R"({"a":"{","b":":","c":["[",-1,true,null,{}],"d":[1],"e":2,"f":[]})");
  CHECK(json.take() == R"({"a":"{","b":":","c":["[",-1,true,null,{}],"d":[1],"e":2,"f":[]})");
}

TEST_CASE("the smallest and the largest whole number are written out") {
  JsonWriter json;
  json.begin_array().number(INT64_MIN).number(INT64_MAX).end_array();
  CHECK(json.text() == "[-9223372036854775808,9223372036854775807]");
}
