// Backend: what an applicant and an operator may ask of the state's side, without HTTP, files, clock or database.
//
// Every call is one transaction of the Store. `now` is the server's clock. Refusals are Results whose code stands in
// assets/openapi.json; any call may give "store.failed", after which nothing was kept. Threads may call at will.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/crypto.hpp"
#include "backend/judge.hpp"
#include "backend/life.hpp"
#include "backend/store.hpp"
#include "backend/world.hpp"

namespace qadam::backend {

struct OpenedCode {
  std::string id;  // of the session or the signing
  std::string
      code;  // filled in demonstration only, where the page shows it; elsewhere a channel of its own delivers it
  base::Instant expires;
};

struct SignedIn {
  std::string token;
  base::Instant expires;
  std::string birth_date;  // empty when not known
};

struct Withdrawn {
  base::Instant at;
  int deleted = 0;  // check results
};

struct BookedView {
  int stage = 0;
  base::Instant at;
  Place place;
};

struct CaseView {
  std::string number;
  std::string service;
  base::Instant accepted;
  std::string day;
  CaseState state;
  std::string verdict;
  std::vector<BookedView> bookings{};
};

struct Submitted {
  CaseView view;
  std::string secret;
};

struct SlotView {
  std::string id;
  base::Instant at;
  Place place;
};

struct KeptDocument {
  std::string type;  // pdf jpeg png
  bool is_new = false;
};

struct OperatorView {
  CaseView view;
  std::string stage_id;
  std::string stage_kind;
  std::vector<std::string> moves;
  std::vector<std::string> grounds;  // to choose from, when it can be refused
  std::vector<std::string> papers;   // of which the refusal may name one
};

inline constexpr int kTokenSeconds = 2 * 60 * 60;
inline constexpr int kSigningsPerSession = 20;
inline constexpr std::size_t kMinKeyLength = 8;
inline constexpr std::size_t kMaxKeyLength = 128;

class Backend {
 public:
  // All four outlive the backend.
  Backend(Store& store, Crypto& crypto, const Judge& judge, const World& world)
      : store_(store), crypto_(crypto), judge_(judge), world_(world) {}

  // Errors: "iin.invalid", "mode" (nothing is filed in preparation).
  base::Result<OpenedCode> open_session(std::string_view iin, base::Instant now);

  // Errors: "session" (none such), those of try_code.
  base::Result<SignedIn> confirm_session(std::string_view session, std::string_view code, base::Instant now);

  // From here to submit(), "session": the token is unknown or too old.

  // Errors: "service.unknown", "check.unknown".
  base::Result<std::string> give_consent(std::string_view token, std::string_view service,
                                         const std::vector<std::string>& checks, base::Instant now);

  // Deletes what registries answered in this session; the record that consent was given and withdrawn, and how much was
  // deleted, stays. Again: the same answer. Errors: "consent.missing".
  base::Result<Withdrawn> withdraw_consent(std::string_view token, std::string_view consent, base::Instant now);

  // Errors: "check.unknown", "consent.missing" (none, withdrawn, another's, or not for this check), "silent" (the
  // registry does not answer: nothing is recorded).
  base::Result<RegistryAnswer> run_check(std::string_view token, std::string_view check, std::string_view consent,
                                         base::Instant now);

  // Errors: "document.digest" (not that of the bytes), "document.type".
  base::Result<KeptDocument> keep_document(std::string_view token, std::string_view digest, std::string_view bytes,
                                           base::Instant now);

  // Errors: "digest.invalid", "rate".
  base::Result<OpenedCode> open_signing(std::string_view token, std::string_view digest, base::Instant now);

  struct Submission {
    std::string_view text;     // the application's bytes as they were received
    const base::Record& flat;  // as in Claim
    std::string_view signing;
    std::string_view code;
    std::string_view key;  // idempotency key, kMinKeyLength..kMaxKeyLength
  };

  // The same key in the same session gives the first answer again. Errors: "idempotency.key" (missing or of a wrong
  // length), "idempotency.mismatch" (another application under the same key), "signing.invalid" (unknown, another's or
  // used), "application.changed" (not what was signed), those of try_code and Judge::judge, "consent.missing"
  // (none of this session, or withdrawn), "documents.missing".
  base::Result<Submitted> submit(std::string_view token, const Submission& submission, base::Instant now);

  // From here, "status.not_found": no such number, or the secret is not its secret; which of the two is not told.

  base::Result<CaseView> status(std::string_view number, std::string_view secret);

  // Errors: "booking.stage".
  base::Result<std::vector<SlotView>> slots(std::string_view number, std::string_view secret, int stage,
                                            base::Instant now);

  struct BookingRequest {
    int stage = 0;
    std::string_view slot;
    std::string_view key;
  };

  // The same key gives the first answer again. Errors: "idempotency.key", "idempotency.mismatch", "booking.stage",
  // "slot.unknown", "slot.taken".
  base::Result<CaseView> book(std::string_view number, std::string_view secret, const BookingRequest& request,
                              base::Instant now);

  // For an operator; the shell has checked that it is one. No personal data.
  base::Result<std::vector<OperatorView>> cases();

  // Errors: "status.not_found", those of after_move.
  base::Result<OperatorView> move(std::string_view number, std::string_view move, const Reason& reason,
                                  base::Instant now);

 private:
  base::Result<Session> session_of(Tx& tx, std::string_view token, base::Instant now) const;
  base::Result<Application> case_of(Tx& tx, std::string_view number, std::string_view secret) const;
  base::Result<SigningCode> matching_signing(Tx& tx, const Session& session, const Submission& submission,
                                             std::string_view digest) const;
  base::Result<Submitted> accept(Tx& tx, const Session& session, const Submission& submission, std::string_view digest,
                                 base::Instant now);
  [[nodiscard]] std::string secret_of(const Application& application, std::string_view key) const;
  [[nodiscard]] std::string new_number(Tx& tx);
  [[nodiscard]] CaseView view_of(Tx& tx, const Application& application, const CaseState& state) const;
  [[nodiscard]] OperatorView operator_view(Tx& tx, const Application& application) const;
  [[nodiscard]] Place place_of(int centre) const;
  [[nodiscard]] std::string shown_code(std::string_view code) const;

  Store& store_;
  Crypto& crypto_;
  const Judge& judge_;
  const World& world_;
};

// pdf jpeg png by the first bytes; empty for anything else.
[[nodiscard]] std::string document_type(std::string_view bytes);

}  // namespace qadam::backend
