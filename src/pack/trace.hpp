// Trace: from every clause of the law to what in the packs answers for it.
// It reads packs as they stand, drafts too, and compiles nothing: what a pack says beyond its citations is the linter's.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "pack/law.hpp"

namespace qadam::pack {

struct TracedPack {
  std::string service;
  std::string file;  // for what is wrong in it
  Json json;
};

// The packs of all services and fields.json, read from disk.
struct TracedPacks {
  std::vector<TracedPack> packs;
  Json fields;
};

[[nodiscard]] TracedPacks read_traced_packs(const Root& root, Diagnostics& diagnostics);

// One element of a pack that cites a clause.
struct Use {
  std::string service;
  std::string status;   // "published" or "draft"
  std::string element;  // "condition", "item", "note", ...
  std::string id;
  std::string place;  // JSON pointer in the pack, of a field in fields.json
};

enum class Coverage : std::uint8_t {
  implemented,  // an element that is no note cites it
  noted,        // only notes cite it
  not_a_step,   // nothing cites it, and the list says why
  uncovered,
};

struct TracedClause {
  Clause clause;
  Coverage coverage = Coverage::uncovered;
  std::vector<Use> by;
};

struct TracedAct {
  std::string id;
  bool is_order = false;
  std::string source;
  std::string read;
  std::string confidence;
  std::vector<TracedClause> clauses;

  [[nodiscard]] std::size_t count(Coverage coverage) const;
};

// A citation that leads nowhere, or (as a warning) to a clause that is said to be no citizen's step.
struct Misplaced {
  std::string file;
  std::string place;
  std::string citation;
  std::string detail;
};

struct Trace {
  std::vector<TracedAct> acts;
  std::vector<Misplaced> bad;
  std::vector<Misplaced> warnings;

  // Every clause of the orders is answered for, and every citation exists.
  [[nodiscard]] bool covered() const;
};

// A heading that nothing cites is as covered as the clauses below it: uncovered if one of them is, else implemented if
// one is, else noted, else no step. The acts of the orders; with `only_act`, that act alone, of an outside act too.
[[nodiscard]] Trace trace(const Law& law, const TracedPacks& packs, const std::string& only_act = {});

// DESIGN.md 5. `titles`: the texts of one language, for law.act.*.
[[nodiscard]] Json trace_json(const Trace& trace, const Json& titles);

// "implemented", "noted", "notAStep", "uncovered".
[[nodiscard]] const char* name_of(Coverage coverage);

// law.act.<act>, or the act's id where it has no text.
[[nodiscard]] std::string title_of(const std::string& act, const Json& titles);

}  // namespace qadam::pack
