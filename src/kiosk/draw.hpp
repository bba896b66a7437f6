// draw: one Screen on the kiosk's canvas, and what the person did with it.
//
// Immediate: call it between ImGui::NewFrame() and ImGui::Render(), with the Screen as the engine gives it now. Every
// word comes from the Screen. Typed text is kept in `ui` and sent when its field is left or an action is pressed; a
// choice is sent at once.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "kiosk/ui.hpp"
#include "view/screen.hpp"

namespace qadam::kiosk {

std::vector<Intent> draw(const view::Screen& screen, Ui& ui);

}  // namespace qadam::kiosk
