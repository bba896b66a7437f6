// SPDX-License-Identifier: MIT
#include "server/sqlite_store.hpp"

#include <array>

#include "server/sqlite_tx.hpp"

namespace qadam::server {
namespace {

// Each entry brings a file from the version of its index to the next; entries are never edited once released.
constexpr std::array kMigrations{
    R"sql(
CREATE TABLE session(id TEXT PRIMARY KEY, iin TEXT NOT NULL, code_hash TEXT NOT NULL, code_expires INTEGER NOT NULL,
  code_tries INTEGER NOT NULL, code_used INTEGER NOT NULL, token_hash TEXT, token_expires INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX session_token ON session(token_hash) WHERE token_hash IS NOT NULL;
CREATE TABLE consent(id TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES session(id), service TEXT NOT NULL,
  checks TEXT NOT NULL, given INTEGER NOT NULL, withdrawn INTEGER, deleted INTEGER NOT NULL) STRICT;
CREATE TABLE check_result(session TEXT NOT NULL REFERENCES session(id), name TEXT NOT NULL,
  consent TEXT NOT NULL REFERENCES consent(id), result TEXT NOT NULL, facts TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(session, name)) STRICT;
CREATE TABLE signing(id TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES session(id), digest TEXT NOT NULL,
  code_hash TEXT NOT NULL, code_expires INTEGER NOT NULL, code_tries INTEGER NOT NULL, code_used INTEGER NOT NULL) STRICT;
CREATE INDEX signing_session ON signing(session);
CREATE TABLE document(digest TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES session(id), type TEXT NOT NULL,
  bytes BLOB NOT NULL, at INTEGER NOT NULL);
CREATE TABLE application(number TEXT PRIMARY KEY, shown TEXT NOT NULL, service TEXT NOT NULL,
  session TEXT NOT NULL REFERENCES session(id), text TEXT NOT NULL, digest TEXT NOT NULL, day TEXT NOT NULL, verdict TEXT NOT NULL, accepted INTEGER NOT NULL,
  salt TEXT NOT NULL, secret_hash TEXT NOT NULL, key_hash TEXT NOT NULL, first_stage INTEGER NOT NULL,
  first_state TEXT NOT NULL, stage INTEGER NOT NULL, state TEXT NOT NULL, ground TEXT NOT NULL,
  UNIQUE(session, key_hash)) STRICT;
CREATE INDEX application_accepted ON application(accepted);
CREATE TABLE booking(slot TEXT PRIMARY KEY, number TEXT NOT NULL REFERENCES application(number), stage INTEGER NOT NULL,
  at INTEGER NOT NULL, centre INTEGER NOT NULL, key_hash TEXT NOT NULL, booked INTEGER NOT NULL,
  UNIQUE(number, stage)) STRICT;
CREATE INDEX booking_at ON booking(at);
CREATE TABLE case_move(id INTEGER PRIMARY KEY, number TEXT NOT NULL REFERENCES application(number),
  stage INTEGER NOT NULL, move TEXT NOT NULL, ground TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
)sql",
    // The paper that a refusal hit; refusals made before name none.
    R"sql(
ALTER TABLE application ADD COLUMN paper TEXT NOT NULL DEFAULT '';
ALTER TABLE case_move ADD COLUMN paper TEXT NOT NULL DEFAULT '';
)sql",
};

// -1 when it cannot be read. The query must be over before a migration begins.
std::int64_t version_of(Database& database) {
  Query version = database.query("PRAGMA user_version");
  return version.next() ? version.number(0) : -1;
}

bool migrate_one(Database& database, std::size_t from) {
  const std::string version = "PRAGMA user_version = " + std::to_string(from + 1);
  const bool kept = database.run("BEGIN IMMEDIATE") && database.run(kMigrations[from]) &&
                    database.run(version.c_str()) && database.run("COMMIT");
  if (!kept) database.run("ROLLBACK");
  return kept;
}

}  // namespace

base::Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path) {
  base::Result<std::unique_ptr<Database>> opened = Database::open(path);
  if (!opened) return opened.failure();
  Database& database = **opened;
  // secure_delete: withdrawn consent deletes, it does not only unlink.
  const bool ready = database.run("PRAGMA journal_mode=WAL") && database.run("PRAGMA synchronous=FULL") &&
                     database.run("PRAGMA foreign_keys=ON") && database.run("PRAGMA secure_delete=ON");
  if (!ready) return base::fail("store.open", path, "not a database, or not writable");
  const std::int64_t found = version_of(database);
  if (found < 0) return base::fail("store.open", path, "cannot read the version");
  if (found > static_cast<std::int64_t>(kMigrations.size())) return base::fail("store.version", path);
  for (auto from = static_cast<std::size_t>(found); from < kMigrations.size(); ++from) {
    if (!migrate_one(database, from)) return base::fail("store.open", path, "cannot be brought up to date");
  }
  return std::unique_ptr<SqliteStore>(new SqliteStore(*std::move(opened)));
}

base::Done SqliteStore::transact(const std::function<bool(backend::Tx&)>& work) {
  const std::lock_guard lock(one_writer_);
  database_->clear_failure();
  if (!database_->run("BEGIN IMMEDIATE")) return base::fail("store.failed");
  SqliteTx tx(*database_);
  const bool keep = work(tx);
  const bool whole = !database_->failed();
  if (whole && keep && database_->run("COMMIT")) return base::done();
  database_->run("ROLLBACK");
  if (!whole || keep) return base::fail("store.failed");
  return base::done();
}

}  // namespace qadam::server
