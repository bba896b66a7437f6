// The trace as one HTML page for a lawyer: readable, printable, no script, nothing fetched from anywhere.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "pack/trace.hpp"

namespace qadam::pack {

// `official`: the Kazakh texts, `words`: the English ones, for law.act.*. `day`: ISO date on which it was made.
[[nodiscard]] std::string trace_page(const Trace& trace, const Json& official, const Json& words,
                                     const std::string& day);

}  // namespace qadam::pack
