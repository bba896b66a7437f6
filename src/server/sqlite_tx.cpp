// SPDX-License-Identifier: MIT
#include "server/sqlite_tx.hpp"

#include "base/record.hpp"
#include "base/text.hpp"

namespace qadam::server {
namespace {

using backend::Application;
using backend::Booking;
using backend::CheckRecord;
using backend::Code;
using backend::Consent;
using backend::Session;
using backend::SigningCode;

// The columns hash, expires, tries, used, from `at` on.
Code code_of(const Query& row, int at) {
  return {row.text(at), {row.number(at + 1)}, static_cast<int>(row.number(at + 2)), row.number(at + 3) != 0};
}

Session session_of(const Query& row) {
  return {row.text(0), row.text(1), code_of(row, 2), row.text(6), {row.number(7)}};
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) {
    if (!out.empty()) out += ',';
    out += item;
  }
  return out;
}

std::string encoded(const std::map<std::string, std::string>& facts) {
  base::Record record;
  for (const auto& [key, value] : facts) record.set(key, value);
  return base::encode(record);
}

std::map<std::string, std::string> decoded(std::string_view text) {
  const base::Result<base::Record> record = base::decode_record(text);
  if (!record) return {};
  return {record->entries().begin(), record->entries().end()};
}

constexpr const char* kApplicationByNumber =
    "SELECT number, shown, service, session, text, digest, day, verdict, accepted, salt, secret_hash, key_hash, "
    "first_stage, "
    "first_state, stage, state, ground, paper FROM application WHERE number = ?";
constexpr const char* kApplicationByKey =
    "SELECT number, shown, service, session, text, digest, day, verdict, accepted, salt, secret_hash, key_hash, "
    "first_stage, "
    "first_state, stage, state, ground, paper FROM application WHERE session = ? AND key_hash = ?";
constexpr const char* kApplications =
    "SELECT number, shown, service, session, '', digest, day, verdict, accepted, salt, secret_hash, key_hash, "
    "first_stage, "
    "first_state, stage, state, ground, paper FROM application ORDER BY accepted DESC, rowid DESC LIMIT 1000";

Application application_of(const Query& row) {
  Application out;
  out.number = row.text(0);
  out.shown = row.text(1);
  out.service = row.text(2);
  out.session = row.text(3);
  out.text = row.text(4);
  out.digest = row.text(5);
  out.day = row.text(6);
  out.verdict = row.text(7);
  out.accepted = {row.number(8)};
  out.salt = row.text(9);
  out.secret_hash = row.text(10);
  out.key_hash = row.text(11);
  out.first = {static_cast<int>(row.number(12)), row.text(13)};
  out.now = {static_cast<int>(row.number(14)), row.text(15), row.text(16), row.text(17)};
  return out;
}

}  // namespace

std::optional<Session> SqliteTx::session(std::string_view id) {
  Query row = database_.query(
      "SELECT id, iin, code_hash, code_expires, code_tries, code_used, token_hash, token_expires FROM session WHERE id "
      "= ?",
      id);
  return row.next() ? std::optional(session_of(row)) : std::nullopt;
}

std::optional<Session> SqliteTx::session_by_token(std::string_view token_hash) {
  Query row = database_.query(
      "SELECT id, iin, code_hash, code_expires, code_tries, code_used, token_hash, token_expires FROM session "
      "WHERE token_hash = ?",
      token_hash);
  return row.next() ? std::optional(session_of(row)) : std::nullopt;
}

void SqliteTx::put_session(const Session& session) {
  const Code& code = session.code;
  database_.write(
      "INSERT INTO session VALUES(?, ?, ?, ?, ?, ?, nullif(?, ''), ?) ON CONFLICT(id) DO UPDATE SET "
      "code_hash = excluded.code_hash, code_expires = excluded.code_expires, code_tries = excluded.code_tries, "
      "code_used = excluded.code_used, token_hash = excluded.token_hash, token_expires = excluded.token_expires",
      session.id, session.iin, code.hash, code.expires.seconds, code.tries, code.used ? 1 : 0, session.token_hash,
      session.token_expires.seconds);
}

std::optional<Consent> SqliteTx::consent(std::string_view id) {
  Query row =
      database_.query("SELECT id, session, service, checks, given, withdrawn, deleted FROM consent WHERE id = ?", id);
  if (!row.next()) return std::nullopt;
  Consent out{row.text(0), row.text(1), row.text(2), {}, {row.number(4)}};
  base::split(row.text(3), ',', [&](std::string_view check) { out.checks.emplace_back(check); });
  if (!row.is_null(5)) out.withdrawn = base::Instant{row.number(5)};
  out.deleted = static_cast<int>(row.number(6));
  return out;
}

void SqliteTx::put_consent(const Consent& consent) {
  const std::string checks = joined(consent.checks);
  database_.write("INSERT INTO consent VALUES(?, ?, ?, ?, ?, NULL, 0) ON CONFLICT(id) DO NOTHING", consent.id,
                  consent.session, consent.service, checks, consent.given.seconds);
  if (!consent.withdrawn) return;
  database_.write("UPDATE consent SET withdrawn = ?, deleted = ? WHERE id = ?", consent.withdrawn->seconds,
                  consent.deleted, consent.id);
}

std::vector<CheckRecord> SqliteTx::checks(std::string_view session) {
  std::vector<CheckRecord> out;
  Query row =
      database_.query("SELECT session, name, consent, result, facts, at FROM check_result WHERE session = ?", session);
  while (row.next()) {
    out.push_back({row.text(0), row.text(1), row.text(2), row.text(3), decoded(row.text(4)), {row.number(5)}});
  }
  return out;
}

void SqliteTx::put_check(const CheckRecord& record) {
  const std::string facts = encoded(record.facts);
  database_.write("INSERT OR REPLACE INTO check_result VALUES(?, ?, ?, ?, ?, ?)", record.session, record.check,
                  record.consent, record.result, facts, record.at.seconds);
}

int SqliteTx::delete_checks(std::string_view session) {
  return database_.write("DELETE FROM check_result WHERE session = ?", session) ? database_.changes() : 0;
}

std::optional<SigningCode> SqliteTx::signing(std::string_view id) {
  Query row = database_.query(
      "SELECT id, session, digest, code_hash, code_expires, code_tries, code_used FROM signing WHERE id = ?", id);
  if (!row.next()) return std::nullopt;
  return SigningCode{row.text(0), row.text(1), row.text(2), code_of(row, 3)};
}

int SqliteTx::signings(std::string_view session) {
  Query row = database_.query("SELECT count(*) FROM signing WHERE session = ?", session);
  return row.next() ? static_cast<int>(row.number(0)) : 0;
}

void SqliteTx::put_signing(const SigningCode& signing) {
  const Code& code = signing.code;
  database_.write(
      "INSERT INTO signing VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
      "code_tries = excluded.code_tries, code_used = excluded.code_used",
      signing.id, signing.session, signing.digest, code.hash, code.expires.seconds, code.tries, code.used ? 1 : 0);
}

bool SqliteTx::has_document(std::string_view digest) {
  return database_.query("SELECT 1 FROM document WHERE digest = ?", digest).next();
}

void SqliteTx::add_document(const backend::Document& document) {
  database_.write("INSERT INTO document VALUES(?, ?, ?, CAST(? AS BLOB), ?) ON CONFLICT(digest) DO NOTHING",
                  document.digest, document.session, document.type, document.bytes, document.at.seconds);
}

std::optional<Application> SqliteTx::application(std::string_view number) {
  Query row = database_.query(kApplicationByNumber, number);
  return row.next() ? std::optional(application_of(row)) : std::nullopt;
}

std::optional<Application> SqliteTx::application_by_key(std::string_view session, std::string_view key_hash) {
  Query row = database_.query(kApplicationByKey, session, key_hash);
  return row.next() ? std::optional(application_of(row)) : std::nullopt;
}

std::vector<Application> SqliteTx::applications() {
  std::vector<Application> out;
  Query row = database_.query(kApplications);
  while (row.next()) out.push_back(application_of(row));
  return out;
}

void SqliteTx::add_application(const Application& a) {
  database_.write("INSERT INTO application VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", a.number,
                  a.shown, a.service, a.session, a.text, a.digest, a.day, a.verdict, a.accepted.seconds, a.salt,
                  a.secret_hash, a.key_hash, a.first.stage, a.first.state, a.now.stage, a.now.state, a.now.ground,
                  a.now.paper);
}

void SqliteTx::put_state(std::string_view number, const backend::CaseState& state) {
  database_.write("UPDATE application SET stage = ?, state = ?, ground = ?, paper = ? WHERE number = ?", state.stage,
                  state.state, state.ground, state.paper, number);
}

std::vector<Booking> SqliteTx::bookings(std::string_view number) {
  std::vector<Booking> out;
  Query row = database_.query(
      "SELECT slot, number, stage, at, centre, key_hash, booked FROM booking WHERE number = ? ORDER BY stage", number);
  while (row.next()) {
    out.push_back({row.text(0),
                   row.text(1),
                   static_cast<int>(row.number(2)),
                   {row.number(3)},
                   static_cast<int>(row.number(4)),
                   row.text(5),
                   {row.number(6)}});
  }
  return out;
}

std::vector<std::string> SqliteTx::taken_slots(base::Instant from) {
  std::vector<std::string> out;
  Query row = database_.query("SELECT slot FROM booking WHERE at >= ?", from.seconds);
  while (row.next()) out.push_back(row.text(0));
  return out;
}

bool SqliteTx::add_booking(const Booking& booking) {
  const bool done = database_.write("INSERT INTO booking VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(slot) DO NOTHING",
                                    booking.slot, booking.number, booking.stage, booking.at.seconds, booking.centre,
                                    booking.key_hash, booking.booked.seconds);
  return done && database_.changes() == 1;
}

void SqliteTx::add_move(const backend::Move& move) {
  database_.write("INSERT INTO case_move(number, stage, move, ground, paper, at) VALUES(?, ?, ?, ?, ?, ?)", move.number,
                  move.stage, move.move, move.ground, move.paper, move.at.seconds);
}

}  // namespace qadam::server
