// Papers: what a citizen may want to read of a service without answering anything: every subtype with its conditions and
// papers, and what holds for all of them, already worded and with its clauses.
//
// For the static page that works without script; the shell draws it and adds nothing. Not for lawyers (rulebook.hpp): no
// expressions, no ids. Rules that ended before the day are left out, later ones stand with their first day.
// SPDX-License-Identifier: MIT
#pragma once

#include "author/words.hpp"

namespace qadam::author {

// {"service","lang","title","lead","asOf","law","closed"?,"general":{"title","facts":[{"label","lines"}]},
//  "subtypes":{"title","list":[{"title","lines","conditions":{"title","rules"},"papers":{"title","rules"}}]},
//  "sections":[{"id","title","lines","rules"}]}; rules: [{"lines","rules"?}], lines: [{"text","tone"}] with a tone of
// text, strong, law, remark. A paper may have "samples": [{"stamp","title","rows":[{"label","value"}]}]. Null for a service without subtypes.
[[nodiscard]] pack::Json papers(const Words& words);

}  // namespace qadam::author
