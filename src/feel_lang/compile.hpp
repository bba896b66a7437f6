// The compiler: FEEL text with declared names in, nodes of a Program out.
//
// Two readers go over one tree: the emitter resolves names and functions and writes nodes; the checker (check.hpp) finds
// what FEEL would quietly turn into null. Both report all they find.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feel/program.hpp"
#include "feel_lang/shape.hpp"
#include "feel_lang/syntax.hpp"

namespace qadam::feel_lang {

// A name that an expression may use: a field, or a definition that stands in the program already.
struct Declared {
  Type type = Type::any;
  std::uint32_t field = 0;
  std::vector<std::string> members = {};    // of an enumeration, or of a list's items; empty = any string
  bool nullable = true;                     // false: comparing it with null is a mistake
  std::optional<std::uint32_t> root = {};   // a definition: its node in the same program
  std::set<std::uint32_t> reads = {};       // a definition: the fields that it reads
  std::shared_ptr<const Shape> shape = {};  // more than `type` and `members` can say
};

using Names = std::map<std::string, Declared, std::less<>>;

// Where a node came from: bytes [begin, end) of the source.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Compiled {
  std::uint32_t root = 0;  // node in the program
  Type type = Type::any;
  std::set<std::uint32_t> reads = {};        // fields
  std::map<std::uint32_t, Span> spans = {};  // by node
  std::shared_ptr<const Shape> shape = {};   // for a definition's Declared
};

// Appends to `program`; after an error what was appended is unreachable and harmless. `wanted`: Type::boolean for
// conditions, Type::any where anything goes. Nothing, and `errors` longer than before, when the text will not do; every
// mistake is told, in the order of the source. Places are "line:column", details begin with the offending words. Codes:
// those of parse; "feel.name" (undeclared), "feel.function", "feel.arguments", "feel.literal" (no such number, day or
// duration), "feel.key" (a key written twice), "feel.large" (more constants than a program holds), "feel.slots"
// (variables nested too deep); of the checker "feel.type", "feel.member", "feel.property", "feel.null", "feel.zero".
[[nodiscard]] std::optional<Compiled> compile(std::string_view text, const Names& names, Type wanted,
                                              feel::Program& program, std::vector<base::Error>& errors);

// The same; only the first error.
[[nodiscard]] base::Result<Compiled> compile(std::string_view text, const Names& names, Type wanted,
                                             feel::Program& program);

// For evaluating FEEL as it stands: what only the checker refuses is told in `errors` and compiled all the same.
[[nodiscard]] std::optional<Compiled> compile_unchecked(std::string_view text, const Names& names,
                                                        feel::Program& program, std::vector<base::Error>& errors);

// The names for parse().
[[nodiscard]] Vocabulary vocabulary(const Names& names);

}  // namespace qadam::feel_lang
