// SPDX-License-Identifier: MIT
#include "server/http.hpp"

#include "base/text.hpp"

namespace qadam::server {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

Reply json_reply(int status, std::string json) {
  // Answers hold codes, tokens and states: nobody may keep or replay them.
  return {status,
          "application/json",
          std::make_shared<const std::string>(std::move(json)),
          {{"Cache-Control", "no-store"}}};
}

std::string_view bearer(const Request& request) {
  constexpr std::string_view kScheme = "bearer ";
  const std::string_view given = request.authorization;
  if (given.size() <= kScheme.size()) return {};
  for (std::size_t i = 0; i < kScheme.size(); ++i) {
    if (lower(given[i]) != kScheme[i]) return {};
  }
  return base::trim(given.substr(kScheme.size()));
}

std::string media_type(std::string_view content_type) {
  std::string out(base::trim(content_type.substr(0, content_type.find(';'))));
  for (char& c : out) c = lower(c);
  return out;
}

}  // namespace qadam::server
