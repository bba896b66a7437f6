// SPDX-License-Identifier: MIT
#include "backend/codes.hpp"
#include "fixture.hpp"

namespace qadam::backend::testing {

TEST_CASE_FIXTURE(Fixture,
                  "the demonstration shows its code; a connected server never does, and preparation opens none") {
  CHECK(backend.open_session(kIin, now)->code.size() == 6);
  world.mode = Mode::Connected;
  CHECK(backend.open_session(kIin, now)->code.empty());
  world.mode = Mode::Preparation;
  CHECK(refusal(backend.open_session(kIin, now)) == "mode");
}

TEST_CASE_FIXTURE(Fixture, "a number that is no IIN opens no session") {
  CHECK(refusal(backend.open_session("980514101013", now)) == "iin.invalid");
  CHECK(refusal(backend.open_session("", now)) == "iin.invalid");
}

TEST_CASE_FIXTURE(Fixture, "a wrong code is counted, and after five even the right one is too late") {
  const auto opened = *backend.open_session(kIin, now);
  for (int i = 1; i < kCodeTries; ++i) {
    CHECK(refusal(backend.confirm_session(opened.id, "wrong!", now)) == "code.wrong");
  }
  CHECK(refusal(backend.confirm_session(opened.id, "wrong!", now)) == "code.tries");
  CHECK(refusal(backend.confirm_session(opened.id, opened.code, now)) == "code.tries");
}

TEST_CASE_FIXTURE(Fixture, "the right code is taken on the fifth try") {
  const auto opened = *backend.open_session(kIin, now);
  for (int i = 1; i < kCodeTries; ++i) CHECK_FALSE(backend.confirm_session(opened.id, "000", now));
  CHECK(backend.confirm_session(opened.id, opened.code, now));
}

TEST_CASE_FIXTURE(Fixture, "a code lives three minutes and opens once") {
  const auto opened = *backend.open_session(kIin, now);
  CHECK(opened.expires.seconds == now.seconds + 180);
  const base::Instant late{now.seconds + kCodeSeconds};
  CHECK(refusal(backend.confirm_session(opened.id, opened.code, late)) == "code.expired");
  const base::Instant just_in_time{late.seconds - 1};
  CHECK(backend.confirm_session(opened.id, opened.code, just_in_time));
  CHECK(refusal(backend.confirm_session(opened.id, opened.code, just_in_time)) == "code.expired");
  CHECK(refusal(backend.confirm_session("nobody", opened.code, now)) == "session");
}

TEST_CASE_FIXTURE(Fixture, "a token ends, and another one is nobody's") {
  const std::string token = sign_in();
  CHECK(refusal(backend.give_consent("", "licence", {"licence"}, now)) == "session");
  CHECK(refusal(backend.give_consent("X" + token, "licence", {"licence"}, now)) == "session");
  now.seconds += kTokenSeconds;
  CHECK(refusal(backend.give_consent(token, "licence", {"licence"}, now)) == "session");
}

TEST_CASE_FIXTURE(Fixture, "no register is asked without this person's consent to this check") {
  const std::string token = sign_in();
  const std::string stranger = sign_in(kOtherIin);
  CHECK(refusal(backend.run_check(token, "licence", "", now)) == "consent.missing");
  CHECK(refusal(backend.run_check(token, "licence", consent(stranger), now)) == "consent.missing");
  CHECK(refusal(backend.give_consent(token, "licence", {"diagnosis"}, now)) == "check.unknown");
  CHECK(refusal(backend.give_consent(token, "marriage", {"licence"}, now)) == "service.unknown");
  const std::string given = consent(token);
  CHECK(refusal(backend.run_check(token, "diagnosis", given, now)) == "check.unknown");
  CHECK(backend.run_check(token, "licence", given, now)->result == "none");
}

TEST_CASE_FIXTURE(Fixture, "registers answer with their facts, keep silent, or know nobody but invented people") {
  const std::string has = sign_in(kOtherIin);
  const auto answer = *backend.run_check(has, "licence", consent(has), now);
  CHECK(answer.result == "exists");
  CHECK(answer.facts.at("since") == "2019-01-02");
  const std::string silent = sign_in(kSilentIin);
  CHECK(refusal(backend.run_check(silent, "licence", consent(silent), now)) == "silent");
  const std::string anyone = sign_in("940221101151");
  CHECK(backend.run_check(anyone, "licence", consent(anyone), now)->result == "unknown");
}

TEST_CASE_FIXTURE(Fixture, "withdrawn consent deletes what registers answered, and keeps that it did") {
  const std::string token = sign_in();
  const std::string given = consent(token);
  CHECK(backend.run_check(token, "licence", given, now));
  now.seconds += 60;
  CHECK(refusal(backend.withdraw_consent(sign_in(kOtherIin), given, now)) == "consent.missing");
  const auto withdrawn = *backend.withdraw_consent(token, given, now);
  CHECK(withdrawn.deleted == 1);
  CHECK(withdrawn.at == now);
  CHECK(backend.withdraw_consent(token, given, {now.seconds + 9})->at == now);
  CHECK(refusal(backend.run_check(token, "licence", given, now)) == "consent.missing");
  CHECK(submit(token, "licence", signing(token, "licence"), "after-withdrawal")->view.verdict == "unknown");
}

}  // namespace qadam::backend::testing
