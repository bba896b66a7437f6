// SPDX-License-Identifier: MIT
#include "packs.hpp"

#include <doctest/doctest.h>

#include <map>

#include "pack/compiler.hpp"
#include "pack/finder.hpp"
#include "service/file.hpp"

namespace qadam::testing {
namespace {

namespace fs = std::filesystem;

pack::Sources read(const std::string& service) {
  const fs::path source = QADAM_SOURCE_DIR;
  pack::Diagnostics diagnostics;
  pack::Sources sources = pack::read_sources({source / "assets", source / "i18n"}, service, diagnostics);
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
  return sources;
}

Pack compile(const std::string& service) {
  pack::Diagnostics diagnostics;
  const fs::path source = QADAM_SOURCE_DIR;
  const auto compiled = service == pack::kFinder
                            ? pack::compile_finder(real_sources(service),
                                                   pack::covered_packs({source / "assets", source / "i18n"},
                                                                       real_sources(service), diagnostics),
                                                   diagnostics)
                            : pack::compile(real_sources(service), diagnostics);
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
  Pack out;
  out.binary = compiled.value().binary;
  out.model = service::load(out.binary).value();
  for (const std::string& bytes : compiled->texts) {
    auto texts = i18n::Texts::load(bytes);
    out.texts.push_back(std::move(texts).value());
  }
  return out;
}

}  // namespace

const pack::Sources& real_sources(const std::string& service) {
  static std::map<std::string, pack::Sources> all;
  const auto it = all.find(service);
  return it != all.end() ? it->second : all.emplace(service, read(service)).first->second;
}

const pack::Json& sample_document() {
  static const pack::Json kDocument = [] {
    pack::Diagnostics diagnostics;
    pack::Json json =
        pack::read_json(fs::path(QADAM_SOURCE_DIR) / "tests/pack/broken/sound.json", "sound.json", diagnostics);
    for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
    return json;
  }();
  return kDocument;
}

pack::Sources sample_sources(const pack::Json& document) {
  pack::Sources s = real_sources("licence-first");  // for the product's own words
  s.service = "sample";
  s.pack_file = "assets/services/sample.json";
  s.pack = document["pack"];
  s.fields = document["fields"];
  s.acts = document["acts"];
  s.rates = document["rates"];
  s.calendar["law"] = pack::Json::array();  // the sample has few acts
  s.personas = pack::Json::object();
  for (const char* lang : pack::kLanguages) {
    s.service_texts[lang] = document["texts"][lang];
    for (const auto& item : document["shared"][lang].items()) s.shared_texts[lang][item.key()] = item.value();
  }
  return s;
}

const Pack& real_pack(const std::string& service) {
  static std::map<std::string, Pack> all;
  const auto it = all.find(service);
  return it != all.end() ? it->second : all.emplace(service, compile(service)).first->second;
}

}  // namespace qadam::testing
