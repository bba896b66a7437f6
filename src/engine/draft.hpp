// Draft: a session as a record of ids and texts, and back.
//
// The one form for drafts, crash copies, cases and the server's view of an application. Restoring reads every answer
// anew by the rules of the given Model, so a draft outlives a change of the pack or of the law; what could not be kept
// and which verdict changed is said, not hidden.
//
//   service, version, asOf?, screen, carried?      answer.<field> = state or state:text      verdict.<subtype> = eligible ...
//   with_session: token, consent, check results, application number and secret (memory and ciphertext only)
//
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/record.hpp"
#include "base/result.hpp"
#include "engine/state.hpp"
#include "service/model.hpp"

namespace qadam::engine {

[[nodiscard]] base::Record save(const service::Model& model, const State& state, bool with_session);

struct Restored {
  State state;
  std::vector<std::string> dropped;  // ids of answers whose field or option no longer exists, as the draft names them
  std::vector<std::string> changed;  // ids of subtypes whose verdict is another now
};

// A record of an older version goes through the pack's migrations first; one without a version is of this one. Errors:
// "draft.service" when the record is another service's; "draft.version" (place: the record's version) when no migration
// leads from there to here. The record itself is never touched: whoever holds it still has every answer.
[[nodiscard]] base::Result<Restored> restore(const service::Model& model, const base::Record& record, Setting setting);

}  // namespace qadam::engine
