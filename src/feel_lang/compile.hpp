// The checker and compiler: FEEL text with declared names in, nodes of a Program out.
//
// What FEEL would quietly turn into null is refused here: an undeclared name, operands of the wrong type, a member that
// an enumeration does not have, a property or function that does not exist.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feel/program.hpp"

namespace qadam::feel_lang {

enum class Type { any, null, boolean, number, string, date, months, seconds, list, range };

struct Declared {
  Type type = Type::any;
  std::uint32_t field = 0;
  std::vector<std::string> members;  // of an enumeration; empty = any string
};

using Names = std::map<std::string, Declared, std::less<>>;

struct Compiled {
  std::uint32_t root = 0;  // node in the program
  Type type = Type::any;
  std::set<std::uint32_t> reads;  // fields
};

// Appends to `program`; on an error what was appended is unreachable and harmless. `wanted`: Type::boolean for
// conditions, Type::any where anything goes. Errors, place "line:column": those of parse; "feel.name" (undeclared;
// detail: the name and a suggestion), "feel.type", "feel.member", "feel.property", "feel.function", "feel.arguments",
// "feel.literal", "feel.large" (more constants or operands than a program holds).
[[nodiscard]] base::Result<Compiled> compile(std::string_view text, const Names& names, Type wanted,
                                             feel::Program& program);

}  // namespace qadam::feel_lang
