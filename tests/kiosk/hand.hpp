// Hand: a person at a kiosk without a screen. It draws frames with Dear ImGui, points, presses and types.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "kiosk/draw.hpp"
#include "kiosk/focus.hpp"
#include "kiosk/fonts.hpp"
#include "kiosk/pointer_queue.hpp"
#include "kiosk/ui.hpp"

namespace qadam::kiosk {

class Hand {
 public:
  Hand(view::Screen screen_in, float width, float height) : screen(std::move(screen_in)) {
    ImGui::SetCurrentContext(ImGui::CreateContext());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    ui.sizes = sizes_for(width, height);
    ui.fonts = build_fonts(*io.Fonts, ui.sizes, 1);
    ui.languages = {{"kk", "Kazakh"}, {"ru", "Russian"}, {"en", "English"}};
    settle();
  }

  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;

  ~Hand() { ImGui::DestroyContext(); }

  std::vector<Intent> frame() {
    ImGuiIO& io = ImGui::GetIO();
    const PointerQueue::State state = pointer.next();
    io.MousePos = {state.x, state.y};
    io.MouseDown[0] = state.is_down;
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    std::vector<Intent> intents = draw(screen, ui);
    ImGui::Render();
    return intents;
  }

  // Frames until nothing is left to do; everything the person did meanwhile.
  std::vector<Intent> settle() {
    std::vector<Intent> all;
    for (int i = 0; i < 4 || !pointer.is_empty() || ui.wants_frame; ++i) {
      REQUIRE(i < 100);
      for (Intent& intent : frame()) all.push_back(std::move(intent));
    }
    return all;
  }

  const Item* find(std::string_view id) const {
    for (const Item& item : ui.items) {
      if (item.id == id) return &item;
    }
    return nullptr;
  }

  std::vector<Intent> tap(std::string_view id) {
    INFO("item ", std::string(id));
    const Item* item = find(id);
    REQUIRE(item != nullptr);
    REQUIRE(item->seen.w > 0);
    const float x = item->seen.x + item->seen.w / 2;
    const float y = item->seen.y + item->seen.h / 2;
    pointer.press(x, y);
    pointer.release(x, y, true);
    return settle();
  }

  std::vector<Intent> key(Key pressed) {
    ui.keys.push_back(pressed);
    return settle();
  }

  std::vector<Intent> type(std::string_view signs) {
    ui.typed = signs;
    return settle();
  }

  view::Screen screen;
  Ui ui;
  PointerQueue pointer;
};

}  // namespace qadam::kiosk
