// The evaluator: a compiled expression and the answers in, a Value out.
//
// Rules of `unknown` as in research/feel.md 3: Kleene for and, or, in, some, every; a conditional with an undecided
// condition is decided only where both branches agree; a filter with an undecided item is unknown; every other operator
// with an unknown operand is unknown with the questions united. Law: what is known under some answers holds under every completion of them. Reads no clock.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "base/date.hpp"
#include "feel/program.hpp"
#include "feel/value.hpp"

namespace qadam::feel {

// Where field values come from. An unanswered field is Unknown with its own number.
class Fields {
 public:
  virtual ~Fields() = default;
  [[nodiscard]] virtual Value field(std::uint32_t number) const = 0;
};

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

struct Outcome {
  Value value;
  std::uint32_t errors = 0;       // how often FEEL would have reported an error and given null
  std::uint32_t fault = kNoNode;  // the node of the first of them
  bool exhausted = false;         // a limit of program.hpp was reached: the value is null and means nothing
};

// `root` < program.nodes.size() of a sound program. `today` is the day of application.
[[nodiscard]] Outcome evaluate(const Program& program, std::uint32_t root, const Fields& fields, base::Date today);

}  // namespace qadam::feel
