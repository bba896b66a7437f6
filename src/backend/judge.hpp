// Judge: the engine's second look at an application, on the server.
//
// The application's own verdict and the registry answers that it carries count for nothing here: it is restored from
// its answers and the answers that this server received itself, and judged by the same engine.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/store.hpp"
#include "backend/world.hpp"
#include "base/record.hpp"

namespace qadam::backend {

struct Claim {
  std::string_view text;     // canonical application JSON, byte for byte as received
  const base::Record& flat;  // the same, flattened: nested keys joined by ".", arrays as "key.0" with "key.count"
  std::string_view iin;      // of the person who signed in
  std::vector<CheckRecord> checks;
  Mode mode = Mode::Demonstration;
  base::Instant now;
};

struct Judgement {
  std::string service;
  std::string day;                       // "YYYY-MM-DD", the day as of which it was judged
  std::string verdict;                   // eligible notEligible unknown
  std::string consent;                   // id of the consent under which the registers were asked; empty when none were
  std::vector<std::string> documents{};  // SHA-256 of what the application refers to
};

class Judge {
 public:
  virtual ~Judge() = default;

  // Errors: "application.malformed" (not the canonical JSON of a known service and mode, or another person's),
  // "application.changed" (place: what now has another verdict), "application.incomplete" (place: the field or check),
  // "application.outside_window", "application.not_eligible" (only of services whose eligibility is not advice).
  [[nodiscard]] virtual base::Result<Judgement> judge(const Claim& claim) const = 0;
};

}  // namespace qadam::backend
