// Law: the clauses of the acts that packs cite, as assets/law lists them.
// It is the list alone: who cites a clause is trace.hpp, how a place is worded for a citizen is text_table.hpp.
// Invariant: places are unique within an act; an act that acts.json names is here even when its list could not be read.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pack/sources.hpp"

namespace qadam::pack {

struct Clause {
  std::string place;        // "8.5.2", see assets/law/README.md
  std::string at;           // where it stands, for someone who opens the order
  std::string says;         // one line, our own words
  bool is_heading = false;  // it only opens the clauses below it
  bool is_step = true;      // false: a citizen's wizard rightly does nothing with it
  std::string because;      // then: "not a citizen's step: ..."
};

struct Act {
  std::string id;
  bool is_order = false;  // part of the two orders: every clause must be answered for
  std::string source;
  std::string read;
  std::string confidence;
  std::vector<Clause> clauses;               // in the act's own sequence
  std::map<std::string, std::size_t> index;  // place -> number in `clauses`
};

class Law {
 public:
  // Nothing when there is no such act, or no such clause in it. They live as long as this.
  [[nodiscard]] const Act* act(const std::string& id) const;
  [[nodiscard]] const Clause* clause(const std::string& act, const std::string& place) const;

  // In the sequence of acts.json.
  [[nodiscard]] const std::vector<Act>& acts() const { return acts_; }

  void add(Act act) { acts_.push_back(std::move(act)); }

 private:
  std::vector<Act> acts_;
};

// Reads assets/law. Diagnostics: those of read_json, "pack.*" of a wrong shape, "law.repeated" for a place that stands
// twice, "law.because" for a clause that is no citizen's step without a reason (or the other way round), "law.heading"
// for a heading with nothing below it.
[[nodiscard]] Law read_law(const Root& root, Diagnostics& diagnostics);

// The same from JSON: `acts` is acts.json, `files` the clause files by act. An act without a file is "file.missing".
[[nodiscard]] Law law_of(const Json& acts, const std::map<std::string, Json>& files, Diagnostics& diagnostics);

// Empty when the act, and the place if the citation "act:place" names one, exist; else what is wrong, with the nearest
// citation that exists.
[[nodiscard]] std::string wrong_citation(const Law& law, const std::string& citation);

// Reports every citation of the pack, and of the fields it asks or is told, that leads nowhere: "law.unknown".
void check_citations(const Sources& sources, const Law& law, Diagnostics& diagnostics);

}  // namespace qadam::pack
