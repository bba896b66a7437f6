// Database: one SQLite connection with its prepared statements, kept by their text.
//
// Not a mapper. A call that fails marks the connection failed until clear_failure(), so that a long piece of work is
// checked once, at its end. Not for two threads at a time.
// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace qadam::server {

class Database;

// The rows of one statement, one at a time: `while (query.next())`. Resets its statement when it goes out of scope.
class Query {
 public:
  Query(Database& database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}

  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  bool next();

  [[nodiscard]] int columns() const { return sqlite3_column_count(statement_); }

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  Database& database_;
  sqlite3_stmt* statement_;
};

class Database {
 public:
  // Errors: "store.open" (detail: SQLite's words).
  static base::Result<std::unique_ptr<Database>> open(const std::string& path);

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // Statements without parameters, also several.
  bool run(const char* sql);

  // Values: integers, texts; nullptr for NULL. Texts live until the Query is gone.
  template <class... Values>
  Query query(const char* sql, const Values&... values) {
    sqlite3_stmt* statement = prepared(sql);
    if (statement != nullptr) {
      int at = 0;
      (bind(statement, ++at, values), ...);
    }
    return Query(*this, statement);
  }

  // For a statement without rows. True when it was carried out.
  template <class... Values>
  bool write(const char* sql, const Values&... values) {
    query(sql, values...).next();
    return !failed_;
  }

  [[nodiscard]] int changes() const { return sqlite3_changes(handle_); }

  [[nodiscard]] bool failed() const { return failed_; }

  void clear_failure() { failed_ = false; }

 private:
  friend class Query;

  explicit Database(sqlite3* handle) : handle_(handle) {}

  sqlite3_stmt* prepared(const char* sql);
  void bind(sqlite3_stmt* statement, int at, std::int64_t value);
  void bind(sqlite3_stmt* statement, int at, std::string_view value);
  void bind(sqlite3_stmt* statement, int at, std::nullptr_t);

  void bind(sqlite3_stmt* statement, int at, int value) { bind(statement, at, std::int64_t{value}); }

  void bind(sqlite3_stmt* statement, int at, const std::string& value) { bind(statement, at, std::string_view(value)); }

  sqlite3* handle_;
  std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
  bool failed_ = false;
};

}  // namespace qadam::server
