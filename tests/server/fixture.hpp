// The whole server without a network: real packs, real personas, SQLite in a folder that goes away, and requests as
// values.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "backend/engine_judge.hpp"
#include "server/app.hpp"
#include "server/crypto.hpp"
#include "server/json.hpp"
#include "server/sqlite_store.hpp"

namespace qadam::server::testing {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  void write(const std::string& name, std::string_view text) const;

  std::filesystem::path path;
};

struct Answer {
  int status = 0;
  Json json;

  [[nodiscard]] std::string code() const { return json.value("code", "accepted"); }
};

// The compiled services of assets/services, compiled once.
const std::vector<service::Model>& all_models();
const service::Model& licence();

struct Fixture {
  explicit Fixture(std::string_view mode = "demonstration");

  Answer ask(const std::string& method, const std::string& path, const std::string& body = {},
             const std::string& bearer = {}, const std::string& key = {});
  [[nodiscard]] std::string iin_of(std::string_view persona) const;

  // Signed in, consented to all checks, every check asked that answers.
  struct Visitor {
    std::string persona;
    std::string iin;
    std::string birth_date;
    std::string token;
    std::string consent;
  };

  Visitor visit(std::string_view persona);

  // The application that the browser's engine would write for this visitor, of category B as of 20 August 2026.
  std::string application(const Visitor& visitor, std::string_view as_of = "2026-08-20");
  Answer submit(const Visitor& visitor, const std::string& text, const std::string& key = "key-of-this-test");

  TemporaryFolder folder;
  OpenSslCrypto crypto;
  backend::World world;
  std::unique_ptr<SqliteStore> store;
  std::unique_ptr<backend::EngineJudge> judge;
  std::unique_ptr<backend::Backend> backend;
  std::unique_ptr<Api> api;
  std::unique_ptr<StaticFiles> files;
  base::Instant now{1795305600};  // 2026-11-22
};

}  // namespace qadam::server::testing
