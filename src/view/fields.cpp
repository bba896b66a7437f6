// Fields to fill in and rows to read (see builder.hpp).
// SPDX-License-Identifier: MIT
#include "view/builder.hpp"

namespace qadam::view {
namespace {

using engine::Answer;
using engine::AnswerState;
using service::FieldType;

constexpr const char* kKinds[] = {"text", "iin", "phone", "date", "choice", "choices", "yesNo", "file", "text"};
constexpr std::uint32_t kPhoneLength = 20;
constexpr std::uint32_t kIinLength = 14;  // 12 digits and the spaces people put between them

std::string file_name(const Answer& answer) {
  const auto file = engine::chosen_file(answer.text);
  return file ? std::string(file->name) : std::string();
}

}  // namespace

Field Builder::input_field(std::uint16_t number) const {
  const service::Field& field = m_.fields[number];
  const Answer& answer = s_.answers[number];
  Field out;
  out.id = field.id;
  out.kind = kKinds[static_cast<std::size_t>(field.type)];
  out.label = own(field.title);
  out.hint = own(field.hint);
  out.why = own(field.why);
  out.value = answer.text;
  out.state = name(answer.state);
  out.required = !field.has(service::kMayBeNone);
  out.may_not_know = field.has(service::kMayNotKnow);
  out.may_withhold = field.has(service::kMayWithhold);
  out.law = law(field.law);
  out.max_length = field.max_length;
  if (field.type == FieldType::iin) out.max_length = kIinLength;
  if (field.type == FieldType::phone) out.max_length = kPhoneLength;
  if (field.type == FieldType::boolean)
    out.options = {{"true", ui(Key::ui_yes), "", ""}, {"false", ui(Key::ui_no), "", ""}};
  const auto* order = t_.order(number);
  for (std::size_t i = 0; i < field.options.size(); ++i) {
    const std::size_t at = order != nullptr && i < order->size() ? (*order)[i] : i;
    if (at >= field.options.size()) continue;
    const service::Option& option = field.options[at];
    out.options.push_back({option.value, own(option.text), own(option.hint), own(option.group)});
  }
  if (field.type == FieldType::file) out.shown = file_name(answer);
  if (demonstration()) {
    for (const service::Option& example : field.examples)
      out.examples.push_back({example.value, own(example.text), "", ""});
  }
  return out;
}

Field Builder::code_field(engine::Input input, Key label, const std::string& hint) const {
  Field out;
  out.id = name(input);
  out.kind = "code";
  out.label = ui(label);
  out.hint = hint;
  out.value = s_.inputs[static_cast<std::size_t>(input)];
  out.state = out.value.empty() ? "unanswered" : "value";
  out.max_length = 8;
  return out;
}

Field Builder::text_input(engine::Input input, Key label, Key hint) const {
  Field out = code_field(input, label);
  out.kind = "text";
  out.max_length = 40;
  if (hint != Key::count) out.hint = ui(hint);
  return out;
}

std::string Builder::shown_answer(std::uint16_t number) const {
  const service::Field& field = m_.fields[number];
  const Answer& answer = s_.answers[number];
  const bool is_file = field.type == FieldType::file;
  switch (answer.state) {
    case AnswerState::unanswered:
      return ui(Key::ui_not_answered);
    case AnswerState::dont_know:
      return ui(is_file ? Key::ui_file_not_yet : Key::ui_dont_know);
    case AnswerState::withheld:
      return ui(Key::ui_withheld);
    case AnswerState::none:
      return ui(is_file ? Key::ui_file_none : Key::ui_no);
    case AnswerState::value:
      break;
  }
  if (is_file) return file_name(answer);
  if (!answer.issue.empty()) return answer.text;
  if (const auto* day = answer.value.as<base::Date>()) return date(*day);
  if (const auto* truth = answer.value.as<bool>()) return ui(*truth ? Key::ui_yes : Key::ui_no);
  const auto option_text = [&](const std::string& value) {
    for (const service::Option& option : field.options) {
      if (option.value == value) return own(option.text);
    }
    return value;
  };
  if (const feel::List* list = answer.value.list()) {
    std::string joined;
    for (const feel::Value& item : list->items) {
      if (item.as<std::string>() != nullptr)
        joined += (joined.empty() ? "" : ", ") + option_text(*item.as<std::string>());
    }
    return joined;
  }
  if (const auto* text = answer.value.as<std::string>()) return field.options.empty() ? *text : option_text(*text);
  return answer.text;
}

// With an action, it can be changed.
Field Builder::answer_row(std::uint16_t field, std::string action) const {
  Field row;
  row.id = "row." + m_.fields[field].id;
  row.kind = "summaryRow";
  row.label = own(m_.fields[field].title);
  row.value = s_.answers[field].text;
  row.state = name(s_.answers[field].state);
  row.shown = shown_answer(field);
  if (!action.empty()) row.action_text = ui(Key::ui_change_what, {{"what", row.label}});
  row.action = std::move(action);
  return row;
}

void Builder::summary_rows(bool with_change) {
  for (std::size_t i = 0; i < m_.screens.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    if (!engine::is_shown(m_, s_, number)) continue;
    for (const std::uint16_t field : engine::asked_fields(m_, s_, number))
      out_.fields.push_back(answer_row(field, with_change ? "change:" + m_.screens[i].id : std::string()));
  }
}

}  // namespace qadam::view
