// SqliteStore: the Store in one SQLite file, in write-ahead mode.
//
// Durable: synchronous=FULL makes COMMIT return only after the log reached the disk, and an answer is sent after
// COMMIT, so what was acknowledged survives kill -9 and a power cut; what was not is absent as a whole. Transactions of
// all threads pass one mutex, so they are serialised; a second process waits at BEGIN IMMEDIATE. Unique keys in the
// schema repeat the promises of store.hpp, should the code above them ever be wrong.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "backend/store.hpp"
#include "server/sqlite.hpp"

namespace qadam::server {

class SqliteStore : public backend::Store {
 public:
  // Creates the file, or brings an older one up to date. Errors: "store.open", "store.version" (written by a newer
  // program).
  static base::Result<std::unique_ptr<SqliteStore>> open(const std::string& path);

  base::Done transact(const std::function<bool(backend::Tx&)>& work) override;

 private:
  explicit SqliteStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  std::mutex one_writer_;
  std::unique_ptr<Database> database_;
};

}  // namespace qadam::server
