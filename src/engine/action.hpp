// What comes into the engine and what it asks of the outside world.
//
// An Action is one thing that happened: a person answered or pressed something, the time moved on, an effect came back.
// An Effect is one thing that only a shell can do (ask the backend). It comes back as a Result with the same id;
// unknown and repeated ids are ignored, so nothing happens twice.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/date.hpp"
#include "base/record.hpp"
#include "engine/answer.hpp"

namespace qadam::engine {

// The time is `instant` now.
struct Now {
  base::Instant instant;
};

// A person gave `text` to the field or input `id`. Unknown ids are ignored.
struct Give {
  std::string id;
  AnswerState state = AnswerState::value;
  std::string text;
};

// A person pressed the action `id` ("continue", "change:category", ...). One that the screen does not offer is ignored.
struct Press {
  std::string id;
};

enum class Outcome : std::uint8_t { ok, refused, unavailable, invalid };

struct Result {
  std::uint32_t effect = 0;
  Outcome outcome = Outcome::invalid;
  base::Record record;
};

using Action = std::variant<Now, Give, Press, Result>;

enum class EffectKind : std::uint8_t {
  session,
  confirm,
  consent,
  check,
  signing,
  upload,
  submit,
  status,
  slots,
  book,
  withdraw
};

// "session", "confirm", ...: the names that shells know.
[[nodiscard]] std::string_view name(EffectKind kind);

struct Effect {
  std::uint32_t id = 0;
  EffectKind kind = EffectKind::session;
  base::Record params;
};

}  // namespace qadam::engine
