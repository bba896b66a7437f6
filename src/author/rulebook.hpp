// The two pages made from a pack and its texts: the rulebook that a lawyer signs, and the preview as of any day.
//
// One set of sections behind both. A rulebook holds every rule with its dates and marks those that the day does not
// have; a preview holds only what is in force on its day, and what changes later.
// SPDX-License-Identifier: MIT
#pragma once

#include "author/page.hpp"
#include "author/words.hpp"

namespace qadam::author {

// `root`: where assets/law lies, for what outside facts rest on.
[[nodiscard]] Page rulebook(const Words& words, const pack::Root& root);

[[nodiscard]] Page preview(const Words& words);

}  // namespace qadam::author
