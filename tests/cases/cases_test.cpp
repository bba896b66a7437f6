// Every case file under tests/cases/, natively (and under sanitizers in the asan preset).
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "author/walk.hpp"
#include "engine/judge.hpp"
#include "pack/compiler.hpp"

namespace {

using namespace qadam;
using pack::Json;

const std::filesystem::path kRoot = QADAM_SOURCE_DIR;

const pack::CompiledPack& compiled(const std::string& service) {
  static std::map<std::string, pack::CompiledPack> packs;
  const auto known = packs.find(service);
  if (known != packs.end()) return known->second;
  pack::Diagnostics diagnostics;
  const auto sources = pack::read_sources({kRoot / "assets", kRoot / "i18n"}, service, diagnostics);
  auto pack = pack::compile(sources, diagnostics);
  for (const auto& diagnostic : diagnostics) MESSAGE(pack::text(diagnostic));
  REQUIRE(pack);
  return packs.emplace(service, std::move(*pack)).first->second;
}

std::vector<std::string> strings(const Json& list) {
  std::vector<std::string> out;
  for (const Json& item : list) out.push_back(item.get<std::string>());
  return out;
}

void check_case(const Json& input) {
  const service::Model& model = compiled(input["service"].get<std::string>()).model;
  engine::Setting setting;
  setting.seed = "case";
  setting.now = base::instant_of(*base::parse_date(input["asOf"].get<std::string>()), 12 * 60);
  const auto walked = author::walk(model, input, setting, "kk");
  REQUIRE(walked);
  const Json& expect = input["expect"];
  CHECK(walked->missing.empty());
  CHECK(walked->screens == strings(expect["screens"]));
  CHECK(walked->refused == (expect.contains("refused") ? strings(expect["refused"]) : std::vector<std::string>{}));
  CHECK(walked->application.empty() != expect["application"].get<bool>());
  const service::Subtype* subtype = &model.subtypes.front();
  for (const service::Subtype& each : model.subtypes) {
    if (expect.contains("subtype") && expect["subtype"] == each.id) subtype = &each;
  }
  const std::uint16_t condition = subtype->condition;
  if (expect.contains("papersMissing")) CHECK(walked->papers == strings(expect["papersMissing"]));
  CHECK(engine::verdict_name(walked->state.verdicts[condition].truth) == expect["verdict"].get<std::string>());
  if (expect["because"].is_null()) return;
  std::vector<std::string> because;
  for (const std::uint16_t leaf : engine::because(model, walked->state, condition)) {
    because.push_back(model.conditions[leaf].id);
  }
  CHECK(because == strings(expect["because"]));
}

}  // namespace

TEST_CASE("every case file reaches the screens, the verdict and the reasons that it expects") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot / "tests" / "cases")) {
    if (entry.path().extension() != ".json" || entry.path().parent_path().filename() == "feel") continue;
    pack::Diagnostics diagnostics;
    const Json input = pack::read_json(entry.path(), entry.path().filename().string(), diagnostics);
    REQUIRE(diagnostics.empty());
    CAPTURE(entry.path().filename().string());
    CAPTURE(input["about"].get<std::string>());
    check_case(input);
    ++count;
  }
  CHECK(count >= 37);  // an empty folder would pass silently
}

TEST_CASE("every demonstration person has a case file, with the answers that its registers give") {
  pack::Diagnostics diagnostics;
  const Json personas = pack::read_json(kRoot / "assets" / "personas.json", "personas.json", diagnostics);
  REQUIRE(diagnostics.empty());
  for (const Json& person : personas["personas"]) {
    const std::string id = person["id"].get<std::string>();
    CAPTURE(id);
    const Json input = pack::read_json(kRoot / "tests" / "cases" / "licence-first" / (id + ".json"), id, diagnostics);
    REQUIRE(diagnostics.empty());
    CHECK(input["answers"]["iin"] == person["iin"]);
    for (const auto& check : person["checks"].items()) {
      const Json& told = input["registry"][check.key()];
      const Json& result = told.is_object() ? told["result"] : told;
      if (check.value().contains("result")) CHECK(result == check.value()["result"]);
    }
  }
}
