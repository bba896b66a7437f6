// SPDX-License-Identifier: MIT
#include "engine/warnings.hpp"

#include "engine/flow.hpp"
#include "person/identifier.hpp"

namespace qadam::engine {
namespace {

// The dictionary has one date of birth and one IIN, whatever the service.
bool disagrees_with_iin(const service::Model& model, const State& state, base::Date birth_date) {
  const std::uint16_t field = service::find_field(model, "iin");
  if (field == service::kNone || !state.answers[field].given()) return false;
  const auto iin = person::parse_iin(state.answers[field].text);
  return iin && person::disagrees(*iin, birth_date);
}

}  // namespace

std::vector<Warning> warnings_of(const service::Model& model, const State& state, std::uint16_t screen) {
  std::vector<Warning> warnings;
  for (const std::uint16_t field : asked_fields(model, state, screen)) {
    const Answer& answer = state.answers[field];
    for (const std::string& code : answer.warnings) warnings.push_back({field, code});
    const auto* date = answer.value.as<base::Date>();
    if (date != nullptr && model.fields[field].id == "birth_date" && disagrees_with_iin(model, state, *date)) {
      warnings.push_back({field, "iin.date"});
    }
  }
  return warnings;
}

}  // namespace qadam::engine
