// `qadam serve`: the backend stub and the built web pages.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "cli/command.hpp"
#include "server/server.hpp"
#include "submission/setting.hpp"

namespace qadam::cli {
namespace {

struct Options {
  server::ServeOptions serve;
  std::string as_of;
  std::string data;
  std::string web;
  std::string services;
};

int serve(const Context& context, Options options) {
  options.serve.data_dir = options.data.empty() ? context.root / "data" : std::filesystem::path(options.data);
  options.serve.web_dir = options.web.empty() ? context.root / "web" / "dist" : std::filesystem::path(options.web);
  options.serve.services_dir =
      options.services.empty() ? context.root / "build" / "services" : std::filesystem::path(options.services);
  options.serve.assets_dir = context.root / "assets";
  if (!options.as_of.empty()) {
    const auto moment = parse_moment(options.as_of);
    if (!moment) {
      std::cerr << "qadam: --as-of: a day YYYY-MM-DD is expected: " << options.as_of << '\n';
      return kUsage;
    }
    options.serve.as_of = base::civil_time(*moment).date;
  }
  return server::serve(options.serve);
}

}  // namespace

void add_serve(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("serve", "serves the web pages and the backend stub");
  command->add_option("--port", options->serve.port, "0: any free port")->check(CLI::Range(0, 65535));
  command->add_option("--host", options->serve.host, "the address to listen on");
  command->add_option("--data", options->data, "where applications are kept; data/ by default");
  command->add_option("--web", options->web, "built pages; web/dist by default");
  command->add_option("--services", options->services, "compiled packs; build/services by default");
  command->add_option("--as-of", options->as_of, "the day that counts as today, for demonstrations and tests");
  command->add_option("--mode", options->serve.mode)
      ->check(CLI::IsMember({"demonstration", "preparation", "connected"}));
  command->add_option("--operator", options->serve.operator_name, "connected: the operator's name");
  command->add_option("--bin", options->serve.operator_bin, "connected: the operator's BIN");
  command->add_option("--requests-per-minute", options->serve.requests_per_minute,
                      "of one address, where guessing would pay");
  command->callback([&context, &run, options] { run = [&context, options] { return serve(context, *options); }; });
}

}  // namespace qadam::cli
