// PointerQueue: fingers and mouse as ImGui 1.86 can bear them.
//
// It reads one position and one button state per frame, so a quick tap (both changes between two frames) would vanish,
// and a press at a new place would hit what was hovered before. Hence per frame at most one move or one button change,
// a frame of hover before each press, and a finger that leaves the window once lifted. Host-free.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>

namespace qadam::kiosk {

class PointerQueue {
 public:
  struct State {
    float x = kNowhere;
    float y = kNowhere;
    bool is_down = false;
  };

  static constexpr float kNowhere = -1e9f;

  void move(float x, float y) {
    // Moves without a button change in between are one.
    if (!events_.empty() && events_.back().kind == Kind::Move) events_.pop_back();
    events_.push_back({Kind::Move, x, y});
  }

  void press(float x, float y) {
    move(x, y);
    events_.push_back({Kind::Down, x, y});
  }

  void release(float x, float y, bool is_finger) {
    move(x, y);
    events_.push_back({Kind::Up, x, y});
    if (is_finger) events_.push_back({Kind::Leave, kNowhere, kNowhere});
  }

  // A touch the browser took away: nothing may be pressed by it. The release happens outside every item.
  void cancel() {
    events_.push_back({Kind::Leave, kNowhere, kNowhere});
    events_.push_back({Kind::Up, kNowhere, kNowhere});
  }

  [[nodiscard]] bool is_empty() const { return events_.empty(); }

  // The state for the next frame.
  State next() {
    if (events_.empty()) return state_;
    const Event event = events_.front();
    events_.pop_front();
    switch (event.kind) {
      case Kind::Move:
      case Kind::Leave:
        state_.x = event.x;
        state_.y = event.y;
        break;
      case Kind::Down:
      case Kind::Up:
        state_.is_down = event.kind == Kind::Down;
    }
    return state_;
  }

 private:
  // Leave is not merged with moves.
  enum class Kind { Move, Leave, Down, Up };

  struct Event {
    Kind kind;
    float x;
    float y;
  };

  std::deque<Event> events_;
  State state_;
};

}  // namespace qadam::kiosk
