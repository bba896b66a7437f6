// `qadam compile`: packs to the files that shells load.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>

#include "author/papers.hpp"
#include "cli/command.hpp"
#include "pack/finder.hpp"

namespace qadam::cli {
namespace {

// What the page without script says of a service that has subtypes; see author/papers.hpp.
bool write_papers(const Context& context, const Loaded& loaded, const std::string& lang,
                  const std::filesystem::path& out) {
  const auto words = words_for(context, loaded, lang, base::civil_time(context.now).date);
  if (!words) return false;
  const pack::Json papers = author::papers(*words);
  const std::filesystem::path file = out / (loaded.pack.model.id + "." + lang + ".papers.json");
  if (!papers.is_null()) return write_file(file, papers.dump() + "\n");
  std::error_code error;
  std::filesystem::remove(file, error);  // of a build in which it had some
  return true;
}

bool write_pack(const pack::CompiledPack& pack, const std::filesystem::path& out) {
  const std::string& id = pack.model.id;
  bool written = write_file(out / (id + ".bin"), pack.binary);
  for (std::size_t i = 0; i < 3; ++i) {
    written = written && write_file(out / (id + "." + pack::kLanguages[i] + ".bin"), pack.texts[i]);
  }
  if (!written) {
    std::cerr << "qadam: cannot write into " << out << '\n';
    return false;
  }
  std::cout << id << ": " << pack.binary.size() << " bytes, texts " << pack.texts[0].size() << '/'
            << pack.texts[1].size() << '/' << pack.texts[2].size() << " (kk/ru/en)\n";
  return true;
}

int compile(const Context& context, std::vector<std::string> services, const std::filesystem::path& out) {
  // The finder is made of all packs: with all, or when it is named.
  const auto named = std::find(services.begin(), services.end(), pack::kFinder);
  const bool with_finder = named != services.end() || (services.empty() && pack::has_finder(context.packs()));
  const bool finder_only = services.size() == 1 && named != services.end();
  if (named != services.end()) services.erase(named);
  if (services.empty() && !finder_only) services = pack::published_services(context.packs());
  if (services.empty() && !finder_only) {
    std::cerr << "qadam: no packs under " << (context.root / "assets" / "services") << '\n';
    return kInvalid;
  }
  // All are checked before one is written: a folder never holds half of a new set.
  std::vector<Loaded> packs;
  bool sound = true;
  for (const std::string& service : services) {
    auto loaded = load_pack(context, service);
    sound = sound && loaded.has_value();
    if (loaded) packs.push_back(std::move(*loaded));
  }
  std::optional<pack::CompiledPack> finder;
  if (with_finder) finder = load_finder(context);
  if (!sound || (with_finder && !finder)) return kInvalid;
  std::error_code error;
  std::filesystem::create_directories(out, error);
  for (const Loaded& each : packs) {
    if (!write_pack(each.pack, out)) return kInvalid;
    for (const char* lang : pack::kLanguages) {
      if (write_papers(context, each, lang, out)) continue;
      std::cerr << "qadam: cannot write into " << out << '\n';
      return kInvalid;
    }
  }
  if (finder && !write_pack(*finder, out)) return kInvalid;
  return kDone;
}

}  // namespace

void add_compile(CLI::App& app, const Context& context, Run& run) {
  auto services = std::make_shared<std::vector<std::string>>();
  auto out = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("compile", "checks packs and writes the files that shells load");
  command->add_option("PACK", *services,
                      "ids of services, or finder; by default all that are no drafts, and the finder");
  command->add_option("--out", *out, "the folder to write to")->required();
  command->callback([&context, &run, services, out] {
    run = [&context, services, out] { return compile(context, *services, *out); };
  });
}

}  // namespace qadam::cli
