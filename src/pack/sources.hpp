// Sources: the JSON files that one service is made of, as they stand on disk.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pack/diagnostic.hpp"

namespace qadam::pack {

// Members keep their order: a pack's order is the law's order.
using Json = nlohmann::ordered_json;

inline constexpr const char* kLanguages[] = {"kk", "ru", "en"};

// Where the repository's data lies.
struct Root {
  std::filesystem::path assets;  // holds services/, law/, calendars/, rates.json, personas.json
  std::filesystem::path i18n;    // holds kk.json ru.json en.json and a folder per service
};

struct Sources {
  std::string service;
  std::string pack_file;  // for diagnostics
  Json pack;
  Json fields;
  Json acts;
  Json rates;
  Json calendar;  // days off
  Json personas;
  std::map<std::string, Json> shared_texts;   // by language
  std::map<std::string, Json> service_texts;  // by language
};

// Reads everything that exists; what cannot be read or is no JSON becomes a diagnostic ("file.missing", "json.syntax"
// with line and column) and an empty object.
[[nodiscard]] Sources read_sources(const Root& root, const std::string& service, Diagnostics& diagnostics);

// The ids of all packs under assets/services, sorted.
[[nodiscard]] std::vector<std::string> all_services(const Root& root);

// Those that are not drafts: what `qadam compile` without names and the pages are made of.
[[nodiscard]] std::vector<std::string> published_services(const Root& root);

// The pack says "status": "draft": it is linted, tested and previewed, but not shipped.
[[nodiscard]] bool is_draft(const Sources& sources);

// One JSON file; on failure an empty object and a diagnostic. Files above 4 MiB are refused ("file.large"), as are
// those with brackets more than 200 deep ("json.deep").
[[nodiscard]] Json read_json(const std::filesystem::path& path, const std::string& shown, Diagnostics& diagnostics);

}  // namespace qadam::pack
