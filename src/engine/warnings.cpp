// SPDX-License-Identifier: MIT
#include "engine/warnings.hpp"

#include "engine/flow.hpp"
#include "person/identifier.hpp"

namespace qadam::engine {
namespace {

// The dictionary has one date of birth and one IIN, whatever the service.
bool disagrees_with_iin(const service::Model& model, const State& state) {
  const std::uint16_t number = service::find_field(model, "iin");
  const std::uint16_t birth = service::find_field(model, "birth_date");
  if (number == service::kNone || birth == service::kNone || state.asked[birth] != Truth::yes) return false;
  const auto* date = state.answers[birth].value.as<base::Date>();
  if (date == nullptr || !state.answers[number].given()) return false;
  const auto iin = person::parse_iin(state.answers[number].text);
  return iin && person::disagrees(*iin, *date);
}

}  // namespace

std::vector<Warning> warnings_of(const service::Model& model, const State& state, std::uint16_t screen) {
  std::vector<Warning> warnings;
  for (const std::uint16_t field : asked_fields(model, state, screen)) {
    const Answer& answer = state.answers[field];
    for (const std::string& code : answer.warnings) warnings.push_back({field, code});
    const std::string& id = model.fields[field].id;
    // Said where the later of the two is given.
    if ((id == "birth_date" || (id == "iin" && answer.given())) && disagrees_with_iin(model, state)) {
      warnings.push_back({field, "iin.date"});
    }
  }
  return warnings;
}

}  // namespace qadam::engine
