// SPDX-License-Identifier: MIT
#include "pack/lint.hpp"

#include <algorithm>
#include <tuple>

#include "pack/calendar.hpp"
#include "pack/finder.hpp"
#include "pack/glossary.hpp"
#include "pack/law.hpp"
#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

Json read_if_there(const std::filesystem::path& path, const std::string& shown, Diagnostics& diagnostics) {
  std::error_code error;
  return std::filesystem::exists(path, error) ? read_json(path, shown, diagnostics) : Json::object();
}

bool is_same(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.code, a.file, a.place, a.detail) == std::tie(b.code, b.file, b.place, b.detail);
}

// Errors first, each once: what two packs share is found with both.
Diagnostics in_order(const Diagnostics& found) {
  Diagnostics out;
  for (const Diagnostic& d : found) {
    if (std::none_of(out.begin(), out.end(), [&](const Diagnostic& o) { return is_same(o, d); })) out.push_back(d);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
  return out;
}

void examine(const Sources& sources, const Surroundings& around, Diagnostics& diagnostics) {
  // A shape that one question stumbles over must not keep the others from being asked.
  const auto ask = [&](const auto& question) {
    try {
      question();
    } catch (const Json::exception& e) {
      diagnostics.push_back({"json.shape", sources.pack_file, "", e.what()});
    }
  };
  const std::string folder = "i18n/" + sources.service;
  ask([&] { lint_texts(folder, sources.service_texts, diagnostics); });
  ask([&] { lint_translations(folder, sources.service_texts.at("kk"), around.translated, diagnostics); });
  const Analysis analysis = analyse(sources, diagnostics);
  ask([&] { lint_definitions(sources, analysis, diagnostics); });
  ask([&] { lint_flow(sources, analysis, diagnostics); });
  ask([&] { lint_readers(sources, analysis, diagnostics); });
  ask([&] { lint_dates(sources, analysis, diagnostics); });
  ask([&] { lint_acts(sources, around.acts, diagnostics); });
  ask([&] { lint_remedies(sources, around.acts, diagnostics); });
}

// What the compiler said of the same citation (no such act) is not said again.
void cited_clauses(const Sources& sources, const Law& law, Diagnostics& diagnostics) {
  Diagnostics found;
  check_citations(sources, law, found);
  for (Diagnostic& d : found) {
    const bool is_said = std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& o) {
      return o.code == "law.act" && o.file == d.file && d.place.compare(0, o.place.size(), o.place) == 0;
    });
    if (!is_said) diagnostics.push_back(std::move(d));
  }
}

// What is wrong with a pack that the finder is made of is said with that pack.
Sources examine_finder(const Root& root, Surroundings& around, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  Sources sources = read_sources(root, kFinder, diagnostics);
  around = read_surroundings(root, kFinder, diagnostics);
  if (diagnostics.size() != before) return sources;
  Diagnostics theirs;
  const std::vector<CoveredPack> covered = covered_packs(root, sources, theirs);
  const std::string folder = "i18n/finder";
  lint_texts(folder, sources.service_texts, diagnostics);
  lint_translations(folder, sources.service_texts.at("kk"), around.translated, diagnostics);
  if (!theirs.empty()) return sources;
  const Analysis analysis = analyse_finder(sources, covered, diagnostics);
  lint_definitions(sources, analysis, diagnostics);
  lint_readers(sources, analysis, diagnostics);
  lint_finder(sources, analysis, diagnostics);
  return sources;
}

}  // namespace

Surroundings read_surroundings(const Root& root, const std::string& service, Diagnostics& diagnostics) {
  Surroundings out;
  const std::string record = "translated.json";
  out.translated = read_if_there(root.i18n / service / record, "i18n/" + service + "/" + record, diagnostics);
  out.shared_translated = read_if_there(root.i18n / record, "i18n/" + record, diagnostics);
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(root.assets / "law", error)) {
    const std::string stem = entry.path().stem().string();
    if (entry.path().extension() != ".json" || stem == "acts") continue;
    out.acts[stem] = read_json(entry.path(), "assets/law/" + stem + ".json", diagnostics);
  }
  return out;
}

Diagnostics lint_pack(const Sources& sources, const Surroundings& surroundings) {
  Diagnostics found;
  examine(sources, surroundings, found);
  return in_order(found);
}

Diagnostics lint(const Root& root, const std::vector<std::string>& services, bool are_all) {
  Diagnostics found;
  std::vector<Sources> all;
  Surroundings around;
  const bool is_named = std::find(services.begin(), services.end(), kFinder) != services.end();
  if (is_named || (are_all && has_finder(root))) all.push_back(examine_finder(root, around, found));
  for (const std::string& service : services) {
    if (service == kFinder) continue;
    const std::size_t before = found.size();
    Sources sources = read_sources(root, service, found);
    around = read_surroundings(root, service, found);
    const bool readable = found.size() == before;  // else what is missing from broken files would be said as well
    if (readable) {
      for (Diagnostic& d : lint_pack(sources, around)) found.push_back(std::move(d));
    }
    all.push_back(std::move(sources));
  }
  if (!all.empty()) {
    lint_missing("i18n", all.front().shared_texts, found);
    lint_texts("i18n", all.front().shared_texts, found);
    lint_translations("i18n", all.front().shared_texts.at("kk"), around.shared_translated, found);
    lint_rates(all.front().rates, found);
    (void)read_calendar(all.front().calendar, found);
    lint_dictionary(all, are_all, found);
    lint_glossary(read_glossary(root, found), folders_of(all), found);
    const Law law = read_law(root, found);
    for (const Sources& each : all) cited_clauses(each, law, found);
  }
  return in_order(found);
}

}  // namespace qadam::pack
