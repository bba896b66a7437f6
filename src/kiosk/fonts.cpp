// SPDX-License-Identifier: MIT
#include "kiosk/fonts.hpp"

#include <cmath>

#include "imgui.h"

namespace qadam::kiosk {
namespace {

const unsigned char kFont[] = {
#include "kiosk_font.inc"
};

// All that may be in the font; signs it lacks cost nothing.
const ImWchar kRange[] = {0x20, 0x22FF, 0};

// Ascent plus descent of Noto Sans in em: what ImGui calls the size of a font.
constexpr float kLinePerEm = 1.362f;

ImFont* add(ImFontAtlas& atlas, float em, float ratio) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.GlyphRanges = kRange;
  config.OversampleH = ratio < 1.5f ? 2 : 1;
  config.OversampleV = 1;
  const float pixels = std::round(em * kLinePerEm * ratio);
  // ImGui never writes to a font it does not own.
  return atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(kFont), static_cast<int>(sizeof kFont), pixels, &config);
}

}  // namespace

Fonts build_fonts(ImFontAtlas& atlas, const Sizes& sizes, float ratio) {
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  Fonts fonts;
  fonts.body = add(atlas, sizes.body_em, ratio);
  fonts.small = add(atlas, sizes.small_em, ratio);
  fonts.title = add(atlas, sizes.title_em, ratio);
  atlas.Build();
  return fonts;
}

}  // namespace qadam::kiosk
