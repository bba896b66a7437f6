// What several commands share (see command.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "feel_lang/suggest.hpp"

namespace qadam::cli {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 8u << 20;

}  // namespace

void print(const pack::Diagnostics& diagnostics) {
  for (const pack::Diagnostic& diagnostic : diagnostics) std::cerr << pack::text(diagnostic) << '\n';
}

std::optional<Loaded> load_pack(const Context& context, const std::string& service) {
  const std::vector<std::string> known = pack::all_services(context.packs());
  if (std::find(known.begin(), known.end(), service) == known.end()) {
    std::cerr << "qadam: no service '" << service << "'" << feel_lang::suggestion(service, known) << "; there are:";
    for (const std::string& each : known) std::cerr << ' ' << each;
    std::cerr << '\n';
    return std::nullopt;
  }
  pack::Diagnostics diagnostics;
  Loaded loaded{pack::read_sources(context.packs(), service, diagnostics), {}};
  auto compiled = pack::compile(loaded.sources, diagnostics);
  print(diagnostics);
  if (!compiled) return std::nullopt;
  loaded.pack = std::move(*compiled);
  return loaded;
}

std::optional<author::Words> words_for(const Context& context, const Loaded& loaded, const std::string& lang,
                                       base::Date day) {
  pack::Diagnostics diagnostics;
  const std::string file = "i18n/authoring/" + lang + ".json";
  pack::Json authoring = pack::read_json(context.root / file, file, diagnostics);
  print(diagnostics);
  if (!diagnostics.empty()) return std::nullopt;
  return author::Words(loaded.sources, loaded.pack, lang, day, std::move(authoring));
}

base::Result<base::Instant> parse_moment(const std::string& text) {
  const auto date = base::parse_date(std::string_view(text).substr(0, 10));
  if (!date) return date.failure();
  constexpr int kNoon = 12 * 60;
  if (text.size() == 10) return base::instant_of(*date, kNoon);
  const std::int64_t hour = text.size() == 16 ? base::parse_whole(std::string_view(text).substr(11, 2)) : -1;
  const std::int64_t minute = text.size() == 16 ? base::parse_whole(std::string_view(text).substr(14, 2)) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text[10] != 'T' || text[13] != ':') {
    return base::fail("date.form", text, "a day YYYY-MM-DD or a minute YYYY-MM-DDThh:mm is expected");
  }
  return base::instant_of(*date, static_cast<int>(hour * 60 + minute));
}

bool write_file(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path part = path.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << bytes;
    if (!out.flush()) return false;
  }
  std::error_code error;
  std::filesystem::rename(part, path, error);
  return !error;
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error || size > kMaxFileBytes) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) return std::nullopt;
  return bytes.str();
}

}  // namespace qadam::cli
