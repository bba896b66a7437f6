// The life of a case after its number was given: which move fits which stage, and where it leads.
//
// Knows kinds of stages, no service by name (DESIGN.md 1.2). A case that failed or was refused has ended; it is never
// moved back.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/store.hpp"
#include "backend/world.hpp"

namespace qadam::backend {

// Where a case stands when it is accepted: at the first stage after the one that gave the number, or done if none is.
[[nodiscard]] CaseState first_state(const ServiceLife& service);

// The operator's moves that fit: passed failed (booked exam), paid (duty), approved refused (review), printed (print),
// issued (issue); none when the case has ended or waits for the applicant.
[[nodiscard]] std::vector<std::string> possible_moves(const ServiceLife& service, const CaseState& state);

// Why a case is refused: one of the service's grounds, and the one paper that it hit, if it hit one. Both are empty with
// any other move.
struct Reason {
  std::string_view ground;
  std::string_view paper{};
};

// Errors: "move.wrong" (does not fit the stage or the state), "move.ground" (refused without one of the service's
// grounds, or a ground with another move), "move.paper" (not one of the service's papers, or with another move).
base::Result<CaseState> after_move(const ServiceLife& service, const CaseState& state, std::string_view move,
                                   const Reason& reason);

// The applicant's own move. Errors: "booking.stage" (the case does not wait for a booking of this stage).
base::Result<CaseState> after_booking(const ServiceLife& service, const CaseState& state, int stage);

}  // namespace qadam::backend
