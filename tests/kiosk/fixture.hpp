// Screens made by hand for the kiosk's tests: a choice in Kazakh, a date, an IIN, all other kinds, a question to
// confirm.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "view/screen.hpp"

namespace qadam::kiosk::fixture {

// Lines of words.kk.txt.
const std::vector<std::string>& words();

view::Screen choice();   // one choice with long options, "I don't know", errors none
view::Screen date();     // one date, not known allowed
view::Screen iin();      // an IIN with examples, with an error and the summary of errors
view::Screen reading();  // rows to read, every kind of notice, a button that changes an answer
view::Screen text();     // a text and a phone

}  // namespace qadam::kiosk::fixture
