// SPDX-License-Identifier: MIT
#include "engine/answer.hpp"

#include "base/text.hpp"
#include "engine/papers.hpp"
#include "person/identifier.hpp"

namespace qadam::engine {
namespace {

using service::Field;
using service::FieldType;

constexpr std::string_view kStateNames[] = {"unanswered", "dontKnow", "withheld", "none", "value"};

bool is_option(const Field& field, std::string_view value) {
  for (const service::Option& option : field.options) {
    if (option.value == value) return true;
  }
  return false;
}

void read_text(const Field& field, Answer& answer) {
  const std::string_view text = base::trim(answer.text);
  const std::size_t limit = field.max_length == 0 ? kMaxTextLength : field.max_length;
  if (base::has_unprintable(text)) {
    answer.issue = "text.control";
  } else if (base::length(text) > limit) {
    answer.issue = "text.long";
  } else {
    answer.value = std::string(text);
  }
}

void read_date(const Field& field, base::Date today, Answer& answer) {
  const auto date = base::parse_typed_date(answer.text);
  if (!date) {
    answer.issue = date.error().code;
  } else if (field.has(service::kPast) && *date > today) {
    answer.issue = "date.future";
  } else {
    answer.value = *date;
  }
}

void read_iin(Answer& answer) {
  const auto iin = person::parse_iin(answer.text);
  if (!iin) {
    answer.issue = iin.error().code;
    return;
  }
  answer.value = iin->digits;
  answer.warnings = iin->warnings;
}

void read_phone(Answer& answer) {
  const auto phone = person::parse_phone(answer.text);
  if (!phone) {
    answer.issue = phone.error().code;
    return;
  }
  answer.value = phone->e164;
  if (!phone->known_mobile) answer.warnings.emplace_back("phone.prefix");
}

void read_choices(const Field& field, Answer& answer) {
  std::vector<feel::Value> items;
  bool sound = true;
  base::split(answer.text, ',', [&](std::string_view part) {
    sound = sound && is_option(field, part);
    items.emplace_back(std::string(part));
  });
  if (sound) {
    answer.value = feel::make_list(std::move(items));
  } else {
    answer.issue = "option";
  }
}

void read_file(Answer& answer) {
  const auto file = chosen_file(answer.text);
  if (!file || base::has_unprintable(file->name)) {
    answer.issue = "file.read";
  } else if (file->bytes > kMaxFileBytes) {
    answer.issue = "file.large";
  } else if (file->digest.find_first_not_of('0') == std::string_view::npos) {
    answer.issue = "file.read";
  } else if (file->bytes == 0) {
    answer.issue = "file.empty";
  } else if (file->kind != "pdf" && file->kind != "jpeg" && file->kind != "png") {
    answer.issue = "file.type";
  } else {
    answer.value = answer.text;
  }
}

void read_value(const Field& field, base::Date today, Answer& answer) {
  switch (field.type) {
    case FieldType::text:
      return read_text(field, answer);
    case FieldType::iin:
      return read_iin(answer);
    case FieldType::phone:
      return read_phone(answer);
    case FieldType::date:
      return read_date(field, today, answer);
    case FieldType::choices:
      return read_choices(field, answer);
    case FieldType::choice:
      if (is_option(field, answer.text)) {
        answer.value = answer.text;
      } else {
        answer.issue = "option";
      }
      return;
    case FieldType::boolean:
      if (answer.text == "true" || answer.text == "false") {
        answer.value = answer.text == "true";
      } else {
        answer.issue = "option";
      }
      return;
    case FieldType::number:
      if (const auto number = base::Decimal::parse(base::trim(answer.text))) {
        answer.value = *number;
      } else {
        answer.issue = "number.form";
      }
      return;
    case FieldType::file:
      return read_file(answer);
  }
}

bool offered(const Field& field, AnswerState state) {
  switch (state) {
    case AnswerState::dont_know:
      return field.has(service::kMayNotKnow) || field.source == service::Source::registry;
    case AnswerState::withheld:
      return field.has(service::kMayWithhold);
    case AnswerState::none:
      return field.has(service::kMayBeNone) || field.source == service::Source::registry;
    default:
      return true;
  }
}

}  // namespace

Answer read_answer(const Field& field, AnswerState state, std::string_view text, base::Date today) {
  Answer answer;
  if (!offered(field, state)) return answer;
  answer.state = state;
  if (state != AnswerState::value) return answer;
  if (text.size() > kMaxAnswerBytes) {
    std::size_t end = kMaxAnswerBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not within a letter
    answer.text = std::string(text.substr(0, end));
    answer.issue = "text.long";
    return answer;
  }
  if (base::trim(text).empty() || text == "--") return {};
  answer.text = std::string(text);
  read_value(field, today, answer);
  return answer;
}

std::string_view name(AnswerState state) {
  return kStateNames[static_cast<std::size_t>(state)];
}

AnswerState answer_state(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kStateNames); ++i) {
    if (kStateNames[i] == name) return static_cast<AnswerState>(i);
  }
  return AnswerState::unanswered;
}

}  // namespace qadam::engine
