// SPDX-License-Identifier: MIT
#include "server/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/text.hpp"
#include "server/json.hpp"
#include "service/file.hpp"

namespace qadam::server {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool write_durably(int file, const std::string& text) {
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  return written && ::fsync(file) == 0;
}

std::optional<backend::RegistryAnswer> read_answer(const Json& given) {
  if (!given.is_object()) return std::nullopt;
  backend::RegistryAnswer out;
  for (const auto& [key, value] : given.items()) {
    if (key == "silent" && value.is_boolean()) {
      out.silent = value.get<bool>();
    } else if (!value.is_string()) {
      return std::nullopt;
    } else if (key == "result") {
      out.result = value.get<std::string>();
    } else {
      out.facts.emplace(key, value.get<std::string>());
    }
  }
  if (out.result.empty() != out.silent) return std::nullopt;
  return out;
}

std::optional<backend::Persona> read_persona(const Json& given) {
  if (!given.is_object() || !given.contains("checks") || !given["checks"].is_object()) return std::nullopt;
  backend::Persona out{text_member(given, "id").value_or(""),
                       text_member(given, "iin").value_or(""),
                       text_member(given, "birth_date").value_or(""),
                       {}};
  // A number that could be somebody's has no place among invented people.
  if (out.id.empty() || !backend::is_invented(out.iin) || !base::parse_date(out.birth_date)) return std::nullopt;
  for (const auto& [check, answer] : given["checks"].items()) {
    std::optional<backend::RegistryAnswer> read = read_answer(answer);
    if (!read) return std::nullopt;
    out.checks.emplace(check, *std::move(read));
  }
  return out;
}

}  // namespace

base::Result<std::string> secret_file(const fs::path& path, backend::Crypto& crypto) {
  if (const std::optional<std::string> kept = contents(path)) {
    const std::string_view secret = base::trim(*kept);
    if (secret.size() >= 26) return std::string(secret);
    return base::fail("file.secret", path.string(), "too short");
  }
  const std::string secret = backend::random_id(crypto);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return base::fail("file.secret", path.string());
  const bool kept = write_durably(file, secret + "\n");
  ::close(file);
  if (!kept) return base::fail("file.secret", path.string());
  return secret;
}

base::Done private_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error) fs::permissions(path, fs::perms::owner_all, fs::perm_options::replace, error);
  if (error) return base::fail("file.folder", path.string(), error.message());
  return base::done();
}

base::Done read_personas(const fs::path& path, backend::World& world) {
  const std::optional<std::string> text = contents(path);
  if (!text) return base::fail("personas.missing", path.string());
  const base::Result<Json> json = parse_object(*text);
  if (!json || !json->contains("personas") || !json->contains("centres")) {
    return base::fail("personas.form", path.string());
  }
  for (const Json& given : (*json)["personas"]) {
    std::optional<backend::Persona> persona = read_persona(given);
    if (!persona) return base::fail("personas.form", path.string(), dump(given).substr(0, 80));
    world.personas.push_back(*std::move(persona));
  }
  for (const Json& given : (*json)["centres"]) {
    const auto kk = text_member(given, "kk");
    const auto ru = text_member(given, "ru");
    const auto en = text_member(given, "en");
    if (!kk || !ru || !en) return base::fail("personas.form", path.string(), dump(given).substr(0, 80));
    world.centres.push_back({*kk, *ru, *en});
  }
  return base::done();
}

base::Result<std::vector<service::Model>> read_services(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    // "service.kk.bin" is a string table.
    const bool is_service = entry.path().extension() == ".bin" && entry.path().stem().extension().empty();
    if (is_service) paths.push_back(entry.path());
  }
  if (error || paths.empty()) return base::fail("services.none", folder.string());
  std::sort(paths.begin(), paths.end());
  std::vector<service::Model> out;
  for (const fs::path& path : paths) {
    const std::optional<std::string> bytes = contents(path);
    base::Result<service::Model> model = service::load(bytes ? *bytes : std::string());
    if (!model) return base::fail(model.error().code, path.string(), model.error().place);
    // The finder leads to services and is none.
    if (model->finder.entries.empty()) out.push_back(*std::move(model));
  }
  return out;
}

}  // namespace qadam::server
