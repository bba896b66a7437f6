// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "kiosk/inputs.hpp"
#include "kiosk/page.hpp"

namespace qadam::kiosk {
namespace {

// One thing to choose: an option of the field, or "I don't know".
struct Card {
  std::string id;
  std::string_view text;
  std::string_view hint;
  bool is_chosen = false;
  bool is_box = false;  // one of several that may be chosen
};

float card_height(const Painter& p, const Card& card, float width) {
  const float room = width - p.px(108);
  return std::max(p.target(),
                  p.text_height(card.text, Type::Body, room) + p.text_height(card.hint, Type::Small, room) + p.px(32));
}

void draw_mark(Painter& p, const Card& card, const Rect& rect) {
  const float side = p.px(38);
  const Rect mark{rect.x + p.px(26), rect.y + (rect.h - side) / 2, side, side};
  const float rounding = card.is_box ? p.px(6) : side / 2;
  p.fill(mark, card.is_chosen ? kTeal : kCard, rounding);
  p.frame(mark, card.is_chosen ? kTeal : kBorder, std::max(2.0f, p.px(4)), rounding);
  if (card.is_chosen) p.check_mark(mark.x + side * 0.24f, mark.y + side * 0.24f, side * 0.52f, kCard);
}

bool draw_card(Painter& p, const Card& card, const std::string& group, const Rect& rect) {
  const Press state = p.press(card.id, group, rect, card.is_chosen);
  const float rounding = p.px(12);
  const bool is_strong = card.is_chosen || state.is_held;
  p.fill(rect, is_strong ? kChosen : kCard, rounding);
  p.frame(rect, is_strong ? kTeal : kBorder, is_strong ? std::max(3.0f, p.px(5)) : std::max(1.5f, p.px(2)), rounding);
  draw_mark(p, card, rect);
  const float x = rect.x + p.px(84);
  const float room = rect.w - p.px(108);
  const float words = p.text_height(card.text, Type::Body, room) + p.text_height(card.hint, Type::Small, room);
  float y = rect.y + (rect.h - words) / 2;
  y += p.text(card.text, Type::Body, x, y, room, kInk, card.is_chosen);
  p.text(card.hint, Type::Small, x, y, room, kMuted);
  p.focus_ring(card.id, rect, rounding);
  return state.is_done;
}

// Two columns when every card is short: answers stay in sight without scrolling.
bool fits_two_columns(const Painter& p, const std::vector<Card>& cards, const std::string& kind, float width) {
  if (kind != "yesNo" && cards.size() < 6) return false;
  return std::all_of(cards.begin(), cards.end(), [&](const Card& card) {
    return card.hint.empty() && p.text_width(card.text, Type::Body) <= width / 2 - p.px(124);
  });
}

// Calls on_press(index) for the card that was pressed.
template <class F>
void draw_cards(Painter& p, Column& column, const std::vector<Card>& cards, const std::string& group, bool is_double,
                F&& on_press) {
  const float gap = p.px(14);
  const float width = is_double ? (column.width - gap) / 2 : column.width;
  float row = 0;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const bool is_right = is_double && i % 2 == 1;
    row = std::max(is_right ? row : 0, card_height(p, cards[i], width));
    const Rect rect{column.x + (is_right ? width + gap : 0), column.y, width, row};
    if (draw_card(p, cards[i], group, rect)) on_press(i);
    if (!is_double || is_right || i + 1 == cards.size()) column.y += row + gap;
  }
}

bool is_member(std::string_view list, std::string_view value) {
  bool is_found = false;
  base::split(list, ',', [&](std::string_view part) { is_found = is_found || part == value; });
  return is_found;
}

// The list with this value put in or taken out, in the order of the options.
std::string toggled(const view::Field& field, const std::string& value) {
  std::string list;
  for (const view::Option& option : field.options) {
    if (is_member(field.value, option.value) == (option.value == value)) continue;
    list += (list.empty() ? "" : ",") + option.value;
  }
  return list;
}

void draw_options(Painter& p, Column& column, const view::Field& field) {
  const bool is_several = field.kind == "choices";
  std::vector<Card> cards;
  for (const view::Option& option : field.options) {
    const bool is_chosen =
        field.state == "value" && (is_several ? is_member(field.value, option.value) : field.value == option.value);
    cards.push_back({field.id + "=" + option.value, option.text, option.hint, is_chosen, is_several});
  }
  const bool is_double = fits_two_columns(p, cards, field.kind, column.width);
  draw_cards(p, column, cards, field.id, is_double, [&](std::size_t i) {
    const std::string& value = field.options[i].value;
    const std::string answer = is_several ? toggled(field, value) : value;
    p.answer(field.id, answer.empty() ? "unanswered" : "value", answer);
  });
}

// "I don't know" and "I'd rather not say" stand apart from the answers.
void draw_no_answer(Painter& p, Column& column, const view::Field& field) {
  std::vector<Card> cards;
  std::vector<std::string> states;
  const auto offer = [&](const std::string& state, std::string_view words) {
    cards.push_back({field.id + "=" + state, words, {}, field.state == state, false});
    states.push_back(state);
  };
  if (field.may_not_know) offer("dontKnow", p.chrome("dont_know"));
  if (field.may_withhold) offer("withheld", p.chrome("withheld"));
  if (cards.empty()) return;
  column.y += p.px(10);
  draw_cards(p, column, cards, field.id, false, [&](std::size_t i) {
    drop_draft(p.ui, field);
    p.answer(field.id, states[i], {});
  });
}

float input_width(const Painter& p, const Input& input, float widest) {
  const float em = p.ui.sizes.body_em * 1.15f;
  const float signs = static_cast<float>(std::clamp<std::size_t>(input.longest, 2, 26));
  return std::min(widest, signs * em * 0.72f + p.px(56));
}

void draw_input(Painter& p, const Input& input, const Rect& rect, bool is_wrong) {
  const Press state = p.press(input.id, {}, rect);
  const bool is_active = p.ui.active == input.id;
  const float rounding = p.px(10);
  p.fill(rect, state.is_held ? kChosen : kCard, rounding);
  const ImU32 edge = is_wrong ? kRed : is_active ? kTeal : kBorder;
  p.frame(rect, edge, is_active || is_wrong ? std::max(3.0f, p.px(6)) : std::max(2.0f, p.px(3)), rounding);
  const std::string text = input_text(p.ui, input);
  const float line = p.text_height("0", Type::Body, 0);
  // The end of a long text matters: it is what one types.
  const float room = rect.w - 2 * p.px(24);
  const float over = std::max(0.0f, p.text_width(text, Type::Body) - room);
  const Rect inside{rect.x + p.px(12), rect.y, rect.w - 2 * p.px(12), rect.h};
  p.text_in(text, inside, rect.x + p.px(24) - over, rect.y + (rect.h - line) / 2, kInk);
  p.focus_ring(input.id, rect, rounding);
  if (state.is_done) activate(p, input.id);
}

void draw_inputs(Painter& p, Column& column, const view::Field& field) {
  const float gap = p.px(24);
  const float height = p.target();
  float x = column.x;
  float bottom = column.y;
  for (const Input& input : inputs_of(field)) {
    const std::string_view label = input.chrome.empty() ? std::string_view() : p.chrome(input.chrome);
    const float width = std::max(input_width(p, input, column.width), p.text_width(label, Type::Small));
    const float words = p.text(label, Type::Small, x, column.y, width + 1, kMuted);
    const Rect rect{x, column.y + words + (words > 0 ? p.px(4) : 0), width, height};
    draw_input(p, input, rect, !field.error.empty());
    x += width + gap;
    bottom = std::max(bottom, rect.y + rect.h);
  }
  column.y = bottom + p.px(16);
}

// Invented people's numbers: one tap fills the field.
void draw_examples(Painter& p, Column& column, const view::Field& field) {
  if (field.examples.empty()) return;
  std::vector<Card> cards;
  for (const view::Option& example : field.examples) {
    cards.push_back({field.id + "~" + example.value, example.text, example.hint, field.value == example.value, false});
  }
  column.y += p.px(10);
  column.y += p.text(p.chrome("signin.examples"), Type::Body, column.x, column.y, column.width, kInk, true);
  column.y +=
      p.text(p.chrome("signin.examples_text"), Type::Small, column.x, column.y, column.width, kMuted) + p.px(10);
  draw_cards(p, column, cards, field.id + "~", false, [&](std::size_t i) {
    drop_draft(p.ui, field);
    p.answer(field.id, "value", field.examples[i].value);
  });
}

ImU32 status_colour(const std::string& state) {
  if (state == "passed" || state == "done") return kGreen;
  if (state == "stopped" || state == "unavailable") return kRed;
  return state == "running" || state == "current" ? kTeal : kMuted;
}

// Rows to read: label and value, a status mark, and what changes the answer.
void draw_row(Painter& p, Column& column, const view::Field& field) {
  const bool has_status = field.kind == "checkRow" || field.kind == "stageRow";
  const std::string& value = field.shown.empty() ? field.value : field.shown;
  const float mark = has_status ? p.px(48) : 0;
  const float change = field.action.empty() ? 0 : p.button_width(p.chrome("change"), column.width / 3) + p.px(20);
  const float room = column.width - mark - change;
  const float top = column.y + p.px(12);
  const ImU32 colour = status_colour(field.state);
  if (has_status && (field.state == "passed" || field.state == "done")) {
    p.check_mark(column.x, top + p.px(6), p.px(26), colour);
  } else if (has_status) {
    p.fill({column.x + p.px(4), top + p.px(10), p.px(18), p.px(18)}, colour, p.px(9));
  }
  float y = top + p.text(field.label, has_status ? Type::Body : Type::Small, column.x + mark, top, room,
                         has_status ? kInk : kMuted);
  y += p.text(value, has_status ? Type::Small : Type::Body, column.x + mark, y, room, has_status ? colour : kInk);
  if (!field.error.empty()) y += p.text(field.error, Type::Body, column.x + mark, y, room, kRed);
  if (change > 0) {
    const std::string_view words = p.chrome("change");
    const float width = change - p.px(20);
    const Rect rect{column.x + column.width - width, top, width, p.button_height(words, width)};
    if (p.button("action." + field.action, {}, rect, words, kSecondary) && !p.screen.busy) {
      p.send_drafts();
      p.intents.push_back({Intent::Kind::Act, field.action, {}, {}});
    }
    y = std::max(y, rect.y + rect.h);
  }
  p.fill({column.x, y + p.px(12), column.width, std::max(1.0f, p.px(2))}, kRule);
  column.y = y + p.px(14);
}

void draw_label(Painter& p, Column& column, const view::Field& field) {
  // A page of one question bears the question as its title.
  std::string label = field.label == p.screen.title ? std::string() : field.label;
  if (!field.required && !label.empty()) label.append(" ").append(p.chrome("optional"));
  const float width = column.width;
  column.y += p.text(label, Type::Body, column.x, column.y, width, kInk, true);
  column.y += p.text(field.hint, Type::Small, column.x, column.y, width, kMuted);
  if (!field.error.empty()) {
    column.y += p.px(6);
    p.warning_sign(column.x, column.y + p.px(6), p.px(30), kRed);
    column.y += p.text(field.error, Type::Body, column.x + p.px(44), column.y, width - p.px(44), kRed, true);
  }
  column.y += p.px(14);
}

}  // namespace

void draw_field(Painter& p, Column& column, const view::Field& field) {
  const bool is_choice =
      field.kind == "choice" || field.kind == "choices" || field.kind == "yesNo" || field.kind == "slot";
  const bool is_input = !inputs_of(field).empty();
  if (!is_choice && !is_input) {
    draw_row(p, column, field);
    return;
  }
  const float top = column.y;
  draw_label(p, column, field);
  if (is_choice) draw_options(p, column, field);
  if (is_input) draw_inputs(p, column, field);
  draw_no_answer(p, column, field);
  draw_examples(p, column, field);
  if (!field.error.empty()) p.fill({column.x - p.px(20), top, p.px(6), column.y - top}, kRed);
  if (!field.why.empty()) draw_details(p, column, field.id + ".why", p.chrome("why"), field.why);
  column.y += p.px(20);
}

}  // namespace qadam::kiosk
