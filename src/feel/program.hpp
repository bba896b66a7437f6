// Program: compiled FEEL expressions of one service, as a flat pool of nodes.
//
// A node's children always have smaller numbers, so a program cannot loop and its depth is known when it is checked.
// The text of the expressions is not here (the front half is native, src/feel_lang); this is the form that ships.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"

namespace qadam::feel {

// Do not renumber: compiled files hold these. New ones go to the end, with service::kFormat raised.
enum class Op : std::uint8_t {
  null_literal,
  true_literal,
  false_literal,
  number,        // a: numbers
  string,        // a: strings
  date,          // a: integers, days
  months,        // a: integers
  seconds,       // a: integers
  field,         // a: field number
  list,          // kids: items
  range_closed,  // kids: low, high; [low..high]
  range_open,    // ]low..high[
  range_left_open,
  range_right_open,
  negate,
  add,
  subtract,
  multiply,
  divide,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  between,  // kids: value, low, high
  in,       // kids: value, tests...
  conjunction,
  disjunction,
  negation,
  conditional,  // kids: if, then, else
  property,     // a: Property; kid: value
  call,         // a: Function; kids: arguments
  test_less,    // a unary test inside `in`; kid: bound
  test_less_equal,
  test_greater,
  test_greater_equal,
  test_equal,
  test_not_equal,
  last_op = test_not_equal,
};

enum class Property : std::uint8_t {
  year,
  month,
  day,
  weekday,
  years,
  months,
  days,
  hours,
  minutes,
  seconds,
  last = seconds
};

enum class Function : std::uint8_t {
  today,
  date_of_text,
  date_of_parts,
  duration_of_text,
  years_and_months_duration,
  list_contains,
  count,
  string_length,
  contains,
  starts_with,
  ends_with,
  minimum,
  maximum,
  sum,
  last = sum,
};

struct Node {
  Op op = Op::null_literal;
  std::uint16_t a = 0;
  std::uint32_t first_kid = 0;
  std::uint16_t kids = 0;
};

struct Program {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> kids;
  std::vector<base::Decimal> numbers;
  std::vector<std::string> strings;
  std::vector<std::int64_t> integers;
};

inline constexpr std::uint32_t kMaxDepth = 200;
inline constexpr std::uint32_t kMaxSteps = 1'000'000;
inline constexpr std::int64_t kMaxDuration = std::int64_t{1} << 50;  // months or seconds; beyond it is an error
inline constexpr std::size_t kMaxTextBytes = 1u << 16;               // of two texts joined; beyond it is an error

// Whether every index is in range, every child comes before its parent, kid counts fit their operators, fields are
// below `field_count`, and no expression is deeper than kMaxDepth. What passes can be evaluated safely.
[[nodiscard]] bool is_sound(const Program& program, std::uint32_t field_count);

}  // namespace qadam::feel
