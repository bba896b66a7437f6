// Reading JSON that a stranger sent: limited, without exceptions, and with the bytes of a member as they came.
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/record.hpp"
#include "base/result.hpp"

namespace qadam::server {

using Json = nlohmann::json;

inline constexpr int kMaxJsonDepth = 32;

// One JSON object, nested at most kMaxJsonDepth deep, no key twice at its top. Errors: "request.malformed".
base::Result<Json> parse_object(std::string_view text);

// The exact bytes of the value of a top-level member of a text that parse_object() took. Empty when there is none.
[[nodiscard]] std::string_view raw_member(std::string_view text, std::string_view key);

// The member when it is a text; else nothing.
[[nodiscard]] std::optional<std::string> text_member(const Json& object, const char* key);

// Nested keys joined by ".", arrays as "key.0" with "key.count"; numbers and booleans as their JSON text, null left
// out: as the web shell flattens answers.
[[nodiscard]] base::Record flattened(const Json& object);

// Never fails: what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string dump(const Json& json);

}  // namespace qadam::server
