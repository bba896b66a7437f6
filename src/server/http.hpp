// What the server's own code sees of HTTP: a request that was already read within its limits, and a reply.
//
// No sockets and no library here, so that routes, files and their errors are tested (and fuzzed) without a network.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qadam::server {

inline constexpr std::size_t kMaxJsonBytes = 256 * 1024;
inline constexpr std::size_t kMaxDocumentBytes = 10 * 1024 * 1024;
inline constexpr std::size_t kMaxPathBytes = 512;

struct Request {
  std::string method;
  std::string path;  // percent-decoded, without the query
  std::map<std::string, std::string> query{};
  std::string client{};  // address of the other end
  std::string content_type{};
  std::string authorization{};
  std::string idempotency_key{};
  std::string accept_encoding{};
  std::string if_none_match{};
  std::string body{};
};

struct Reply {
  int status = 200;
  std::string content_type{};
  std::shared_ptr<const std::string> body{};  // null: none
  std::vector<std::pair<std::string, std::string>> headers{};
};

[[nodiscard]] Reply json_reply(int status, std::string json);

// The token of "Authorization: Bearer TOKEN"; empty when there is none.
[[nodiscard]] std::string_view bearer(const Request& request);

// "application/json; charset=utf-8" -> "application/json", in lower case.
[[nodiscard]] std::string media_type(std::string_view content_type);

}  // namespace qadam::server
