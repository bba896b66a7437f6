// SPDX-License-Identifier: MIT
#include "backend/memory_store.hpp"

#include <algorithm>
#include <utility>

namespace qadam::backend {

class MemoryStore::Tables : public Tx {
 public:
  std::optional<Session> session(std::string_view id) override { return find(sessions_, id); }

  std::optional<Session> session_by_token(std::string_view token_hash) override {
    for (const auto& [id, session] : sessions_) {
      if (!token_hash.empty() && session.token_hash == token_hash) return session;
    }
    return std::nullopt;
  }

  void put_session(const Session& session) override { sessions_[session.id] = session; }

  std::optional<Consent> consent(std::string_view id) override { return find(consents_, id); }

  void put_consent(const Consent& consent) override { consents_[consent.id] = consent; }

  std::vector<CheckRecord> checks(std::string_view session) override {
    std::vector<CheckRecord> out;
    for (const auto& [key, record] : checks_) {
      if (record.session == session) out.push_back(record);
    }
    return out;
  }

  void put_check(const CheckRecord& record) override { checks_[{record.session, record.check}] = record; }

  int delete_checks(std::string_view session) override {
    return static_cast<int>(std::erase_if(checks_, [&](const auto& entry) { return entry.second.session == session; }));
  }

  std::optional<SigningCode> signing(std::string_view id) override { return find(signings_, id); }

  int signings(std::string_view session) override {
    return static_cast<int>(std::count_if(signings_.begin(), signings_.end(),
                                          [&](const auto& entry) { return entry.second.session == session; }));
  }

  void put_signing(const SigningCode& signing) override { signings_[signing.id] = signing; }

  bool has_document(std::string_view digest) override { return documents_.find(digest) != documents_.end(); }

  void add_document(const Document& document) override { documents_.emplace(document.digest, document); }

  std::optional<Application> application(std::string_view number) override { return find(applications_, number); }

  std::optional<Application> application_by_key(std::string_view session, std::string_view key_hash) override {
    for (const auto& [number, application] : applications_) {
      if (application.session == session && application.key_hash == key_hash) return application;
    }
    return std::nullopt;
  }

  std::vector<Application> applications() override {
    std::vector<Application> out;
    for (const auto& [number, application] : applications_) {
      out.push_back(application);
      out.back().text.clear();
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Application& a, const Application& b) { return a.accepted > b.accepted; });
    if (out.size() > 1000) out.resize(1000);
    return out;
  }

  void add_application(const Application& application) override { applications_[application.number] = application; }

  void put_state(std::string_view number, const CaseState& state) override {
    const auto found = applications_.find(number);
    if (found != applications_.end()) found->second.now = state;
  }

  std::vector<Booking> bookings(std::string_view number) override {
    std::vector<Booking> out;
    for (const auto& [slot, booking] : bookings_) {
      if (booking.number == number) out.push_back(booking);
    }
    std::sort(out.begin(), out.end(), [](const Booking& a, const Booking& b) { return a.stage < b.stage; });
    return out;
  }

  std::vector<std::string> taken_slots(base::Instant from) override {
    std::vector<std::string> out;
    for (const auto& [slot, booking] : bookings_) {
      if (booking.at >= from) out.push_back(slot);
    }
    return out;
  }

  bool add_booking(const Booking& booking) override { return bookings_.emplace(booking.slot, booking).second; }

  void add_move(const Move& move) override { moves_.push_back(move); }

 private:
  template <class T>
  using Table = std::map<std::string, T, std::less<>>;

  template <class T>
  static std::optional<T> find(const Table<T>& table, std::string_view key) {
    const auto found = table.find(key);
    return found == table.end() ? std::nullopt : std::optional<T>(found->second);
  }

  Table<Session> sessions_;
  Table<Consent> consents_;
  std::map<std::pair<std::string, std::string>, CheckRecord> checks_;
  Table<SigningCode> signings_;
  Table<Document> documents_;
  Table<Application> applications_;
  Table<Booking> bookings_;
  std::vector<Move> moves_;
};

MemoryStore::MemoryStore() : tables_(std::make_unique<Tables>()) {}

MemoryStore::~MemoryStore() = default;

base::Done MemoryStore::transact(const std::function<bool(Tx&)>& work) {
  const std::lock_guard lock(one_at_a_time_);
  auto copy = std::make_unique<Tables>(*tables_);
  if (work(*copy)) tables_ = std::move(copy);
  return base::done();
}

}  // namespace qadam::backend
