// The checker: finds in a syntax tree what FEEL would quietly turn into null, or into the same answer for everybody.
//
// Not the resolver: undeclared names and unknown functions are the emitter's to report; here they are values of any
// shape. What it cannot know (a shape "anything") it lets pass. Rules: research/feel.md 4, "Static checker".
// SPDX-License-Identifier: MIT
#pragma once

#include "feel_lang/compile.hpp"

namespace qadam::feel_lang {

// The shape of the whole. Codes: "feel.type", "feel.member", "feel.property", "feel.null" (compared with null though it
// never is), "feel.zero" (divided by 0), "feel.literal" (a text that is no day or duration), "feel.name" (an item of a
// list has no such entry).
[[nodiscard]] Shape check(const Syntax& syntax, std::string_view source, const Names& names,
                          std::vector<base::Error>& errors);

}  // namespace qadam::feel_lang
