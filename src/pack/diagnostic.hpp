// Diagnostics: everything that is wrong with a pack, all at once, each with its place.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qadam::pack {

// error: the pack is not what it says; it does not pass. warning: probably a slip. info: worth a look.
enum class Severity { error, warning, info };

// `code`: stable and dotted ("pack.unknown_key", "feel.name", "text.missing"). `file`: relative to the repository.
// `place`: a JSON pointer, for expressions followed by "@line:column"; in files of texts the key. `detail`: the
// offending words and a suggestion.
struct Diagnostic {
  std::string code;
  std::string file;
  std::string place;
  std::string detail;
  Severity severity = Severity::error;
};

using Diagnostics = std::vector<Diagnostic>;

// "file:place: code: detail", one line.
[[nodiscard]] std::string text(const Diagnostic& diagnostic);

// "error", "warning", "info".
[[nodiscard]] std::string_view name(Severity severity);

}  // namespace qadam::pack
