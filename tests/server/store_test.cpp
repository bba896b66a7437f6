// SPDX-License-Identifier: MIT
#include <atomic>
#include <set>
#include <thread>

#include "fixture.hpp"

namespace qadam::server::testing {
namespace {

struct Filed {
  std::string number;
  std::string secret;
};

Filed file(Fixture& f, const std::string& key) {
  const Fixture::Visitor visitor = f.visit("all_clear");
  const Answer accepted = f.submit(visitor, f.application(visitor), key);
  REQUIRE(accepted.code() == "accepted");
  return {accepted.json["number"].get<std::string>(), accepted.json["secret"].get<std::string>()};
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a number that was given is still known after the server was started again") {
  const Filed filed = file(*this, "key-number-1");
  const auto slot = backend->slots(filed.number, filed.secret, 13, now)->front().id;
  REQUIRE(backend->book(filed.number, filed.secret, {13, slot, "booking-key"}, now));
  store.reset();
  auto again = SqliteStore::open((folder.path / "test.sqlite").string());
  REQUIRE(again);
  backend::Backend second(**again, crypto, *judge, world);
  const auto status = second.status(filed.number, filed.secret);
  REQUIRE(status);
  CHECK(status->state.state == "booked");
  CHECK(status->bookings.size() == 1);
  CHECK(status->day == "2026-08-20");
}

TEST_CASE_FIXTURE(Fixture, "a session and an unfinished submission go on after the server was started again") {
  const Visitor visitor = visit("all_clear");
  const std::string text = application(visitor);
  const auto signing = *backend->open_signing(visitor.token, crypto.sha256(text), now);
  store.reset();
  auto again = SqliteStore::open((folder.path / "test.sqlite").string());
  REQUIRE(again);
  backend::Backend second(**again, crypto, *judge, world);
  const base::Record flat = flattened(Json::parse(text));
  const backend::Backend::Submission submission{text, flat, signing.id, signing.code, "key-number-1"};
  const auto first = second.submit(visitor.token, submission, now);
  REQUIRE(first);
  const auto repeated = second.submit(visitor.token, submission, now);
  CHECK(repeated->view.number == first->view.number);
  CHECK(repeated->secret == first->secret);
}

TEST_CASE_FIXTURE(Fixture, "of sixteen who book the same time at once one gets it, and fifteen are told so") {
  std::vector<Filed> cases;
  for (int i = 0; i < 16; ++i) cases.push_back(file(*this, "key-number-" + std::to_string(i)));
  const std::string slot = backend->slots(cases[0].number, cases[0].secret, 13, now)->front().id;
  std::atomic<int> got = 0;
  std::atomic<int> told = 0;
  std::vector<std::thread> threads;
  for (const Filed& filed : cases) {
    threads.emplace_back([&, filed] {
      const auto booked = backend->book(filed.number, filed.secret, {13, slot, "booking-key"}, now);
      if (booked) ++got;
      if (!booked && booked.error().code == "slot.taken") ++told;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(got == 1);
  CHECK(told == 15);
}

TEST_CASE_FIXTURE(Fixture, "one submission sent eight times at once is one application") {
  const Visitor visitor = visit("all_clear");
  const std::string text = application(visitor);
  const base::Record flat = flattened(Json::parse(text));
  const auto signing = *backend->open_signing(visitor.token, crypto.sha256(text), now);
  std::mutex mutex;
  std::set<std::string> numbers;
  std::set<std::string> secrets;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      const auto done = backend->submit(visitor.token, {text, flat, signing.id, signing.code, "the-one-key"}, now);
      const std::lock_guard lock(mutex);
      numbers.insert(done ? done->view.number : done.error().code);
      secrets.insert(done ? done->secret : "");
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(numbers.size() == 1);
  CHECK(secrets.size() == 1);
  CHECK(backend->cases()->size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "neither secrets nor codes nor tokens stand in the database") {
  const Visitor visitor = visit("all_clear");
  const std::string text = application(visitor);
  const auto signing = *backend->open_signing(visitor.token, crypto.sha256(text), now);
  const base::Record flat = flattened(Json::parse(text));
  const auto done = backend->submit(visitor.token, {text, flat, signing.id, signing.code, "idempotency-key-1"}, now);
  REQUIRE(done);
  REQUIRE(store->transact([](backend::Tx&) { return true; }));
  auto database = Database::open((folder.path / "test.sqlite").string());
  REQUIRE(database);
  std::string dumped;
  for (const char* table : {"session", "consent", "check_result", "signing", "application", "booking"}) {
    Query row = (*database)->query((std::string("SELECT * FROM ") + table).c_str());
    while (row.next()) {
      for (int column = 0; column < row.columns(); ++column) dumped += row.text(column) + '\n';
    }
  }
  REQUIRE(dumped.find(visitor.iin) != std::string::npos);
  for (const std::string& secret :
       {visitor.token, done->secret, backend::plain_groups(done->secret), std::string("idempotency-key-1")}) {
    CHECK(dumped.find(secret) == std::string::npos);
  }
  CHECK(dumped.find('\n' + signing.code + '\n') == std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "work that fails half way leaves nothing behind") {
  const auto consent = [](const char* id) { return backend::Consent{id, "no such session", "s", {}, {}}; };
  CHECK_FALSE(store->transact([&](backend::Tx& tx) {
    tx.put_session({"whole", "980514101012", {"hash", {}}});
    tx.put_consent(consent("of nobody"));  // breaks a foreign key
    return true;
  }));
  CHECK(store->transact([](backend::Tx& tx) {
    CHECK_FALSE(tx.session("whole"));
    tx.put_session({"given up", "980514101012", {"hash", {}}});
    return false;
  }));
  CHECK(store->transact([](backend::Tx& tx) {
    CHECK_FALSE(tx.session("given up"));
    return true;
  }));
}

TEST_CASE_FIXTURE(Fixture, "the paper that a refusal hit is still known after the server was started again") {
  const Filed filed = file(*this, "key-number-1");
  REQUIRE(store->transact([&](backend::Tx& tx) {
    tx.put_state(backend::plain_groups(filed.number), {16, "stopped", "untrue", "left_service_directive"});
    tx.add_move({backend::plain_groups(filed.number), 16, "refused", "untrue", "left_service_directive", now});
    return true;
  }));
  store.reset();
  auto again = SqliteStore::open((folder.path / "test.sqlite").string());
  REQUIRE(again);
  backend::Backend second(**again, crypto, *judge, world);
  CHECK(second.status(filed.number, filed.secret)->state.paper == "left_service_directive");
}

TEST_CASE("a data folder from before papers were named is opened, and its refusals name none") {
  const TemporaryFolder folder;
  const std::string path = (folder.path / "old.sqlite").string();
  {
    // What the first release left: the same tables without the paper.
    REQUIRE(SqliteStore::open(path));
    auto old = Database::open(path);
    for (const char* step :
         {"ALTER TABLE application DROP COLUMN paper", "ALTER TABLE case_move DROP COLUMN paper",
          "PRAGMA user_version = 1", "INSERT INTO session VALUES('s', '800416100254', '', 0, 0, 1, NULL, 0)",
          "INSERT INTO application VALUES('N', 'N', 'licence-first', 's', '', '', '2026-08-20', '', 1, '', "
          "'', '', 13, 'current', 16, 'stopped', 'by_rules')",
          "INSERT INTO case_move(number, stage, move, ground, at) VALUES('N', 16, 'refused', 'by_rules', 1)"}) {
      REQUIRE((*old)->run(step));
    }
  }
  for (int opened = 0; opened < 2; ++opened) {  // brought up to date once, and then no more
    auto store = SqliteStore::open(path);
    REQUIRE(store);
    REQUIRE((*store)->transact([](backend::Tx& tx) {
      const auto known = tx.application("N");
      REQUIRE(known);
      CHECK(known->now.ground == "by_rules");
      CHECK(known->now.paper.empty());
      return true;
    }));
  }
}

TEST_CASE("a database of a newer program, or no database at all, is refused and left alone") {
  const TemporaryFolder folder;
  {
    auto newer = Database::open((folder.path / "newer.sqlite").string());
    REQUIRE((*newer)->run("PRAGMA user_version = 99"));
  }
  const auto refused = SqliteStore::open((folder.path / "newer.sqlite").string());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "store.version");
  folder.write("text.sqlite", std::string(5000, 'x'));
  CHECK(SqliteStore::open((folder.path / "text.sqlite").string()).error().code == "store.open");
  CHECK(SqliteStore::open((folder.path / "no folder" / "a.sqlite").string()).error().code == "store.open");
}

}  // namespace qadam::server::testing
