// Graph: a pack's flow as Graphviz DOT.
//
// The journey (screens in order with their questions; a diamond before each that not everybody sees, its condition on
// the edge), what holds one up (blocks), the checks with their stops, the stages of the order, and for each subtype the
// tree of conditions and the documents. The same pack, texts and language always give the same text.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "author/words.hpp"

namespace qadam::author {

[[nodiscard]] std::string graph(const Words& words);

// A text as a quoted DOT string: quotes and backslashes escaped, broken into lines of about `width` letters.
[[nodiscard]] std::string dot_text(std::string_view text, std::size_t width = 44);

}  // namespace qadam::author
