// Application: what is signed and sent, as one JSON text in canonical form, and the way back.
//
// The text is canonical by construction (RFC 8785: keys sorted, no white space, no numbers but small whole ones), so
// its SHA-256 over the UTF-8 bytes is the digest that is signed. It holds only answers to questions that are asked
// under the other answers, and no register's answer: the backend has those itself and believes no client.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "base/record.hpp"
#include "base/result.hpp"
#include "engine/action.hpp"
#include "engine/state.hpp"
#include "service/model.hpp"

namespace qadam::submission {

// Shape:
//   {"answers":{"<field>":"text"|true|["a","b"]|{"state":"none"}},"asOf":"YYYY-MM-DD","consent":"id",
//    "language":"kk","madeAt":"YYYY-MM-DDThh:mm:ssZ","mode":"demonstration","pack":{"checksum":"hex","version":"1"},
//    "service":"id","subtypes":[{"because":["leaf"],"id":"","verdict":"eligible"}]}
// `asOf` only in a demonstration of another day. Dates as "YYYY-MM-DD", numbers as strings, dontKnow and withheld as
// {"state":...}. The same state and language always give the same text.
[[nodiscard]] std::string application(const service::Model& model, const engine::State& state, std::string_view lang);

// The record that engine::restore reads, from an application or case file flattened to a record: nested keys joined by
// ".", arrays as "key.0" with "key.count". Keys that restore does not know are left out. Errors: "application.service"
// (no service id), "application.answers" (an answer of a shape that no answer has; place: its key).
[[nodiscard]] base::Result<base::Record> draft_of(const base::Record& flat);

// Adds what only this layer can say to an effect that is about to leave: the application, for `signing` and `submit`.
void complete(const service::Model& model, const engine::State& state, std::string_view lang, engine::Effect& effect);

// 16 lower-case hexadecimal digits.
[[nodiscard]] std::string hex(std::uint64_t value);

}  // namespace qadam::submission
