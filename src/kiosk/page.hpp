// The parts of a page, drawn down a column: texts, notices, fields. Inside src/kiosk only.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/painter.hpp"
#include "view/screen.hpp"

namespace qadam::kiosk {

// Where the next part goes; `y` moves down as parts are drawn.
struct Column {
  float x = 0;
  float y = 0;
  float width = 0;
};

void draw_errors(Painter& painter, Column& column);
void draw_notice(Painter& painter, Column& column, const view::Notice& notice);
void draw_field(Painter& painter, Column& column, const view::Field& field);
void draw_laws(Painter& painter, Column& column, const std::vector<view::Law>& laws);

// A row to tap that shows or hides `text`.
void draw_details(Painter& painter, Column& column, const std::string& id, std::string_view title,
                  std::string_view text);

// The keypad of the active input inside `area`, and its least size.
struct KeypadSize {
  float width = 0;
  float height = 0;
};

KeypadSize keypad_size(const Painter& painter);
void draw_keypad(Painter& painter, const Rect& area);

// True when the active input takes digits, so that the keypad is to be shown.
bool wants_keypad(const Painter& painter);

// Signs for the active input; a full part of a date hands over to the next.
void type(Painter& painter, std::string_view signs);

// Makes an input the active one (empty: none); what was typed in another field is sent first.
void activate(Painter& painter, const std::string& input_id);

}  // namespace qadam::kiosk
