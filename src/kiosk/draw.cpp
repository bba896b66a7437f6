// SPDX-License-Identifier: MIT
#include "kiosk/draw.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "kiosk/focus.hpp"
#include "kiosk/inputs.hpp"
#include "kiosk/page.hpp"
#include "kiosk/painter.hpp"

namespace qadam::kiosk {
namespace {

// A new screen begins at its top, with its first digits input ready. New errors bring the summary into sight.
void follow(const view::Screen& screen, Ui& ui) {
  if (ui.screen != screen.id) {
    ui.screen = screen.id;
    ui.scroll = 0;
    ui.focus.clear();
    ui.asking.clear();
    ui.opened.clear();
    ui.drafts.clear();
    ui.active.clear();
    const std::vector<Input> inputs = inputs_of(screen);
    if (!inputs.empty() && inputs[0].is_digits) ui.active = inputs[0].id;
  } else if (ui.revision != screen.revision && !screen.errors.empty()) {
    ui.scroll = 0;
  }
  ui.revision = screen.revision;
}

// Amber outside the connected mode, with a striped edge: nobody may take this for a state site (DESIGN.md 1.1).
float draw_banner(Painter& p, float width, float margin) {
  const view::ModeNotice& mode = p.screen.mode;
  const bool is_connected = mode.id == "connected";
  const float edge = is_connected ? 0 : p.px(16);
  const float room = width - 2 * margin - p.px(64);
  const float pad = p.px(18);
  float height = edge + 2 * pad;
  for (std::string_view text :
       {std::string_view(mode.banner), std::string_view(mode.detail), std::string_view(mode.as_of)}) {
    height += p.text_height(text, text == mode.banner ? Type::Body : Type::Small, room);
  }
  p.fill({0, 0, width, height}, is_connected ? kTeal : kAmber);
  const ImU32 ink = is_connected ? kCard : kInk;
  float y = pad;
  if (!is_connected) {
    p.stripes({0, height - edge, width, edge}, kInk, kAmber);
    p.warning_sign(margin, pad + p.px(2), p.px(44), kInk);
  }
  const float x = is_connected ? margin : margin + p.px(64);
  y += p.text(mode.banner, Type::Body, x, y, room, ink, true);
  y += p.text(mode.detail, Type::Small, x, y, room, ink);
  p.text(mode.as_of, Type::Small, x, y, room, ink, true);
  return height;
}

// Service title on the left, languages on the right, or below when they do not fit.
float draw_header(Painter& p, const Rect& area) {
  float buttons = 0;
  for (const Language& language : p.ui.languages) buttons += p.button_width(language.name, area.w) + p.px(12);
  const bool is_beside = area.w - buttons > p.px(260);
  const float room = is_beside ? area.w - buttons - p.px(24) : area.w;
  const float title = p.text_height(p.screen.service_title, Type::Small, room);
  const float row = p.target();
  float x = area.x + area.w - buttons + p.px(12);
  float y = area.y;
  if (!is_beside) {
    x = area.x;
    y += title + p.px(8);
  }
  p.text(p.screen.service_title, Type::Small, area.x, is_beside ? area.y + std::max(0.0f, (row - title) / 2) : area.y,
         room, kMuted);
  for (const Language& language : p.ui.languages) {
    const bool is_current = language.code == p.screen.lang;
    const float width = p.button_width(language.name, area.w);
    const Rect rect{x, y, width, row};
    if (p.button("lang." + language.code, "lang", rect, language.name, is_current ? kPrimary : kSecondary,
                 is_current) &&
        !is_current) {
      p.intents.push_back({Intent::Kind::Language, language.code, {}, {}});
    }
    x += width + p.px(12);
  }
  return is_beside ? std::max(row, title) : title + p.px(8) + row;
}

float draw_progress(Painter& p, const Rect& area) {
  const view::Progress& progress = p.screen.progress;
  if (progress.total == 0) return 0;
  const float text = p.text(progress.text, Type::Small, area.x, area.y, area.w, kMuted);
  const float bar = p.px(10);
  const float y = area.y + text + p.px(6);
  const float share = std::min(1.0f, static_cast<float>(progress.step) / static_cast<float>(progress.total));
  p.fill({area.x, y, area.w, bar}, kRule, bar / 2);
  p.fill({area.x, y, std::max(bar, area.w * share), bar}, kTeal, bar / 2);
  return text + p.px(6) + bar;
}

void act(Painter& p, const view::Button& button) {
  if (p.screen.busy) return;
  if (!button.ask.empty() && p.ui.asking != button.id) {
    p.ui.asking = button.id;
    p.ui.wants_frame = true;
    return;
  }
  p.ui.asking.clear();
  p.send_drafts();
  p.intents.push_back({Intent::Kind::Act, button.id, {}, {}});
}

struct Placed {
  const view::Button* button;
  Rect rect;
};

const Painter::Look& look_of(const view::Button& button) {
  if (button.kind == "primary") return kPrimary;
  return button.kind == "danger" ? kDanger : kSecondary;
}

// Actions in rows from the bottom: primary ones to the right and as wide as their row allows, the others before them.
// Places are relative to the top left of the footer's inside. Returns its height.
float place_actions(const Painter& p, float width, std::vector<Placed>& placed) {
  const float gap = p.px(16);
  std::vector<const view::Button*> order;
  for (const view::Button& button : p.screen.actions) {
    if (button.kind == "primary") order.push_back(&button);
  }
  for (const view::Button& button : p.screen.actions) {
    if (button.kind != "primary") order.push_back(&button);
  }
  float all = 0;
  for (const view::Button* button : order) all += p.button_width(button->text, width) + gap;
  const bool is_one_row = all - gap <= width;
  // In one row the primary action stands last, at the right.
  if (is_one_row) {
    std::stable_partition(order.begin(), order.end(), [](const view::Button* b) { return b->kind != "primary"; });
  }
  float x = 0;
  float y = 0;
  float row = 0;
  for (const view::Button* button : order) {
    const bool is_primary = button->kind == "primary";
    float w = p.button_width(button->text, width);
    if (is_primary) w = is_one_row ? std::max(w, std::min(width - x, p.px(440))) : width;
    const float h = p.button_height(button->text, w);
    if (x > 0 && x + w > width + 0.5f) {
      y += row + gap;
      x = 0;
      row = 0;
    }
    if (is_primary && is_one_row) x = std::max(x, width - w);
    placed.push_back({button, {x, y, w, h}});
    x += w + gap;
    row = std::max(row, h);
  }
  return y + row;
}

void draw_footer(Painter& p, const Rect& area, const std::vector<Placed>& placed) {
  for (const Placed& item : placed) {
    const Rect rect{area.x + item.rect.x, area.y + item.rect.y, item.rect.w, item.rect.h};
    if (p.button("action." + item.button->id, {}, rect, item.button->text, look_of(*item.button))) act(p, *item.button);
  }
}

void draw_page(Painter& p, Column& column) {
  draw_errors(p, column);
  column.y += p.text(p.screen.title, Type::Title, column.x, column.y, column.width, kInk, true) + p.px(20);
  if (!p.screen.lead.empty()) {
    column.y += p.text(p.screen.lead, Type::Body, column.x, column.y, column.width, kInk) + p.px(22);
  }
  for (const view::Notice& notice : p.screen.notices) draw_notice(p, column, notice);
  for (const view::Field& field : p.screen.fields) draw_field(p, column, field);
  draw_laws(p, column, p.screen.law);
}

void draw_pager(Painter& p, const Rect& strip) {
  const float last = std::max(0.0f, p.ui.content_height - p.ui.page_height);
  const float step = p.ui.page_height * 0.8f;
  const Rect up{strip.x, strip.y, strip.w, strip.w};
  const Rect down{strip.x, strip.y + strip.h - strip.w, strip.w, strip.w};
  const float rounding = p.px(12);
  for (const bool is_up : {true, false}) {
    const Rect& rect = is_up ? up : down;
    const std::string id = is_up ? "scroll.up" : "scroll.down";
    const bool is_live = is_up ? p.ui.scroll > 0.5f : p.ui.scroll < last - 0.5f;
    const Press state = p.press(id, "scroll", rect);
    p.fill(rect, state.is_held ? kChosen : kCard, rounding);
    p.frame(rect, is_live ? kTeal : kRule, std::max(2.0f, p.px(3)), rounding);
    p.chevron(rect, is_up ? 'u' : 'd', is_live ? kTeal : kRule);
    p.focus_ring(id, rect, rounding);
    if (!state.is_done) continue;
    p.ui.scroll += is_up ? -step : step;
    p.ui.wants_frame = true;
  }
}

// The part of the window between header and footer; scrolls by two large buttons, since ImGui cannot be dragged.
void draw_scrolled(Painter& p, const Rect& area) {
  Ui& ui = p.ui;
  const float ring = p.px(10);
  ui.page_top = area.y;
  ui.page_height = area.h;
  const bool is_long = ui.content_height > area.h + 0.5f;
  Rect page = area;
  if (is_long) page.w -= p.target() + p.px(24);
  if (!p.is_blocked) ui.scroll -= ImGui::GetIO().MouseWheel * p.px(120);
  ui.scroll = std::clamp(ui.scroll, 0.0f, std::max(0.0f, ui.content_height - area.h));
  p.push_page({page.x - ring, page.y, page.w + 2 * ring, page.h});
  Column column{page.x, page.y + ring - std::floor(ui.scroll), page.w};
  draw_page(p, column);
  p.pop_page();
  const float height = column.y + std::floor(ui.scroll) - page.y;
  if (std::abs(height - ui.content_height) > 0.5f) ui.wants_frame = true;
  ui.content_height = height;
  if (is_long) draw_pager(p, {area.x + area.w - p.target(), area.y + ring, p.target(), area.h - 2 * ring});
}

// The banner above `top` stays as it is: the mode is never in the shade.
void draw_question(Painter& p, float width, float height, float top) {
  const auto asked = std::find_if(p.screen.actions.begin(), p.screen.actions.end(),
                                  [&](const view::Button& button) { return button.id == p.ui.asking; });
  if (asked == p.screen.actions.end()) {
    p.ui.asking.clear();
    return;
  }
  p.is_blocked = false;
  p.fill({0, top, width, height - top}, kScrim);
  const float pad = p.px(36);
  const float w = std::min(width - 2 * p.px(40), p.px(860));
  const float room = w - 2 * pad;
  const std::string_view no = p.chrome("back");
  const float text = p.text_height(asked->ask, Type::Body, room);
  const float yes_height = p.button_height(asked->text, room);
  const float no_height = p.button_height(no, room);
  const float h = 2 * pad + text + yes_height + no_height + p.px(52);
  const Rect card{(width - w) / 2, std::max(top, (height + top - h) / 2), w, h};
  p.fill(card, kCard, p.px(18));
  float y = card.y + pad;
  y += p.text(asked->ask, Type::Body, card.x + pad, y, room, kInk) + p.px(34);
  if (p.button("ask.yes", {}, {card.x + pad, y, room, yes_height}, asked->text, look_of(*asked))) act(p, *asked);
  y += yes_height + p.px(18);
  const bool is_closed = p.button("ask.no", {}, {card.x + pad, y, room, no_height}, no, kSecondary);
  if (is_closed) p.ui.asking.clear();
  if (is_closed) p.ui.wants_frame = true;
}

// Returns the height of the banner.
float draw_window(Painter& p, float width, float height) {
  const float margin = std::max(p.px(48), (width - p.px(1300)) / 2);
  const float inside = width - 2 * margin;
  const float gap = p.px(20);
  const float banner = draw_banner(p, width, margin);
  float y = banner + gap;
  y += draw_header(p, {margin, y, inside, 0}) + gap;
  const float progress = draw_progress(p, {margin, y, inside, 0});
  if (progress > 0) y += progress + p.px(12);

  std::vector<Placed> placed;
  const float busy = p.screen.busy ? p.text_height(p.chrome("working"), Type::Body, inside) + gap : 0;
  const float actions = place_actions(p, inside, placed);
  const float footer = height - actions - 2 * gap - busy;
  Rect page{margin, y, inside, footer - y};
  Rect keypad;
  if (wants_keypad(p)) {
    const KeypadSize size = keypad_size(p);
    if (width > height) {
      page.w -= size.width + p.px(40);
      keypad = {margin + inside - size.width, y + p.px(10), size.width, size.height};
    } else {
      page.h -= size.height + gap;
      keypad = {margin + (inside - size.width) / 2, footer - size.height - gap, size.width, size.height};
    }
  }
  draw_scrolled(p, page);
  if (keypad.w > 0) draw_keypad(p, keypad);
  p.fill({0, footer, width, height - footer}, kCard);
  p.fill({0, footer, width, std::max(1.0f, p.px(2))}, kRule);
  if (busy > 0) p.text(p.chrome("working"), Type::Body, margin, footer + gap, inside, kTeal, true);
  draw_footer(p, {margin, footer + gap + busy, inside, actions}, placed);
  return banner;
}

// Brings the item that was asked for into sight, once its place is known.
void reveal(Ui& ui) {
  if (ui.reveal.empty()) return;
  for (const Item& item : ui.items) {
    if (!belongs_to(item, ui.reveal)) continue;
    if (item.seen.h < item.rect.h - 1) {
      ui.scroll = std::max(0.0f, ui.scroll + item.rect.y - ui.page_top - ui.page_height * 0.25f);
      ui.wants_frame = true;
    }
    break;
  }
  ui.reveal.clear();
}

}  // namespace

Sizes sizes_for(float width, float height) {
  // In steps, so that dragging a window does not rebuild the font at every pixel.
  const float scale = std::round(std::clamp(std::min(width, height) / 1080, 0.55f, 2.5f) * 32) / 32;
  return {scale, 24 * scale, 28 * scale, 46 * scale, std::max(48.0f, 76 * scale)};
}

std::vector<Intent> draw(const view::Screen& screen, Ui& ui) {
  std::vector<Intent> intents;
  follow(screen, ui);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
  ImGui::Begin("kiosk", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  {
    Painter painter(screen, ui, intents);
    ui.wants_frame = false;
    take_keys(painter);
    ui.items.clear();
    painter.is_blocked = !ui.asking.empty();
    const float banner = draw_window(painter, size.x, size.y);
    if (painter.is_blocked) draw_question(painter, size.x, size.y, banner);
    ui.wants_press = false;
    reveal(ui);
  }
  ImGui::End();
  ImGui::PopStyleVar(3);
  return intents;
}

}  // namespace qadam::kiosk
