// Signing in, consent and its withdrawal, registry checks.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "backend/backend.hpp"
#include "backend/codes.hpp"
#include "person/identifier.hpp"

namespace qadam::backend {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_check(const World& world, std::string_view check) {
  return std::any_of(world.services.begin(), world.services.end(),
                     [&](const ServiceLife& service) { return contains(service.checks, check); });
}

}  // namespace

std::string Backend::shown_code(std::string_view code) const {
  return world_.mode == Mode::Demonstration ? std::string(code) : std::string();
}

base::Result<Session> Backend::session_of(Tx& tx, std::string_view token, base::Instant now) const {
  std::optional<Session> session = tx.session_by_token(crypto_.sha256(token));
  if (!session || now >= session->token_expires) return base::fail("session");
  return *std::move(session);
}

base::Result<OpenedCode> Backend::open_session(std::string_view iin, base::Instant now) {
  if (world_.mode == Mode::Preparation) return base::fail("mode");
  const base::Result<person::Iin> parsed = person::parse_iin(iin);
  if (!parsed) return base::fail("iin.invalid");
  const std::string id = random_id(crypto_);
  const std::string code = random_code(crypto_);
  const Session session{id, parsed->digits, new_code(crypto_, id, code, now)};
  return atomically<OpenedCode>(store_, [&](Tx& tx, bool&) -> base::Result<OpenedCode> {
    tx.put_session(session);
    return OpenedCode{id, shown_code(code), session.code.expires};
  });
}

base::Result<SignedIn> Backend::confirm_session(std::string_view session, std::string_view code, base::Instant now) {
  return atomically<SignedIn>(store_, [&](Tx& tx, bool& keep) -> base::Result<SignedIn> {
    std::optional<Session> found = tx.session(session);
    if (!found) return base::fail("session");
    const base::Done tried = try_code(crypto_, found->id, code, now, found->code);
    if (!tried) {
      keep = true;
      tx.put_session(*found);
      return tried.failure();
    }
    const std::string token = random_id(crypto_);
    found->token_hash = crypto_.sha256(token);
    found->token_expires = {now.seconds + kTokenSeconds};
    tx.put_session(*found);
    const Persona* persona = find_persona(world_, found->iin);
    return SignedIn{token, found->token_expires, persona == nullptr ? std::string() : persona->birth_date};
  });
}

base::Result<std::string> Backend::give_consent(std::string_view token, std::string_view service,
                                                const std::vector<std::string>& checks, base::Instant now) {
  return atomically<std::string>(store_, [&](Tx& tx, bool&) -> base::Result<std::string> {
    const base::Result<Session> session = session_of(tx, token, now);
    if (!session) return session.failure();
    const ServiceLife* life = find_service(world_, service);
    if (life == nullptr) return base::fail("service.unknown");
    // A service that asks no register is consented to as it is: its answers and papers.
    if (checks.empty() && !life->checks.empty()) return base::fail("request.malformed", "checks");
    for (const std::string& check : checks) {
      if (!contains(life->checks, check)) return base::fail("check.unknown");
    }
    const std::string id = random_id(crypto_);
    tx.put_consent({id, session->id, std::string(service), checks, now});
    return id;
  });
}

base::Result<Withdrawn> Backend::withdraw_consent(std::string_view token, std::string_view consent, base::Instant now) {
  return atomically<Withdrawn>(store_, [&](Tx& tx, bool&) -> base::Result<Withdrawn> {
    const base::Result<Session> session = session_of(tx, token, now);
    if (!session) return session.failure();
    std::optional<Consent> found = tx.consent(consent);
    if (!found || found->session != session->id) return base::fail("consent.missing");
    if (!found->withdrawn) {
      found->withdrawn = now;
      found->deleted = tx.delete_checks(session->id);
      tx.put_consent(*found);
    }
    return Withdrawn{*found->withdrawn, found->deleted};
  });
}

base::Result<RegistryAnswer> Backend::run_check(std::string_view token, std::string_view check,
                                                std::string_view consent, base::Instant now) {
  return atomically<RegistryAnswer>(store_, [&](Tx& tx, bool&) -> base::Result<RegistryAnswer> {
    const base::Result<Session> session = session_of(tx, token, now);
    if (!session) return session.failure();
    if (!is_check(world_, check)) return base::fail("check.unknown");
    const std::optional<Consent> given = tx.consent(consent);
    const bool covers = given && given->session == session->id && !given->withdrawn && contains(given->checks, check);
    if (!covers) return base::fail("consent.missing");
    RegistryAnswer answer = ask_registry(world_, session->iin, check);
    if (answer.silent) return base::fail("silent");
    tx.put_check({session->id, std::string(check), given->id, answer.result, answer.facts, now});
    return answer;
  });
}

}  // namespace qadam::backend
