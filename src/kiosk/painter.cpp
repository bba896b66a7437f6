// SPDX-License-Identifier: MIT
#include "kiosk/painter.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "kiosk/inputs.hpp"

namespace qadam::kiosk {
namespace {

constexpr float kLinePerEm = 1.362f;

ImVec2 low(const Rect& rect) {
  return {rect.x, rect.y};
}

ImVec2 high(const Rect& rect) {
  return {rect.x + rect.w, rect.y + rect.h};
}

Rect overlap(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  const float right = std::min(a.x + a.w, b.x + b.w);
  const float bottom = std::min(a.y + a.h, b.y + b.h);
  if (right <= x || bottom <= y) return {};
  return {x, y, right - x, bottom - y};
}

}  // namespace

Painter::Painter(const view::Screen& screen_in, Ui& ui_in, std::vector<Intent>& intents_in)
    : screen(screen_in), ui(ui_in), intents(intents_in), list_(ImGui::GetWindowDrawList()) {}

std::string_view Painter::chrome(std::string_view key) const {
  for (const view::Chrome& entry : screen.chrome) {
    if (entry.key == key) return entry.text;
  }
  return {};
}

ImFont* Painter::font(Type type) const {
  if (type == Type::Small) return ui.fonts.small;
  return type == Type::Body ? ui.fonts.body : ui.fonts.title;
}

float Painter::size(Type type) const {
  if (type == Type::Small) return ui.sizes.small_em * kLinePerEm;
  return (type == Type::Body ? ui.sizes.body_em : ui.sizes.title_em) * kLinePerEm;
}

float Painter::text_height(std::string_view text, Type type, float width) const {
  if (text.empty()) return 0;
  return font(type)->CalcTextSizeA(size(type), FLT_MAX, width, text.data(), text.data() + text.size()).y;
}

float Painter::text_width(std::string_view text, Type type) const {
  if (text.empty()) return 0;
  return font(type)->CalcTextSizeA(size(type), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float Painter::text(std::string_view text, Type type, float x, float y, float width, ImU32 colour, bool strong) {
  if (text.empty()) return 0;
  const char* end = text.data() + text.size();
  list_->AddText(font(type), size(type), {x, y}, colour, text.data(), end, width);
  if (strong) {
    // AddText rounds to whole pixels, so a thin stroke is had by moving what it just drew.
    const int first = list_->VtxBuffer.Size;
    list_->AddText(font(type), size(type), {x, y}, colour, text.data(), end, width);
    const float shift = size(type) * 0.022f;
    for (int i = first; i < list_->VtxBuffer.Size; ++i) list_->VtxBuffer[i].pos.x += shift;
  }
  return text_height(text, type, width);
}

void Painter::text_in(std::string_view text, const Rect& inside, float x, float y, ImU32 colour) {
  list_->PushClipRect(low(inside), high(inside), true);
  this->text(text, Type::Body, x, y, 0, colour);
  list_->PopClipRect();
}

void Painter::fill(const Rect& rect, ImU32 colour, float rounding) {
  list_->AddRectFilled(low(rect), high(rect), colour, rounding);
}

void Painter::frame(const Rect& rect, ImU32 colour, float thickness, float rounding) {
  const float half = thickness / 2;
  list_->AddRect({rect.x + half, rect.y + half}, {rect.x + rect.w - half, rect.y + rect.h - half}, colour, rounding, 0,
                 thickness);
}

void Painter::stripes(const Rect& rect, ImU32 dark, ImU32 light) {
  fill(rect, light);
  list_->PushClipRect(low(rect), high(rect), true);
  const float step = rect.h * 2;
  for (float x = rect.x - step; x < rect.x + rect.w + step; x += step) {
    list_->AddQuadFilled({x + rect.h, rect.y}, {x + 2 * rect.h, rect.y}, {x + rect.h, rect.y + rect.h},
                         {x, rect.y + rect.h}, dark);
  }
  list_->PopClipRect();
}

void Painter::check_mark(float x, float y, float size, ImU32 colour) {
  const ImVec2 points[] = {{x, y + size * 0.55f}, {x + size * 0.38f, y + size * 0.9f}, {x + size, y + size * 0.12f}};
  list_->AddPolyline(points, 3, colour, 0, std::max(2.0f, size * 0.18f));
}

void Painter::chevron(const Rect& rect, char direction, ImU32 colour) {
  const float x = rect.x + rect.w / 2;
  const float y = rect.y + rect.h / 2;
  const float reach = px(13);
  const float depth = px(7);
  const float turn = direction == 'u' || direction == 'l' ? -1.0f : 1.0f;
  ImVec2 points[3];
  if (direction == 'u' || direction == 'd') {
    points[0] = {x - reach, y - turn * depth};
    points[1] = {x, y + turn * depth};
    points[2] = {x + reach, y - turn * depth};
  } else {
    points[0] = {x - turn * depth, y - reach};
    points[1] = {x + turn * depth, y};
    points[2] = {x - turn * depth, y + reach};
  }
  list_->AddPolyline(points, 3, colour, 0, std::max(2.5f, px(5)));
}

void Painter::warning_sign(float x, float y, float size, ImU32 colour) {
  list_->AddTriangleFilled({x + size / 2, y}, {x, y + size}, {x + size, y + size}, colour);
  const float middle = x + size / 2;
  const float thick = size * 0.05f;
  list_->AddRectFilled({middle - thick, y + size * 0.38f}, {middle + thick, y + size * 0.72f}, kCard);
  list_->AddRectFilled({middle - thick, y + size * 0.79f}, {middle + thick, y + size * 0.89f}, kCard);
}

void Painter::erase_sign(const Rect& rect, ImU32 colour) {
  const float w = px(46);
  const float h = px(30);
  const float x = rect.x + (rect.w - w) / 2;
  const float y = rect.y + (rect.h - h) / 2;
  const float thick = std::max(2.0f, px(4));
  const ImVec2 shape[] = {{x, y + h / 2}, {x + w * 0.3f, y}, {x + w, y}, {x + w, y + h}, {x + w * 0.3f, y + h}};
  list_->AddPolyline(shape, 5, colour, ImDrawFlags_Closed, thick);
  const float cx = x + w * 0.62f;
  const float cy = y + h / 2;
  const float arm = h * 0.2f;
  list_->AddLine({cx - arm, cy - arm}, {cx + arm, cy + arm}, colour, thick);
  list_->AddLine({cx - arm, cy + arm}, {cx + arm, cy - arm}, colour, thick);
}

Press Painter::press(const std::string& id, const std::string& group, const Rect& rect, bool is_chosen) {
  if (is_blocked) return {};
  ui.items.push_back({id, group, rect, has_page_ ? overlap(rect, page_) : rect, is_chosen});
  ImGui::SetCursorScreenPos(low(rect));
  Press result;
  result.is_done = ImGui::InvisibleButton(id.c_str(), {rect.w, rect.h});
  result.is_held = ImGui::IsItemActive();
  if (result.is_done) {
    ui.focus = id;
    ui.shows_focus = false;
  }
  if (ui.wants_press && ui.focus == id) {
    ui.wants_press = false;
    result.is_done = true;
  }
  return result;
}

void Painter::focus_ring(const std::string& id, const Rect& rect, float rounding) {
  if (is_blocked || !ui.shows_focus || ui.focus != id) return;
  const float gap = px(5);
  frame({rect.x - gap, rect.y - gap, rect.w + 2 * gap, rect.h + 2 * gap}, kFocus, std::max(3.0f, px(5)),
        rounding + gap);
}

bool Painter::button(const std::string& id, const std::string& group, const Rect& rect, std::string_view words,
                     const Look& look, bool is_chosen) {
  const Press state = press(id, group, rect, is_chosen);
  const float rounding = px(12);
  fill(rect, state.is_held ? look.held : look.fill, rounding);
  frame(rect, look.border, std::max(2.0f, px(3)), rounding);
  const float room = rect.w - 2 * px(20);
  const float wide = std::min(text_width(words, Type::Body), room);
  text(words, Type::Body, rect.x + (rect.w - wide) / 2, rect.y + (rect.h - text_height(words, Type::Body, room)) / 2,
       room, look.text, look.fill == kTeal);
  focus_ring(id, rect, rounding);
  return state.is_done;
}

float Painter::button_height(std::string_view words, float width) const {
  return std::max(target(), text_height(words, Type::Body, width - 2 * px(20)) + px(24));
}

float Painter::button_width(std::string_view words, float widest) const {
  return std::min(std::max(target(), text_width(words, Type::Body) + 2 * px(20) + 2), widest);
}

void Painter::push_page(const Rect& rect) {
  ImGui::PushClipRect(low(rect), high(rect), true);
  page_ = rect;
  has_page_ = true;
}

void Painter::pop_page() {
  ImGui::PopClipRect();
  has_page_ = false;
}

void Painter::answer(const std::string& field, const std::string& state, const std::string& value) {
  intents.push_back({Intent::Kind::Answer, field, state, value});
}

void Painter::send_drafts(const std::string& only_field) {
  for (const view::Field& field : screen.fields) {
    if (!only_field.empty() && field.id != only_field) continue;
    if (!has_draft(ui, field)) continue;
    const std::string value = draft_value(ui, field);
    answer(field.id, value.empty() ? "unanswered" : "value", value);
    drop_draft(ui, field);
  }
}

}  // namespace qadam::kiosk
