// Text into HTML, wherever it may stand: between tags or in a quoted attribute.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace qadam::base {

// & < > " and ' as references; everything else as it is.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace qadam::base
