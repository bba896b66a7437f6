// `qadam test`: the scenarios beside a pack, and what none of them exercises.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "author/coverage.hpp"
#include "cli/command.hpp"

namespace qadam::cli {
namespace {

using pack::Json;

struct Options {
  std::vector<std::string> services;
  bool json = false;
  bool strict = false;
};

Json diagnostics_json(const pack::Diagnostics& diagnostics) {
  Json out = Json::array();
  for (const pack::Diagnostic& d : diagnostics) {
    out.push_back({{"code", d.code}, {"file", d.file}, {"place", d.place}, {"detail", d.detail}});
  }
  return out;
}

// One service's result: see assets/services/AUTHORING.md.
Json try_service(const Context& context, const Loaded& loaded, bool is_named) {
  const service::Model& model = loaded.pack.model;
  const std::string file = author::scenario_file(model.id);
  Json out{{"service", model.id}, {"scenarios", Json::array()}, {"passed", 0}, {"failed", 0}};
  pack::Diagnostics diagnostics;
  std::vector<author::Scenario> scenarios;
  if (is_named || std::filesystem::exists(context.root / file)) {
    const Json json = pack::read_json(context.root / file, file, diagnostics);
    if (diagnostics.empty()) scenarios = author::read_scenarios(json, file, model, diagnostics);
  }
  author::Coverage coverage(model);
  int failed = 0;
  for (const author::Scenario& scenario : scenarios) {
    const author::Judgement judgement = author::judge(model, scenario);
    coverage.add(scenario, judgement);
    Json wrong = Json::array();
    for (const author::Difference& d : author::differences(model, scenario.expect, judgement)) {
      wrong.push_back({{"what", d.what}, {"expected", d.expected}, {"got", d.got}});
    }
    failed += wrong.empty() ? 0 : 1;
    const bool passed = wrong.empty();
    out["scenarios"].push_back({{"name", scenario.name}, {"passed", passed}, {"differences", std::move(wrong)}});
  }
  out["passed"] = static_cast<int>(scenarios.size()) - failed;
  out["failed"] = failed;
  out["diagnostics"] = diagnostics_json(diagnostics);
  out["branches"] = coverage.total();
  out["exercised"] = coverage.exercised();
  out["gaps"] = Json::array();
  for (const author::Gap& gap : coverage.gaps()) {
    out["gaps"].push_back({{"kind", gap.kind},
                           {"subtype", gap.subtype},
                           {"id", gap.id},
                           {"missing", gap.missing},
                           {"strict", gap.decides()}});
  }
  return out;
}

std::string words(const Json& value) {
  if (value.is_string()) return value.get<std::string>().empty() ? "(none)" : value.get<std::string>();
  std::string out;
  for (const Json& each : value) out += (out.empty() ? "" : ", ") + each.get<std::string>();
  return out.empty() ? "(none)" : out;
}

std::string explain(const Json& d) {
  const std::string what = d["what"].get<std::string>();
  const std::string expected = words(d["expected"]);
  const std::string got = words(d["got"]);
  if (what == "documents") return "documents not asked: " + expected + "; asked: " + got;
  if (what == "notDocuments") return "documents asked that should not be: " + expected + "; asked: " + got;
  if (what == "asked") return "questions not asked: " + expected + "; asked: " + got;
  if (what == "notAsked") return "questions asked, or not yet decided: " + expected + "; not asked: " + got;
  return what + ": expected " + expected + "; got " + got;
}

std::string explain_gap(const Json& gap) {
  const std::string kind = gap["kind"].get<std::string>();
  const std::string id = gap["id"].get<std::string>();
  std::string missing;
  for (const Json& each : gap["missing"]) {
    std::string word = each.get<std::string>();
    if (kind == "verdict") word = word == "true" ? "eligible" : word == "false" ? "notEligible" : word;
    if (kind == "item" || kind == "ask") word = word == "true" ? "asked" : "not asked";
    if (kind == "show") word = word == "true" ? "shown" : "not shown";
    missing += (missing.empty() ? "" : ", ") + word;
  }
  const std::string name = kind == "ask" ? "question" : kind == "show" ? "screen" : kind;
  const std::string subtype = gap["subtype"].get<std::string>();
  return name + " " + id + (subtype.empty() || subtype == id ? "" : " (" + subtype + ")") + ": never " + missing;
}

void print_result(const Json& result) {
  for (const Json& scenario : result["scenarios"]) {
    if (scenario["passed"].get<bool>()) continue;
    std::cout << result["service"].get<std::string>() << ": FAILED: " << scenario["name"].get<std::string>() << '\n';
    for (const Json& d : scenario["differences"]) std::cout << "    " << explain(d) << '\n';
  }
  std::cout << result["service"].get<std::string>() << ": ";
  if (result["scenarios"].empty()) std::cout << "no scenarios; ";
  std::cout << result["passed"].dump() << " passed, " << result["failed"].dump() << " failed; "
            << result["exercised"].dump() << " of " << result["branches"].dump() << " branches exercised\n";
  for (const Json& gap : result["gaps"]) std::cout << "  no scenario: " << explain_gap(gap) << '\n';
}

int test(const Context& context, const Options& options) {
  const bool is_named = !options.services.empty();
  Json all = Json::array();
  bool sound = true;
  for (const std::string& id : is_named ? options.services : pack::all_services(context.packs())) {
    const auto loaded = load_pack(context, id);
    sound = sound && loaded.has_value();
    if (!loaded) continue;
    Json result = try_service(context, *loaded, is_named);
    sound = sound && result["diagnostics"].empty() && result["failed"] == 0;
    for (const Json& gap : result["gaps"]) sound = sound && !(options.strict && gap["strict"].get<bool>());
    for (const Json& d : result["diagnostics"]) {
      std::cerr << pack::text({d["code"].get<std::string>(), d["file"].get<std::string>(),
                               d["place"].get<std::string>(), d["detail"].get<std::string>()})
                << '\n';
    }
    if (!options.json) print_result(result);
    all.push_back(std::move(result));
  }
  if (options.json) std::cout << Json{{"passed", sound}, {"services", std::move(all)}}.dump() << '\n';
  return sound ? kDone : kInvalid;
}

}  // namespace

void add_test(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "test",
      "runs the scenarios of packs: assets/services/<id>.scenarios.json says, for invented people, which verdict,\n"
      "reasons and documents must come out; then lists the rules and branches that no scenario exercises.\n"
      "How to write scenarios: assets/services/AUTHORING.md. Exit code 1 when a scenario fails or has a mistake.");
  command->add_option("PACK", options->services, "ids of services; all by default");
  command->add_flag("--strict", options->strict, "fail too when something was never true or never false");
  command->add_flag("--json", options->json, "one JSON value on stdout");
  command->callback([&context, &run, options] { run = [&context, options] { return test(context, *options); }; });
}

}  // namespace qadam::cli
