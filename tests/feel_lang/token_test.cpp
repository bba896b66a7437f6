// SPDX-License-Identifier: MIT
#include "feel_lang/token.hpp"

#include <doctest/doctest.h>

using namespace qadam;
using feel_lang::tokenize;
using feel_lang::TokenKind;

namespace {

std::string error(std::string_view text) {
  const auto tokens = tokenize(text);
  return tokens ? "" : tokens.error().code + " " + tokens.error().place;
}

std::string text_of(std::string_view literal) {
  const auto tokens = tokenize(literal);
  return tokens ? tokens->front().text : tokens.error().code;
}

}  // namespace

TEST_CASE("places count lines and characters, not bytes") {
  const auto tokens = tokenize("a\n \"\xD3\x98\xD3\x98\" b");
  REQUIRE(tokens);
  REQUIRE(tokens->size() == 4);
  CHECK(feel_lang::place((*tokens)[0]) == "1:1");
  CHECK(feel_lang::place((*tokens)[1]) == "2:2");
  CHECK(feel_lang::place((*tokens)[2]) == "2:7");
  CHECK((*tokens)[3].kind == TokenKind::end);
}

TEST_CASE("1..3 is a range of two numbers, 1.5 is one number") {
  const auto range = tokenize("1..3");
  REQUIRE(range);
  CHECK(range->size() == 4);
  CHECK((*range)[1].text == "..");
  CHECK(text_of("1.5") == "1.5");
  CHECK(text_of(".5") == ".5");
  CHECK(text_of("1e3") == "1e3");
  CHECK(text_of("1.5E-3") == "1.5E-3");
}

TEST_CASE("names may be Kazakh, keywords are known, comments are skipped") {
  const auto tokens = tokenize("\xD0\xB6\xD0\xB0\xD1\x81_1 // all\n and /* a\n b */ true");
  REQUIRE(tokens);
  REQUIRE(tokens->size() == 4);
  CHECK((*tokens)[0].kind == TokenKind::name);
  CHECK((*tokens)[1].kind == TokenKind::keyword);
  CHECK(feel_lang::place((*tokens)[2]) == "3:7");
}

TEST_CASE("escapes in texts") {
  CHECK(text_of("\"a\\n\\t\\\"\\\\\\'\"") == "a\n\t\"\\'");
  CHECK(text_of("\"\\u0416\\U01F600\"") == "\xD0\x96\xF0\x9F\x98\x80");
  CHECK(text_of("\"\\u00e9\"") == "\xC3\xA9");
  CHECK(error("\"\\x\"") == "feel.string 1:4");
  CHECK(error("\"\\uD800\"") == "feel.string 1:8");
  CHECK(error("\"\\u12\"") == "feel.string 1:7");
  CHECK(error("\"\\U110000\"") == "feel.string 1:10");
  CHECK(error("\"\\") == "feel.string 1:1");
}

TEST_CASE("each mistake has its code and its place") {
  CHECK(error("\"abc") == "feel.string 1:1");
  CHECK(error("1 + \"a\nb\"") == "feel.string 1:5");
  CHECK(error("1 /* 2") == "feel.comment 1:3");
  CHECK(error("a & b") == "feel.symbol 1:3");
  CHECK(error("a\n;") == "feel.symbol 2:1");
  CHECK(error("@ \"x\"") == "feel.symbol 1:1");
  CHECK(error("\xFF") == "feel.text ");
  CHECK(error("!a") == "feel.symbol 1:1");
}

TEST_CASE("16 KiB of text are read, one byte more is refused") {
  CHECK(error(std::string(feel_lang::kMaxExpressionBytes, ' ')).empty());
  CHECK(error(std::string(feel_lang::kMaxExpressionBytes + 1, ' ')) == "feel.long ");
}
