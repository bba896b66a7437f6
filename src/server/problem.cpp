// SPDX-License-Identifier: MIT
#include "server/problem.hpp"

#include <array>
#include <string>

#include "base/json_writer.hpp"

namespace qadam::server {
namespace {

struct Known {
  std::string_view code;
  int status;
  std::string_view title;
};

constexpr std::array kKnown{
    Known{"request.malformed", 400, "The request is not what the contract describes"},
    Known{"request.incomplete", 408, "The request did not arrive in time"},
    Known{"length", 411, "A Content-Length is needed"},
    Known{"too_large", 413, "The body is too large"},
    Known{"uri", 414, "The path is too long"},
    Known{"media_type", 415, "The body has a type that is not taken here"},
    Known{"not_found", 404, "There is nothing here"},
    Known{"method", 405, "This method is not taken here"},
    Known{"rate", 429, "Too many requests"},
    Known{"server", 500, "The server failed"},
    Known{"store.failed", 503, "Nothing was kept: the store failed"},
    Known{"mode", 403, "Nothing is filed in this mode"},
    Known{"session", 401, "Unknown or expired session"},
    Known{"operator", 401, "The operator token is missing or wrong"},
    Known{"iin.invalid", 422, "Not an IIN"},
    Known{"code.wrong", 422, "Wrong code"},
    Known{"code.expired", 422, "The code has expired or was used"},
    Known{"code.tries", 422, "Too many wrong codes"},
    Known{"service.unknown", 422, "No such service"},
    Known{"check.unknown", 404, "No such check"},
    Known{"consent.missing", 403, "No consent for this"},
    Known{"silent", 503, "The register does not answer"},
    Known{"document.digest", 422, "The bytes do not have this digest"},
    Known{"document.type", 415, "Not a PDF, JPEG or PNG"},
    Known{"documents.missing", 409, "The application refers to a document that was not sent"},
    Known{"digest.invalid", 422, "Not a SHA-256 digest"},
    Known{"signing.invalid", 422, "The signature is not valid for this application"},
    Known{"application.malformed", 422, "The application is not what the contract describes"},
    Known{"application.incomplete", 422, "The application lacks an answer"},
    Known{"application.not_eligible", 422, "A check or a condition does not let the application through"},
    Known{"application.outside_window", 422, "The service takes no applications on this day"},
    Known{"application.changed", 409, "The application is not the one that was signed, or the rules changed under it"},
    Known{"idempotency.key", 400, "An Idempotency-Key of 8 to 128 characters is needed"},
    Known{"idempotency.mismatch", 422, "This Idempotency-Key belongs to another request"},
    Known{"status.not_found", 404, "No application with this number and secret"},
    Known{"booking.stage", 409, "The case does not wait for a booking of this stage"},
    Known{"slot.unknown", 422, "No such time"},
    Known{"slot.taken", 409, "This time was just taken"},
    Known{"move.wrong", 409, "The move does not fit the case"},
    Known{"move.ground", 422, "A refusal needs one of the service's grounds, any other move none"},
    Known{"move.paper", 422, "A refusal may name one of the service's papers, any other move none"},
};

Known find(std::string_view code) {
  for (const Known& known : kKnown) {
    if (known.code == code) return known;
  }
  return {"server", 500, "The server failed"};
}

}  // namespace

int status_of(std::string_view code) {
  return find(code).status;
}

std::vector<std::string_view> problem_codes() {
  std::vector<std::string_view> out;
  for (const Known& known : kKnown) out.push_back(known.code);
  return out;
}

Reply problem(const base::Error& error) {
  const Known known = find(error.code);
  base::JsonWriter out;
  out.begin_object().member("type", "urn:qadam:problem:" + std::string(known.code)).member("title", known.title);
  out.member("status", known.status).member("code", known.code);
  if (!error.place.empty()) out.member("place", error.place);
  out.end_object();
  Reply reply = json_reply(known.status, out.take());
  reply.content_type = "application/problem+json";
  return reply;
}

Reply problem(std::string_view code) {
  return problem(base::Error{std::string(code)});
}

}  // namespace qadam::server
