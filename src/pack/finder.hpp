// The finder's compiler: all services' conditions in, one Model that leads a person to what fits, out.
//
// It is made of assets/services/finder.json (reasons, questions in their order, entries, notices) and of the compiled
// packs that finder.json names, drafts too. An entry's conditions are the subtype's own, read as if its case had been
// chosen: so the finder's verdict is the service's own for the same answers (a property test holds it to that).
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pack/compiler.hpp"
#include "pack/sources.hpp"

namespace qadam::pack {

inline constexpr const char* kFinder = "finder";

// assets/services/finder.json is there.
[[nodiscard]] bool has_finder(const Root& root);

// A service that the finder leads to, as it was compiled.
struct CoveredPack {
  Sources sources;
  CompiledPack pack;
};

// The packs that `finder` (the finder's sources) names. What is wrong with one of them is reported as its own mistake.
[[nodiscard]] std::vector<CoveredPack> covered_packs(const Root& root, const Sources& finder, Diagnostics& diagnostics);

// finder.bin and its texts. Codes: those of `compile`; "finder.service" (not covered), "finder.entry" (no such subtype),
// "finder.question" (nobody asks what a condition reads), "finder.cycle" (a derived answer reads a derived one).
[[nodiscard]] std::optional<CompiledPack> compile_finder(const Sources& finder, const std::vector<CoveredPack>& covered,
                                                         Diagnostics& diagnostics);

[[nodiscard]] Analysis analyse_finder(const Sources& finder, const std::vector<CoveredPack>& covered,
                                      Diagnostics& diagnostics);

// lint_finder.cpp: what compiles and is wrong all the same. Codes "finder.options" (more than seven), "finder.sensitive"
// (asked without a reason that leads there), "finder.closed" (an entry that no reason opens), "finder.reason" (a reason
// that opens nothing).
void lint_finder(const Sources& finder, const Analysis& analysis, Diagnostics& diagnostics);

}  // namespace qadam::pack
