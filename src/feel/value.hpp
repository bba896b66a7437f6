// Value: what a FEEL expression evaluates to.
//
// Beside FEEL's own null stands `unknown`: not answered yet, with the questions that would settle it. Null means known
// to be absent (or a FEEL error, which is reported); the two never mix (research/feel.md 3). Source: OMG DMN 1.5, 10.3.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "feel/question_set.hpp"

namespace qadam::feel {

class Value;

struct Null {};

struct Unknown {
  QuestionSet questions;
};

// Years and months duration, in whole months.
struct Months {
  std::int64_t count = 0;
};

// Days and time duration, in seconds.
struct Seconds {
  std::int64_t count = 0;
};

struct List {
  std::vector<Value> items;
};

struct Range;

class Value {
 public:
  using Variant = std::variant<Null, Unknown, bool, base::Decimal, std::string, base::Date, Months, Seconds,
                               std::shared_ptr<const List>, std::shared_ptr<const Range>>;

  Value() = default;  // null

  template <class T>

  requires(!std::is_same_v<std::remove_cvref_t<T>, Value>) Value(T&& value) : data_(std::forward<T>(value)) {}

  template <class T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&data_);
  }

  [[nodiscard]] bool is_null() const { return as<Null>() != nullptr; }

  [[nodiscard]] bool is_unknown() const { return as<Unknown>() != nullptr; }

  [[nodiscard]] bool is_true() const { return as<bool>() != nullptr && *as<bool>(); }

  [[nodiscard]] bool is_false() const { return as<bool>() != nullptr && !*as<bool>(); }

  [[nodiscard]] std::size_t index() const { return data_.index(); }

  [[nodiscard]] const List* list() const {
    const auto* p = as<std::shared_ptr<const List>>();
    return p == nullptr ? nullptr : p->get();
  }

  [[nodiscard]] const Range* range() const {
    const auto* p = as<std::shared_ptr<const Range>>();
    return p == nullptr ? nullptr : p->get();
  }

 private:
  Variant data_;
};

struct Range {
  Value low;
  Value high;
  bool low_included = true;
  bool high_included = true;
};

[[nodiscard]] inline Value make_list(std::vector<Value> items) {
  return Value(std::make_shared<const List>(List{std::move(items)}));
}

// United questions of two operands, for an operator that needs both.
[[nodiscard]] Value unknown_of(const Value& a, const Value& b);

// FEEL equality (DMN 10.3.2.13.1): true, false, or null when the kinds differ (null = null is true, null = x false).
// Unknown when an operand is unknown, or a list holds an unknown that matters.
[[nodiscard]] Value equal(const Value& a, const Value& b);

// -1, 0, 1 as a number, or null when the two cannot be ordered; unknown when an operand is.
enum class Order { less, equal, greater, none };
[[nodiscard]] Order order(const Value& a, const Value& b);

}  // namespace qadam::feel
