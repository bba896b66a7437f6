// Problems: every refusal of the server as RFC 9457 application/problem+json with a stable `code`.
//
// `title` is for developers; what a person reads is worded by the page, from the code, in the page's language.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "server/http.hpp"

namespace qadam::server {

// The status of a code of assets/openapi.json; 500 for a code that is not there.
[[nodiscard]] int status_of(std::string_view code);

[[nodiscard]] std::vector<std::string_view> problem_codes();

[[nodiscard]] Reply problem(std::string_view code);
[[nodiscard]] Reply problem(const base::Error& error);  // with its place, when it has one

}  // namespace qadam::server
