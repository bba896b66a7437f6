// A first driver's licence through the server, with the real pack, engine, personas and store.
// SPDX-License-Identifier: MIT
#include "fixture.hpp"

namespace qadam::server::testing {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a citizen whom nothing stops gets a number, books both exams and is handed the licence") {
  const Visitor visitor = visit("all_clear");
  const Answer accepted = submit(visitor, application(visitor));
  REQUIRE(accepted.code() == "accepted");
  CHECK(accepted.status == 201);
  CHECK(accepted.json["verdict"] == "eligible");
  CHECK(accepted.json["day"] == "2026-08-20");
  CHECK(accepted.json["stage"] == 13);
  const std::string number = accepted.json["number"].get<std::string>();
  const std::string secret = accepted.json["secret"].get<std::string>();
  const std::string moves = "/api/operator/applications/" + number + "/moves";
  for (const std::string stage : {"13", "14"}) {
    const Answer slots = ask("GET", "/api/applications/" + number + "/slots?stage=" + stage, {}, secret);
    REQUIRE(slots.json["slots"].size() > 10);
    const Json body{{"stage", std::stoi(stage)}, {"slot", slots.json["slots"][0]["id"]}};
    const Answer booked =
        ask("POST", "/api/applications/" + number + "/bookings", dump(body), secret, "booking-" + stage);
    CHECK(booked.status == 201);
    CHECK(booked.json["state"] == "booked");
    CHECK(booked.json["bookings"][stage]["place"]["en"] == "Demonstration centre No 1");
    CHECK(ask("POST", moves, R"({"move":"passed"})", "the operator").status == 200);
  }
  for (const char* move : {"paid", "approved", "printed", "issued"}) {
    CHECK(ask("POST", moves, dump({{"move", move}}), "the operator").status == 200);
  }
  const Answer status = ask("GET", "/api/applications/" + number, {}, secret);
  CHECK(status.json["state"] == "done");
  CHECK(status.json["stage"] == 18);
  CHECK_FALSE(status.json.contains("secret"));
}

TEST_CASE_FIXTURE(
    Fixture, "a refusal's ground and paper are told to the applicant and the operator, an unknown paper is a problem") {
  // The licence has no list of papers; this server's one has.
  for (backend::ServiceLife& life : world.services) life.papers = {"medical_form"};
  const Visitor visitor = visit("all_clear");
  const Answer accepted = submit(visitor, application(visitor));
  const std::string number = accepted.json["number"].get<std::string>();
  const std::string secret = accepted.json["secret"].get<std::string>();
  const std::string moves = "/api/operator/applications/" + number + "/moves";
  const auto move = [&](const Json& body) { return ask("POST", moves, dump(body), "the operator"); };
  REQUIRE(store->transact([&](backend::Tx& tx) {
    tx.put_state(backend::plain_groups(number), {16, "current"});
    return true;
  }));
  const Answer list = ask("GET", "/api/operator/applications", {}, "the operator");
  CHECK(list.json["applications"][0]["papers"] == Json{"medical_form"});
  CHECK_FALSE(list.json["applications"][0].contains("paper"));
  const Answer unknown = move({{"move", "refused"}, {"ground", "by_rules"}, {"paper", "passport"}});
  CHECK(unknown.status == 422);
  CHECK(unknown.code() == "move.paper");
  CHECK(move({{"move", "approved"}, {"paper", "medical_form"}}).code() == "move.paper");
  CHECK(move({{"move", "refused"}, {"ground", "by_rules"}, {"paper", 1}}).json["place"] == "paper");
  const Answer moved = move({{"move", "refused"}, {"ground", "by_rules"}, {"paper", "medical_form"}});
  CHECK(moved.status == 200);
  CHECK(moved.json["paper"] == "medical_form");
  CHECK(moved.json["ground"] == "by_rules");
  const Answer status = ask("GET", "/api/applications/" + number, {}, secret);
  CHECK(status.json["ground"] == "by_rules");
  CHECK(status.json["paper"] == "medical_form");
}

TEST_CASE_FIXTURE(Fixture, "a register's stop is refused whatever the application says") {
  for (const char* persona :
       {"has_licence", "bar_seven", "bar_unknown_end", "no_medical", "dispensary", "no_school", "no_attempts"}) {
    INFO(std::string(persona));
    const Visitor visitor = visit(persona);
    const std::string honest = application(visitor);
    CHECK(submit(visitor, honest, "honest-key").code() == "application.not_eligible");
    const std::string lie = replaced(honest, "\"verdict\":\"notEligible\"", "\"verdict\":\"eligible\"");
    CHECK(submit(visitor, lie, "lying-key").code() == "application.not_eligible");
  }
  CHECK(ask("GET", "/api/operator/applications", {}, "the operator").json["applications"].empty());
}

TEST_CASE_FIXTURE(Fixture, "a bar that is over, and an applicant of seventeen with a referral, are let through") {
  for (const char* persona : {"bar_over", "seventeen", "fails_theory", "fails_practice", "refused"}) {
    INFO(std::string(persona));
    const Visitor visitor = visit(persona);
    CHECK(submit(visitor, application(visitor)).code() == "accepted");
  }
}

TEST_CASE_FIXTURE(Fixture, "a silent register leaves the application incomplete, neither passed nor stopped") {
  const Visitor visitor = visit("silent");
  const Answer answer = submit(visitor, application(visitor));
  CHECK(answer.code() == "application.incomplete");
  CHECK(answer.json["place"] == "medical");
}

TEST_CASE_FIXTURE(Fixture, "registers that were not asked do not count as passed") {
  const Visitor visitor = visit("all_clear");
  const std::string text = application(visitor);
  REQUIRE(ask("DELETE", "/api/consents/" + visitor.consent, {}, visitor.token).json["deleted"] == 6);
  CHECK(submit(visitor, text).code() == "application.incomplete");
}

TEST_CASE_FIXTURE(Fixture, "registry answers within an application are refused, not believed") {
  const Visitor visitor = visit("has_licence");
  const std::string text =
      replaced(application(visitor), "\"region\":\"75\"", "\"region\":\"75\",\"registry_licence\":\"none\"");
  const Answer answer = submit(visitor, text);
  CHECK(answer.code() == "application.malformed");
  CHECK(answer.json["place"] == "answers.registry_licence");
}

TEST_CASE_FIXTURE(Fixture, "after the pilot's last day nothing is taken, nor before its first") {
  const Visitor visitor = visit("all_clear");
  CHECK(submit(visitor, application(visitor, "2026-08-31"), "key-number-1").code() == "accepted");
  CHECK(submit(visitor, application(visitor, "2026-09-01"), "key-number-2").code() == "application.outside_window");
  CHECK(submit(visitor, application(visitor, "2025-10-16"), "key-number-3").code() == "application.outside_window");
  CHECK(submit(visitor, application(visitor, ""), "key-number-4").code() == "application.outside_window");
}

TEST_CASE_FIXTURE(Fixture, "a server started as of an earlier day judges as of that day") {
  world.as_of = *base::parse_date("2026-08-20");
  const Visitor visitor = visit("all_clear");
  const base::Instant today = now;
  now = base::instant_of(*world.as_of, 600);
  const std::string text = application(visitor, "");
  now = today;
  const Answer accepted = submit(visitor, text);
  CHECK(accepted.code() == "accepted");
  CHECK(accepted.json["day"] == "2026-08-20");
  CHECK(accepted.json["accepted"] == now.seconds);
}

TEST_CASE_FIXTURE(Fixture, "nobody applies in another's name") {
  const Visitor visitor = visit("all_clear");
  Visitor thief = visit("seventeen");
  thief.iin = visitor.iin;
  const Answer answer = submit(thief, application(thief));
  CHECK(answer.code() == "application.malformed");
  CHECK(answer.json["place"] == "answers.iin");
}

TEST_CASE_FIXTURE(Fixture, "an application holds what the engine wrote and nothing else") {
  const Visitor visitor = visit("all_clear");
  const std::string good = application(visitor);
  const std::string bad[] = {
      replaced(good, "{\"answers\"", "{ \"answers\""),
      replaced(good, "\"language\"", "\"extra\":1,\"language\""),
      replaced(good, "\"category\":\"B\"", "\"category\":\"B\",\"category\":\"B\""),
      replaced(good, "\"channel\":\"hkko_app\"", "\"channel\":\"hkko_app\",\"diagnosis\":\"none\""),
      replaced(good, "\"demonstration\"", "\"connected\""),
      replaced(good, "\"because\":[]", "\"because\":[\"no_licence\"]"),
  };
  for (const std::string& text : bad) {
    CAPTURE(text);
    CHECK(submit(visitor, text).code() == "application.malformed");
  }
  CHECK(submit(visitor, replaced(good, "\"phone\":\"+77012345678\",", "")).code() == "application.incomplete");
  CHECK(submit(visitor, replaced(good, "licence-first\",\"sub", "licence-last\",\"sub")).code() ==
        "application.malformed");
  CHECK(submit(visitor, replaced(good, "Z\",\"mode\"", "\",\"mode\"")).code() == "application.malformed");
  CHECK(submit(visitor, good).code() == "accepted");
}

TEST_CASE_FIXTURE(Fixture, "an application of an older pack is taken as long as its verdict still holds") {
  const Visitor visitor = visit("all_clear");
  const std::string text = application(visitor);
  const std::size_t at = text.find("\"checksum\":\"") + 12;
  std::string older = text;
  older.replace(at, 16, "0123456789abcdef");
  CHECK(submit(visitor, older).code() == "accepted");
  const std::string other = replaced(older, "\"verdict\":\"eligible\"", "\"verdict\":\"unknown\"");
  const Answer changed = submit(visitor, other, "another-key");
  CHECK(changed.code() == "application.changed");
  CHECK(changed.status == 409);
}

}  // namespace qadam::server::testing
