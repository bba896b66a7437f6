// The calendar file: one day to remember, as iCalendar (RFC 5545). Outside the windows the day on which applications open,
// after filing the last day for the answer.
// SPDX-License-Identifier: MIT
#pragma once

#include "view/file.hpp"

namespace qadam::view {

[[nodiscard]] std::optional<File> calendar_file(const service::Model& model, const engine::State& state,
                                                const i18n::Texts& texts);

// One content line of RFC 5545: folded so that no line has more than 75 octets or ends within a character, and CRLF.
[[nodiscard]] std::string calendar_line(std::string_view text);

// A TEXT value: backslash, semicolon, comma and line feed escaped.
[[nodiscard]] std::string calendar_text(std::string_view text);

}  // namespace qadam::view
