// Status, bookings and the operator's moves: all that happens to a case once it has a number.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "backend/backend.hpp"
#include "backend/life.hpp"
#include "backend/slots.hpp"

namespace qadam::backend {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

Place Backend::place_of(int centre) const {
  const auto index = static_cast<std::size_t>(centre);
  return index < world_.centres.size() ? world_.centres[index] : Place{};
}

CaseView Backend::view_of(Tx& tx, const Application& application, const CaseState& state) const {
  CaseView view{application.shown,  application.service, application.accepted, application.day, state,
                application.verdict};
  for (const Booking& booking : tx.bookings(application.number)) {
    view.bookings.push_back({booking.stage, booking.at, place_of(booking.centre)});
  }
  return view;
}

base::Result<Application> Backend::case_of(Tx& tx, std::string_view number, std::string_view secret) const {
  std::optional<Application> found = tx.application(plain_groups(number));
  const std::string given = crypto_.sha256(plain_groups(secret));
  // Compared also when there is no such number, so that both cases take the same time.
  const bool same = same_secret(given, found ? found->secret_hash : std::string(given.size(), '0'));
  if (!found || !same) return base::fail("status.not_found");
  return *std::move(found);
}

base::Result<CaseView> Backend::status(std::string_view number, std::string_view secret) {
  return atomically<CaseView>(store_, [&](Tx& tx, bool&) -> base::Result<CaseView> {
    const base::Result<Application> found = case_of(tx, number, secret);
    if (!found) return found.failure();
    return view_of(tx, *found, found->now);
  });
}

base::Result<std::vector<SlotView>> Backend::slots(std::string_view number, std::string_view secret, int stage,
                                                   base::Instant now) {
  using Slots = std::vector<SlotView>;
  return atomically<Slots>(store_, [&](Tx& tx, bool&) -> base::Result<Slots> {
    const base::Result<Application> found = case_of(tx, number, secret);
    if (!found) return found.failure();
    const ServiceLife* life = find_service(world_, found->service);
    if (life == nullptr) return base::fail("booking.stage");
    const base::Result<CaseState> next = after_booking(*life, found->now, stage);
    if (!next) return next.failure();
    const std::vector<std::string> taken = tx.taken_slots(now);
    Slots out;
    for (Slot& slot : slots_from(life->id, stage, static_cast<int>(world_.centres.size()), now)) {
      if (!contains(taken, slot.id)) out.push_back({std::move(slot.id), slot.at, place_of(slot.centre)});
    }
    return out;
  });
}

base::Result<CaseView> Backend::book(std::string_view number, std::string_view secret, const BookingRequest& request,
                                     base::Instant now) {
  return atomically<CaseView>(store_, [&](Tx& tx, bool&) -> base::Result<CaseView> {
    const base::Result<Application> found = case_of(tx, number, secret);
    if (!found) return found.failure();
    if (request.key.size() < kMinKeyLength || request.key.size() > kMaxKeyLength) return base::fail("idempotency.key");
    const std::string key_hash = crypto_.sha256(request.key);
    for (const Booking& earlier : tx.bookings(found->number)) {
      if (earlier.key_hash != key_hash) continue;
      if (earlier.slot != request.slot || earlier.stage != request.stage) return base::fail("idempotency.mismatch");
      CaseView first = view_of(tx, *found, {earlier.stage, "booked"});
      std::erase_if(first.bookings, [&](const BookedView& booked) { return booked.stage > earlier.stage; });
      return first;
    }
    const ServiceLife* life = find_service(world_, found->service);
    if (life == nullptr) return base::fail("booking.stage");
    const base::Result<CaseState> next = after_booking(*life, found->now, request.stage);
    if (!next) return next.failure();
    const std::vector<Slot> offered = slots_from(life->id, request.stage, static_cast<int>(world_.centres.size()), now);
    const auto slot = std::find_if(offered.begin(), offered.end(), [&](const Slot& s) { return s.id == request.slot; });
    if (slot == offered.end()) return base::fail("slot.unknown");
    const Booking booking{slot->id, found->number, request.stage, slot->at, slot->centre, key_hash, now};
    if (!tx.add_booking(booking)) return base::fail("slot.taken");
    tx.put_state(found->number, *next);
    return view_of(tx, *found, *next);
  });
}

OperatorView Backend::operator_view(Tx& tx, const Application& application) const {
  OperatorView view{view_of(tx, application, application.now), {}, {}, {}, {}, {}};
  const ServiceLife* life = find_service(world_, application.service);
  if (life == nullptr) return view;
  if (const Stage* stage = find_stage(*life, application.now.stage)) {
    view.stage_id = stage->id;
    view.stage_kind = stage->kind;
  }
  view.moves = possible_moves(*life, application.now);
  if (!contains(view.moves, "refused")) return view;
  view.grounds = life->grounds;
  view.papers = life->papers;  // of the whole service: those of the case alone would tell its subtype
  return view;
}

base::Result<std::vector<OperatorView>> Backend::cases() {
  using Views = std::vector<OperatorView>;
  return atomically<Views>(store_, [&](Tx& tx, bool&) -> base::Result<Views> {
    Views out;
    for (const Application& application : tx.applications()) out.push_back(operator_view(tx, application));
    return out;
  });
}

base::Result<OperatorView> Backend::move(std::string_view number, std::string_view move, const Reason& reason,
                                         base::Instant now) {
  return atomically<OperatorView>(store_, [&](Tx& tx, bool&) -> base::Result<OperatorView> {
    std::optional<Application> found = tx.application(plain_groups(number));
    if (!found) return base::fail("status.not_found");
    const ServiceLife* life = find_service(world_, found->service);
    if (life == nullptr) return base::fail("move.wrong");
    const base::Result<CaseState> next = after_move(*life, found->now, move, reason);
    if (!next) return next.failure();
    tx.put_state(found->number, *next);
    tx.add_move({found->number, found->now.stage, std::string(move), next->ground, next->paper, now});
    found->now = *next;
    return operator_view(tx, *found);
  });
}

}  // namespace qadam::backend
