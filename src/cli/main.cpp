// The `qadam` command (DESIGN.md 5).
// SPDX-License-Identifier: MIT
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "cli/command.hpp"

namespace {

// The nearest folder at or above this one that holds packs; QADAM_ROOT says otherwise.
std::filesystem::path find_root() {
  if (const char* root = std::getenv("QADAM_ROOT"); root != nullptr && *root != '\0') return root;
  std::error_code error;
  for (std::filesystem::path at = std::filesystem::current_path(error); !at.empty(); at = at.parent_path()) {
    if (std::filesystem::exists(at / "assets" / "services", error)) return at;
    if (at == at.parent_path()) break;
  }
  return ".";
}

}  // namespace

int main(int argc, char** argv) {
  using namespace qadam;
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  cli::Context context{find_root(), {std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count()}};
  CLI::App app{"qadam: public services of Kazakhstan, one step at a time"};
  app.require_subcommand(1);
  cli::Run run;
  cli::add_services(app, context, run);
  cli::add_describe(app, context, run);
  cli::add_find(app, context, run);
  cli::add_run(app, context, run);
  cli::add_compile(app, context, run);
  cli::add_deadline(app, context, run);
  cli::add_iin(app, context, run);
  cli::add_eval(app, context, run);
  cli::add_trace(app, context, run);
  cli::add_lint(app, context, run);
  cli::add_test(app, context, run);
  cli::add_graph(app, context, run);
  cli::add_schema(app, context, run);
  cli::add_diff(app, context, run);
  cli::add_preview(app, context, run);
  cli::add_rulebook(app, context, run);
  cli::add_serve(app, context, run);
  try {
    app.parse(argc, argv);
    return run();
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? cli::kDone : cli::kUsage;
  } catch (const std::exception& e) {
    std::cerr << "qadam: " << e.what() << '\n';
    return cli::kInvalid;
  }
}
