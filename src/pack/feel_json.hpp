// FEEL values as JSON, for the command line and test vectors.
//
// JSON has no days and durations: {"$date":"2026-03-01"}, {"$duration":"P18Y"}; {"$number":"0.1"} keeps the digits;
// {"$unknown":true} is a question not answered yet. Any other object is a context.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "feel/value.hpp"

namespace qadam::pack {

// `question` is the number that an unknown inside it bears. Nothing for what the subset has no value for ({"$time"},
// {"$dateTime"}), for a day, duration or number that does not exist, and for JSON nested deeper than 100 levels.
[[nodiscard]] std::optional<feel::Value> feel_value(const nlohmann::ordered_json& json, std::uint32_t question);

// Numbers keep every digit where JSON's reader would (as a number up to 15 digits, else {"$number"}); unknown is null,
// and so is a range's absent end; a range is its FEEL text.
[[nodiscard]] nlohmann::ordered_json feel_json(const feel::Value& value);

// Numbers agree within 1e-8; lists and contexts member by member.
[[nodiscard]] bool agrees(const feel::Value& value, const feel::Value& expected);

}  // namespace qadam::pack
