// SPDX-License-Identifier: MIT
#include "server/sqlite.hpp"

namespace qadam::server {

Query::~Query() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Query::next() {
  if (statement_ == nullptr || database_.failed_) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.failed_ = true;
  return false;
}

std::string Query::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Query::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

base::Result<std::unique_ptr<Database>> Database::open(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
  std::unique_ptr<Database> database(new Database(handle));
  if (code != SQLITE_OK) return base::fail("store.open", path, sqlite3_errstr(code));
  sqlite3_busy_timeout(handle, 5000);
  return database;
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

bool Database::run(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) failed_ = true;
  return !failed_;
}

sqlite3_stmt* Database::prepared(const char* sql) {
  const auto found = statements_.find(std::string_view(sql));
  if (found != statements_.end()) return found->second;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    failed_ = true;
    return nullptr;
  }
  statements_.emplace(sql, statement);
  return statement;
}

void Database::bind(sqlite3_stmt* statement, int at, std::int64_t value) {
  if (sqlite3_bind_int64(statement, at, value) != SQLITE_OK) failed_ = true;
}

void Database::bind(sqlite3_stmt* statement, int at, std::string_view value) {
  // A null pointer would bind NULL, and an empty view may have one.
  const char* bytes = value.empty() ? "" : value.data();
  if (sqlite3_bind_text64(statement, at, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) failed_ = true;
}

void Database::bind(sqlite3_stmt* statement, int at, std::nullptr_t) {
  if (sqlite3_bind_null(statement, at) != SQLITE_OK) failed_ = true;
}

}  // namespace qadam::server
