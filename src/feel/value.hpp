// Value: what a FEEL expression evaluates to.
//
// Beside FEEL's own null stands `unknown`: not answered yet, with the questions that would settle it. Null means known
// to be absent (or a FEEL error, which is reported); the two never mix (research/feel.md 3). Lists and contexts may hold
// unknown members. They, and ranges, are shared and never changed; each knows its whole weight, so that walking one has
// a known cost, and the questions of all that is unknown in it.
// Source: OMG DMN 1.5, 10.3.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
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

// Years and months duration, in whole months; at most kMaxMonths either way.
struct Months {
  std::int64_t count = 0;
};

// Days and time duration, in seconds, exact to any fraction; at most kMaxSeconds either way.
struct Seconds {
  base::Decimal count;
};

struct List;
struct Context;
struct Range;

// From the first day that a date can be to the last, and some.
inline constexpr std::int64_t kMaxMonths = std::int64_t{2'000'000'000} * 12;
inline constexpr std::int64_t kMaxSeconds = std::int64_t{2'000'000'000} * 366 * 86400;

enum class Kind : std::uint8_t { null, unknown, boolean, number, string, date, months, seconds, list, context, range };

class Value {
 public:
  // In the order of Kind.
  using Variant =
      std::variant<Null, Unknown, bool, base::Decimal, std::string, base::Date, Months, Seconds,
                   std::shared_ptr<const List>, std::shared_ptr<const Context>, std::shared_ptr<const Range>>;

  Value();  // null
  Value(const Value& other);
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  ~Value();

  template <class T>

  requires(!std::is_same_v<std::remove_cvref_t<T>, Value>) Value(T&& value) : data_(std::forward<T>(value)) {}

  template <class T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&data_);
  }

  [[nodiscard]] Kind kind() const { return static_cast<Kind>(data_.index()); }

  [[nodiscard]] bool is(Kind kind_wanted) const { return kind() == kind_wanted; }

  [[nodiscard]] bool is_null() const { return is(Kind::null); }

  [[nodiscard]] bool is_unknown() const { return is(Kind::unknown); }

  [[nodiscard]] bool is_true() const { return as<bool>() != nullptr && *as<bool>(); }

  [[nodiscard]] bool is_false() const { return as<bool>() != nullptr && !*as<bool>(); }

  // nullptr for any other kind.
  [[nodiscard]] const List* list() const;
  [[nodiscard]] const Context* context() const;
  [[nodiscard]] const Range* range() const;

  // Unknown itself, or with an unknown member at any depth.
  [[nodiscard]] bool has_unknown() const;

  // How many values this one is made of, itself included, whatever is shared counted as often as it stands there; 16
  // bytes of text count as one, and a context of n entries n * n / 32 more.
  [[nodiscard]] std::uint32_t weight() const;

 private:
  Variant data_;
};

struct List {
  std::vector<Value> items;
  std::uint32_t weight = 1;
  bool has_unknown = false;
  QuestionSet questions;
};

// Entries in the order in which they were written; keys are distinct.
struct Context {
  std::vector<std::pair<std::string, Value>> entries;
  std::uint32_t weight = 1;
  bool has_unknown = false;
  QuestionSet questions;

  // nullptr when there is none.
  [[nodiscard]] const Value* get(std::string_view key) const;
};

// An interval "[low..high]", or the interval of a unary test "(< 5)", "(!= 5)": those two are never equal, though they
// may hold the same values. An absent end of a test is null and not included.
enum class Test : std::uint8_t { none, less, less_equal, greater, greater_equal, equal, not_equal };

struct Range {
  Value low;
  Value high;
  bool low_included = true;
  bool high_included = true;
  Test test = Test::none;
  std::uint32_t weight = 1;  // set by make_range
};

[[nodiscard]] Value make_list(std::vector<Value> items);
[[nodiscard]] Value make_context(std::vector<std::pair<std::string, Value>> entries);
[[nodiscard]] Value make_range(Range range);

// Adds the questions of every unknown in `value`, at any depth.
void add_questions(const Value& value, QuestionSet& questions);

// United questions of two operands, for an operator that needs both.
[[nodiscard]] Value unknown_of(const Value& a, const Value& b);

// FEEL equality (DMN 10.3.2.13.1): true, false, or null when the kinds differ (null = null is true, null = x false).
// Unknown when an operand is unknown, or a list or context holds an unknown that matters.
[[nodiscard]] Value equal(const Value& a, const Value& b);

// Whether no FEEL expression can tell the two apart: equal, and the entries of contexts in the same order (which string()
// and get entries() show). No unknown is identical to anything. Costs at most the lighter one's weight.
[[nodiscard]] bool identical(const Value& a, const Value& b);

// How two numbers, texts, dates or durations of one kind stand to each other; `none` for anything else.
enum class Order : std::uint8_t { less, equal, greater, none };
[[nodiscard]] Order order(const Value& a, const Value& b);

}  // namespace qadam::feel
