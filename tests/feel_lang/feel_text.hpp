// FEEL text evaluated over a few declared fields, for tests written as packs are written.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "feel/evaluate.hpp"
#include "feel/literal.hpp"
#include "feel_lang/compile.hpp"

namespace qadam::testing {

// Fields: a b c boolean; n m number; s string; e enumeration x y z; d birth date; l list of texts.
inline const feel_lang::Names& names() {
  using feel_lang::Type;
  static const feel_lang::Names kNames = {{"a", {Type::boolean, 0, {}}}, {"b", {Type::boolean, 1, {}}},
                                          {"c", {Type::boolean, 2, {}}}, {"n", {Type::number, 3, {}}},
                                          {"m", {Type::number, 4, {}}},  {"s", {Type::string, 5, {}}},
                                          {"d", {Type::date, 6, {}}},    {"e", {Type::string, 7, {"x", "y", "z"}}},
                                          {"l", {Type::list, 8, {}}}};
  return kNames;
}

inline constexpr std::uint32_t kFieldCount = 9;

inline base::Date date_of(const char* iso) {
  return base::parse_date(iso).value();
}

// Answers by name; the others are unknown.
class Answers final : public feel::Fields {
 public:
  Answers() = default;

  Answers(std::map<std::string, feel::Value> values) {
    for (auto& entry : values) by_number_.emplace(names().find(entry.first)->second.field, std::move(entry.second));
  }

  [[nodiscard]] feel::Value field(std::uint32_t number) const override {
    const auto it = by_number_.find(number);
    if (it != by_number_.end()) return it->second;
    feel::Unknown unknown;
    unknown.questions.add(number);
    return unknown;
  }

 private:
  std::map<std::uint32_t, feel::Value> by_number_;
};

// FEEL-like notation of a value: "true", "null", "1.5", "\"x\"", "2026-01-01", "P18M", "PT60S", "[1, 2]", "?a,n".
inline std::string shown(const feel::Value& value) {
  if (value.is_null()) return "null";
  if (value.is_true()) return "true";
  if (value.is_false()) return "false";
  if (const auto* n = value.as<base::Decimal>()) return n->text();
  if (const auto* s = value.as<std::string>()) return "\"" + *s + "\"";
  if (const auto* d = value.as<base::Date>()) return d->iso();
  if (const auto* m = value.as<feel::Months>()) return "P" + std::to_string(m->count) + "M";
  if (const auto* s = value.as<feel::Seconds>()) return "PT" + s->count.text() + "S";
  if (const feel::List* list = value.list()) {
    std::string out;
    for (const feel::Value& item : list->items) out += (out.empty() ? "" : ", ") + shown(item);
    return "[" + out + "]";
  }
  if (const auto* u = value.as<feel::Unknown>()) {
    std::string out = "?";
    for (const auto& entry : names()) {
      if (u->questions.contains(entry.second.field)) out += (out.size() == 1 ? "" : ",") + entry.first;
    }
    return out;
  }
  if (const feel::Context* context = value.context()) {
    std::string out;
    for (const auto& entry : context->entries)
      out += (out.empty() ? "" : ", ") + entry.first + ": " + shown(entry.second);
    return "{" + out + "}";
  }
  return feel::text_of(value);
}

inline const char* kToday = "2026-08-01";

// The result, or the error's code when the text does not compile.
inline std::string evaluated(const std::string& text, const Answers& answers = {}, std::uint32_t* errors = nullptr) {
  feel::Program program;
  const auto compiled = feel_lang::compile(text, names(), feel_lang::Type::any, program);
  if (!compiled) return compiled.error().code + " " + compiled.error().place;
  if (!feel::is_sound(program, kFieldCount)) return "unsound";
  const feel::Outcome outcome = feel::evaluate(program, compiled->root, answers, date_of(kToday));
  if (errors != nullptr) *errors = outcome.errors;
  return shown(outcome.value);
}

// The same of what the checker would refuse in a pack: FEEL as it stands.
inline std::string meant(const std::string& text, const Answers& answers = {}, std::uint32_t* errors_met = nullptr) {
  feel::Program program;
  std::vector<base::Error> errors;
  const auto compiled = feel_lang::compile_unchecked(text, names(), program, errors);
  if (!compiled) return errors.front().code + " " + errors.front().place;
  if (!feel::is_sound(program, kFieldCount)) return "unsound";
  const feel::Outcome outcome = feel::evaluate(program, compiled->root, answers, date_of(kToday));
  if (errors_met != nullptr) *errors_met = outcome.errors;
  return outcome.exhausted ? "exhausted" : shown(outcome.value);
}

}  // namespace qadam::testing
