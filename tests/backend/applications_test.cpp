// SPDX-License-Identifier: MIT
#include "backend/codes.hpp"
#include "fixture.hpp"

namespace qadam::backend::testing {

TEST_CASE_FIXTURE(Fixture,
                  "an accepted application has a number that says DEMO, a secret, and waits for the first exam") {
  const Submitted done = submitted();
  CHECK(done.view.number.size() == 14);
  CHECK(done.view.number.substr(0, 5) == "DEMO-");
  CHECK(done.secret.size() == 19);
  CHECK(done.view.state.stage == 13);
  CHECK(done.view.state.state == "current");
  CHECK(done.view.day == "2026-08-21");
  CHECK(done.view.accepted == now);
}

TEST_CASE_FIXTURE(Fixture, "only a connected server gives numbers without DEMO") {
  const std::string token = sign_in();
  const OpenedCode code = signing(token, "licence");
  world.mode = Mode::Connected;
  CHECK(submit(token, "licence", code, "connected-1")->view.number.size() == 9);
}

TEST_CASE_FIXTURE(Fixture, "judging uses the answers that this server received, not the client's") {
  const std::string token = sign_in(kOtherIin);
  CHECK(backend.run_check(token, "licence", consent(token), now));
  CHECK(
      submit(token, "licence verdict eligible", signing(token, "licence verdict eligible"), "some-key")->view.verdict ==
      "notEligible");
}

TEST_CASE_FIXTURE(Fixture,
                  "repeating a submission gives the first answer, number and secret, and makes no second one") {
  const std::string token = sign_in();
  const OpenedCode code = signing(token, "licence");
  const Submitted first = *submit(token, "licence", code, "the-key-1");
  now.seconds += 30;
  REQUIRE(backend.book(first.view.number, first.secret, {13, free_slot(first, 13), "booking-key"}, now));
  const Submitted again = *submit(token, "licence", code, "the-key-1");
  CHECK(again.view.number == first.view.number);
  CHECK(again.secret == first.secret);
  CHECK(again.view.accepted == first.view.accepted);
  CHECK(again.view.state.state == "current");
  CHECK(again.view.bookings.empty());
  CHECK(backend.cases()->size() == 1);
  CHECK(refusal(submit(token, "licence other text", code, "the-key-1")) == "idempotency.mismatch");
}

TEST_CASE_FIXTURE(Fixture, "the same key of another person is another key") {
  const Submitted first = submitted(kIin, "the-same-key");
  const Submitted second = submitted(kOtherIin, "the-same-key");
  CHECK(first.view.number != second.view.number);
  CHECK(first.secret != second.secret);
}

TEST_CASE_FIXTURE(Fixture, "a submission without a proper key is not taken") {
  const std::string token = sign_in();
  const OpenedCode code = signing(token, "licence");
  CHECK(refusal(submit(token, "licence", code, "")) == "idempotency.key");
  CHECK(refusal(submit(token, "licence", code, "short")) == "idempotency.key");
  CHECK(refusal(submit(token, "licence", code, std::string(129, 'k'))) == "idempotency.key");
  CHECK(submit(token, "licence", code, std::string(128, 'k')));
}

TEST_CASE_FIXTURE(Fixture,
                  "a signing code signs one application, the one it was made for, of the one who asked for it") {
  const std::string token = sign_in();
  const OpenedCode code = signing(token, "licence");
  CHECK(refusal(submit(token, "licence changed later", code, "key-number-1")) == "application.changed");
  CHECK(refusal(submit(sign_in(kOtherIin), "licence", code, "key-number-2")) == "signing.invalid");
  CHECK(refusal(submit(token, "licence", {"nothing", code.code, {}}, "key-number-3")) == "signing.invalid");
  CHECK(submit(token, "licence", code, "key-number-4"));
  CHECK(refusal(submit(token, "licence", code, "key-number-5")) == "signing.invalid");
}

TEST_CASE_FIXTURE(Fixture, "wrong, late and exhausted signing codes are told apart") {
  const std::string token = sign_in();
  const OpenedCode late = signing(token, "licence");
  now.seconds += kCodeSeconds;
  CHECK(refusal(submit(token, "licence", late, "key-number-1")) == "code.expired");
  const OpenedCode code = signing(token, "licence");
  OpenedCode wrong = code;
  wrong.code = "no";
  for (int i = 1; i < kCodeTries; ++i) CHECK(refusal(submit(token, "licence", wrong, "key-number-2")) == "code.wrong");
  CHECK(refusal(submit(token, "licence", wrong, "key-number-2")) == "code.tries");
  CHECK(refusal(submit(token, "licence", code, "key-number-2")) == "code.tries");
}

TEST_CASE_FIXTURE(Fixture, "codes cannot be had without end") {
  const std::string token = sign_in();
  for (int i = 0; i < kSigningsPerSession; ++i) signing(token, "licence");
  CHECK(refusal(backend.open_signing(token, crypto.sha256("licence"), now)) == "rate");
  CHECK(refusal(backend.open_signing(token, "not a digest", now)) == "digest.invalid");
}

TEST_CASE_FIXTURE(Fixture, "what the judge refuses leaves no case, and its code may sign again") {
  const std::string token = sign_in();
  const std::string text = "licence refuse application.incomplete";
  const OpenedCode code = signing(token, text);
  CHECK(refusal(submit(token, text, code, "key-number-1")) == "application.incomplete");
  CHECK(backend.cases()->empty());
  CHECK(refusal(submit(token, text, code, "key-number-1")) == "application.incomplete");
}

TEST_CASE_FIXTURE(Fixture, "an application under a withdrawn or another's consent is not taken") {
  const std::string token = sign_in();
  const std::string given = consent(token);
  const std::string text = "licence consent " + given;
  const OpenedCode code = signing(token, text);
  CHECK(backend.withdraw_consent(token, given, now));
  CHECK(refusal(submit(token, text, code, "key-number-1")) == "consent.missing");
}

TEST_CASE_FIXTURE(Fixture,
                  "documents are kept by their digest, once, and by what they are, not by what they are called") {
  const std::string token = sign_in();
  const std::string pdf = "%PDF-1.4 ...";
  CHECK(backend.keep_document(token, crypto.sha256(pdf), pdf, now)->is_new);
  CHECK_FALSE(backend.keep_document(token, crypto.sha256(pdf), pdf, now)->is_new);
  CHECK(backend.keep_document(token, crypto.sha256(pdf), pdf, now)->type == "pdf");
  CHECK(refusal(backend.keep_document(token, crypto.sha256("x"), pdf, now)) == "document.digest");
  const std::string program = "MZ...";
  CHECK(refusal(backend.keep_document(token, crypto.sha256(program), program, now)) == "document.type");
  CHECK(refusal(backend.keep_document("", crypto.sha256(pdf), pdf, now)) == "session");
  CHECK(document_type("\xFF\xD8\xFF\xE0") == "jpeg");
  CHECK(document_type("\x89PNG\r\n\x1A\n") == "png");
  CHECK(document_type("").empty());
}

TEST_CASE_FIXTURE(Fixture, "an application that names a document waits until the document is there") {
  const std::string token = sign_in();
  const std::string pdf = "%PDF-1.4 ...";
  const std::string text = "licence document " + crypto.sha256(pdf);
  const OpenedCode code = signing(token, text);
  CHECK(refusal(submit(token, text, code, "key-number-1")) == "documents.missing");
  CHECK(backend.keep_document(token, crypto.sha256(pdf), pdf, now));
  CHECK(submit(token, text, code, "key-number-1"));
}

}  // namespace qadam::backend::testing
