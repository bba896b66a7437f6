// SPDX-License-Identifier: MIT
#include <cctype>
#include <set>

#include "backend/slots.hpp"
#include "fixture.hpp"

namespace qadam::backend::testing {
namespace {

std::string moved(Fixture& f, const Submitted& of, std::string_view move, const Reason& reason = {}) {
  const auto result = f.backend.move(of.view.number, move, reason, f.now);
  return result ? result->view.state.state + ' ' + std::to_string(result->view.state.stage) : result.error().code;
}

std::string booked(Fixture& f, const Submitted& of, int stage) {
  const std::string key = "book-" + of.view.number + std::to_string(stage);
  const auto result = f.backend.book(of.view.number, of.secret, {stage, f.free_slot(of, stage), key}, f.now);
  return result ? result->state.state + ' ' + std::to_string(result->state.stage) : result.error().code;
}

void to_review(Fixture& f, const Submitted& of) {
  for (const int exam : {13, 14}) {
    booked(f, of, exam);
    moved(f, of, "passed");
  }
  moved(f, of, "paid");
}

}  // namespace

TEST_CASE_FIXTURE(Fixture,
                  "a status is told to number and secret together, however they are typed, and to nobody else") {
  const Submitted one = submitted();
  const Submitted other = submitted(kOtherIin, "another-key");
  CHECK(backend.status(one.view.number, one.secret)->number == one.view.number);
  std::string typed = one.secret;
  for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  CHECK(backend.status(one.view.number, typed));
  CHECK(refusal(backend.status(one.view.number, other.secret)) == "status.not_found");
  CHECK(refusal(backend.status(one.view.number, "")) == "status.not_found");
  CHECK(refusal(backend.status("DEMO-0000-0000", one.secret)) == "status.not_found");
}

TEST_CASE("times lie on the next ten working days in Kazakhstan, four a day at every centre, each with its own id") {
  // Friday 23:00 in Kazakhstan: the next working day is Monday.
  const base::Instant friday{kNow.seconds + 18 * 3600};
  const auto slots = slots_from("licence", 13, 3, friday);
  REQUIRE(slots.size() == 10 * 4 * 3);
  std::set<std::string> ids;
  for (const Slot& slot : slots) {
    ids.insert(slot.id);
    const base::CivilTime at = base::civil_time(slot.at);
    CHECK(at.date.weekday() <= 5);
    CHECK(at.minute >= 9 * 60);
    CHECK(at.minute <= 16 * 60);
  }
  CHECK(ids.size() == slots.size());
  CHECK(base::civil_time(slots.front().at).date.iso() == "2026-08-24");
  CHECK(base::civil_time(slots.back().at).date.iso() == "2026-09-04");
  CHECK(slots_from("licence", 14, 3, friday).front().id != slots.front().id);
}

TEST_CASE_FIXTURE(Fixture, "a time is given once, and no longer offered") {
  const Submitted one = submitted();
  const Submitted two = submitted(kOtherIin, "another-key");
  const std::string slot = free_slot(one, 13);
  CHECK(free_slot(two, 13) == slot);
  CHECK(backend.book(one.view.number, one.secret, {13, slot, "first-booking"}, now));
  CHECK(refusal(backend.book(two.view.number, two.secret, {13, slot, "second-booking"}, now)) == "slot.taken");
  CHECK(free_slot(two, 13) != slot);
  CHECK(backend.status(two.view.number, two.secret)->state.state == "current");
}

TEST_CASE_FIXTURE(Fixture, "only a time that is offered can be booked, for the stage that waits for it") {
  const Submitted one = submitted();
  const std::string slot = free_slot(one, 13);
  CHECK(refusal(backend.book(one.view.number, one.secret, {13, "licence.13.0.1", "some-key-1"}, now)) ==
        "slot.unknown");
  CHECK(refusal(backend.book(one.view.number, one.secret, {14, slot, "some-key-2"}, now)) == "booking.stage");
  CHECK(refusal(backend.slots(one.view.number, one.secret, 14, now)) == "booking.stage");
  CHECK(refusal(backend.book(one.view.number, "no secret", {13, slot, "some-key-3"}, now)) == "status.not_found");
  CHECK(refusal(backend.book(one.view.number, one.secret, {13, slot, ""}, now)) == "idempotency.key");
  const base::Instant weeks_later{now.seconds + 30 * 86400};
  CHECK(refusal(backend.book(one.view.number, one.secret, {13, slot, "some-key-4"}, weeks_later)) == "slot.unknown");
}

TEST_CASE_FIXTURE(Fixture, "repeating a booking gives the first answer, also after the case has moved on") {
  const Submitted one = submitted();
  const std::string slot = free_slot(one, 13);
  const auto first = *backend.book(one.view.number, one.secret, {13, slot, "booking-key"}, now);
  CHECK(first.state.state == "booked");
  CHECK(moved(*this, one, "passed") == "current 14");
  CHECK(booked(*this, one, 14) == "booked 14");
  const auto again = *backend.book(one.view.number, one.secret, {13, slot, "booking-key"}, now);
  CHECK(again.state.stage == 13);
  CHECK(again.bookings.size() == 1);
  CHECK(refusal(backend.book(one.view.number, one.secret, {13, "other", "booking-key"}, now)) ==
        "idempotency.mismatch");
  CHECK(backend.status(one.view.number, one.secret)->bookings.size() == 2);
}

TEST_CASE_FIXTURE(Fixture, "a case is led from the first exam to the licence in the applicant's hand") {
  const Submitted one = submitted();
  CHECK(booked(*this, one, 13) == "booked 13");
  CHECK(moved(*this, one, "passed") == "current 14");
  CHECK(booked(*this, one, 14) == "booked 14");
  CHECK(moved(*this, one, "passed") == "current 15");
  CHECK(moved(*this, one, "paid") == "current 16");
  CHECK(moved(*this, one, "approved") == "current 17");
  CHECK(moved(*this, one, "printed") == "current 18");
  CHECK(moved(*this, one, "issued") == "done 18");
  CHECK(moved(*this, one, "issued") == "move.wrong");
  CHECK(backend.status(one.view.number, one.secret)->state.state == "done");
}

TEST_CASE_FIXTURE(Fixture, "moves that do not fit are refused and change nothing") {
  const Submitted one = submitted();
  for (const char* move : {"passed", "failed", "paid", "approved", "printed", "issued", "refused", "", "deleted"}) {
    CHECK(moved(*this, one, move) == "move.wrong");
  }
  CHECK(backend.status(one.view.number, one.secret)->state.stage == 13);
  CHECK(refusal(backend.move("DEMO-0000-0000", "passed", {}, now)) == "status.not_found");
}

TEST_CASE_FIXTURE(Fixture, "a failed exam ends the case, and its time is not offered again") {
  const Submitted one = submitted();
  const std::string slot = free_slot(one, 13);
  CHECK(booked(*this, one, 13) == "booked 13");
  CHECK(moved(*this, one, "failed") == "stopped 13");
  CHECK(moved(*this, one, "passed") == "move.wrong");
  CHECK(refusal(backend.slots(one.view.number, one.secret, 13, now)) == "booking.stage");
  CHECK(free_slot(submitted(kOtherIin, "another-key"), 13) != slot);
}

TEST_CASE_FIXTURE(Fixture, "a refusal names one of the service's grounds; nothing else may carry one") {
  const Submitted one = submitted();
  booked(*this, one, 13);
  moved(*this, one, "passed");
  booked(*this, one, 14);
  moved(*this, one, "passed");
  CHECK(moved(*this, one, "paid", {"by_rules"}) == "move.ground");
  moved(*this, one, "paid");
  CHECK(moved(*this, one, "refused") == "move.ground");
  CHECK(moved(*this, one, "refused", {"because"}) == "move.ground");
  CHECK(moved(*this, one, "refused", {"by_rules"}) == "stopped 16");
  CHECK(backend.status(one.view.number, one.secret)->state.ground == "by_rules");
}

TEST_CASE_FIXTURE(Fixture,
                  "a refusal may name the one paper that it hit, of the service's own; it is told with the status") {
  const Submitted one = submitted();
  CHECK(moved(*this, one, "passed", {{}, "extract"}) == "move.wrong");
  to_review(*this, one);
  CHECK(backend.cases()->front().papers == std::vector<std::string>{"application", "extract"});
  CHECK(moved(*this, one, "refused", {"by_rules", "passport"}) == "move.paper");
  CHECK(moved(*this, one, "refused", {"", "extract"}) == "move.ground");
  CHECK(moved(*this, one, "approved", {{}, "extract"}) == "move.paper");
  CHECK(backend.status(one.view.number, one.secret)->state.state == "current");
  CHECK(moved(*this, one, "refused", {"by_rules", "extract"}) == "stopped 16");
  CHECK(backend.status(one.view.number, one.secret)->state.paper == "extract");
  const OperatorView seen = backend.cases()->front();
  CHECK(seen.view.state.ground == "by_rules");
  CHECK(seen.view.state.paper == "extract");
  CHECK(seen.papers.empty());  // nothing is left to choose
}

TEST_CASE_FIXTURE(Fixture,
                  "who was refused applies again in the same session: another number, the first one stays refused") {
  const std::string token = sign_in(kIin);
  const auto first = *submit(token, "licence", signing(token, "licence"), "first-key");
  to_review(*this, first);
  moved(*this, first, "refused", {"by_rules"});
  const auto second = submit(token, "licence", signing(token, "licence"), "second-key");
  REQUIRE(second);
  CHECK(second->view.number != first.view.number);
  CHECK(second->view.state.state == "current");
  CHECK(backend.status(first.view.number, first.secret)->state.state == "stopped");
}

TEST_CASE_FIXTURE(Fixture, "operators see where cases stand and what can be done, newest first") {
  const Submitted one = submitted();
  now.seconds += 1;
  const Submitted two = submitted(kOtherIin, "another-key");
  const auto cases = *backend.cases();
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].view.number == two.view.number);
  CHECK(cases[0].stage_kind == "booking");
  CHECK(cases[0].moves.empty());
  booked(*this, one, 13);
  CHECK(backend.cases()->at(1).moves == std::vector<std::string>{"passed", "failed"});
}

}  // namespace qadam::backend::testing
