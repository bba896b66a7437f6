// SqliteTx: the questions of backend::Tx as SQL, within a transaction that SqliteStore opens and ends.
// SPDX-License-Identifier: MIT
#pragma once

#include "backend/store.hpp"
#include "server/sqlite.hpp"

namespace qadam::server {

class SqliteTx : public backend::Tx {
 public:
  explicit SqliteTx(Database& database) : database_(database) {}

  std::optional<backend::Session> session(std::string_view id) override;
  std::optional<backend::Session> session_by_token(std::string_view token_hash) override;
  void put_session(const backend::Session& session) override;
  std::optional<backend::Consent> consent(std::string_view id) override;
  void put_consent(const backend::Consent& consent) override;
  std::vector<backend::CheckRecord> checks(std::string_view session) override;
  void put_check(const backend::CheckRecord& record) override;
  int delete_checks(std::string_view session) override;
  std::optional<backend::SigningCode> signing(std::string_view id) override;
  int signings(std::string_view session) override;
  void put_signing(const backend::SigningCode& signing) override;
  bool has_document(std::string_view digest) override;
  void add_document(const backend::Document& document) override;
  std::optional<backend::Application> application(std::string_view number) override;
  std::optional<backend::Application> application_by_key(std::string_view session, std::string_view key_hash) override;
  std::vector<backend::Application> applications() override;
  void add_application(const backend::Application& application) override;
  void put_state(std::string_view number, const backend::CaseState& state) override;
  std::vector<backend::Booking> bookings(std::string_view number) override;
  std::vector<std::string> taken_slots(base::Instant from) override;
  [[nodiscard]] bool add_booking(const backend::Booking& booking) override;
  void add_move(const backend::Move& move) override;

 private:
  Database& database_;
};

}  // namespace qadam::server
