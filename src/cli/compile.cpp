// `qadam compile`: packs to the files that shells load.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "author/papers.hpp"
#include "cli/command.hpp"

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

int compile(const Context& context, std::vector<std::string> services, const std::filesystem::path& out) {
  if (services.empty()) services = pack::published_services(context.packs());
  if (services.empty()) {
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
  if (!sound) return kInvalid;
  std::error_code error;
  std::filesystem::create_directories(out, error);
  for (const Loaded& each : packs) {
    const std::string& id = each.pack.model.id;
    bool written = write_file(out / (id + ".bin"), each.pack.binary);
    for (std::size_t i = 0; i < 3; ++i) {
      written = written && write_file(out / (id + "." + pack::kLanguages[i] + ".bin"), each.pack.texts[i]);
      written = written && write_papers(context, each, pack::kLanguages[i], out);
    }
    if (!written) {
      std::cerr << "qadam: cannot write into " << out << '\n';
      return kInvalid;
    }
    std::cout << id << ": " << each.pack.binary.size() << " bytes, texts " << each.pack.texts[0].size() << '/'
              << each.pack.texts[1].size() << '/' << each.pack.texts[2].size() << " (kk/ru/en)\n";
  }
  return kDone;
}

}  // namespace

void add_compile(CLI::App& app, const Context& context, Run& run) {
  auto services = std::make_shared<std::vector<std::string>>();
  auto out = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("compile", "checks packs and writes the files that shells load");
  command->add_option("PACK", *services, "ids of services; by default all that are no drafts");
  command->add_option("--out", *out, "the folder to write to")->required();
  command->callback([&context, &run, services, out] {
    run = [&context, services, out] { return compile(context, *services, *out); };
  });
}

}  // namespace qadam::cli
