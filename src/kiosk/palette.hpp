// The kiosk's colours: deep teal and ink on warm white, amber for "not a state site".
//
// Text pairs reach a contrast of 7:1, borders of controls and the focus ring 3:1 (tests/kiosk/palette_test.cpp holds
// them to it).
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace qadam::kiosk {

// 0xRRGGBB to ImGui's 0xAABBGGRR, opaque.
constexpr std::uint32_t rgb(std::uint32_t colour) {
  return 0xFF000000u | (colour & 0xFFu) << 16 | (colour & 0xFF00u) | colour >> 16;
}

inline constexpr std::uint32_t kPaper = rgb(0xFBF8F1);
inline constexpr std::uint32_t kCard = rgb(0xFFFFFF);
inline constexpr std::uint32_t kChosen = rgb(0xE2F0EE);
inline constexpr std::uint32_t kInk = rgb(0x10282B);
inline constexpr std::uint32_t kMuted = rgb(0x3A4F51);
inline constexpr std::uint32_t kTeal = rgb(0x0A4A4F);
inline constexpr std::uint32_t kTealHeld = rgb(0x052E32);
inline constexpr std::uint32_t kBorder = rgb(0x5C7779);
inline constexpr std::uint32_t kRule = rgb(0xD9DDD4);
inline constexpr std::uint32_t kAmber = rgb(0xFFC42E);
inline constexpr std::uint32_t kAmberPale = rgb(0xFFF3D1);
inline constexpr std::uint32_t kRed = rgb(0x8C1A14);
inline constexpr std::uint32_t kRedPale = rgb(0xFCEBE8);
inline constexpr std::uint32_t kGreen = rgb(0x14532D);
inline constexpr std::uint32_t kGreenPale = rgb(0xE7F3E8);
inline constexpr std::uint32_t kFocus = rgb(0xB23B00);
inline constexpr std::uint32_t kScrim = 0xB3281C10u;

}  // namespace qadam::kiosk
