// SPDX-License-Identifier: MIT
#include "kiosk/focus.hpp"

#include <cstddef>

#include "kiosk/inputs.hpp"
#include "kiosk/page.hpp"

namespace qadam::kiosk {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::size_t index_of(const Ui& ui, const std::string& id) {
  for (std::size_t i = 0; i < ui.items.size(); ++i) {
    if (ui.items[i].id == id) return i;
  }
  return kNowhere;
}

const Input* find_input(const std::vector<Input>& inputs, const std::string& id) {
  for (const Input& input : inputs) {
    if (input.id == id) return &input;
  }
  return nullptr;
}

void move_to(Painter& painter, std::size_t index) {
  Ui& ui = painter.ui;
  ui.focus = ui.items[index].id;
  ui.reveal = ui.focus;
  ui.shows_focus = true;
  const std::vector<Input> inputs = inputs_of(painter.screen);
  if (find_input(inputs, ui.focus) != nullptr) activate(painter, ui.focus);
}

// The item of this group that stands for it: the chosen one, else the first.
std::size_t stop_of(const Ui& ui, std::size_t index) {
  const std::string& group = ui.items[index].group;
  if (group.empty()) return index;
  std::size_t first = kNowhere;
  for (std::size_t i = 0; i < ui.items.size(); ++i) {
    if (ui.items[i].group != group) continue;
    if (ui.items[i].is_chosen) return i;
    if (first == kNowhere) first = i;
  }
  return first;
}

void move_stop(Painter& painter, bool is_forward) {
  const Ui& ui = painter.ui;
  const std::size_t count = ui.items.size();
  if (count == 0) return;
  std::size_t at = index_of(ui, ui.focus);
  if (at == kNowhere) return move_to(painter, stop_of(ui, is_forward ? 0 : count - 1));
  const std::string group = ui.items[at].group;
  for (std::size_t step = 0; step < count; ++step) {
    at = (at + (is_forward ? 1 : count - 1)) % count;
    if (group.empty() || ui.items[at].group != group) return move_to(painter, stop_of(ui, at));
  }
}

// By place, so that it also works on the rows of the keypad and on options in two columns.
void move_inside(Painter& painter, Key key) {
  const Ui& ui = painter.ui;
  const std::size_t at = index_of(ui, ui.focus);
  if (at == kNowhere) return move_stop(painter, key == Key::Down || key == Key::Right);
  const Item& from = ui.items[at];
  std::size_t best = kNowhere;
  float least = 0;
  for (std::size_t i = 0; i < ui.items.size(); ++i) {
    const Item& item = ui.items[i];
    if (i == at || from.group.empty() || item.group != from.group) continue;
    const float dx = item.rect.x + item.rect.w / 2 - from.rect.x - from.rect.w / 2;
    const float dy = item.rect.y + item.rect.h / 2 - from.rect.y - from.rect.h / 2;
    const bool is_across = key == Key::Left || key == Key::Right;
    const float along = is_across ? dx : dy;
    const float aside = is_across ? dy : dx;
    const float ahead = key == Key::Left || key == Key::Up ? -along : along;
    if (ahead < 1) continue;
    const float distance = ahead + 3 * (aside < 0 ? -aside : aside);
    if (best != kNowhere && distance >= least) continue;
    best = i;
    least = distance;
  }
  if (best != kNowhere) return move_to(painter, best);
  if (from.group.empty()) move_stop(painter, key == Key::Down || key == Key::Right);
}

void take_key(Painter& painter, Key key) {
  Ui& ui = painter.ui;
  switch (key) {
    case Key::Next:
    case Key::Previous:
      return move_stop(painter, key == Key::Next);
    case Key::Up:
    case Key::Down:
    case Key::Left:
    case Key::Right:
      return move_inside(painter, key);
    case Key::Press:
      ui.wants_press = true;
      return;
    case Key::Close:
      ui.asking.clear();
      return;
    case Key::Erase: {
      const std::vector<Input> inputs = inputs_of(painter.screen);
      if (const Input* input = find_input(inputs, ui.active)) erase_last(ui, *input);
      return;
    }
  }
}

}  // namespace

bool belongs_to(const Item& item, const std::string& name) {
  if (item.id.compare(0, name.size(), name) != 0) return false;
  if (item.id.size() == name.size()) return true;
  const char next = item.id[name.size()];
  return next == '.' || next == '=' || next == '~';
}

void take_keys(Painter& painter) {
  Ui& ui = painter.ui;
  for (const Key key : ui.keys) take_key(painter, key);
  ui.keys.clear();
  if (ui.typed.empty()) return;
  const std::vector<Input> inputs = inputs_of(painter.screen);
  const Input* input = find_input(inputs, ui.active);
  const bool is_on_input = input != nullptr && (ui.focus.empty() || ui.focus == input->id);
  if (ui.typed == " " && !(is_on_input && !input->is_digits)) {
    ui.wants_press = true;
  } else if (input != nullptr && ui.asking.empty()) {
    type(painter, ui.typed);
  }
  ui.typed.clear();
}

}  // namespace qadam::kiosk
