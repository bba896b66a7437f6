// Api: the endpoints of assets/openapi.json over the Backend: JSON in, JSON out.
//
// No rule of its own: it names what is missing in a request, and turns results into answers. Knows no socket. Threads
// may call at will.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/backend.hpp"
#include "server/http.hpp"
#include "server/rate_limit.hpp"

namespace qadam::server {

enum class BodyKind { None, Json, Document };

using Captures = std::vector<std::string>;  // of the template's {parts}, in order

struct Endpoint {
  std::string_view method;
  std::string_view path;  // template: "/api/cases/{number}"
  BodyKind body;
  Reply (*work)(class Api& api, const Request& request, const Captures& captures);
};

class Api {
 public:
  struct Settings {
    std::string_view mode;            // as in HTML and answers
    std::string operator_token_hash;  // SHA-256
    int requests_per_minute = 600;    // of one address, where guessing would pay
    std::function<base::Instant()> now;
  };

  // Both outlive it.
  Api(backend::Backend& backend, const backend::Crypto& crypto, Settings settings);

  struct Match {
    const Endpoint* endpoint = nullptr;  // null: no such path, or the path has no such method
    Captures captures{};
    std::string route{};  // the path's template; empty when there is no such path
    std::string allow{};  // methods that the path has
  };

  [[nodiscard]] static Match match(std::string_view method, std::string_view path);

  [[nodiscard]] static int endpoints();  // how many there are

  // Work for endpoints; not for callers.
  backend::Backend& backend;
  const backend::Crypto& crypto;
  Settings settings;
  RateLimit limit;
};

}  // namespace qadam::server
