// Painter: wrapped text, shapes, and the one kind of thing to press, at places given in CSS pixels.
//
// ImGui does hit testing and drawing; its windows, styles and navigation are not used. Lives for one frame.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "kiosk/palette.hpp"
#include "kiosk/ui.hpp"
#include "view/screen.hpp"

namespace qadam::kiosk {

enum class Type { Small, Body, Title };

struct Press {
  bool is_done = false;  // released inside, or Enter
  bool is_held = false;
};

class Painter {
 public:
  Painter(const view::Screen& screen, Ui& ui, std::vector<Intent>& intents);

  // Below: sizes scaled from the scale-1 screen.
  [[nodiscard]] float px(float at_scale_1) const { return at_scale_1 * ui.sizes.scale; }

  [[nodiscard]] float target() const { return ui.sizes.target; }

  [[nodiscard]] std::string_view chrome(std::string_view key) const;

  // Height of the wrapped text, and with `measure_width` its width on one line.
  [[nodiscard]] float text_height(std::string_view text, Type type, float width) const;
  [[nodiscard]] float text_width(std::string_view text, Type type) const;

  // Both return the height drawn. `strong` thickens the letters: there is no bold font.
  float text(std::string_view text, Type type, float x, float y, float width, ImU32 colour, bool strong = false);

  // One line of body text, cut off outside `inside`.
  void text_in(std::string_view text, const Rect& inside, float x, float y, ImU32 colour);

  void fill(const Rect& rect, ImU32 colour, float rounding = 0);
  void frame(const Rect& rect, ImU32 colour, float thickness, float rounding);
  void stripes(const Rect& rect, ImU32 dark, ImU32 light);
  void check_mark(float x, float y, float size, ImU32 colour);
  void chevron(const Rect& rect, char direction, ImU32 colour);  // u d l r
  void warning_sign(float x, float y, float size, ImU32 colour);
  void erase_sign(const Rect& rect, ImU32 colour);

  // Registers the item and says whether it was pressed. Draws nothing; call focus_ring after drawing it.
  Press press(const std::string& id, const std::string& group, const Rect& rect, bool is_chosen = false);
  void focus_ring(const std::string& id, const Rect& rect, float rounding);

  // A rounded button with centred text; see button_height.
  struct Look {
    ImU32 fill;
    ImU32 text;
    ImU32 border;
    ImU32 held;
  };

  bool button(const std::string& id, const std::string& group, const Rect& rect, std::string_view words,
              const Look& look, bool is_chosen = false);
  [[nodiscard]] float button_height(std::string_view words, float width) const;
  [[nodiscard]] float button_width(std::string_view words, float widest) const;

  // Everything until pop_page is cut off outside `rect`.
  void push_page(const Rect& rect);
  void pop_page();

  void answer(const std::string& field, const std::string& state, const std::string& value);

  // Sends the half-typed texts of this field, or of all, as answers.
  void send_drafts(const std::string& only_field = {});

  const view::Screen& screen;
  Ui& ui;
  std::vector<Intent>& intents;
  bool is_blocked = false;  // a question stands in front: draw, but nothing can be pressed

 private:
  [[nodiscard]] ImFont* font(Type type) const;
  [[nodiscard]] float size(Type type) const;

  ImDrawList* list_;
  Rect page_;
  bool has_page_ = false;
};

inline constexpr Painter::Look kPrimary{kTeal, kCard, kTeal, kTealHeld};
inline constexpr Painter::Look kSecondary{kCard, kTeal, kTeal, kChosen};
inline constexpr Painter::Look kDanger{kCard, kRed, kRed, kRedPale};

}  // namespace qadam::kiosk
