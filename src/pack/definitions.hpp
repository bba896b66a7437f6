// Definitions: named expressions of a pack, usable in all its FEEL texts behind the fields' names.
//
// A definition is parsed and typed once, at its own place; what uses it reads the same nodes. Cycles are refused.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "feel_lang/compile.hpp"
#include "pack/json_reader.hpp"

namespace qadam::pack {

class Definitions {
 public:
  // Checks and compiles all of `json` and adds them to `names`. Diagnostics: those of feel_lang::compile; "pack.cycle",
  // "pack.repeated" (a field has that name), "pack.value" (no name of FEEL).
  void read(const JsonReader& json, feel_lang::Names& names, feel::Program& program);

  // `text` as it must be given to feel_lang::compile.
  [[nodiscard]] std::string expanded(const std::string& text) const { return with_definitions(text, false); }

  // `text` with every definition put in, for whoever looks at what stands in it.
  [[nodiscard]] std::string spelled_out(const std::string& text) const { return with_definitions(text, true); }

  // Of an error at "line:column" in expanded(text): where that is in `text`.
  [[nodiscard]] std::string place_in(const std::string& text, const std::string& place) const;

  // The definitions that `text` uses, by way of others too; and the fields that those read.
  [[nodiscard]] std::set<std::string> used_in(const std::string& text) const;
  [[nodiscard]] std::set<std::uint32_t> reads_of(const std::string& text) const;

  // `text` uses a definition that did not compile: it is reported there, and what is said of `text` would be echoes.
  [[nodiscard]] bool is_broken(const std::string& text) const;

 private:
  struct Definition {
    std::string text;  // spelled out
    std::set<std::string> uses;
    std::set<std::uint32_t> reads;
    bool is_declared = false;  // the names know its node: no expansion is needed
    bool is_broken = false;
  };

  [[nodiscard]] std::string with_definitions(const std::string& text, bool of_all) const;
  void compile(const JsonReader& json, const std::string& name, feel_lang::Names& names, feel::Program& program);

  std::map<std::string, Definition> all_;
};

// feel_lang::compile with every mistake of `text`, not only the first.
[[nodiscard]] std::optional<feel_lang::Compiled> compile_feel(const std::string& text, const feel_lang::Names& names,
                                                              feel_lang::Type wanted, feel::Program& program,
                                                              std::vector<base::Error>& errors);

// The names that stand in a FEEL text, each once; none when it is no FEEL at all.
[[nodiscard]] std::set<std::string> names_in(const std::string& text);

}  // namespace qadam::pack
