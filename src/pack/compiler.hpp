// The pack compiler: checked JSON in, a Model and its string tables out.
//
// Every name is resolved, every condition parsed and typed, every text found in all languages; what is wrong is
// reported all at once. The result is what shells load; nothing of the JSON is left in it.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>

#include "pack/diagnostic.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::pack {

struct CompiledPack {
  service::Model model;
  std::string binary;                // <service>.bin
  std::array<std::string, 3> texts;  // <service>.<lang>.bin, in the order of kLanguages
};

// Empty when there are diagnostics. Codes: those of read_sources, feel_lang::compile and TextTable; "pack.unknown_key",
// "pack.missing", "pack.type", "pack.value", "pack.repeated", "pack.unknown_field", "pack.unknown_condition",
// "pack.unknown_stage", "pack.unused_field", "pack.cycle", "pack.limit", "pack.reserved".
[[nodiscard]] std::optional<CompiledPack> compile(const Sources& sources, Diagnostics& diagnostics);

}  // namespace qadam::pack
