// SPDX-License-Identifier: MIT
#include "work.hpp"

#include <doctest/doctest.h>

namespace qadam::testing {
namespace {

const std::filesystem::path kRoot = QADAM_SOURCE_DIR;

const pack::Sources& licence() {
  static const pack::Sources kSources = [] {
    pack::Diagnostics diagnostics;
    pack::Sources sources = pack::read_sources(root(), "licence-first", diagnostics);
    for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(pack::text(d));
    return sources;
  }();
  return kSources;
}

}  // namespace

Work work(const std::function<void(pack::Sources&)>& alter) {
  Work out{licence(), {}};
  if (alter) alter(out.sources);
  pack::Diagnostics diagnostics;
  auto compiled = pack::compile(out.sources, diagnostics);
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(pack::text(d));
  REQUIRE(compiled);
  out.pack = std::move(*compiled);
  return out;
}

pack::Json authoring(const std::string& lang) {
  pack::Diagnostics diagnostics;
  pack::Json json = pack::read_json(kRoot / "i18n" / "authoring" / (lang + ".json"), lang, diagnostics);
  REQUIRE(diagnostics.empty());
  return json;
}

author::Words words(const Work& work, const std::string& lang, const std::string& iso) {
  return {work.sources, work.pack, lang, day(iso), authoring(lang)};
}

const pack::Json& licence_scenarios() {
  static const pack::Json kScenarios = [] {
    pack::Diagnostics diagnostics;
    pack::Json json = pack::read_json(kRoot / author::scenario_file("licence-first"), "scenarios", diagnostics);
    REQUIRE(diagnostics.empty());
    return json;
  }();
  return kScenarios;
}

base::Date day(const std::string& iso) {
  return base::parse_date(iso).value();
}

pack::Root root() {
  return {kRoot / "assets", kRoot / "i18n"};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace qadam::testing
