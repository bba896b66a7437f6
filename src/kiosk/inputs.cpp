// SPDX-License-Identifier: MIT
#include "kiosk/inputs.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace qadam::kiosk {
namespace {

std::string_view date_part(std::string_view value, int part) {
  for (; part > 0; --part) {
    const std::size_t dash = value.find('-');
    if (dash == std::string_view::npos) return {};
    value.remove_prefix(dash + 1);
  }
  return value.substr(0, value.find('-'));
}

bool is_typed(const view::Field& field) {
  return field.kind == "text" || field.kind == "iin" || field.kind == "phone" || field.kind == "code";
}

bool takes(const Input& input, char32_t sign) {
  if (!input.is_digits) return sign >= 0x20 && sign != 0x7F;
  return (sign >= '0' && sign <= '9') || (sign == '+' && input.field->kind == "phone");
}

}  // namespace

std::vector<Input> inputs_of(const view::Field& field) {
  if (field.kind == "date") {
    return {{field.id + ".day", &field, "day", 2},
            {field.id + ".month", &field, "month", 2},
            {field.id + ".year", &field, "year", 4}};
  }
  if (!is_typed(field)) return {};
  Input input{field.id, &field, {}};
  if (field.max_length != 0) input.longest = field.max_length;
  input.is_digits = field.kind != "text";
  return {input};
}

std::vector<Input> inputs_of(const view::Screen& screen) {
  std::vector<Input> all;
  for (const view::Field& field : screen.fields) {
    for (Input& input : inputs_of(field)) all.push_back(std::move(input));
  }
  return all;
}

std::string input_text(const Ui& ui, const Input& input) {
  const auto draft = ui.drafts.find(input.id);
  if (draft != ui.drafts.end()) return draft->second;
  if (input.chrome.empty()) return input.field->value;
  const int part = input.chrome == "year" ? 0 : input.chrome == "month" ? 1 : 2;
  return std::string(date_part(input.field->value, part));
}

bool has_draft(const Ui& ui, const view::Field& field) {
  const std::vector<Input> inputs = inputs_of(field);
  return std::any_of(inputs.begin(), inputs.end(),
                     [&](const Input& input) { return ui.drafts.find(input.id) != ui.drafts.end(); });
}

void drop_draft(Ui& ui, const view::Field& field) {
  for (const Input& input : inputs_of(field)) ui.drafts.erase(input.id);
}

std::string draft_value(const Ui& ui, const view::Field& field) {
  const std::vector<Input> inputs = inputs_of(field);
  if (inputs.size() != 3) return inputs.empty() ? std::string() : input_text(ui, inputs[0]);
  std::string value = input_text(ui, inputs[2]) + "-" + input_text(ui, inputs[1]) + "-" + input_text(ui, inputs[0]);
  return value == "--" ? std::string() : value;
}

bool type_into(Ui& ui, const Input& input, std::string_view signs) {
  std::string text = input_text(ui, input);
  std::size_t length = base::length(text);
  for (std::size_t at = 0; at < signs.size();) {
    const std::size_t start = at;
    const char32_t sign = base::next_code_point(signs, at);
    if (!takes(input, sign) || length >= input.longest) continue;
    text += signs.substr(start, at - start);
    ++length;
    ui.drafts[input.id] = text;
  }
  return length >= input.longest;
}

void erase_last(Ui& ui, const Input& input) {
  std::string text = input_text(ui, input);
  if (text.empty()) return;
  // Back to the first byte of the last code point.
  while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u) text.pop_back();
  text.pop_back();
  ui.drafts[input.id] = text;
}

}  // namespace qadam::kiosk
