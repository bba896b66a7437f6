// `qadam preview` and `qadam rulebook`: pages about a service for those who check it.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "author/rulebook.hpp"
#include "cli/command.hpp"

namespace qadam::cli {
namespace {

struct Options {
  std::string service;
  std::string as_of;
  std::string lang = "kk";
  std::string out;
};

std::optional<base::Date> day_of(const Context& context, const std::string& as_of) {
  if (as_of.empty()) return base::civil_time(context.now).date;
  const auto day = base::parse_date(as_of);
  if (day) return *day;
  std::cerr << "qadam: --as-of: " << day.error().code << ": a day YYYY-MM-DD is expected, not " << as_of << '\n';
  return std::nullopt;
}

int write_page(const Context& context, const Options& options, bool is_rulebook) {
  const auto day = day_of(context, options.as_of);
  if (!day) return kUsage;
  const auto loaded = load_pack(context, options.service);
  if (!loaded) return kInvalid;
  const auto words = words_for(context, *loaded, options.lang, *day);
  if (!words) return kInvalid;
  const author::Page page = is_rulebook ? author::rulebook(*words, context.packs()) : author::preview(*words);
  if (options.out.empty()) {
    std::cout << author::plain(page);
    return kDone;
  }
  if (write_file(options.out, author::html(page))) return kDone;
  std::cerr << "qadam: cannot write " << options.out << '\n';
  return kInvalid;
}

CLI::App* add(CLI::App& app, const char* name, const char* about, const std::shared_ptr<Options>& options) {
  CLI::App* command = app.add_subcommand(name, about);
  command->add_option("SERVICE", options->service, "its id, as in assets/services/<id>.json")->required();
  command->add_option("--lang", options->lang, "kk (default), ru or en")->check(CLI::IsMember({"kk", "ru", "en"}));
  return command;
}

}  // namespace

void add_preview(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add(app, "preview",
          "a service as it is on any day, past or future: open or not and why, the conditions in force\n"
          "with their wording, expression and clause, documents, term, fee, notes, later changes",
          options);
  command->add_option("--as-of", options->as_of, "the day, YYYY-MM-DD")->required();
  command->add_option("--out", options->out, "an HTML file; without it, text on stdout");
  command->callback(
      [&context, &run, options] { run = [&context, options] { return write_page(context, *options, false); }; });
}

void add_rulebook(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add(app, "rulebook",
          "a printable rulebook of a service for a lawyer to check and sign: acts, conditions with their\n"
          "clauses, documents, stages, grounds, notes and what outside facts rest on",
          options);
  command->add_option("--as-of", options->as_of, "the day whose fee is shown, YYYY-MM-DD; today by default");
  command->add_option("--out", options->out, "the HTML file to write")->required();
  command->callback(
      [&context, &run, options] { run = [&context, options] { return write_page(context, *options, true); }; });
}

}  // namespace qadam::cli
