// BrowserInput: fingers, mouse and keys of the browser, by Emscripten's html5.h alone.
//
// Emscripten 3.1.6's own GLFW puts a tap at the place of the tap before, and knows neither pixel ratio nor idling;
// that is why this exists. Events are only queued here; the next frame takes them.
// SPDX-License-Identifier: MIT
#pragma once

#include "kiosk/pointer_queue.hpp"
#include "kiosk/ui.hpp"

namespace qadam::kiosk {

class BrowserInput {
 public:
  // `selector` names the canvas; `wake` is called after every event that may change the picture. `ui` gets keys and
  // typed text and must outlive the page.
  void start(const char* selector, Ui& ui, void (*wake)());

  // For the coming frame: fills ImGui's pointer and wheel.
  void feed();

  [[nodiscard]] bool is_idle() const { return pointer_.is_empty(); }

 private:
  friend struct BrowserEvents;

  PointerQueue pointer_;
  Ui* ui_ = nullptr;
  void (*wake_)() = nullptr;
  float wheel_ = 0;
  bool is_mouse_down_ = false;
  bool has_finger_ = false;
  long finger_ = 0;
};

}  // namespace qadam::kiosk
