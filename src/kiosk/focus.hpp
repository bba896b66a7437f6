// Keys on the kiosk: an order of focus of our own (ImGui's navigation is off), and typing into the active input.
//
// Tab goes from stop to stop in reading order; arrows go inside a group of items. Enter and Space press.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "kiosk/painter.hpp"
#include "kiosk/ui.hpp"

namespace qadam::kiosk {

// The item itself ("day" input, option, example) or one of the items of a field named `name`.
bool belongs_to(const Item& item, const std::string& name);

// Takes ui.keys and ui.typed. Works on the items of the frame before.
void take_keys(Painter& painter);

}  // namespace qadam::kiosk
