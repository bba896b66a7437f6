// Truth and Verdict: three-valued results of conditions, with the questions that would settle an unknown one.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "feel/question_set.hpp"

namespace qadam::engine {

enum class Truth : std::uint8_t { no, yes, unknown };

struct Verdict {
  Truth truth = Truth::unknown;
  feel::QuestionSet questions;  // of an unknown one
};

}  // namespace qadam::engine
