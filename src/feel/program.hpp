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
#include "feel/function.hpp"
#include "feel/value.hpp"

namespace qadam::feel {

// Do not renumber: compiled files hold these. New ones go to the end, with service::kFormat raised.
enum class Op : std::uint8_t {
  null_literal,
  true_literal,
  false_literal,
  number,   // a: numbers
  string,   // a: strings
  date,     // a: integers, days
  months,   // a: integers
  seconds,  // a: numbers
  field,    // a: field number
  local,    // a: slot, bound by an enclosing node
  list,     // kids: items
  context,  // a: slot of the first entry (the others follow); kids: key, value, key, value ...; keys are strings
  range,    // a: 1 the low end belongs to it, 2 the high end; kids: low, high
  test,     // a: Test; kid: bound
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  between,    // kids: value, low, high
  in,         // a: slot of "?"; kids: value, tests ...
  satisfies,  // below `in`: a test that speaks of "?" itself; kid: condition
  conjunction,
  disjunction,
  conditional,  // kids: if, then, else
  path,         // a: strings, an entry's key or a property; kid
  filter,       // a: slot of the item, and kPerItem when the condition reads it; kids: list, condition
  item_entry,   // a: slot of the item; kids: a string, what it is when the item has no such entry
  span,         // kids: low, high; the whole numbers or days from one to the other, for `for_each`
  for_each,     // a: slot of the first variable (the others follow); kids: domains ..., result
  some,         // a: slot; kids: domain, condition
  every,
  call,  // a: Function; kids: arguments
  last_op = call,
};

inline constexpr std::uint16_t kPerItem = 0x8000;
inline constexpr std::uint16_t kMaxSlots = 512;

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
inline constexpr std::uint32_t kMaxIterations = 100'000;  // of for, some, every and filters in one evaluation
inline constexpr std::uint32_t kMaxWeight = 1u << 18;     // values in one list or context, all levels counted
inline constexpr std::uint32_t kMaxBytes = 4u << 20;      // of texts made in one evaluation

// Whether every index is in range, every child comes before its parent, kid counts fit their operators, fields are
// below `field_count`, and no expression is deeper than kMaxDepth. What passes can be evaluated safely.
[[nodiscard]] bool is_sound(const Program& program, std::uint32_t field_count);

}  // namespace qadam::feel
