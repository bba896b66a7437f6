// The kiosk's one font (Noto Sans, cut by build-scripts/make_font) at its three sizes.
// SPDX-License-Identifier: MIT
#pragma once

#include "kiosk/ui.hpp"

struct ImFontAtlas;

namespace qadam::kiosk {

// Rebuilds the atlas for these em sizes at `ratio` device pixels per CSS pixel. The texture must be uploaded again.
Fonts build_fonts(ImFontAtlas& atlas, const Sizes& sizes, float ratio);

}  // namespace qadam::kiosk
