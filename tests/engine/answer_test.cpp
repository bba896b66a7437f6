// SPDX-License-Identifier: MIT
#include "engine/answer.hpp"

#include <doctest/doctest.h>

#include "citizen.hpp"

using namespace qadam;
using engine::Answer;
using engine::AnswerState;
using engine::read_answer;
using service::Field;
using service::FieldType;
using testing::day;

namespace {

Field field_of(FieldType type, std::uint8_t flags = 0) {
  Field field;
  field.id = "f";
  field.type = type;
  field.flags = flags;
  field.options = {{"a", service::kNoText, service::kNoText}, {"b", service::kNoText, service::kNoText}};
  return field;
}

Answer read(const Field& field, std::string_view text, AnswerState state = AnswerState::value) {
  return read_answer(field, state, text, day("2026-08-01"));
}

}  // namespace

TEST_CASE("what a person typed is kept to the letter even when it will not do") {
  const Answer answer = read(field_of(FieldType::iin), " 123 ");
  CHECK(answer.text == " 123 ");
  CHECK(answer.issue == "iin.length");
  CHECK(answer.value.is_null());
  CHECK_FALSE(answer.given());
}

TEST_CASE("an empty field is no answer, whatever spaces are in it") {
  for (const char* text : {"", "  ", "\xC2\xA0", "--"}) {
    CAPTURE(text);
    const Answer answer = read(field_of(FieldType::date), text);
    CHECK(answer.state == AnswerState::unanswered);
    CHECK(answer.text.empty());
    CHECK(answer.issue.empty());
  }
}

TEST_CASE("dates: each mistake has its own words") {
  const Field past = field_of(FieldType::date, service::kPast);
  CHECK(read(past, "1998-5-14").value.as<base::Date>() != nullptr);
  CHECK(read(past, "1998--14").issue == "date.missing");
  CHECK(read(past, "1998-x-14").issue == "date.form");
  CHECK(read(past, "98-5-14").issue == "date.range");
  CHECK(read(past, "1999-2-29").issue == "date.no_such_day");
  CHECK(read(past, "2026-8-1").issue.empty());  // the day of application itself has come
  CHECK(read(past, "2026-8-2").issue == "date.future");
  CHECK(read(field_of(FieldType::date), "2026-8-2").issue.empty());
}

TEST_CASE("choices take only what was offered") {
  CHECK(read(field_of(FieldType::choice), "a").given());
  CHECK(read(field_of(FieldType::choice), "c").issue == "option");
  CHECK(read(field_of(FieldType::choice), "a,b").issue == "option");
  const Answer both = read(field_of(FieldType::choices), "a,b");
  REQUIRE(both.value.list() != nullptr);
  CHECK(both.value.list()->items.size() == 2);
  CHECK(read(field_of(FieldType::choices), "a,c").issue == "option");
  CHECK(read(field_of(FieldType::choices), "a,,b").issue == "option");
  CHECK(read(field_of(FieldType::boolean), "true").value.is_true());
  CHECK(read(field_of(FieldType::boolean), "yes").issue == "option");
}

TEST_CASE("text has limits of length in characters, not bytes") {
  Field field = field_of(FieldType::text);
  field.max_length = 3;
  CHECK(read(field, "\xD3\x98\xD3\x98\xD3\x98").issue.empty());
  CHECK(read(field, "abcd").issue == "text.long");
  CHECK(read(field, " abc ").issue.empty());
  CHECK(read(field, "a\x01").issue == "text.control");
  CHECK(read(field, "\xE2\x80\xAE").issue == "text.control");  // a bidirectional override could disguise a name
  CHECK(read(field, "\xFF").issue == "text.control");
  field.max_length = 0;
  CHECK(read(field, std::string(200, 'a')).issue.empty());
  CHECK(read(field, std::string(201, 'a')).issue == "text.long");
  const Answer huge = read(field, std::string(1 << 20, 'a'));
  CHECK(huge.issue == "text.long");
  CHECK(huge.text.size() == engine::kMaxAnswerBytes);
}

TEST_CASE("I don't know, I'd rather not say and none count only where they are offered") {
  for (const AnswerState state : {AnswerState::dont_know, AnswerState::withheld, AnswerState::none}) {
    CHECK(read(field_of(FieldType::text), "", state).state == AnswerState::unanswered);
  }
  CHECK(read(field_of(FieldType::text, service::kMayNotKnow), "", AnswerState::dont_know).given());
  CHECK(read(field_of(FieldType::text, service::kMayWithhold), "", AnswerState::withheld).given());
  CHECK(read(field_of(FieldType::text, service::kMayBeNone), "", AnswerState::none).given());
  CHECK(read(field_of(FieldType::text, service::kMayNotKnow), "x", AnswerState::dont_know).text.empty());
}

TEST_CASE("odd but possible numbers are warned of and accepted") {
  const Answer iin = read(field_of(FieldType::iin), "980912000011");
  CHECK(iin.given());
  CHECK(iin.warnings == std::vector<std::string>{"iin.digit"});
  const Answer phone = read(field_of(FieldType::phone), "8 (799) 123-45-67");
  CHECK(phone.given());
  CHECK(phone.warnings == std::vector<std::string>{"phone.prefix"});
  REQUIRE(phone.value.as<std::string>() != nullptr);
  CHECK(*phone.value.as<std::string>() == "+77991234567");
}

TEST_CASE("names of answer states round-trip, and an unknown name is no answer") {
  for (const AnswerState state : {AnswerState::unanswered, AnswerState::dont_know, AnswerState::withheld,
                                  AnswerState::none, AnswerState::value}) {
    CHECK(engine::answer_state(engine::name(state)) == state);
  }
  CHECK(engine::answer_state("VALUE") == AnswerState::unanswered);
}
