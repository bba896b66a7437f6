// Upper and lower case of the alphabets that people here write in: Latin, Greek, Cyrillic (Kazakh included), Armenian.
//
// Simple mappings only, one letter to one letter (Unicode 15, UnicodeData.txt); other scripts stay as they are.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace qadam::feel {

// `text` is UTF-8; so is the result, of as many code points.
[[nodiscard]] std::string upper_case(std::string_view text);
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace qadam::feel
