// App: which part of the server answers a request: the API under /api/, the built pages everywhere else.
// SPDX-License-Identifier: MIT
#pragma once

#include "server/api.hpp"
#include "server/http_server.hpp"
#include "server/static_files.hpp"

namespace qadam::server {

// Both outlive the plan's work.
[[nodiscard]] Plan plan(Api& api, StaticFiles& files, const Request& head);

// The whole way of a request whose body was read, as the network side goes it.
[[nodiscard]] Reply respond(Api& api, StaticFiles& files, const Request& request);

}  // namespace qadam::server
