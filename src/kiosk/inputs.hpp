// The texts that a person types on the kiosk: which inputs a field has, and what stands in them before it is sent.
//
// Host-free; knows no ImGui. A date field has three inputs, "<field>.year", ".month" and ".day"; other typed fields
// have one, "<field>".
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui.hpp"
#include "view/screen.hpp"

namespace qadam::kiosk {

struct Input {
  std::string id;
  const view::Field* field = nullptr;
  std::string_view chrome;   // key of its label among the chrome, for parts of a date
  std::size_t longest = 64;  // characters
  bool is_digits = true;
};

// In reading order: day, month, year. Empty for fields that are not typed.
std::vector<Input> inputs_of(const view::Field& field);
std::vector<Input> inputs_of(const view::Screen& screen);

// What the input shows: the half-typed text, else its part of the field's value.
std::string input_text(const Ui& ui, const Input& input);

bool has_draft(const Ui& ui, const view::Field& field);
void drop_draft(Ui& ui, const view::Field& field);

// The field's whole text as an answer ("Y-M-D" for a date); empty when nothing is typed.
std::string draft_value(const Ui& ui, const view::Field& field);

// Adds the signs that the input takes and has room for; true when it is full.
bool type_into(Ui& ui, const Input& input, std::string_view signs);
void erase_last(Ui& ui, const Input& input);

}  // namespace qadam::kiosk
