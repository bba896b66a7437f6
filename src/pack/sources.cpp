// SPDX-License-Identifier: MIT
#include "pack/sources.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "pack/calendar.hpp"

namespace qadam::pack {
namespace {

constexpr std::uintmax_t kMaxBytes = 4u << 20;
constexpr std::size_t kMaxDepth = 200;

// Of the byte `at`, counted from 1.
std::string line_and_column(const std::string& text, std::size_t at) {
  const std::string_view before = std::string_view(text).substr(0, at == 0 ? 0 : at - 1);
  const std::size_t last = before.rfind('\n');
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t column = before.size() - (last == std::string_view::npos ? 0 : last + 1) + 1;
  return "at line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Brackets within brackets, outside of strings. Everything that walks JSON recurses, the library's own copying too.
bool is_too_deep(std::string_view json) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

}  // namespace

std::string text(const Diagnostic& d) {
  return d.file + ":" + d.place + ": " + d.code + (d.detail.empty() ? "" : ": " + d.detail);
}

std::string_view name(Severity severity) {
  constexpr std::string_view kNames[] = {"error", "warning", "info"};
  return kNames[static_cast<std::size_t>(severity)];
}

Json read_json(const std::filesystem::path& path, const std::string& shown, Diagnostics& diagnostics) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  std::ifstream in(path, std::ios::binary);
  if (error || !in) {
    diagnostics.push_back({"file.missing", shown, "", "cannot be read"});
    return Json::object();
  }
  if (size > kMaxBytes) {
    diagnostics.push_back({"file.large", shown, "", "more than 4 MiB"});
    return Json::object();
  }
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (is_too_deep(bytes.str())) {
    diagnostics.push_back({"json.deep", shown, "", "more than 200 brackets within each other"});
    return Json::object();
  }
  try {
    Json json = Json::parse(bytes.str());
    if (json.is_object()) return json;
    diagnostics.push_back({"json.shape", shown, "", "an object is expected at the top"});
  } catch (const Json::parse_error& e) {
    // nlohmann's own column is 0 where a number ends the line, so the place is counted here.
    const std::string what = e.what();
    const std::size_t column = what.find("column");
    const std::size_t colon = column == std::string::npos ? column : what.find(": ", column);
    const std::string reason = colon == std::string::npos ? what : what.substr(colon + 2);
    diagnostics.push_back({"json.syntax", shown, "", line_and_column(bytes.str(), e.byte) + ": " + reason});
  }
  return Json::object();
}

Sources read_sources(const Root& root, const std::string& service, Diagnostics& diagnostics) {
  Sources s;
  s.service = service;
  s.pack_file = "assets/services/" + service + ".json";
  s.pack = read_json(root.assets / "services" / (service + ".json"), s.pack_file, diagnostics);
  s.fields = read_json(root.assets / "services" / "fields.json", "assets/services/fields.json", diagnostics);
  s.acts = read_json(root.assets / "law" / "acts.json", "assets/law/acts.json", diagnostics);
  s.rates = read_json(root.assets / "rates.json", "assets/rates.json", diagnostics);
  s.calendar = read_json(root.assets / "calendars" / "kz.json", kCalendarFile, diagnostics);
  // Demonstration people are no part of a service: without them it has no examples.
  Diagnostics ignored;
  s.personas = read_json(root.assets / "personas.json", "assets/personas.json", ignored);
  for (const std::string lang : kLanguages) {
    const std::string file = lang + ".json";
    s.shared_texts[lang] = read_json(root.i18n / file, "i18n/" + file, diagnostics);
    s.service_texts[lang] = read_json(root.i18n / service / file, "i18n/" + service + "/" + file, diagnostics);
  }
  return s;
}

bool is_draft(const Sources& sources) {
  const auto status = sources.pack.find("status");
  return status != sources.pack.end() && *status == "draft";
}

std::vector<std::string> published_services(const Root& root) {
  std::vector<std::string> services;
  for (const std::string& service : all_services(root)) {
    Diagnostics ignored;  // whoever compiles it is told
    Sources sources;
    sources.pack = read_json(root.assets / "services" / (service + ".json"), "", ignored);
    if (!is_draft(sources)) services.push_back(service);
  }
  return services;
}

std::vector<std::string> all_services(const Root& root) {
  std::vector<std::string> services;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(root.assets / "services", error)) {
    // fields.json is the dictionary, finder.json leads to all of them; a name with a dot more (pack.schema.json) is no service's.
    const std::string stem = entry.path().stem().string();
    if (entry.path().extension() != ".json" || stem == "fields" || stem == "finder" ||
        stem.find('.') != std::string::npos)
      continue;
    services.push_back(stem);
  }
  std::sort(services.begin(), services.end());
  return services;
}

}  // namespace qadam::pack
