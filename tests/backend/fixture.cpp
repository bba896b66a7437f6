// SPDX-License-Identifier: MIT
#include "fixture.hpp"

namespace qadam::backend::testing {

std::string TestCrypto::sha256(std::string_view bytes) const {
  std::string out;
  std::uint64_t hash = 1469598103934665603u;
  for (int round = 0; round < 4; ++round) {
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
    hash ^= static_cast<std::uint64_t>(round) * 0x9E3779B97F4A7C15u;
    hash *= 1099511628211u;
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[hash >> shift & 15];
  }
  return out;
}

std::string TestCrypto::random(std::size_t count) {
  std::string out;
  while (out.size() < count) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    out += static_cast<char>(state_ & 0xFF);
  }
  return out;
}

base::Result<Judgement> TestJudge::judge(const Claim& claim) const {
  if (claim.flat.has("refuse")) return base::fail(std::string(claim.flat.get("refuse")));
  std::string verdict = "unknown";
  for (const CheckRecord& record : claim.checks) verdict = record.result == "none" ? "eligible" : "notEligible";
  Judgement out{std::string(claim.flat.get("service")), base::civil_time(claim.now).date.iso(), verdict,
                std::string(claim.flat.get("consent"))};
  if (claim.flat.has("document")) out.documents.emplace_back(claim.flat.get("document"));
  return out;
}

Fixture::Fixture() {
  world.personas = {{"clear", kIin, "1998-05-14", {{"licence", {"none"}}}},
                    {"has", kOtherIin, "1990-11-03", {{"licence", {"exists", {{"since", "2019-01-02"}}}}}},
                    {"silent", kSilentIin, "1997-08-19", {{"licence", {"", {}, true}}}}};
  world.centres = {{"kk 1", "ru 1", "en 1"}, {"kk 2", "ru 2", "en 2"}};
  world.services = {{"licence",
                     {"licence"},
                     {{1, "form", "form"},
                      {12, "number", "number"},
                      {13, "theory", "booking"},
                      {14, "practice", "booking"},
                      {15, "duty", "duty"},
                      {16, "review", "review"},
                      {17, "print", "print"},
                      {18, "issue", "issue"}},
                     {"by_rules"},
                     {"application", "extract"}}};
  world.pepper = "pepper";
}

std::string Fixture::sign_in(std::string_view iin) {
  const auto opened = backend.open_session(iin, now);
  REQUIRE(opened);
  const auto in = backend.confirm_session(opened->id, opened->code, now);
  REQUIRE(in);
  return in->token;
}

std::string Fixture::consent(std::string_view token) {
  const auto given = backend.give_consent(token, "licence", {"licence"}, now);
  REQUIRE(given);
  return *given;
}

OpenedCode Fixture::signing(std::string_view token, std::string_view text) {
  const auto opened = backend.open_signing(token, crypto.sha256(text), now);
  REQUIRE(opened);
  return *opened;
}

// The text is "service" or "service key value": enough to tell applications apart.
base::Result<Submitted> Fixture::submit(std::string_view token, std::string_view text, const OpenedCode& signing,
                                        std::string_view key) {
  base::Record flat;
  const std::size_t first = text.find(' ');
  const std::size_t second = first == std::string_view::npos ? first : text.find(' ', first + 1);
  flat.set("service", std::string(text.substr(0, first)));
  if (second != std::string_view::npos) {
    flat.set(std::string(text.substr(first + 1, second - first - 1)), std::string(text.substr(second + 1)));
  }
  return backend.submit(token, {text, flat, signing.id, signing.code, key}, now);
}

Submitted Fixture::submitted(std::string_view iin, std::string_view key) {
  const std::string token = sign_in(iin);
  const auto result = submit(token, "licence", signing(token, "licence"), key);
  REQUIRE(result);
  return *result;
}

std::string Fixture::free_slot(const Submitted& submitted, int stage) {
  const auto slots = backend.slots(submitted.view.number, submitted.secret, stage, now);
  REQUIRE(slots);
  REQUIRE_FALSE(slots->empty());
  return slots->front().id;
}

}  // namespace qadam::backend::testing
