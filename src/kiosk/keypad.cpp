// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/inputs.hpp"
#include "kiosk/page.hpp"

namespace qadam::kiosk {
namespace {

// The order of a telephone.
constexpr std::string_view kKeys = "123456789";

Input active_input(const Painter& p) {
  for (Input& input : inputs_of(p.screen)) {
    if (input.id == p.ui.active) return std::move(input);
  }
  return {};
}

// The input after this one in the same field, as in a date.
std::string next_input(const Input& input) {
  if (input.field == nullptr) return {};
  const std::vector<Input> inputs = inputs_of(*input.field);
  for (std::size_t i = 0; i + 1 < inputs.size(); ++i) {
    if (inputs[i].id == input.id) return inputs[i + 1].id;
  }
  return {};
}

}  // namespace

void type(Painter& p, std::string_view signs) {
  const Input input = active_input(p);
  if (input.field == nullptr) return;
  p.ui.wants_frame = true;
  if (!type_into(p.ui, input, signs)) return;
  const std::string next = next_input(input);
  if (!next.empty()) activate(p, next);
}

bool wants_keypad(const Painter& p) {
  const Input input = active_input(p);
  return input.field != nullptr && input.is_digits;
}

KeypadSize keypad_size(const Painter& p) {
  const float key = std::max(p.target(), p.px(132));
  const float gap = p.px(12);
  const float height = std::max(48.0f, p.px(92));
  return {3 * key + 2 * gap, 4 * height + 3 * gap};
}

void draw_keypad(Painter& p, const Rect& area) {
  const Input input = active_input(p);
  const float gap = p.px(12);
  const float w = (area.w - 2 * gap) / 3;
  const float h = (area.h - 3 * gap) / 4;
  const auto place = [&](int column, int row) {
    return Rect{area.x + static_cast<float>(column) * (w + gap), area.y + static_cast<float>(row) * (h + gap), w, h};
  };
  const auto sign_key = [&](const std::string& sign, const Rect& rect) {
    if (p.button("key." + sign, "keypad", rect, {}, kSecondary)) type(p, sign);
    const float width = p.text_width(sign, Type::Title);
    const float height = p.text_height(sign, Type::Title, 0);
    p.text(sign, Type::Title, rect.x + (rect.w - width) / 2, rect.y + (rect.h - height) / 2, 0, kTeal);
  };
  for (int i = 0; i < 9; ++i) {
    sign_key(std::string(kKeys.substr(static_cast<std::size_t>(i), 1)), place(i % 3, i / 3));
  }
  const Rect left = place(0, 3);
  if (input.field->kind == "phone") {
    sign_key("+", left);
  } else if (const std::string next = next_input(input); !next.empty()) {
    const bool is_done = p.button("key.next", "keypad", left, {}, kSecondary);
    p.chevron(left, 'r', kTeal);
    if (is_done) activate(p, next);
  }
  sign_key("0", place(1, 3));
  const Rect right = place(2, 3);
  const bool is_erased = p.button("key.erase", "keypad", right, {}, kSecondary);
  p.erase_sign(right, kTeal);
  if (is_erased) {
    erase_last(p.ui, input);
    p.ui.wants_frame = true;
  }
}

void activate(Painter& p, const std::string& input_id) {
  if (p.ui.active == input_id) return;
  const Input left = active_input(p);
  p.ui.active = input_id;
  p.ui.wants_frame = true;
  const Input entered = active_input(p);
  if (left.field != nullptr && left.field != entered.field) p.send_drafts(left.field->id);
}

}  // namespace qadam::kiosk
