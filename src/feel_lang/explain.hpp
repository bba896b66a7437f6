// Why an expression came out as it did: its own clauses, in its author's words.
//
// For what is false the false clauses, for what is unknown the undecided ones with their questions; nested ones are opened
// up. Packs explain at their conditions (engine::because); this explains inside one.
// SPDX-License-Identifier: MIT
#pragma once

#include "feel/evaluate.hpp"
#include "feel_lang/compile.hpp"

namespace qadam::feel_lang {

struct Clause {
  std::string text;   // words of the source
  std::string place;  // "line:column"
  feel::Value value;
  feel::QuestionSet questions;  // of an unknown one
};

// `compiled` and `program` come from compiling `source`. Empty when it is neither false nor unknown.
[[nodiscard]] std::vector<Clause> explain(std::string_view source, const Compiled& compiled,
                                          const feel::Program& program, const feel::Fields& fields, base::Date today);

// "line:column" of a node; "1:1" when it is none of this source's.
[[nodiscard]] std::string place_of(std::string_view source, const Compiled& compiled, std::uint32_t node);

// The shape of a value that is there already.
[[nodiscard]] Shape shape_of(const feel::Value& value);

}  // namespace qadam::feel_lang
