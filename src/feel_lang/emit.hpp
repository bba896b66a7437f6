// The emitter: a syntax tree to nodes of a Program; names and functions are resolved here, types are not looked at.
// SPDX-License-Identifier: MIT
#pragma once

#include "feel_lang/compile.hpp"

namespace qadam::feel_lang {

// Errors as in compile(); where one is, a null stands in the program.
[[nodiscard]] Compiled emit(const Syntax& syntax, std::string_view source, const Names& names, feel::Program& program,
                            std::vector<base::Error>& errors);

// An error about a part of the source: its words, at most 60 bytes of them, begin the detail.
[[nodiscard]] base::Error error_at(const Syntax& syntax, std::string_view source, std::string code,
                                   const std::string& detail);

}  // namespace qadam::feel_lang
