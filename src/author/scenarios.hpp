// Scenarios: what an author says must come out for a person, written beside the pack in plain JSON.
//
// assets/services/<id>.scenarios.json: {"format":1,"service":"<id>","scenarios":[{"name","asOf","answers","registry",
// "subtype","expect":{...}}]}; assets/services/AUTHORING.md says what each member means. Not a case file: a case walks
// a whole session with all its answers; a scenario may leave answers out and looks at the rules.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/record.hpp"
#include "pack/diagnostic.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::author {

// Empty members are not looked at.
struct Expect {
  std::string verdict;
  std::optional<std::vector<std::string>> because;
  std::optional<std::vector<std::string>> questions;
  std::optional<std::vector<std::string>> screens;
  std::vector<std::string> documents;
  std::vector<std::string> not_documents;
  std::vector<std::string> asked;
  std::vector<std::string> not_asked;
};

struct Scenario {
  std::string name;
  base::Date as_of;
  std::uint16_t subtype = service::kNone;  // index in the model; kNone where the service has none
  pack::Json input;                        // answers, registry, consent: as a case file has them
  base::Record record;                     // the same as engine::restore reads it
  Expect expect;
};

// "assets/services/<id>.scenarios.json".
[[nodiscard]] std::string scenario_file(const std::string& service);

// Every mistake with its JSON pointer and, for a wrong name, the nearest right one: "scenario.unknown_field",
// "scenario.unknown_check", "scenario.unknown_condition", "scenario.unknown_item", "scenario.unknown_screen",
// "scenario.unknown_subtype", "scenario.subtype" (several to choose from), "scenario.answer" (the question takes no
// such answer), "scenario.repeated", and "pack.*" for the shape. Scenarios with mistakes are left out.
[[nodiscard]] std::vector<Scenario> read_scenarios(const pack::Json& json, const std::string& file,
                                                   const service::Model& model, pack::Diagnostics& diagnostics);

}  // namespace qadam::author
