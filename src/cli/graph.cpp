// `qadam graph`: a service's flow as Graphviz DOT, or as SVG where Graphviz is there.
// SPDX-License-Identifier: MIT
#include <spawn.h>
#include <sys/wait.h>

#include <iostream>

#include "author/graph.hpp"
#include "cli/command.hpp"

extern char** environ;

namespace qadam::cli {
namespace {

struct Options {
  std::string service;
  std::string lang = "en";
  std::string out;
};

// The exit code of `dot`, or -1 when there is none. No shell: a file's name is never a command.
int run_dot(const std::string& input, const std::string& output) {
  std::string words[] = {"dot", "-Tsvg", "-o", output, input};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), words[4].data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, "dot", nullptr, nullptr, arguments, environ) != 0) return -1;
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  constexpr int kNotFound = 127;  // as shells say it, and spawn of an older libc
  return WEXITSTATUS(status) == kNotFound ? -1 : WEXITSTATUS(status);
}

int write_svg(const std::string& dot, const std::filesystem::path& out) {
  const std::filesystem::path part = out.string() + ".dot.part";
  if (!write_file(part, dot)) {
    std::cerr << "qadam: cannot write beside " << out << '\n';
    return kInvalid;
  }
  const int code = run_dot(part.string(), out.string());
  std::error_code error;
  std::filesystem::remove(part, error);
  if (code == 0) return kDone;
  if (code < 0) {
    std::cerr << "qadam: an SVG needs the program 'dot' of Graphviz, which is not here: install it (Debian: graphviz;\n"
                 "build-scripts/setup does), or write the graph itself with --out FILE.dot\n";
  } else {
    std::cerr << "qadam: dot ended with code " << code << '\n';
  }
  return kInvalid;
}

int graph(const Context& context, const Options& options) {
  const auto loaded = load_pack(context, options.service);
  if (!loaded) return kInvalid;
  const auto words = words_for(context, *loaded, options.lang, base::civil_time(context.now).date);
  if (!words) return kInvalid;
  const std::string dot = author::graph(*words);
  if (options.out.empty()) {
    std::cout << dot;
    return kDone;
  }
  const std::filesystem::path out = options.out;
  if (out.extension() == ".svg") return write_svg(dot, out);
  if (out.extension() != ".dot") {
    std::cerr << "qadam: --out: a name ending in .dot or .svg is expected\n";
    return kUsage;
  }
  if (write_file(out, dot)) return kDone;
  std::cerr << "qadam: cannot write " << out << '\n';
  return kInvalid;
}

}  // namespace

void add_graph(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "graph",
      "a service's flow as Graphviz DOT: screens and questions with the conditions on the edges, what holds one up,\n"
      "checks and stops, stages, and each subtype's conditions and documents");
  command->add_option("SERVICE", options->service, "its id, as in assets/services/<id>.json")->required();
  command->add_option("--out", options->out, "FILE.dot, or FILE.svg where Graphviz is installed; else DOT on stdout");
  command->add_option("--lang", options->lang, "kk, ru or en (default)")->check(CLI::IsMember({"kk", "ru", "en"}));
  command->callback([&context, &run, options] { run = [&context, options] { return graph(context, *options); }; });
}

}  // namespace qadam::cli
