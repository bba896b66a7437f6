// The pack compiler: checked JSON in, a Model and its string tables out.
//
// Every name is resolved, every condition parsed and typed, every text found in all languages; what is wrong is
// reported all at once. The result is what shells load; nothing of the JSON is left in it.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "feel_lang/compile.hpp"
#include "pack/dependencies.hpp"
#include "pack/diagnostic.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::pack {

struct CompiledPack {
  service::Model model;
  std::string binary;                // <service>.bin
  std::array<std::string, 3> texts;  // <service>.<lang>.bin, in the order of kLanguages
};

// The versions of the pack format that this compiler reads.
inline constexpr int kPackFormat = 2;

// Empty when there are errors. Codes: those of read_sources, feel_lang::compile and TextTable; "pack.unknown_key",
// "pack.missing", "pack.type", "pack.value", "pack.repeated", "pack.unknown_field", "pack.unknown_condition",
// "pack.unknown_stage", "pack.unknown_screen", "pack.unknown_note", "pack.cycle", "pack.limit", "json.shape".
[[nodiscard]] std::optional<CompiledPack> compile(const Sources& sources, Diagnostics& diagnostics);

// One FEEL text of the pack: where it stands and what became of it.
struct Expression {
  std::string place;                               // JSON pointer
  std::string text;                                // as written
  std::string expanded;                            // with its definitions put in
  service::ExprId root = service::kNoExpr;         // kNoExpr: it did not compile
  std::map<std::uint32_t, feel_lang::Span> spans;  // by node of the model's program: where it stands in `text`
};

// What compiling learns, also when the pack has mistakes: for those who examine it further.
struct Analysis {
  service::Model model;
  std::vector<Expression> expressions;   // definitions not among them
  std::vector<std::string> definitions;  // names that the pack defines
  std::set<std::string> used;            // of them, those that an expression uses
  Reads reads;
  // By number in the model: JSON pointers.
  std::vector<std::string> conditions;
  std::vector<std::string> screens;
  std::vector<std::string> subtypes;
  std::vector<std::vector<std::string>> items;  // by subtype
  bool is_sound = false;                        // every index in range: its expressions may be evaluated
};

[[nodiscard]] Analysis analyse(const Sources& sources, Diagnostics& diagnostics);

}  // namespace qadam::pack
