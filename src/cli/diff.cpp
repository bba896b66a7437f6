// `qadam diff`: two versions of a pack, or one pack on two days.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <set>

#include "author/difference.hpp"
#include "author/scenarios.hpp"
#include "cli/command.hpp"

namespace qadam::cli {
namespace {

namespace fs = std::filesystem;
using pack::Json;

struct Options {
  std::string a;
  std::string b;
  std::string from;
  std::string lang = "en";
  bool json = false;
};

// What an argument names: a service of some root, on a day or on none in particular.
struct Named {
  fs::path root;
  std::string service;  // "" = every one of the root
  std::optional<base::Date> day;
};

bool is_root(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path / "assets" / "services", error);
}

std::optional<Named> named(const Context& context, std::string text) {
  Named out{context.root, "", std::nullopt};
  if (const std::size_t at = text.rfind('@'); at != std::string::npos) {
    const auto day = base::parse_date(text.substr(at + 1));
    if (!day) {
      std::cerr << "qadam: " << text << ": after '@' a day YYYY-MM-DD is expected\n";
      return std::nullopt;
    }
    out.day = *day;
    text.resize(at);
  }
  const std::size_t colon = text.rfind(':');
  if (is_root(text)) {
    out.root = text;
  } else if (colon != std::string::npos) {
    out.root = text.substr(0, colon);
    out.service = text.substr(colon + 1);
  } else if (const fs::path file = text; file.extension() == ".json") {
    out.root = fs::absolute(file).parent_path().parent_path().parent_path();
    out.service = file.stem().string();
  } else {
    out.service = text;
  }
  if (is_root(out.root)) return out;
  std::cerr << "qadam: " << out.root << " holds no assets/services\n";
  return std::nullopt;
}

// The scenario file, null where there is none; nothing when it cannot be read.
std::optional<Json> scenarios_of(const fs::path& root, const std::string& service) {
  const std::string file = author::scenario_file(service);
  std::error_code error;
  if (!fs::exists(root / file, error)) return Json();
  pack::Diagnostics diagnostics;
  Json json = pack::read_json(root / file, file, diagnostics);
  print(diagnostics);
  if (!diagnostics.empty()) return std::nullopt;
  return json;
}

std::string list(const Json& names) {
  std::string out;
  for (const Json& each : names) out += (out.empty() ? "" : ", ") + each.get<std::string>();
  return out.empty() ? "-" : out;
}

std::string days(const Json& side) {
  std::string out;
  if (!side["from"].is_null()) out += " from " + side["from"].get<std::string>();
  if (!side["until"].is_null()) out += " until " + side["until"].get<std::string>();
  return out;
}

std::string content(const Json& side, const std::string& kind, const std::string& lang) {
  const Json& content = side["content"];
  return kind == "text" ? content[lang].dump() : content.dump();
}

void print_elements(const Json& elements, const std::string& lang) {
  for (const Json& each : elements) {
    const std::string change = each["change"].get<std::string>();
    const std::string kind = each["kind"].get<std::string>();
    const Json& a = each["a"];
    const Json& b = each["b"];
    std::cout << (change == "added"     ? "+ "
                  : change == "removed" ? "- "
                                        : "~ ")
              << kind << ' ' << each["id"].get<std::string>();
    if (change == "changed") {
      const bool same_days = days(a) == days(b);
      std::cout << (same_days ? days(b)
                              : ":" + (days(a).empty() ? " always" : days(a)) + " ->" +
                                    (days(b).empty() ? " always" : days(b)))
                << '\n';
      if (a["content"] == b["content"]) continue;
      // A text may have changed in another language only.
      const bool shown = content(a, kind, lang) != content(b, kind, lang);
      if (!shown) std::cout << "    (in another language)\n";
      if (shown) std::cout << "    " << content(a, kind, lang) << "\n -> " << content(b, kind, lang) << '\n';
    } else {
      const Json& side = change == "added" ? b : a;
      std::cout << days(side) << ": " << content(side, kind, lang) << '\n';
    }
  }
}

void print_scenarios(const Json& scenarios) {
  int same = 0;
  for (const Json& each : scenarios) {
    if (each["changed"].empty()) {
      ++same;
      continue;
    }
    std::cout << "scenario \"" << each["name"].get<std::string>() << "\"\n";
    for (const char* side : {"a", "b"}) {
      const Json& s = each[side];
      std::cout << "    " << (side[0] == 'a' ? "A: " : "B: ");
      if (s.contains("refused")) {
        std::cout << "cannot be judged: " << s["refused"].get<std::string>() << '\n';
        continue;
      }
      std::cout << s["verdict"].get<std::string>() << "; because: " << list(s["because"])
                << "; documents: " << list(s["documents"]) << '\n';
    }
  }
  std::cout << same << " of " << scenarios.size() << " scenarios come out the same\n";
}

void print_result(const Json& result, const std::string& lang) {
  const auto name = [](const Json& side) {
    std::string out = side["service"].get<std::string>() + " version " + side["version"].get<std::string>();
    if (!side["day"].is_null()) out += " on " + side["day"].get<std::string>();
    return out + "; the pack is in force" + (days(side).empty() ? " always" : days(side));
  };
  std::cout << "A: " << name(result["a"]) << "\nB: " << name(result["b"]) << '\n';
  print_elements(result["elements"], lang);
  print_scenarios(result["scenarios"]);
  const std::string drafts = result["drafts"].get<std::string>();
  if (drafts == "migrated") std::cout << "drafts of A are taken over by the migrations of B\n";
  if (drafts == "impossible") std::cout << "drafts of A cannot be taken over, and B says so\n";
  for (const Json& each : result["warnings"]) std::cout << "warning: " << each.get<std::string>() << '\n';
  for (const Json& each : result["problems"]) std::cout << "PROBLEM: " << each.get<std::string>() << '\n';
}

std::optional<Json> compare(const Context& context, const Named& a, const Named& b) {
  const auto first = load_pack({a.root, context.now}, a.service);
  const auto second = load_pack({b.root, context.now}, b.service);
  const auto tried_a = scenarios_of(a.root, a.service);
  const auto tried_b = scenarios_of(b.root, b.service);
  if (!first || !second || !tried_a || !tried_b) return std::nullopt;
  return author::difference({first->sources, first->pack.model, *tried_a, a.day},
                            {second->sources, second->pack.model, *tried_b, b.day});
}

// The services that two roots share; those of one side only are said.
std::vector<std::string> shared_services(const Named& a, const Named& b) {
  const auto services = [](const Named& n) { return pack::all_services({n.root / "assets", n.root / "i18n"}); };
  const std::vector<std::string> first = services(a);
  const std::vector<std::string> second = services(b);
  std::vector<std::string> out;
  for (const std::string& id : first) {
    const bool both = std::find(second.begin(), second.end(), id) != second.end();
    if (both) out.push_back(id);
    if (!both) std::cerr << "qadam: service '" << id << "' is in A only\n";
  }
  for (const std::string& id : second) {
    if (std::find(first.begin(), first.end(), id) == first.end()) {
      std::cerr << "qadam: service '" << id << "' is in B only\n";
    }
  }
  return out;
}

int diff(const Context& context, const Options& options) {
  if (options.b.empty() && options.from.empty()) {
    std::cerr << "qadam: diff: a second service, root or day is expected, or --from ROOT\n";
    return kUsage;
  }
  auto a = named(context, options.a);
  auto b = named(context, options.b.empty() ? options.a : options.b);
  if (!a || !b) return kUsage;
  if (!options.from.empty()) {
    if (!is_root(options.from)) {
      std::cerr << "qadam: --from: " << options.from << " holds no assets/services\n";
      return kUsage;
    }
    a->root = options.from;
  }
  // A root alone means the service that the other side names.
  if (a->service.empty()) a->service = b->service;
  if (b->service.empty()) b->service = a->service;
  std::vector<std::pair<std::string, std::string>> pairs{{a->service, b->service}};
  if (a->service.empty()) {
    pairs.clear();
    for (const std::string& id : shared_services(*a, *b)) pairs.emplace_back(id, id);
  }
  Json all = Json::array();
  bool sound = true;
  for (const auto& pair : pairs) {
    a->service = pair.first;
    b->service = pair.second;
    auto result = compare(context, *a, *b);
    sound = sound && result && (*result)["problems"].empty();
    if (!result) continue;
    if (!options.json) print_result(*result, options.lang);
    all.push_back(std::move(*result));
  }
  if (options.json) std::cout << Json{{"comparisons", std::move(all)}}.dump() << '\n';
  return sound ? kDone : kInvalid;
}

}  // namespace

void add_diff(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "diff",
      "what changed between two packs: rules, documents, terms, texts, each with its days; scenarios that come out\n"
      "differently; whether drafts of the older version have a way. A and B are each one of\n"
      "  SERVICE            a service of this repository\n"
      "  SERVICE@DAY        the same as on a day, YYYY-MM-DD: compares one pack on two days\n"
      "  ROOT               a folder with assets/ and i18n/ (an older checkout): the service that the other names\n"
      "  ROOT:SERVICE       a service of that folder; also the path of its pack, ROOT/assets/services/SERVICE.json\n"
      "Exit code 1 when drafts of A have no way to B, or a pack does not compile; a difference is no error.");
  command->add_option("A", options->a, "the older side")->required();
  command->add_option("B", options->b, "the newer side; with --from, the same service in this repository");
  command->add_option("--from", options->from, "the folder in which A lies");
  command->add_option("--lang", options->lang, "language of the texts shown: kk, ru or en (default)")
      ->check(CLI::IsMember({"kk", "ru", "en"}));
  command->add_flag("--json", options->json, "one JSON value on stdout");
  command->callback([&context, &run, options] { run = [&context, options] { return diff(context, *options); }; });
}

}  // namespace qadam::cli
