// The setting in which a shell begins a session, as the record that every shell gives.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "engine/state.hpp"

namespace qadam::submission {

// Keys: mode (demonstration, preparation, connected), now (UTC seconds), seed (random text for idempotency keys), and
// if any operator, bin, asOf (YYYY-MM-DD, in demonstration only). Errors: those of decode_record; "setting.mode",
// "setting.now", "setting.asOf", "setting.operator" (connected names its operator).
[[nodiscard]] base::Result<engine::Setting> setting_of(std::string_view record);

// "demonstration", "preparation", "connected".
[[nodiscard]] std::string_view name(service::Mode mode);

// Error: "setting.mode".
[[nodiscard]] base::Result<service::Mode> mode_of(std::string_view name);

}  // namespace qadam::submission
