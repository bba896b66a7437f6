// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "shown.hpp"

using namespace qadam;
using namespace qadam::testing;

namespace {

const view::Notice* sample_on(const char* service, const char* screen, int lang) {
  static view::Screen shown;
  const Pack& pack = real_pack(service);
  engine::State state = engine::begin(pack.model, setting_on("2026-11-25"));
  for (std::size_t i = 0; i < pack.model.screens.size(); ++i) {
    if (pack.model.screens[i].id == screen) state.screen = static_cast<std::uint16_t>(i);
  }
  shown = view::screen(pack.model, state, pack.texts[static_cast<std::size_t>(lang)]);
  for (const view::Notice& notice : shown.notices) {
    if (notice.kind == "sample") return &notice;
  }
  return nullptr;
}

}  // namespace

TEST_CASE(
    "whoever is asked for the directive's number sees what stands in a directive, under a word that it is a sample") {
  const char* const stamps[] = {"\u04AE\u041B\u0413\u0406", "\u041E\u0411\u0420\u0410\u0417\u0415\u0426", "SAMPLE"};
  for (int lang = 0; lang < 3; ++lang) {
    const view::Notice* sample = sample_on("registration", "directive_number", lang);
    REQUIRE(sample != nullptr);
    CHECK(sample->text.rfind(stamps[lang], 0) == 0);
    CHECK(std::count(sample->text.begin(), sample->text.end(), '\t') == 8);
    REQUIRE_FALSE(sample->law.empty());
    CHECK(sample->law.front().id == "form22-1:0");
  }
}

TEST_CASE("whoever was trained at a military department sees what stands in its certificate") {
  const view::Notice* sample = sample_on("military-id", "through_school", 2);
  REQUIRE(sample != nullptr);
  CHECK(sample->law.front().id == "form19:0");
}

TEST_CASE("a screen without a form shows none") {
  CHECK(sample_on("registration", "directive_until", 2) == nullptr);
}
