// `qadam run`: one whole session from a case file.
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <iostream>

#include "author/explanation.hpp"
#include "author/walk.hpp"
#include "backend/backend.hpp"
#include "cli/command.hpp"
#include "engine/judge.hpp"
#include "i18n/texts.hpp"
#include "server/crypto.hpp"
#include "submission/setting.hpp"

namespace qadam::cli {
namespace {

using pack::Json;

struct Options {
  std::string service;
  std::string input;
  std::string as_of;
  std::string lang = "en";
  std::string mode = "demonstration";
  bool json = false;
};

// One leaf that fails or is open: the pack's words for people, the law, and the author's own words for it.
Json because_of(const pack::Analysis& analysis, const service::Model& model, const author::Walk& walk,
                std::uint16_t leaf, const i18n::Texts& texts) {
  const author::Explanation explanation = author::explain(analysis, model, walk.state, leaf);
  Json out{{"id", model.conditions[leaf].id},
           {"law", Json::array()},
           {"text", std::string(texts.get(model.conditions[leaf].text))},
           {"feel", explanation.feel},
           {"clauses", Json::array()},
           {"questions", explanation.questions}};
  for (const std::uint16_t number : model.conditions[leaf].law) out["law"].push_back(model.laws[number].id);
  for (const feel_lang::Clause& clause : explanation.clauses) {
    out["clauses"].push_back(
        {{"text", clause.text}, {"place", clause.place}, {"questions", author::names_of(model, clause.questions)}});
  }
  return out;
}

Json result_of(const Loaded& loaded, const author::Walk& walk, const i18n::Texts& texts) {
  const service::Model& model = loaded.pack.model;
  pack::Diagnostics ignored;  // it compiled
  const pack::Analysis analysis = pack::analyse(loaded.sources, ignored);
  Json out{{"verdict", "unknown"},
           {"because", Json::array()},
           {"screens", walk.screens},
           {"documents", Json::array()},
           {"subtypes", Json::array()}};
  for (const service::Subtype& subtype : model.subtypes) {
    if (engine::is_chosen(model, walk.state, subtype) != engine::Truth::yes) continue;
    out["subtypes"].push_back(subtype.id);
    for (const service::Item& item : subtype.items) {
      if (engine::is_asked_for(model, walk.state, item) == engine::Truth::yes) out["documents"].push_back(item.id);
    }
    if (subtype.condition == service::kNone) continue;
    out["verdict"] = std::string(engine::verdict_name(walk.state.verdicts[subtype.condition].truth));
    for (const std::uint16_t leaf : engine::because(model, walk.state, subtype.condition)) {
      out["because"].push_back(because_of(analysis, model, walk, leaf, texts));
    }
  }
  out["application"] = walk.application.empty() ? Json() : Json::parse(walk.application);
  out["missing"] = walk.missing;
  out["papersMissing"] = walk.papers;
  out["refused"] = walk.refused;
  out["unused"] = walk.unused;
  return out;
}

void print_result(const Json& result) {
  std::cout << "verdict: " << result["verdict"].get<std::string>() << '\n';
  for (const Json& leaf : result["because"]) {
    std::cout << "  because: " << leaf["text"].get<std::string>() << "  " << leaf["law"].dump() << '\n';
    for (const Json& clause : leaf["clauses"]) {
      std::cout << "    " << clause["text"].get<std::string>();
      if (!clause["questions"].empty()) std::cout << "  (open: " << clause["questions"].dump() << ")";
      std::cout << '\n';
    }
  }
  std::cout << "screens:";
  for (const Json& screen : result["screens"]) std::cout << ' ' << screen.get<std::string>();
  std::cout << '\n';
  for (const Json& item : result["documents"]) std::cout << "document: " << item.get<std::string>() << '\n';
  for (const Json& item : result["papersMissing"]) std::cout << "not there yet: " << item.get<std::string>() << '\n';
  if (!result["application"].is_null()) std::cout << "application: " << result["application"].dump() << '\n';
}

// The answer that a file makes, as a browser would make it. A path is taken from where the command runs, else from where
// the case file stands.
base::Result<std::string> chosen(const std::string& path, const std::filesystem::path& input) {
  auto bytes = read_file(path);
  if (!bytes) bytes = read_file(input.parent_path() / path);
  if (!bytes) return base::fail("case.file", path, "cannot be read");
  const std::string type = backend::document_type(*bytes);
  const std::string digest = server::OpenSslCrypto().sha256(*bytes);
  return digest + " " + std::to_string(bytes->size()) + " " + (type.empty() ? "other" : type) + " " +
         std::filesystem::path(path).filename().string();
}

int run_case(const Context& context, const Options& options) {
  const auto loaded = load_pack(context, options.service);
  if (!loaded) return kInvalid;
  const auto bytes = read_file(options.input);
  if (!bytes) {
    std::cerr << "qadam: cannot read " << options.input << '\n';
    return kInvalid;
  }
  pack::Diagnostics diagnostics;
  const Json input = pack::read_json(options.input, options.input, diagnostics);
  print(diagnostics);
  if (!diagnostics.empty()) return kInvalid;
  engine::Setting setting;
  setting.mode = *submission::mode_of(options.mode);
  setting.now = context.now;
  const std::string day = !options.as_of.empty()                                ? options.as_of
                          : input.contains("asOf") && input["asOf"].is_string() ? input["asOf"].get<std::string>()
                                                                                : "";
  if (!day.empty()) {
    const auto moment = parse_moment(day);
    if (!moment) {
      std::cerr << "qadam: " << moment.error().code << ": as-of day " << day << '\n';
      return kInvalid;
    }
    setting.now = *moment;
  }
  auto texts = i18n::Texts::load(loaded->pack.texts[options.lang == "kk" ? 0 : options.lang == "ru" ? 1 : 2]);
  const auto walked = author::walk(loaded->pack.model, input, std::move(setting), options.lang,
                                   [&](const std::string& path) { return chosen(path, options.input); });
  if (!walked) {
    std::cerr << "qadam: " << options.input << ": " << walked.error().place << ": " << walked.error().detail << '\n';
    return kInvalid;
  }
  const Json result = result_of(*loaded, *walked, *texts);
  if (options.json) {
    std::cout << result.dump() << '\n';
  } else {
    print_result(result);
  }
  // What the person would have to correct is an invalid input; a "not eligible" is an answer like any other.
  for (const std::string& id : walked->missing) std::cerr << "qadam: no answer to '" << id << "'\n";
  for (const std::string& each : walked->refused) std::cerr << "qadam: will not do: " << each << '\n';
  for (const std::string& id : walked->unused) {
    if (service::find_field(loaded->pack.model, id) == service::kNone) {
      std::cerr << "qadam: '" << id << "' is no question of this service\n";
    }
  }
  return walked->missing.empty() && walked->refused.empty() ? kDone : kInvalid;
}

}  // namespace

void add_run(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("run", "one whole session without a screen");
  command->add_option("SERVICE", options->service)->required();
  command->add_option("--input", options->input, "a case file (JSON)")->required();
  command->add_option("--as-of", options->as_of, "a day YYYY-MM-DD or a minute YYYY-MM-DDThh:mm");
  command->add_option("--lang", options->lang)->check(CLI::IsMember({"kk", "ru", "en"}));
  command->add_option("--mode", options->mode)->check(CLI::IsMember({"demonstration", "preparation"}));
  command->add_flag("--json", options->json);
  command->callback([&context, &run, options] { run = [&context, options] { return run_case(context, *options); }; });
}

}  // namespace qadam::cli
