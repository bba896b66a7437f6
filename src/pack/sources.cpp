// SPDX-License-Identifier: MIT
#include "pack/sources.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace qadam::pack {
namespace {

constexpr std::uintmax_t kMaxBytes = 4u << 20;

}  // namespace

std::string text(const Diagnostic& d) {
  return d.file + ":" + d.place + ": " + d.code + (d.detail.empty() ? "" : ": " + d.detail);
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
  try {
    Json json = Json::parse(bytes.str());
    if (json.is_object()) return json;
    diagnostics.push_back({"json.shape", shown, "", "an object is expected at the top"});
  } catch (const Json::parse_error& e) {
    // nlohmann's message holds line and column after "at line"; its prefix is its own.
    std::string what = e.what();
    const std::size_t at = what.find("at line");
    diagnostics.push_back({"json.syntax", shown, "", at == std::string::npos ? what : what.substr(at)});
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

std::vector<std::string> all_services(const Root& root) {
  std::vector<std::string> services;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(root.assets / "services", error)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".json" && name != "fields.json") services.push_back(entry.path().stem().string());
  }
  std::sort(services.begin(), services.end());
  return services;
}

}  // namespace qadam::pack
