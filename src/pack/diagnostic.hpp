// Diagnostics: everything that is wrong with a pack, all at once, each with its place.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace qadam::pack {

// `code`: stable and dotted ("pack.unknown_key", "feel.name", "text.missing"). `file`: relative to the repository.
// `place`: a JSON pointer, for expressions followed by "@line:column". `detail`: the offending words and a suggestion.
struct Diagnostic {
  std::string code;
  std::string file;
  std::string place;
  std::string detail;
};

using Diagnostics = std::vector<Diagnostic>;

// "file:place: code: detail", one line.
[[nodiscard]] std::string text(const Diagnostic& diagnostic);

}  // namespace qadam::pack
