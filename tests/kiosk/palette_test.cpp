// Contrast of the kiosk's colours, by the formula of WCAG 2.2.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "kiosk/palette.hpp"

namespace qadam::kiosk {
namespace {

double luminance(std::uint32_t colour) {
  const auto channel = [&](int shift) {
    const double share = ((colour >> shift) & 0xFFu) / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

double contrast(std::uint32_t a, std::uint32_t b) {
  const double light = std::max(luminance(a), luminance(b));
  const double dark = std::min(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

TEST_CASE("text reaches 7:1 on every ground it stands on") {
  for (const std::uint32_t ground : {kPaper, kCard, kChosen, kAmber, kAmberPale, kRedPale, kGreenPale}) {
    CHECK(contrast(kInk, ground) >= 7);
  }
  for (const std::uint32_t ground : {kPaper, kCard, kChosen, kAmberPale, kRedPale, kGreenPale}) {
    CHECK(contrast(kMuted, ground) >= 7);
    CHECK(contrast(kTeal, ground) >= 7);
    CHECK(contrast(kRed, ground) >= 7);
  }
  CHECK(contrast(kGreen, kPaper) >= 7);
  CHECK(contrast(kCard, kTeal) >= 7);
  CHECK(contrast(kCard, kTealHeld) >= 7);
}

TEST_CASE("borders of controls and the focus ring reach 3:1") {
  for (const std::uint32_t ground : {kPaper, kCard}) {
    CHECK(contrast(kBorder, ground) >= 3);
    CHECK(contrast(kFocus, ground) >= 3);
  }
}

}  // namespace
}  // namespace qadam::kiosk
