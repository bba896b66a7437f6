// "Did you mean": the nearest known word, for authors' error messages.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qadam::feel_lang {

// " (did you mean 'x'?)" for the known word at the smallest edit distance, at most a third of the word; else empty.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace qadam::feel_lang
