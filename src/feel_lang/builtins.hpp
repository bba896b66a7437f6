// Built-ins as authors write them: names, parameter names, what they give.
//
// What a parameter takes stands in feel/function.hpp, once for the checker and the evaluator. Source: OMG DMN 1.5,
// tables 72 to 80.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feel/function.hpp"

namespace qadam::feel_lang {

struct Builtin {
  std::string_view name;
  feel::Function function;
  std::string_view parameters;  // names, joined by ", "
  // What it gives: n number, s string, b boolean, d date, m months, t seconds, l list, c context, a anything; 1 as its
  // first argument, i an item of it.
  char result;
};

[[nodiscard]] const std::vector<Builtin>& builtins();

// FEEL functions that do not belong to the subset: known, so that the refusal can say so.
[[nodiscard]] bool is_outside(std::string_view name);

[[nodiscard]] std::vector<std::string> names_of(const Builtin& builtin);

}  // namespace qadam::feel_lang
