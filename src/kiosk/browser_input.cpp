// SPDX-License-Identifier: MIT
#include "kiosk/browser_input.hpp"

#include <emscripten/html5.h>

#include <string_view>

#include "base/text.hpp"
#include "imgui.h"

namespace qadam::kiosk {

// The C callbacks; true means that the browser shall do nothing of its own (no emulated mouse, no scrolling, no zoom).
struct BrowserEvents {
  static BrowserInput& of(void* user) { return *static_cast<BrowserInput*>(user); }

  static EM_BOOL mouse(int type, const EmscriptenMouseEvent* event, void* user) {
    BrowserInput& input = of(user);
    const auto x = static_cast<float>(event->targetX);
    const auto y = static_cast<float>(event->targetY);
    if (type == EMSCRIPTEN_EVENT_MOUSEDOWN && event->button == 0) {
      input.is_mouse_down_ = true;
      input.pointer_.press(x, y);
    } else if (type == EMSCRIPTEN_EVENT_MOUSEUP && event->button == 0 && input.is_mouse_down_) {
      input.is_mouse_down_ = false;
      input.pointer_.release(x, y, false);
    } else if (type == EMSCRIPTEN_EVENT_MOUSEMOVE && input.is_mouse_down_) {
      input.pointer_.move(x, y);
    } else {
      // Nothing looks different under a mouse that is not pressed.
      return EM_FALSE;
    }
    input.wake_();
    return EM_FALSE;
  }

  static EM_BOOL touch(int type, const EmscriptenTouchEvent* event, void* user) {
    BrowserInput& input = of(user);
    if (type == EMSCRIPTEN_EVENT_TOUCHSTART && event->numTouches == 1 && input.has_finger_) {
      // The end of the touch before never came.
      input.has_finger_ = false;
      input.pointer_.cancel();
    }
    for (int i = 0; i < event->numTouches; ++i) {
      const EmscriptenTouchPoint& point = event->touches[i];
      if (!point.isChanged) continue;
      // A second finger is ignored.
      if (input.has_finger_ ? point.identifier != input.finger_ : type != EMSCRIPTEN_EVENT_TOUCHSTART) continue;
      one_touch(input, type, point);
    }
    input.wake_();
    return EM_TRUE;
  }

  static void one_touch(BrowserInput& input, int type, const EmscriptenTouchPoint& point) {
    const auto x = static_cast<float>(point.targetX);
    const auto y = static_cast<float>(point.targetY);
    switch (type) {
      case EMSCRIPTEN_EVENT_TOUCHSTART:
        if (input.has_finger_) return;  // two fingers in one event: the first counts
        input.has_finger_ = true;
        input.finger_ = point.identifier;
        input.pointer_.press(x, y);
        return;
      case EMSCRIPTEN_EVENT_TOUCHMOVE:
        input.pointer_.move(x, y);
        return;
      case EMSCRIPTEN_EVENT_TOUCHEND:
        input.has_finger_ = false;
        input.pointer_.release(x, y, true);
        return;
      default:
        input.has_finger_ = false;
        input.pointer_.cancel();
    }
  }

  static EM_BOOL wheel(int, const EmscriptenWheelEvent* event, void* user) {
    const double notches = event->deltaMode == DOM_DELTA_PIXEL ? event->deltaY / 100 : event->deltaY / 3;
    of(user).wheel_ -= static_cast<float>(notches);
    of(user).wake_();
    return EM_TRUE;
  }

  static EM_BOOL key(int, const EmscriptenKeyboardEvent* event, void* user) {
    BrowserInput& input = of(user);
    if (event->ctrlKey || event->altKey || event->metaKey) return EM_FALSE;
    const std::string_view name = event->key;

    struct Named {
      std::string_view name;
      Key key;
    };

    static constexpr Named kNamed[] = {{"ArrowUp", Key::Up},       {"ArrowDown", Key::Down}, {"ArrowLeft", Key::Left},
                                       {"ArrowRight", Key::Right}, {"Enter", Key::Press},    {"Backspace", Key::Erase},
                                       {"Escape", Key::Close}};
    bool is_ours = true;
    if (name == "Tab") {
      input.ui_->keys.push_back(event->shiftKey ? Key::Previous : Key::Next);
    } else if (base::length(name) == 1) {
      input.ui_->typed += name;
    } else {
      is_ours = false;
      for (const Named& named : kNamed) {
        if (named.name != name) continue;
        input.ui_->keys.push_back(named.key);
        is_ours = true;
      }
    }
    if (is_ours) input.wake_();
    return is_ours ? EM_TRUE : EM_FALSE;
  }
};

void BrowserInput::start(const char* selector, Ui& ui, void (*wake)()) {
  ui_ = &ui;
  wake_ = wake;
  using Events = BrowserEvents;
  emscripten_set_mousedown_callback(selector, this, EM_FALSE, Events::mouse);
  // A button may be let go outside the canvas.
  emscripten_set_mousemove_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, this, EM_FALSE, Events::mouse);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, this, EM_FALSE, Events::mouse);
  emscripten_set_touchstart_callback(selector, this, EM_FALSE, Events::touch);
  emscripten_set_touchmove_callback(selector, this, EM_FALSE, Events::touch);
  emscripten_set_touchend_callback(selector, this, EM_FALSE, Events::touch);
  emscripten_set_touchcancel_callback(selector, this, EM_FALSE, Events::touch);
  emscripten_set_wheel_callback(selector, this, EM_FALSE, Events::wheel);
  emscripten_set_keydown_callback(selector, this, EM_FALSE, Events::key);
}

void BrowserInput::feed() {
  ImGuiIO& io = ImGui::GetIO();
  const PointerQueue::State state = pointer_.next();
  io.MousePos = {state.x, state.y};
  io.MouseDown[0] = state.is_down;
  io.MouseWheel = wheel_;
  wheel_ = 0;
}

}  // namespace qadam::kiosk
