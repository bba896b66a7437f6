// `qadam lint`: every mistake of packs at once; and the record of what is translated.
// SPDX-License-Identifier: MIT
#include "pack/lint.hpp"

#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "feel_lang/suggest.hpp"
#include "pack/finder.hpp"
#include "pack/glossary.hpp"

namespace qadam::cli {
namespace {

using pack::Json;
using pack::Severity;

constexpr const char* kShared = "shared";  // the texts of all services, i18n/*.json

struct Options {
  std::vector<std::string> names;
  bool json = false;
  bool strict = false;
  bool translated = false;
  std::string term;
};

bool is_known(const Context& context, const std::string& service) {
  const std::vector<std::string> known = pack::all_services(context.packs());
  if (std::find(known.begin(), known.end(), service) != known.end()) return true;
  if (service == pack::kFinder && pack::has_finder(context.packs())) return true;
  std::cerr << "qadam: no service '" << service << "'" << feel_lang::suggestion(service, known) << '\n';
  return false;
}

int record_translations(const Context& context, const Options& options) {
  if (options.names.empty()) {
    std::cerr << "qadam: --translated needs a service (or '" << kShared << "' for the texts of all)\n";
    return kUsage;
  }
  const std::string& service = options.names.front();
  const bool is_shared = service == kShared;
  if (!is_shared && !is_known(context, service)) return kInvalid;
  const std::filesystem::path folder = is_shared ? context.packs().i18n : context.packs().i18n / service;
  pack::Diagnostics diagnostics;
  const Json kazakh = pack::read_json(folder / "kk.json", (folder / "kk.json").string(), diagnostics);
  const std::vector<std::string> keys(options.names.begin() + 1, options.names.end());
  for (const std::string& key : keys) {
    if (kazakh.contains(key)) continue;
    std::vector<std::string> known;
    for (const auto& item : kazakh.items()) known.push_back(item.key());
    diagnostics.push_back({"text.missing", "kk.json", key, "no such text" + feel_lang::suggestion(key, known)});
  }
  print(diagnostics);
  if (!diagnostics.empty()) return kInvalid;
  pack::Diagnostics none_yet;
  const std::filesystem::path file = folder / "translated.json";
  const Json record = pack::read_json(file, file.string(), none_yet);
  const Json now = pack::translated(record, kazakh, keys);
  if (!write_file(file, now.dump(2) + "\n")) {
    std::cerr << "qadam: cannot write " << file << '\n';
    return kInvalid;
  }
  std::cout << service << ": " << (keys.empty() ? now["texts"].size() : keys.size())
            << " texts recorded as translated\n";
  return kDone;
}

std::ptrdiff_t count(const pack::Diagnostics& found, Severity severity) {
  return std::count_if(found.begin(), found.end(), [&](const auto& d) { return d.severity == severity; });
}

int lint(const Context& context, const Options& options) {
  std::vector<std::string> services = options.names;
  for (const std::string& service : services) {
    if (!is_known(context, service)) return kInvalid;
  }
  const bool are_all = services.empty();
  if (are_all) services = pack::all_services(context.packs());
  const pack::Diagnostics found = pack::lint(context.packs(), services, are_all);
  const auto errors = count(found, Severity::error);
  const auto warnings = count(found, Severity::warning);
  if (options.json) {
    Json out{{"services", services}, {"errors", errors}, {"warnings", warnings}, {"diagnostics", Json::array()}};
    for (const pack::Diagnostic& d : found) {
      out["diagnostics"].push_back({{"code", d.code},
                                    {"severity", std::string(name(d.severity))},
                                    {"file", d.file},
                                    {"place", d.place},
                                    {"text", d.detail}});
    }
    std::cout << out.dump() << '\n';
  } else {
    for (const pack::Diagnostic& d : found) std::cout << name(d.severity) << ": " << text(d) << '\n';
    std::cout << services.size() << (services.size() == 1 ? " pack: " : " packs: ") << errors << " errors, " << warnings
              << " warnings, " << count(found, Severity::info) << " remarks\n";
  }
  return errors == 0 && (warnings == 0 || !options.strict) ? kDone : kInvalid;
}

int term(const Context& context, const std::string& id) {
  pack::Diagnostics diagnostics;
  std::vector<pack::Sources> all;
  for (const std::string& service : pack::all_services(context.packs())) {
    all.push_back(pack::read_sources(context.packs(), service, diagnostics));
  }
  const Json glossary = pack::read_glossary(context.packs(), diagnostics);
  print(diagnostics);
  if (!diagnostics.empty()) return kInvalid;
  std::vector<std::string> known;
  for (const Json& each : glossary["terms"]) known.push_back(each["id"].get<std::string>());
  if (std::find(known.begin(), known.end(), id) == known.end()) {
    std::cerr << "qadam: the glossary has no term '" << id << "'" << feel_lang::suggestion(id, known) << '\n';
    return kInvalid;
  }
  const auto uses = pack::uses_of(glossary, id, pack::folders_of(all));
  for (const pack::TermUse& use : uses) std::cout << use.file << ": " << use.key << '\n';
  std::cout << id << ": " << uses.size() << " texts\n";
  return kDone;
}

}  // namespace

void add_lint(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("lint", "every mistake of packs at once; all packs by default");
  command->add_option("PACK", options->names, "ids of services; with --translated one service, then keys of texts");
  command->add_flag("--json", options->json);
  command->add_flag("--strict", options->strict, "warnings fail as well");
  command->add_flag("--translated", options->translated,
                    "record that ru and en are up to date with kk (all texts, or the keys given)");
  command->add_option("--term", options->term,
                      "every text that uses this term of i18n/glossary.json, and nothing else");
  command->callback([&context, &run, options] {
    run = [&context, options] {
      if (!options->term.empty()) return term(context, options->term);
      return options->translated ? record_translations(context, *options) : lint(context, *options);
    };
  });
}

}  // namespace qadam::cli
