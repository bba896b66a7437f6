// `qadam services` and `qadam describe`.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "cli/command.hpp"
#include "pack/describe.hpp"

namespace qadam::cli {
namespace {

struct ServicesOptions {
  std::string as_of;
  std::string lang = "en";
  bool json = false;
};

int services(const Context& context, const ServicesOptions& options) {
  base::Date day = base::civil_time(context.now).date;
  if (!options.as_of.empty()) {
    const auto moment = parse_moment(options.as_of);
    if (!moment) {
      std::cerr << "qadam: --as-of: " << moment.error().code << ": " << options.as_of << '\n';
      return kUsage;
    }
    day = base::civil_time(*moment).date;
  }
  pack::Json all = pack::Json::array();
  bool sound = true;
  for (const std::string& id : pack::all_services(context.packs())) {
    const auto loaded = load_pack(context, id);
    sound = sound && loaded.has_value();
    if (loaded) all.push_back(pack::service_entry(loaded->sources, loaded->pack.model, day, options.lang));
  }
  if (options.json) {
    std::cout << all.dump() << '\n';
    return sound ? kDone : kInvalid;
  }
  for (const pack::Json& entry : all) {
    std::cout << entry["service"].get<std::string>() << "  " << entry["title"].get<std::string>()
              << (entry["status"] == "draft" ? "  (draft)" : "") << '\n'
              << "    " << (entry["open"].get<bool>() ? "open on " : "not open on ") << day.iso();
    if (!entry["open"].get<bool>()) std::cout << ": " << entry["because"].get<std::string>();
    std::cout << '\n';
  }
  return sound ? kDone : kInvalid;
}

void print_condition(const pack::Json& condition, int depth) {
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  for (const char* group : {"all", "any"}) {
    if (!condition.contains(group)) continue;
    std::cout << indent << group << " of\n";
    for (const pack::Json& child : condition[group]) print_condition(child, depth + 1);
  }
  if (!condition.contains("feel")) return;
  std::cout << indent << condition["id"].get<std::string>() << ": " << condition["feel"].get<std::string>() << "  "
            << condition["law"].dump() << '\n';
}

int describe(const Context& context, const std::string& service, bool json) {
  const auto loaded = load_pack(context, service);
  if (!loaded) return kInvalid;
  const pack::Json all = pack::describe(loaded->sources, loaded->pack.model);
  if (json) {
    std::cout << all.dump() << '\n';
    return kDone;
  }
  std::cout << all["title"]["en"].get<std::string>() << " (" << service << ")\n"
            << all["title"]["kk"].get<std::string>() << '\n';
  for (const pack::Json& law : all["law"]) std::cout << "law: " << law.dump() << '\n';
  std::cout << "fee: " << all["fee"].dump() << '\n';
  for (const pack::Json& subtype : all["subtypes"]) {
    std::cout << "subtype " << subtype["number"].dump() << ": " << subtype["title"]["en"].get<std::string>() << '\n';
    if (subtype["eligibleWhen"].is_object()) print_condition(subtype["eligibleWhen"], 1);
    for (const pack::Json& item : subtype["items"]) std::cout << "  document: " << item.dump() << '\n';
  }
  for (const pack::Json& stage : all["stages"]) {
    std::cout << "stage " << stage["number"].dump() << " (" << stage["kind"].get<std::string>()
              << "): " << stage["title"]["en"].get<std::string>() << "  " << stage["law"].dump() << '\n';
  }
  for (const pack::Json& note : all["notes"]) std::cout << "note: " << note["text"]["en"].get<std::string>() << '\n';
  return kDone;
}

}  // namespace

void add_services(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<ServicesOptions>();
  CLI::App* command = app.add_subcommand("services", "services, open or not on a day and why");
  command->add_option("--as-of", options->as_of, "a day YYYY-MM-DD or a minute YYYY-MM-DDThh:mm; today by default");
  command->add_option("--lang", options->lang)->check(CLI::IsMember({"kk", "ru", "en"}));
  command->add_flag("--json", options->json);
  command->callback([&context, &run, options] { run = [&context, options] { return services(context, *options); }; });
}

void add_describe(CLI::App& app, const Context& context, Run& run) {
  auto service = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("describe", "the whole service: law, conditions, documents, stages");
  command->add_option("SERVICE", *service)->required();
  command->add_flag("--json", *json);
  command->callback([&context, &run, service, json] {
    run = [&context, service, json] { return describe(context, *service, *json); };
  });
}

}  // namespace qadam::cli
