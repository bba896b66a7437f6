// The questions that a service asks or is told (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "feel_lang/suggest.hpp"
#include "pack/compilation.hpp"

namespace qadam::pack {
namespace {

using service::kNoText;

constexpr std::pair<std::string_view, service::FieldType> kFieldTypes[] = {
    {"text", service::FieldType::text},       {"iin", service::FieldType::iin},
    {"phone", service::FieldType::phone},     {"date", service::FieldType::date},
    {"choice", service::FieldType::choice},   {"choices", service::FieldType::choices},
    {"boolean", service::FieldType::boolean}, {"file", service::FieldType::file},
    {"number", service::FieldType::number}};

constexpr std::pair<std::string_view, service::Source> kSources[] = {{"ask", service::Source::ask},
                                                                     {"registry", service::Source::registry}};

feel_lang::Type feel_type(service::FieldType type) {
  switch (type) {
    case service::FieldType::date:
      return feel_lang::Type::date;
    case service::FieldType::boolean:
      return feel_lang::Type::boolean;
    case service::FieldType::number:
      return feel_lang::Type::number;
    case service::FieldType::choices:
      return feel_lang::Type::list;
    default:
      return feel_lang::Type::string;
  }
}

std::vector<std::string> known_fields(const Sources& sources) {
  std::vector<std::string> known;
  if (!sources.fields.contains("fields") || !sources.fields["fields"].is_object()) return known;
  for (const auto& item : sources.fields["fields"].items()) known.push_back(item.key());
  return known;
}

}  // namespace

// In the order of the service's screens: only their names may stand in its conditions.
void Compilation::collect_fields() {
  for (const JsonReader& screen : pack_.objects("screens")) {
    for (const std::string& id : screen.strings("fields")) add_field(id, screen);
  }
  for (const JsonReader& check : pack_.objects("checks")) {
    add_field(check.string("field"), check);
    for (const std::string& id : check.strings("facts")) add_field(id, check);
  }
  for (const JsonReader& subtype : pack_.objects("subtypes")) {
    for (const JsonReader& item : subtype.objects("items")) {
      if (item.has("field")) add_field(item.string("field"), item);
    }
  }
}

// Which heading an option stands under: {"family": ["option", ...]}, worded by field.<id>.group.<family>.
void Compilation::option_groups(const JsonReader& json, service::Field& field) {
  const JsonReader groups = json.object("groups");
  for (const std::string& group : groups.keys()) {
    const service::TextId heading = texts_.shared("field." + field.id + ".group." + group);
    for (const std::string& value : groups.strings(group.c_str())) {
      const auto option = std::find_if(field.options.begin(), field.options.end(),
                                       [&](const service::Option& known) { return known.value == value; });
      if (option == field.options.end()) {
        groups.report("pack.value", group, "no option '" + value + "'");
      } else {
        option->group = heading;
      }
    }
  }
}

void Compilation::add_field(const std::string& id, const JsonReader& where) {
  if (id.empty() || names_.count(id) != 0) return;
  const std::vector<std::string> known = known_fields(sources_);
  if (std::find(known.begin(), known.end(), id) == known.end()) {
    where.report("pack.unknown_field", "", id + feel_lang::suggestion(id, known));
    return;
  }
  const JsonReader json(sources_.fields["fields"][id], "assets/services/fields.json", "/fields/" + id, diagnostics_);
  json.allow(shape::kField);
  if (!is_feel_name(id)) json.report("pack.value", "", "a name is small Latin letters, digits and _");
  service::Field field;
  field.id = id;
  const auto type = choose(kFieldTypes, json.string("type"));
  if (!type) json.report("pack.value", "type", "no such type of field");
  field.type = type.value_or(service::FieldType::text);
  const auto source = choose(kSources, json.string_or("source", "ask"));
  if (!source) json.report("pack.value", "source", "ask or registry");
  field.source = source.value_or(service::Source::ask);
  const std::pair<const char*, service::FieldFlag> flags[] = {{"dontKnow", service::kMayNotKnow},
                                                              {"withhold", service::kMayWithhold},
                                                              {"ifAny", service::kMayBeNone},
                                                              {"sensitive", service::kSensitive},
                                                              {"past", service::kPast}};
  for (const auto& flag : flags) {
    if (json.boolean_or(flag.first, false)) field.flags = static_cast<std::uint8_t>(field.flags | flag.second);
  }
  (void)json.boolean_or("submitOnly", false);
  if (json.has("maxLength")) field.max_length = static_cast<std::uint16_t>(json.whole("maxLength"));
  field.law = laws(json);
  const bool is_asked = field.source == service::Source::ask;
  if (is_asked) {
    field.title = texts_.shared("field." + id + ".title");
    field.hint = texts_.shared("field." + id + ".hint", Need::optional);
    field.why = texts_.shared("field." + id + ".why", Need::optional);
  }
  feel_lang::Declared declared{feel_type(field.type), static_cast<std::uint32_t>(m_.fields.size()), {}};
  // What need not be answered, is not always asked, or a register may not tell, may be absent.
  declared.nullable = field.has(service::kMayBeNone) || !is_asked || pack_.object("ask").has(id.c_str());
  for (const std::string& option : json.strings("options")) {
    declared.members.push_back(option);
    const std::string key = "field." + id + ".option." + option;
    field.options.push_back({option, is_asked ? texts_.shared(key) : kNoText,
                             is_asked ? texts_.shared(key + ".hint", Need::optional) : kNoText});
  }
  option_groups(json, field);
  const bool needs_options = field.type == service::FieldType::choice || field.type == service::FieldType::choices;
  if (needs_options == field.options.empty())
    json.report("pack.value", "options", "belong to choice and choices, and only there");
  if (field.type == service::FieldType::iin && m_.is_application) examples(field);
  names_.emplace(id, std::move(declared));
  m_.fields.push_back(std::move(field));
}

void Compilation::examples(service::Field& field) {
  const JsonReader personas(sources_.personas, "assets/personas.json", "", diagnostics_);
  for (const JsonReader& person : personas.objects("personas")) {
    field.examples.push_back(
        {person.string("iin"), texts_.own("persona." + person.string("id"), Need::optional), kNoText});
  }
  // A service whose texts do not speak of a person does not offer it.
  std::erase_if(field.examples, [](const service::Option& o) { return o.text == kNoText; });
}

std::uint16_t Compilation::field_index(const JsonReader& at, const char* key, const std::string& id) {
  const std::uint16_t field = service::find_field(m_, id);
  if (field != service::kNone) return field;
  std::vector<std::string> known;
  for (const service::Field& each : m_.fields) known.push_back(each.id);
  // One that the dictionary does not have was reported where it was collected.
  const std::vector<std::string> all = known_fields(sources_);
  if (std::find(all.begin(), all.end(), id) != all.end()) {
    at.report("pack.unknown_field", key, id + ": no screen of this service asks it");
  } else if (*key != '\0') {
    at.report("pack.unknown_field", key, id + feel_lang::suggestion(id, known));
  }
  return service::kNone;
}

}  // namespace qadam::pack
