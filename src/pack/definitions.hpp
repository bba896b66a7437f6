// Definitions: named expressions of a pack, usable in all its FEEL texts behind the fields' names.
//
// A definition is parsed and typed once, at its own place; what uses it reads the same nodes. Cycles are refused.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
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

  // `text` with every definition put in, for whoever looks at what stands in it.
  [[nodiscard]] std::string spelled_out(const std::string& text) const;

  // The definitions that `text` uses, by way of others too.
  [[nodiscard]] std::set<std::string> used_in(const std::string& text) const;

  // `text` uses a definition that did not compile: it is reported there, and what is said of `text` would be echoes.
  [[nodiscard]] bool is_broken(const std::string& text) const;

 private:
  struct Definition {
    std::string text;  // spelled out
    std::set<std::string> uses;
    bool is_broken = false;
  };

  void compile(const JsonReader& json, const std::string& name, feel_lang::Names& names, feel::Program& program);

  std::map<std::string, Definition> all_;
};

// Whether questions and definitions may be called so: small Latin letters, digits and _, a letter first, no word that FEEL
// keeps for itself.
[[nodiscard]] bool is_feel_name(const std::string& text);

// The names that stand in a FEEL text, each once; none when it is no FEEL at all.
[[nodiscard]] std::set<std::string> names_in(const std::string& text);

}  // namespace qadam::pack
