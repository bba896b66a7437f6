// `qadam eval`: one FEEL expression over JSON input.
//
// Input names are declared with the type of their JSON value; {"$date":"..."} and {"$unknown":true} say what JSON
// cannot.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "cli/command.hpp"
#include "feel/evaluate.hpp"
#include "feel_lang/compile.hpp"

namespace qadam::cli {
namespace {

using pack::Json;

struct Input {
  feel_lang::Type type = feel_lang::Type::any;
  feel::Value value;
};

Input read_input(const Json& json, std::uint32_t number) {
  using feel_lang::Type;
  if (json.is_boolean()) return {Type::boolean, json.get<bool>()};
  if (json.is_string()) return {Type::string, json.get<std::string>()};
  if (json.is_number()) {
    const auto decimal = base::Decimal::parse(json.dump());
    return {Type::number, decimal ? feel::Value(*decimal) : feel::Value()};
  }
  if (json.is_object() && json.contains("$date") && json["$date"].is_string()) {
    const auto date = base::parse_date(json["$date"].get<std::string>());
    return {Type::date, date ? feel::Value(*date) : feel::Value()};
  }
  if (json.is_object() && json.contains("$unknown")) {
    feel::Unknown unknown;
    unknown.questions.add(number);
    return {Type::any, unknown};
  }
  if (json.is_array()) {
    std::vector<feel::Value> items;
    for (const Json& item : json) items.push_back(read_input(item, number).value);
    return {Type::list, feel::make_list(std::move(items))};
  }
  return {Type::any, feel::Value()};
}

Json to_json(const feel::Value& value) {
  if (const auto* b = value.as<bool>()) return *b;
  if (const auto* n = value.as<base::Decimal>()) return Json::parse(n->text());
  if (const auto* s = value.as<std::string>()) return *s;
  if (const auto* d = value.as<base::Date>()) return {{"$date", d->iso()}};
  if (const auto* m = value.as<feel::Months>()) {
    return {{"$duration", "P" + std::to_string(m->count / 12) + "Y" + std::to_string(m->count % 12) + "M"}};
  }
  if (const auto* s = value.as<feel::Seconds>()) return {{"$duration", "PT" + std::to_string(s->count) + "S"}};
  if (const feel::List* list = value.list()) {
    Json out = Json::array();
    for (const feel::Value& item : list->items) out.push_back(to_json(item));
    return out;
  }
  return nullptr;
}

class Inputs final : public feel::Fields {
 public:
  std::vector<feel::Value> values;

  [[nodiscard]] feel::Value field(std::uint32_t number) const override { return values[number]; }
};

int eval(const Context& context, const std::string& expression, const std::string& input) {
  feel_lang::Names names;
  Inputs inputs;
  std::vector<std::string> ids;
  const Json json = input.empty() ? Json::object() : Json::parse(input, nullptr, false);
  if (!json.is_object() || json.size() > feel::QuestionSet::kCapacity) {
    std::cerr << "qadam: --input must be a JSON object\n";
    return kUsage;
  }
  for (const auto& item : json.items()) {
    const auto number = static_cast<std::uint32_t>(ids.size());
    Input read = read_input(item.value(), number);
    names.emplace(item.key(), feel_lang::Declared{read.type, number, {}});
    inputs.values.push_back(std::move(read.value));
    ids.push_back(item.key());
  }
  feel::Program program;
  const auto compiled = feel_lang::compile(expression, names, feel_lang::Type::any, program);
  Json out{{"value", nullptr}, {"unknown", Json::array()}, {"errors", Json::array()}};
  if (compiled) {
    const auto outcome = feel::evaluate(program, compiled->root, inputs, base::civil_time(context.now).date);
    out["value"] = to_json(outcome.value);
    if (const auto* unknown = outcome.value.as<feel::Unknown>()) {
      unknown->questions.for_each([&](std::uint32_t field) { out["unknown"].push_back(ids[field]); });
    }
    if (outcome.errors != 0)
      out["errors"].push_back({{"code", "feel.null"}, {"place", ""}, {"detail", "FEEL gives null here"}});
  } else {
    const base::Error& e = compiled.error();
    out["errors"].push_back({{"code", e.code}, {"place", e.place}, {"detail", e.detail}});
  }
  std::cout << out.dump() << '\n';
  return compiled ? kDone : kInvalid;
}

}  // namespace

void add_eval(CLI::App& app, const Context& context, Run& run) {
  auto expression = std::make_shared<std::string>();
  auto input = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* command =
      app.add_subcommand("eval", "evaluates a FEEL expression (the part of FEEL that packs use so far)");
  command->add_option("EXPRESSION", *expression)->required();
  command->add_option("--input", *input, "a JSON object of names and values");
  command->add_flag("--json", *json, "the output is JSON anyway");
  command->callback([&context, &run, expression, input] {
    run = [&context, expression, input] { return eval(context, *expression, *input); };
  });
}

}  // namespace qadam::cli
