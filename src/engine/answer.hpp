// Answer: what a person (or a register) said to one question, and whether it will do.
//
// Flat: unanswered, dontKnow, withheld, none or a value. What a person typed is kept to the letter even when it will
// not do, so that nothing is lost; then `issue` names why and the conditions see it as unanswered (DESIGN.md 2).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "feel/value.hpp"
#include "service/model.hpp"

namespace qadam::engine {

enum class AnswerState : std::uint8_t { unanswered, dont_know, withheld, none, value };

inline constexpr std::size_t kMaxTextLength = 200;    // code points, where the field sets no limit
inline constexpr std::size_t kMaxAnswerBytes = 4096;  // whatever the field

struct Answer {
  AnswerState state = AnswerState::unanswered;
  std::string text;                   // as typed; for choices the option ids joined by ","
  feel::Value value;                  // null unless state is value and issue is empty
  std::string issue;                  // code of the text "error.<issue>", empty when it will do
  std::vector<std::string> warnings;  // codes of "warning.<code>": odd but possible

  // Settled: nothing more to ask here.
  [[nodiscard]] bool given() const { return state != AnswerState::unanswered && issue.empty(); }
};

// Reads what was given to `field` on the day of application `today`. A state that the field does not offer (dont_know
// where nobody may say so) is taken as unanswered.
[[nodiscard]] Answer read_answer(const service::Field& field, AnswerState state, std::string_view text,
                                 base::Date today);

// "unanswered" "dontKnow" "withheld" "none" "value", as in case files, drafts and screens.
[[nodiscard]] std::string_view name(AnswerState state);
[[nodiscard]] AnswerState answer_state(std::string_view name);  // unknown names are unanswered

}  // namespace qadam::engine
