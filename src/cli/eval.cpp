// `qadam eval`: one FEEL expression over JSON input, or a file of test vectors.
//
// Input names are declared with the type of their JSON value; {"$date":"..."}, {"$duration":"..."} and
// {"$unknown":true} say what JSON cannot (pack/feel_json.hpp).
// SPDX-License-Identifier: MIT
#include <iostream>

#include "cli/command.hpp"
#include "feel/evaluate.hpp"
#include "feel_lang/explain.hpp"
#include "pack/feel_json.hpp"
#include "pack/vectors.hpp"

namespace qadam::cli {
namespace {

using pack::Json;

struct EvalOptions {
  std::string expression;
  std::string input;
  std::string vectors;
  std::string as_of;
  bool json = false;
};

class Inputs final : public feel::Fields {
 public:
  std::vector<feel::Value> values;

  [[nodiscard]] feel::Value field(std::uint32_t number) const override { return values[number]; }
};

Json error_json(const std::string& code, const std::string& place, const std::string& detail) {
  return {{"code", code}, {"place", place}, {"detail", detail}};
}

Json ids_of(const feel::QuestionSet& questions, const std::vector<std::string>& ids) {
  Json out = Json::array();
  questions.for_each([&](std::uint32_t field) { out.push_back(ids[field]); });
  return out;
}

Json because_json(const feel_lang::Clause& clause, const std::vector<std::string>& ids) {
  return {{"text", clause.text},
          {"place", clause.place},
          {"value", clause.value.is_unknown() ? Json() : pack::feel_json(clause.value)},
          {"unknown", ids_of(clause.questions, ids)}};
}

void print_text(const Json& out) {
  std::cout << (out["unknown"].empty() ? out["value"].dump() : "unknown") << '\n';
  if (!out["unknown"].empty()) std::cout << "would be settled by: " << out["unknown"].dump() << '\n';
  for (const Json& clause : out["because"]) {
    std::cout << "because " << clause["place"].get<std::string>() << ": " << clause["text"].get<std::string>() << '\n';
  }
  for (const Json& e : out["errors"]) {
    std::cout << e["place"].get<std::string>() << ": " << e["code"].get<std::string>() << ": "
              << e["detail"].get<std::string>() << '\n';
  }
}

int evaluate(const EvalOptions& options, base::Date today) {
  feel_lang::Names names;
  Inputs inputs;
  std::vector<std::string> ids;
  const Json json = options.input.empty() ? Json::object() : Json::parse(options.input, nullptr, false);
  if (!json.is_object() || json.size() > feel::QuestionSet::kCapacity) {
    std::cerr << "qadam: --input must be a JSON object of at most 256 names\n";
    return kUsage;
  }
  for (const auto& item : json.items()) {
    const auto number = static_cast<std::uint32_t>(ids.size());
    auto value = pack::feel_value(item.value(), number);
    if (!value) {
      std::cerr << "qadam: --input: '" << item.key() << "' is no value of Qadam's part of FEEL\n";
      return kInvalid;
    }
    feel_lang::Declared declared;
    declared.field = number;
    declared.shape = std::make_shared<const feel_lang::Shape>(feel_lang::shape_of(*value));
    declared.type = declared.shape->type;
    names.emplace(item.key(), std::move(declared));
    inputs.values.push_back(std::move(*value));
    ids.push_back(item.key());
  }
  feel::Program program;
  std::vector<base::Error> errors;
  const auto compiled = feel_lang::compile_unchecked(options.expression, names, program, errors);
  Json out{{"value", nullptr}, {"unknown", Json::array()}, {"errors", Json::array()}, {"because", Json::array()}};
  for (const base::Error& e : errors) out["errors"].push_back(error_json(e.code, e.place, e.detail));
  if (compiled) {
    const auto outcome = feel::evaluate(program, compiled->root, inputs, today);
    out["value"] = pack::feel_json(outcome.value);
    feel::QuestionSet questions;
    add_questions(outcome.value, questions);
    out["unknown"] = ids_of(questions, ids);
    const std::string place = feel_lang::place_of(options.expression, *compiled, outcome.fault);
    if (outcome.exhausted) out["errors"].push_back(error_json("feel.limit", "1:1", "takes more than one may"));
    if (outcome.errors != 0 && errors.empty()) {
      out["errors"].push_back(error_json("feel.null", place, "FEEL gives null here"));
    }
    for (const feel_lang::Clause& clause : feel_lang::explain(options.expression, *compiled, program, inputs, today)) {
      out["because"].push_back(because_json(clause, ids));
    }
  }
  if (options.json) {
    std::cout << out.dump() << '\n';
  } else {
    print_text(out);
  }
  return compiled ? kDone : kInvalid;
}

int vectors(const EvalOptions& options) {
  const auto text = read_file(options.vectors);
  if (!text) {
    std::cerr << "qadam: cannot read " << options.vectors << '\n';
    return kInvalid;
  }
  const Json all = Json::parse(*text, nullptr, false);
  if (!all.is_array()) {
    std::cerr << "qadam: " << options.vectors << ": a JSON list of vectors is expected\n";
    return kInvalid;
  }
  const pack::VectorsOutcome outcome = pack::run_vectors(all);
  if (options.json) {
    std::cout << Json{{"total", outcome.total},
                      {"agreed", outcome.agreed},
                      {"disagreed", outcome.disagreed},
                      {"inSubset", {{"total", outcome.in_subset}, {"agreed", outcome.in_subset_agreed}}},
                      {"refusedOutside", outcome.refused_outside},
                      {"errorsExpected", outcome.errors_expected},
                      {"errorsFoundStatically", outcome.errors_found_statically},
                      {"valuesThatTheCheckerRefuses", outcome.refused_wrongly}}
                     .dump()
              << '\n';
  } else {
    std::cout << outcome.agreed << " of " << outcome.total << " agree (in the subset " << outcome.in_subset_agreed
              << " of " << outcome.in_subset << "; outside it " << outcome.refused_outside << " refused)\n"
              << outcome.errors_found_statically << " of " << outcome.errors_expected
              << " errors are found before anything runs; the checker would refuse " << outcome.refused_wrongly.size()
              << " expressions that have a value\n";
    for (const std::string& detail : outcome.details) std::cout << detail << '\n';
    for (const std::string& id : outcome.refused_wrongly) std::cout << "checker refuses " << id << '\n';
  }
  return outcome.disagreed.empty() ? kDone : kInvalid;
}

int eval(const Context& context, const EvalOptions& options) {
  if (options.expression.empty() == options.vectors.empty()) {
    std::cerr << "qadam: eval takes an expression, or --vectors FILE\n";
    return kUsage;
  }
  if (!options.vectors.empty()) return vectors(options);
  base::Instant moment = context.now;
  if (!options.as_of.empty()) {
    const auto parsed = parse_moment(options.as_of);
    if (!parsed) {
      std::cerr << "qadam: --as-of: " << parsed.error().code << ": " << options.as_of << '\n';
      return kUsage;
    }
    moment = *parsed;
  }
  return evaluate(options, base::civil_time(moment).date);
}

}  // namespace

void add_eval(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "evaluates a FEEL expression, or runs test vectors");
  command->add_option("EXPRESSION", options->expression);
  command->add_option("--input", options->input, "a JSON object of names and values");
  command->add_option("--vectors", options->vectors, "a JSON file of test vectors");
  command->add_option("--as-of", options->as_of, "the day of today(); today by default");
  command->add_flag("--json", options->json, "one JSON value on standard output");
  command->callback([&context, &run, options] { run = [&context, options] { return eval(context, *options); }; });
}

}  // namespace qadam::cli
