// SPDX-License-Identifier: MIT
#include "server/app.hpp"

#include "server/problem.hpp"

namespace qadam::server {
namespace {

bool is_api(std::string_view path) {
  constexpr std::string_view kApi = "/api";
  return path.substr(0, kApi.size()) == kApi && (path.size() == kApi.size() || path[kApi.size()] == '/');
}

Plan refusal(std::string route, Reply reply) {
  return {std::move(route), 0, {}, [reply = std::move(reply)](const Request&) { return reply; }};
}

std::size_t limit_of(BodyKind body) {
  switch (body) {
    case BodyKind::None:
      return 0;
    case BodyKind::Json:
      return kMaxJsonBytes;
    case BodyKind::Document:
      return kMaxDocumentBytes;
  }
  return 0;
}

}  // namespace

Plan plan(Api& api, StaticFiles& files, const Request& head) {
  if (!is_api(head.path)) {
    return {"static", 0, {}, [&files](const Request& request) { return files.get(request); }};
  }
  Api::Match match = Api::match(head.method, head.path);
  if (match.route.empty()) return refusal("unmatched", problem("not_found"));
  if (match.endpoint == nullptr) {
    Reply reply = problem("method");
    reply.headers.emplace_back("Allow", match.allow);
    return refusal(std::move(match.route), std::move(reply));
  }
  const Endpoint& endpoint = *match.endpoint;
  return {std::move(match.route), limit_of(endpoint.body), endpoint.body == BodyKind::Json ? "application/json" : "",
          [&api, &endpoint, captures = std::move(match.captures)](const Request& request) {
            return endpoint.work(api, request, captures);
          }};
}

Reply respond(Api& api, StaticFiles& files, const Request& request) {
  const Plan planned = plan(api, files, request);
  if (planned.body_limit != 0) {
    if (request.body.size() > planned.body_limit) return problem("too_large");
    if (!planned.media.empty() && media_type(request.content_type) != planned.media) return problem("media_type");
  }
  return planned.work(request);
}

}  // namespace qadam::server
