// Services with several grounds: only the one that the answers point at is judged and asks for its papers.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "../engine/citizen.hpp"
#include "engine/flow.hpp"
#include "engine/judge.hpp"
#include "i18n/texts.hpp"
#include "pack/compiler.hpp"
#include "packs.hpp"
#include "view/build.hpp"

using namespace qadam;
using engine::Truth;
using testing::Citizen;

namespace {

const pack::CompiledPack& sample() {
  static const pack::CompiledPack kPack = [] {
    pack::Diagnostics diagnostics;
    auto compiled = pack::compile(testing::sample_sources(testing::sample_document()), diagnostics);
    for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
    return std::move(compiled).value();
  }();
  return kPack;
}

std::vector<std::string> documents(const engine::State& state) {
  std::vector<std::string> out;
  for (const service::Subtype& subtype : sample().model.subtypes) {
    if (engine::is_chosen(sample().model, state, subtype) != Truth::yes) continue;
    for (const service::Item& item : subtype.items) {
      if (engine::is_asked_for(sample().model, state, item) == Truth::yes) out.push_back(item.id);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("before the answers point at a ground, no paper is asked for") {
  const Citizen c(sample().model, testing::setting_on("2026-04-01"));
  CHECK(engine::is_chosen(sample().model, c.state(), sample().model.subtypes[0]) == Truth::unknown);
  CHECK(documents(c.state()).empty());
}

TEST_CASE("papers follow the ground, the answers and the day") {
  Citizen c(sample().model, testing::setting_on("2026-04-01"));
  c.give("reason", "study").give("birth_date", "1990-01-01");
  CHECK(documents(c.state()) == std::vector<std::string>{"study_application"});
  c.give("birth_date", "2000-01-01");
  CHECK(documents(c.state()) == std::vector<std::string>{"study_application", "study_proof"});
  c.give("reason", "family");
  CHECK(documents(c.state()) == std::vector<std::string>{"family_application"});
  Citizen before(sample().model, testing::setting_on("2025-12-31"));
  before.give("reason", "family");
  CHECK(documents(before.state()).empty());
}

TEST_CASE("the summary judges the chosen ground alone") {
  Citizen c(sample().model, testing::setting_on("2026-04-01"));
  c.give("reason", "study").give("birth_date", "2000-01-01").give("enrolled", "true");
  c.state().page = engine::Page::screen;
  c.state().screen = engine::screen_of(sample().model, service::ScreenKind::summary);
  const auto texts = i18n::Texts::load(sample().texts[2]);
  REQUIRE(texts);
  const view::Screen screen = view::screen(sample().model, c.state(), *texts);
  const auto verdicts =
      std::count_if(screen.notices.begin(), screen.notices.end(), [](const auto& n) { return n.id == "verdict"; });
  CHECK(verdicts == 1);
}
