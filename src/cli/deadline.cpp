// `qadam deadline`: when an application filed at some moment counts as taken in, and by when it must be answered.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "cli/command.hpp"
#include "engine/deadline.hpp"
#include "i18n/texts.hpp"
#include "view/filing_words.hpp"

namespace qadam::cli {
namespace {

struct Options {
  std::string service;
  std::string filed;
  std::string lang = "en";
  bool json = false;
};

std::size_t number_of(const std::string& lang) {
  std::size_t i = 0;
  while (lang != pack::kLanguages[i]) ++i;
  return i;
}

int deadline(const Context& context, const Options& options) {
  const auto moment = parse_moment(options.filed);
  if (!moment) {
    std::cerr << "qadam: --filed: " << moment.error().code << ": " << options.filed << '\n';
    return kUsage;
  }
  const auto loaded = load_pack(context, options.service);
  if (!loaded) return kInvalid;
  const service::Model& model = loaded->pack.model;
  const engine::Filing filing = engine::filing_at(model, *moment);
  const auto words = words_for(context, *loaded, options.lang, filing.day);
  const auto texts = i18n::Texts::load(loaded->pack.texts[number_of(options.lang)]);
  if (!words || !texts) return kInvalid;
  std::vector<std::string> notes = view::filing_words(model, filing, *texts);
  if (model.times.limits.empty()) notes.push_back(words->tool("deadline.no_limit"));
  if (!service::opening(model, filing.day).open) notes.push_back(words->tool("deadline.not_in_force"));
  std::string note;
  for (const std::string& each : notes) note += (note.empty() ? "" : " ") + each;
  if (options.json) {
    std::cout << pack::Json{{"accepted", filing.accepted.iso()},
                            {"due", filing.due ? filing.due->iso() : ""},
                            {"insideWindow", filing.is_accepted_inside},
                            {"note", note}}
                     .dump()
              << '\n';
    return kDone;
  }
  const auto date = [&](base::Date day) { return i18n::format_date(*texts, day); };
  std::cout << words->tool("deadline.accepted", {{"date", date(filing.accepted)}}) << '\n';
  if (filing.due) std::cout << words->tool("deadline.due", {{"date", date(*filing.due)}}) << '\n';
  for (const std::string& each : notes) std::cout << each << '\n';
  return kDone;
}

}  // namespace

void add_deadline(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("deadline",
                                         "when an application filed then counts as taken in, and by when it must be\n"
                                         "answered: working days counted from the day after; \"no later than\"");
  command->add_option("SERVICE", options->service)->required();
  command
      ->add_option("--filed", options->filed,
                   "civil time of Kazakhstan: a minute YYYY-MM-DDThh:mm, or a day YYYY-MM-DD (its noon)")
      ->required();
  command->add_option("--lang", options->lang, "of the note: kk, ru or en (default)")
      ->check(CLI::IsMember({"kk", "ru", "en"}));
  command->add_flag("--json", options->json);
  command->callback([&context, &run, options] { run = [&context, options] { return deadline(context, *options); }; });
}

}  // namespace qadam::cli
