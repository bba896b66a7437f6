// `qadam trace`: every clause of the orders and what in the packs answers for it.
// SPDX-License-Identifier: MIT
#include "pack/trace.hpp"

#include <iostream>

#include "cli/command.hpp"
#include "feel_lang/suggest.hpp"
#include "pack/trace_page.hpp"

namespace qadam::cli {
namespace {

struct TraceOptions {
  bool json = false;
  std::string html;
  std::string act;
};

void print_summary(const pack::Trace& trace, const pack::Json& titles) {
  using pack::Coverage;
  for (const pack::TracedAct& act : trace.acts) {
    std::cout << act.id << " (" << pack::title_of(act.id, titles) << "): " << act.clauses.size() << " clauses, "
              << act.count(Coverage::implemented) << " implemented, " << act.count(Coverage::noted) << " noted, "
              << act.count(Coverage::not_a_step) << " not a citizen's step, " << act.count(Coverage::uncovered)
              << (act.is_order ? " not covered\n" : " not cited\n");
  }
  for (const pack::TracedAct& act : trace.acts) {
    for (const pack::TracedClause& each : act.clauses) {
      if (!act.is_order || each.coverage != Coverage::uncovered) continue;
      std::cout << "NOT COVERED " << act.id << ':' << each.clause.place << " (" << each.clause.at
                << "): " << each.clause.says << '\n';
    }
  }
}

void print_misplaced(const char* code, const std::vector<pack::Misplaced>& list) {
  for (const pack::Misplaced& m : list) {
    std::cerr << pack::text({code, m.file, m.place, m.citation + ": " + m.detail}) << '\n';
  }
}

int trace(const Context& context, const TraceOptions& options) {
  pack::Diagnostics diagnostics;
  const pack::Root root = context.packs();
  const pack::Law law = pack::read_law(root, diagnostics);
  if (!options.act.empty() && law.act(options.act) == nullptr) {
    std::vector<std::string> known;
    for (const pack::Act& act : law.acts()) known.push_back(act.id);
    std::cerr << "qadam: no act '" << options.act << "' in assets/law" << feel_lang::suggestion(options.act, known)
              << '\n';
    return kUsage;
  }
  const pack::TracedPacks packs = pack::read_traced_packs(root, diagnostics);
  const pack::Json official = pack::read_json(root.i18n / "kk.json", "i18n/kk.json", diagnostics);
  const pack::Json words = pack::read_json(root.i18n / "en.json", "i18n/en.json", diagnostics);
  const pack::Trace traced = pack::trace(law, packs, options.act);
  print(diagnostics);
  // One value on stdout holds them too; for a reader of the summary they are said beside it.
  if (!options.json) {
    print_misplaced("law.unknown", traced.bad);
    print_misplaced("law.no_step (warning)", traced.warnings);
    print_summary(traced, words);
  } else {
    std::cout << pack::trace_json(traced, official).dump() << '\n';
  }
  if (!options.html.empty()) {
    const std::string day = base::civil_time(context.now).date.iso();
    if (!write_file(options.html, pack::trace_page(traced, official, words, day))) {
      std::cerr << "qadam: cannot write " << options.html << '\n';
      return kInvalid;
    }
  }
  return traced.covered() && diagnostics.empty() ? kDone : kInvalid;
}

}  // namespace

void add_trace(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<TraceOptions>();
  CLI::App* command = app.add_subcommand("trace", "every clause of the orders and what in the packs answers for it");
  command->add_flag("--json", options->json);
  command->add_option("--html", options->html, "a page to read, print and sign, written to this file");
  command->add_option("--act", options->act, "this act alone, of an outside act too");
  command->callback([&context, &run, options] { run = [&context, options] { return trace(context, *options); }; });
}

}  // namespace qadam::cli
