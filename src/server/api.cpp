// SPDX-License-Identifier: MIT
#include "server/api.hpp"

#include <array>

#include "base/text.hpp"
#include "server/json.hpp"
#include "server/problem.hpp"

namespace qadam::server {
namespace {

Json json_of(const backend::Place& place) {
  return {{"kk", place.kk}, {"ru", place.ru}, {"en", place.en}};
}

void add_reason(const backend::CaseState& state, Json& out) {
  if (!state.ground.empty()) out["ground"] = state.ground;
  if (!state.paper.empty()) out["paper"] = state.paper;
}

Json json_of(const backend::CaseView& view) {
  Json bookings = Json::object();
  for (const backend::BookedView& booked : view.bookings) {
    bookings[std::to_string(booked.stage)] = {{"at", booked.at.seconds}, {"place", json_of(booked.place)}};
  }
  Json out{{"number", view.number},
           {"service", view.service},
           {"accepted", view.accepted.seconds},
           {"day", view.day},
           {"stage", view.state.stage},
           {"state", view.state.state},
           {"bookings", std::move(bookings)},
           {"verdict", view.verdict}};
  add_reason(view.state, out);
  return out;
}

Json json_of(const backend::OpenedCode& opened, const char* id) {
  Json out{{id, opened.id}, {"expires", opened.expires.seconds}};
  if (!opened.code.empty()) out["code"] = opened.code;
  return out;
}

// For operators: no bookings' places, no verdict, nothing about the person.
Json json_of(const backend::OperatorView& view) {
  Json out{{"number", view.view.number},     {"service", view.view.service}, {"accepted", view.view.accepted.seconds},
           {"stage", view.view.state.stage}, {"stageId", view.stage_id},     {"stageKind", view.stage_kind},
           {"state", view.view.state.state}, {"moves", view.moves},          {"grounds", view.grounds},
           {"papers", view.papers}};
  add_reason(view.view.state, out);
  return out;
}

// What the work on a body's members gives: an answer, or the problem with them.
template <class Work>
Reply with_object(const Request& request, Work&& work) {
  const base::Result<Json> body = parse_object(request.body);
  return body ? work(*body) : problem(body.error());
}

Reply missing(const char* member) {
  return problem(base::Error{"request.malformed", member});
}

template <class T, class Write>
Reply answer(const base::Result<T>& result, int status, Write&& write) {
  return result ? json_reply(status, dump(write(*result))) : problem(result.error());
}

bool may_guess(Api& api, const Request& request) {
  return api.limit.allows(request.client, api.settings.now());
}

Reply health(Api& api, const Request&, const Captures&) {
  return json_reply(200, dump({{"status", "ok"}, {"mode", api.settings.mode}}));
}

Reply open_session(Api& api, const Request& request, const Captures&) {
  if (!may_guess(api, request)) return problem("rate");
  return with_object(request, [&](const Json& body) {
    const auto iin = text_member(body, "iin");
    if (!iin) return missing("iin");
    return answer(api.backend.open_session(*iin, api.settings.now()), 201,
                  [](const backend::OpenedCode& opened) { return json_of(opened, "session"); });
  });
}

Reply confirm_session(Api& api, const Request& request, const Captures& captures) {
  if (!may_guess(api, request)) return problem("rate");
  return with_object(request, [&](const Json& body) {
    const auto code = text_member(body, "code");
    if (!code) return missing("code");
    return answer(api.backend.confirm_session(captures[0], *code, api.settings.now()), 200,
                  [](const backend::SignedIn& in) {
                    Json out{{"token", in.token}, {"expires", in.expires.seconds}};
                    if (!in.birth_date.empty()) out["birth_date"] = in.birth_date;
                    return out;
                  });
  });
}

Reply give_consent(Api& api, const Request& request, const Captures&) {
  return with_object(request, [&](const Json& body) {
    const auto service = text_member(body, "service");
    if (!service) return missing("service");
    const auto listed = body.find("checks");
    if (listed == body.end() || !listed->is_array()) return missing("checks");
    std::vector<std::string> checks;
    for (const Json& check : *listed) {
      if (!check.is_string()) return missing("checks");
      checks.push_back(check.get<std::string>());
    }
    return answer(api.backend.give_consent(bearer(request), *service, checks, api.settings.now()), 201,
                  [](const std::string& id) {
                    return Json{{"consent", id}};
                  });
  });
}

Reply withdraw_consent(Api& api, const Request& request, const Captures& captures) {
  return answer(
      api.backend.withdraw_consent(bearer(request), captures[0], api.settings.now()), 200,
      [&](const backend::Withdrawn& withdrawn) {
        return Json{{"consent", captures[0]}, {"withdrawn", withdrawn.at.seconds}, {"deleted", withdrawn.deleted}};
      });
}

Reply run_check(Api& api, const Request& request, const Captures& captures) {
  return with_object(request, [&](const Json& body) {
    const auto consent = text_member(body, "consent");
    if (!consent) return missing("consent");
    return answer(api.backend.run_check(bearer(request), captures[0], *consent, api.settings.now()), 200,
                  [](const backend::RegistryAnswer& given) {
                    Json out{{"result", given.result}};
                    for (const auto& [fact, value] : given.facts) out[fact] = value;
                    return out;
                  });
  });
}

Reply put_document(Api& api, const Request& request, const Captures& captures) {
  const auto kept = api.backend.keep_document(bearer(request), captures[0], request.body, api.settings.now());
  return answer(kept, kept && !kept->is_new ? 200 : 201, [&](const backend::KeptDocument& document) {
    return Json{{"sha256", captures[0]}, {"type", document.type}, {"bytes", request.body.size()}};
  });
}

Reply open_signing(Api& api, const Request& request, const Captures&) {
  if (!may_guess(api, request)) return problem("rate");
  return with_object(request, [&](const Json& body) {
    const auto digest = text_member(body, "digest");
    if (!digest) return missing("digest");
    return answer(api.backend.open_signing(bearer(request), *digest, api.settings.now()), 201,
                  [](const backend::OpenedCode& opened) { return json_of(opened, "signing"); });
  });
}

Reply submit(Api& api, const Request& request, const Captures&) {
  return with_object(request, [&](const Json& body) {
    const auto application = body.find("application");
    if (application == body.end() || !application->is_object()) return missing("application");
    const auto signing = body.find("signing");
    if (signing == body.end() || !signing->is_object()) return missing("signing");
    const auto id = text_member(*signing, "id");
    const auto code = text_member(*signing, "code");
    if (!id || !code) return missing("signing");
    const std::string_view text = raw_member(request.body, "application");
    const base::Record flat = flattened(*application);
    return answer(
        api.backend.submit(bearer(request), {text, flat, *id, *code, request.idempotency_key}, api.settings.now()), 201,
        [](const backend::Submitted& submitted) {
          Json out = json_of(submitted.view);
          out["secret"] = submitted.secret;
          return out;
        });
  });
}

Reply status(Api& api, const Request& request, const Captures& captures) {
  if (!may_guess(api, request)) return problem("rate");
  return answer(api.backend.status(captures[0], bearer(request)), 200,
                [](const backend::CaseView& view) { return json_of(view); });
}

Reply slots(Api& api, const Request& request, const Captures& captures) {
  const auto given = request.query.find("stage");
  const std::int64_t stage = given == request.query.end() ? -1 : base::parse_whole(given->second);
  if (stage < 0 || stage > 1000) return missing("stage");
  return answer(api.backend.slots(captures[0], bearer(request), static_cast<int>(stage), api.settings.now()), 200,
                [](const std::vector<backend::SlotView>& free) {
                  Json list = Json::array();
                  for (const backend::SlotView& slot : free) {
                    list.push_back({{"id", slot.id}, {"at", slot.at.seconds}, {"place", json_of(slot.place)}});
                  }
                  return Json{{"slots", std::move(list)}};
                });
}

Reply book(Api& api, const Request& request, const Captures& captures) {
  return with_object(request, [&](const Json& body) {
    const auto stage = body.find("stage");
    if (stage == body.end() || !stage->is_number_unsigned() || *stage > 1000u) return missing("stage");
    const auto slot = text_member(body, "slot");
    if (!slot) return missing("slot");
    return answer(api.backend.book(captures[0], bearer(request), {stage->get<int>(), *slot, request.idempotency_key},
                                   api.settings.now()),
                  201, [](const backend::CaseView& view) { return json_of(view); });
  });
}

bool is_operator(Api& api, const Request& request) {
  return backend::same_secret(api.crypto.sha256(bearer(request)), api.settings.operator_token_hash);
}

Reply operator_cases(Api& api, const Request& request, const Captures&) {
  if (!may_guess(api, request)) return problem("rate");
  if (!is_operator(api, request)) return problem("operator");
  return answer(api.backend.cases(), 200, [](const std::vector<backend::OperatorView>& cases) {
    Json list = Json::array();
    for (const backend::OperatorView& view : cases) list.push_back(json_of(view));
    return Json{{"applications", std::move(list)}};
  });
}

Reply operator_move(Api& api, const Request& request, const Captures& captures) {
  if (!may_guess(api, request)) return problem("rate");
  if (!is_operator(api, request)) return problem("operator");
  return with_object(request, [&](const Json& body) {
    const auto move = text_member(body, "move");
    if (!move) return missing("move");
    for (const char* member : {"ground", "paper"}) {
      if (body.contains(member) && !body[member].is_string()) return missing(member);
    }
    const std::string ground = text_member(body, "ground").value_or("");
    const std::string paper = text_member(body, "paper").value_or("");
    return answer(api.backend.move(captures[0], *move, {ground, paper}, api.settings.now()), 200,
                  [](const backend::OperatorView& view) { return json_of(view); });
  });
}

constexpr std::array kEndpoints{
    Endpoint{"GET", "/api/health", BodyKind::None, health},
    Endpoint{"POST", "/api/sessions", BodyKind::Json, open_session},
    Endpoint{"POST", "/api/sessions/{session}/confirmation", BodyKind::Json, confirm_session},
    Endpoint{"POST", "/api/consents", BodyKind::Json, give_consent},
    Endpoint{"DELETE", "/api/consents/{consent}", BodyKind::None, withdraw_consent},
    Endpoint{"POST", "/api/checks/{check}", BodyKind::Json, run_check},
    Endpoint{"PUT", "/api/documents/{sha256}", BodyKind::Document, put_document},
    Endpoint{"POST", "/api/signing-codes", BodyKind::Json, open_signing},
    Endpoint{"POST", "/api/applications", BodyKind::Json, submit},
    Endpoint{"GET", "/api/applications/{number}", BodyKind::None, status},
    Endpoint{"GET", "/api/applications/{number}/slots", BodyKind::None, slots},
    Endpoint{"POST", "/api/applications/{number}/bookings", BodyKind::Json, book},
    Endpoint{"GET", "/api/operator/applications", BodyKind::None, operator_cases},
    Endpoint{"POST", "/api/operator/applications/{number}/moves", BodyKind::Json, operator_move},
};

// Whether the path has the template's form; what stands for its {parts} goes to `captures`.
bool fits(std::string_view pattern, std::string_view path, Captures& captures) {
  captures.clear();
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = pattern.substr(1, pattern.find('/', 1) - 1);
    const std::string_view given = path.substr(1, path.find('/', 1) - 1);
    const bool is_part = !wanted.empty() && wanted.front() == '{';
    if (path.front() != '/' || given.empty() || (!is_part && wanted != given)) return false;
    if (is_part) captures.emplace_back(given);
    pattern.remove_prefix(1 + wanted.size());
    path.remove_prefix(1 + given.size());
  }
  return pattern.empty() && path.empty();
}

}  // namespace

Api::Api(backend::Backend& the_backend, const backend::Crypto& the_crypto, Settings the_settings)
    : backend(the_backend),
      crypto(the_crypto),
      settings(std::move(the_settings)),
      limit(settings.requests_per_minute) {}

int Api::endpoints() {
  return static_cast<int>(kEndpoints.size());
}

Api::Match Api::match(std::string_view method, std::string_view path) {
  Match out;
  for (const Endpoint& endpoint : kEndpoints) {
    Captures captures;
    if (!fits(endpoint.path, path, captures)) continue;
    out.route = endpoint.path;
    if (!out.allow.empty()) out.allow += ", ";
    out.allow += endpoint.method;
    if (endpoint.method != method) continue;
    out.endpoint = &endpoint;
    out.captures = std::move(captures);
    return out;
  }
  return out;
}

}  // namespace qadam::server
