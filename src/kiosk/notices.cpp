// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/inputs.hpp"
#include "kiosk/page.hpp"

namespace qadam::kiosk {
namespace {

struct Colours {
  ImU32 edge;
  ImU32 fill;
};

Colours colours_of(const std::string& kind) {
  if (kind == "warning" || kind == "note") return {kAmber, kAmberPale};
  if (kind == "stop") return {kRed, kRedPale};
  if (kind == "success") return {kGreen, kGreenPale};
  return {kTeal, kChosen};
}

std::string words_of(const std::vector<view::Law>& laws) {
  std::string words;
  for (const view::Law& law : laws) words += (words.empty() ? "" : "\n") + law.text;
  return words;
}

// One item per line, each with a bullet; without `p` to draw on it only measures.
float draw_list(Painter& p, const std::string& text, float x, float y, float width, bool is_drawn) {
  const float indent = p.px(36);
  float height = 0;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = std::string_view(text).substr(start, end - start);
    const float line_height = p.text_height(line, Type::Body, width - indent);
    if (is_drawn) {
      const float dot = p.px(10);
      p.fill({x + p.px(8), y + height + p.ui.sizes.body_em * 0.68f - dot / 2, dot, dot}, kTeal, dot / 2);
      p.text(line, Type::Body, x + indent, y + height, width - indent, kInk);
    }
    height += line_height + p.px(6);
    start = end + 1;
  }
  return height;
}

// A drawn form as a list: "label: value" a line, below the line that says it is a sample.
std::string rows_of(std::string text) {
  for (std::size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t', at)) text.replace(at, 1, ": ");
  return text;
}

// Leads to its field; one that belongs to the whole page is only read.
void draw_error(Painter& p, const std::string& id, const view::FieldError& error, const Rect& row) {
  const bool is_link = !error.field.empty();
  const float indent = is_link ? p.px(36) : 0;
  const Press state = is_link ? p.press(id, {}, row) : Press{};
  if (state.is_held) p.fill(row, kCard, p.px(8));
  if (is_link) p.chevron({row.x, row.y, p.px(20), row.h}, 'r', kRed);
  const float text = p.text_height(error.text, Type::Body, row.w - indent);
  p.text(error.text, Type::Body, row.x + indent, row.y + (row.h - text) / 2, row.w - indent, kRed);
  p.focus_ring(id, row, p.px(8));
  if (!state.is_done) return;
  p.ui.reveal = error.field;
  for (const Input& input : inputs_of(p.screen)) {
    if (input.field->id == error.field) return activate(p, input.id);
  }
}

}  // namespace

void draw_errors(Painter& p, Column& column) {
  if (p.screen.errors.empty()) return;
  const float pad = p.px(26);
  const float room = column.width - 2 * pad;
  const std::string_view title = p.chrome("error_title");
  float height = pad + p.text_height(title, Type::Body, room) + p.px(20);
  for (const view::FieldError& error : p.screen.errors) height += p.button_height(error.text, room) + p.px(8);
  const Rect box{column.x, column.y, column.width, height};
  p.fill(box, kRedPale, p.px(12));
  p.frame(box, kRed, std::max(3.0f, p.px(5)), p.px(12));
  float y = column.y + pad;
  y += p.text(title, Type::Body, column.x + pad, y, room, kRed, true) + p.px(10);
  for (std::size_t i = 0; i < p.screen.errors.size(); ++i) {
    const view::FieldError& error = p.screen.errors[i];
    const Rect row{column.x + pad, y, room, p.button_height(error.text, room)};
    draw_error(p, "error." + std::to_string(i), error, row);
    y += row.h + p.px(8);
  }
  column.y += height + p.px(28);
}

void draw_details(Painter& p, Column& column, const std::string& id, std::string_view title, std::string_view text) {
  const std::string item = "details." + id;
  const bool is_open = p.ui.opened.count(item) != 0;
  const float icon = p.px(44);
  const float room = column.width - icon;
  const float words = p.text_height(title, Type::Body, room);
  const Rect row{column.x, column.y, std::min(column.width, icon + p.text_width(title, Type::Body) + p.px(24)),
                 std::max(p.target(), words + p.px(16))};
  const Press state = p.press(item, {}, row);
  if (state.is_held) p.fill(row, kChosen, p.px(8));
  p.chevron({row.x, row.y, p.px(30), row.h}, is_open ? 'd' : 'r', kTeal);
  p.text(title, Type::Body, row.x + icon, row.y + (row.h - words) / 2, room, kTeal);
  p.focus_ring(item, row, p.px(8));
  column.y += row.h;
  if (state.is_done) {
    if (is_open) {
      p.ui.opened.erase(item);
    } else {
      p.ui.opened.insert(item);
    }
    p.ui.wants_frame = true;
  }
  if (is_open) {
    const float height = p.text(text, Type::Body, column.x + icon, column.y, room, kInk);
    p.fill({column.x + p.px(13), column.y, std::max(2.0f, p.px(4)), height}, kTeal);
    column.y += height;
  }
  column.y += p.px(14);
}

void draw_laws(Painter& p, Column& column, const std::vector<view::Law>& laws) {
  if (laws.empty()) return;
  draw_details(p, column, "law", p.chrome("law"), words_of(laws));
}

void draw_notice(Painter& p, Column& column, const view::Notice& given) {
  view::Notice notice = given;
  if (notice.kind == "sample") notice.text = rows_of(std::move(notice.text));
  const std::string laws = words_of(notice.law);
  if (notice.kind == "details") {
    draw_details(p, column, notice.id, notice.title, laws.empty() ? notice.text : notice.text + "\n" + laws);
    return;
  }
  const bool is_list = notice.kind == "list" || notice.kind == "sample";
  const float pad = is_list ? 0 : p.px(24);
  const float room = column.width - 2 * pad;
  const float title = p.text_height(notice.title, Type::Body, room);
  const float text =
      is_list ? draw_list(p, notice.text, 0, 0, room, false) : p.text_height(notice.text, Type::Body, room);
  const float law = p.text_height(laws, Type::Small, room);
  const float height = 2 * pad + title + text + law + (law > 0 ? p.px(8) : 0) + (title > 0 && text > 0 ? p.px(6) : 0);
  if (!is_list) {
    const Colours colours = colours_of(notice.kind);
    p.fill({column.x, column.y, column.width, height}, colours.fill, p.px(8));
    p.fill({column.x, column.y, p.px(10), height}, colours.edge);
  }
  const float x = column.x + pad + (is_list ? 0 : p.px(6));
  float y = column.y + pad;
  if (title > 0) y += p.text(notice.title, Type::Body, x, y, room, notice.kind == "stop" ? kRed : kInk, true) + p.px(6);
  if (is_list) {
    y += draw_list(p, notice.text, x, y, room, true);
  } else {
    y += p.text(notice.text, Type::Body, x, y, room, kInk);
  }
  if (law > 0) p.text(laws, Type::Small, x, y + p.px(8), room, kMuted);
  column.y += height + p.px(22);
}

}  // namespace qadam::kiosk
