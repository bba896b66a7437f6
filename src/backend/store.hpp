// Store: what the backend remembers, as an interface with no database in it.
//
// Not a query language: one method per question that the backend asks. All work runs in transactions that are
// serialised (as if one after another), and an acknowledged one is durable: `transact` returns only after the commit
// reached the disk, if the store has one. What makes a promise to a person rests on that: a slot is never given twice,
// an idempotency key has one application, a code signs once, an acknowledged application survives kill -9.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace qadam::backend {

// A one-time code as it is kept: never the code itself.
struct Code {
  std::string hash;
  base::Instant expires;
  int tries = 0;  // wrong ones so far
  bool used = false;
};

struct Session {
  std::string id;
  std::string iin;
  Code code;
  std::string token_hash{};  // empty until the code was confirmed
  base::Instant token_expires{};
};

struct Consent {
  std::string id;
  std::string session;
  std::string service;
  std::vector<std::string> checks;
  base::Instant given;
  std::optional<base::Instant> withdrawn{};
  int deleted = 0;  // check results that went with it
};

// A registry's answer as this server itself received it.
struct CheckRecord {
  std::string session;
  std::string check;
  std::string consent;
  std::string result;
  std::map<std::string, std::string> facts;
  base::Instant at;
};

struct SigningCode {
  std::string id;
  std::string session;
  std::string digest;  // SHA-256 of the canonical application that it may sign
  Code code;
};

struct Document {
  std::string digest;
  std::string session;
  std::string type;  // pdf jpeg png
  std::string bytes;
  base::Instant at;
};

// `state`: current booked stopped done.
struct CaseState {
  int stage = 0;
  std::string state;
  std::string ground{};  // of a refusal
  std::string paper{};   // which it hit, if one
};

struct Application {
  std::string number;  // plain form, see plain_groups
  std::string shown;   // as it is written for a person
  std::string service;
  std::string session;
  std::string text;  // canonical JSON, byte for byte as it was signed
  std::string digest;
  std::string day;  // of application, as judged
  std::string verdict;
  base::Instant accepted;
  std::string salt;         // of the secret
  std::string secret_hash;  // of its plain form
  std::string key_hash;     // of the idempotency key
  CaseState first{};        // as it was acknowledged
  CaseState now{};
};

struct Booking {
  std::string slot;
  std::string number;  // of the case
  int stage = 0;
  base::Instant at;
  int centre = 0;
  std::string key_hash;
  base::Instant booked;
};

struct Move {
  std::string number;
  int stage = 0;
  std::string move;
  std::string ground;
  std::string paper;
  base::Instant at;
};

// One transaction. Reads give nothing when there is nothing; when the store itself failed they give nothing too, and
// `transact` then reports "store.failed" in place of whatever was concluded.
class Tx {
 public:
  virtual ~Tx() = default;

  virtual std::optional<Session> session(std::string_view id) = 0;
  virtual std::optional<Session> session_by_token(std::string_view token_hash) = 0;
  virtual void put_session(const Session& session) = 0;  // new, or in place of the old

  virtual std::optional<Consent> consent(std::string_view id) = 0;
  virtual void put_consent(const Consent& consent) = 0;

  virtual std::vector<CheckRecord> checks(std::string_view session) = 0;
  virtual void put_check(const CheckRecord& record) = 0;    // one per session and check
  virtual int delete_checks(std::string_view session) = 0;  // how many there were

  virtual std::optional<SigningCode> signing(std::string_view id) = 0;
  virtual int signings(std::string_view session) = 0;
  virtual void put_signing(const SigningCode& signing) = 0;

  virtual bool has_document(std::string_view digest) = 0;
  virtual void add_document(const Document& document) = 0;

  virtual std::optional<Application> application(std::string_view number) = 0;
  virtual std::optional<Application> application_by_key(std::string_view session, std::string_view key_hash) = 0;
  virtual std::vector<Application> applications() = 0;  // newest first, at most 1,000, without `text`
  virtual void add_application(const Application& application) = 0;
  virtual void put_state(std::string_view number, const CaseState& state) = 0;

  virtual std::vector<Booking> bookings(std::string_view number) = 0;
  virtual std::vector<std::string> taken_slots(base::Instant from) = 0;
  [[nodiscard]] virtual bool add_booking(const Booking& booking) = 0;  // false: the slot was given before

  virtual void add_move(const Move& move) = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  // Runs `work` once. True from it commits, false rolls back. Errors: "store.failed" (nothing was kept).
  virtual base::Done transact(const std::function<bool(Tx&)>& work) = 0;
};

// `work(Tx&, bool& keep)` gives a Result. An accepted one commits; a refusal rolls back unless it set `keep`, as a
// wrong code must be counted although it is refused.
template <class T, class F>
base::Result<T> atomically(Store& store, F&& work) {
  std::optional<base::Result<T>> out;
  const base::Done kept = store.transact([&](Tx& tx) {
    bool keep = false;
    out.emplace(work(tx, keep));
    return out->has_value() || keep;
  });
  if (!kept) return kept.failure();
  return *std::move(out);
}

}  // namespace qadam::backend
