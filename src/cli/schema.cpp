// `qadam schema`: the JSON Schema of a service's application.
// SPDX-License-Identifier: MIT
#include "author/schema.hpp"

#include <iostream>

#include "cli/command.hpp"

namespace qadam::cli {
namespace {

int schema(const Context& context, const std::string& service) {
  const auto loaded = load_pack(context, service);
  if (!loaded) return kInvalid;
  if (!loaded->pack.model.is_application) {
    std::cerr << "qadam: '" << service << "' only informs: nobody applies through it, so it has no application\n";
    return kInvalid;
  }
  std::cout << author::application_schema(loaded->sources, loaded->pack.model).dump(2) << '\n';
  return kDone;
}

}  // namespace

void add_schema(CLI::App& app, const Context& context, Run& run) {
  auto service = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "schema",
      "the JSON Schema (2020-12) of a service's application, for whoever receives it: every question with its type,\n"
      "options and states. It checks the shape; only the engine knows whether a conditional question had to be asked");
  command->add_option("SERVICE", *service, "its id, as in assets/services/<id>.json")->required();
  command->callback([&context, &run, service] { run = [&context, service] { return schema(context, *service); }; });
}

}  // namespace qadam::cli
