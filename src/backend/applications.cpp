// Documents, signing, submission. What an applicant is told only after it is durable: his number.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "backend/backend.hpp"
#include "backend/codes.hpp"
#include "backend/life.hpp"

namespace qadam::backend {
namespace {

constexpr std::size_t kSecretGroups = 4;  // 80 bits
constexpr std::size_t kNumberGroups = 2;  // 40 bits: enough to be unguessable beside a secret, short enough to dictate

bool starts_with(std::string_view bytes, std::string_view magic) {
  return bytes.substr(0, magic.size()) == magic;
}

}  // namespace

std::string document_type(std::string_view bytes) {
  if (starts_with(bytes, "%PDF-")) return "pdf";
  if (starts_with(bytes, "\xFF\xD8\xFF")) return "jpeg";
  if (starts_with(bytes, "\x89PNG\r\n\x1A\n")) return "png";
  return {};
}

base::Result<KeptDocument> Backend::keep_document(std::string_view token, std::string_view digest,
                                                  std::string_view bytes, base::Instant now) {
  return atomically<KeptDocument>(store_, [&](Tx& tx, bool&) -> base::Result<KeptDocument> {
    const base::Result<Session> session = session_of(tx, token, now);
    if (!session) return session.failure();
    if (!is_digest(digest) || crypto_.sha256(bytes) != digest) return base::fail("document.digest");
    const std::string type = document_type(bytes);
    if (type.empty()) return base::fail("document.type");
    if (tx.has_document(digest)) return KeptDocument{type, false};
    tx.add_document({std::string(digest), session->id, type, std::string(bytes), now});
    return KeptDocument{type, true};
  });
}

base::Result<OpenedCode> Backend::open_signing(std::string_view token, std::string_view digest, base::Instant now) {
  return atomically<OpenedCode>(store_, [&](Tx& tx, bool&) -> base::Result<OpenedCode> {
    const base::Result<Session> session = session_of(tx, token, now);
    if (!session) return session.failure();
    if (!is_digest(digest)) return base::fail("digest.invalid");
    if (tx.signings(session->id) >= kSigningsPerSession) return base::fail("rate");
    const std::string id = random_id(crypto_);
    const std::string code = random_code(crypto_);
    const SigningCode signing{id, session->id, std::string(digest), new_code(crypto_, id, code, now)};
    tx.put_signing(signing);
    return OpenedCode{id, shown_code(code), signing.code.expires};
  });
}

// The secret must be known again when a client that lost the answer repeats its request, yet only its hash may be kept:
// so it is derived from what the client keeps (the key), the database (the salt) and neither (the pepper).
std::string Backend::secret_of(const Application& application, std::string_view key) const {
  std::string seed = world_.pepper;
  seed += '\n';
  seed += application.salt;
  seed += '\n';
  seed += key;
  return groups_of_digest(crypto_.sha256(seed), kSecretGroups);
}

std::string Backend::new_number(Tx& tx) {
  for (;;) {
    std::string number = random_groups(crypto_, kNumberGroups);
    if (world_.mode != Mode::Connected) number = "DEMO-" + number;
    if (!tx.application(plain_groups(number))) return number;
  }
}

base::Result<SigningCode> Backend::matching_signing(Tx& tx, const Session& session, const Submission& submission,
                                                    std::string_view digest) const {
  std::optional<SigningCode> signing = tx.signing(submission.signing);
  if (!signing || signing->session != session.id || signing->code.used) return base::fail("signing.invalid");
  if (!same_secret(signing->digest, digest)) return base::fail("application.changed");
  return *std::move(signing);
}

base::Result<Submitted> Backend::accept(Tx& tx, const Session& session, const Submission& submission,
                                        std::string_view digest, base::Instant now) {
  const base::Instant today = world_.as_of ? base::instant_of(*world_.as_of, base::civil_time(now).minute) : now;
  const base::Result<Judgement> judged =
      judge_.judge({submission.text, submission.flat, session.iin, tx.checks(session.id), world_.mode, today});
  if (!judged) return judged.failure();
  const ServiceLife* life = find_service(world_, judged->service);
  if (life == nullptr) return base::fail("application.malformed", "service");
  if (!judged->consent.empty()) {
    const std::optional<Consent> consent = tx.consent(judged->consent);
    if (!consent || consent->session != session.id || consent->withdrawn) return base::fail("consent.missing");
  }
  for (const std::string& document : judged->documents) {
    if (!tx.has_document(document)) return base::fail("documents.missing", document);
  }
  Application application;
  application.shown = new_number(tx);
  application.number = plain_groups(application.shown);
  application.service = judged->service;
  application.session = session.id;
  application.text = submission.text;
  application.digest = digest;
  application.day = judged->day;
  application.verdict = judged->verdict;
  application.accepted = now;
  application.salt = random_id(crypto_);
  application.key_hash = crypto_.sha256(submission.key);
  const std::string secret = secret_of(application, submission.key);
  application.secret_hash = crypto_.sha256(plain_groups(secret));
  application.first = application.now = first_state(*life);
  tx.add_application(application);
  return Submitted{view_of(tx, application, application.first), secret};
}

base::Result<Submitted> Backend::submit(std::string_view token, const Submission& submission, base::Instant now) {
  return atomically<Submitted>(store_, [&](Tx& tx, bool& keep) -> base::Result<Submitted> {
    const base::Result<Session> session = session_of(tx, token, now);
    if (!session) return session.failure();
    if (submission.key.size() < kMinKeyLength || submission.key.size() > kMaxKeyLength) {
      return base::fail("idempotency.key");
    }
    const std::string digest = crypto_.sha256(submission.text);
    if (const auto earlier = tx.application_by_key(session->id, crypto_.sha256(submission.key))) {
      if (earlier->digest != digest) return base::fail("idempotency.mismatch");
      CaseView view = view_of(tx, *earlier, earlier->first);
      view.bookings.clear();
      return Submitted{std::move(view), secret_of(*earlier, submission.key)};
    }
    base::Result<SigningCode> signing = matching_signing(tx, *session, submission, digest);
    if (!signing) return signing.failure();
    const base::Done tried = try_code(crypto_, signing->id, submission.code, now, (*signing).code);
    if (!tried) {
      keep = true;
      tx.put_signing(*signing);
      return tried.failure();
    }
    base::Result<Submitted> accepted = accept(tx, *session, submission, digest, now);
    if (accepted) tx.put_signing(*signing);  // now marked used: one code signs one application
    return accepted;
  });
}

}  // namespace qadam::backend
