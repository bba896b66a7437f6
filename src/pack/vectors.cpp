// SPDX-License-Identifier: MIT
#include "pack/vectors.hpp"

#include "base/text.hpp"
#include "feel/evaluate.hpp"
#include "feel/literal.hpp"
#include "feel_lang/compile.hpp"
#include "pack/feel_json.hpp"

namespace qadam::pack {
namespace {

using Json = nlohmann::ordered_json;
using feel::Kind;
using feel::Value;

class Inputs final : public feel::Fields {
 public:
  std::vector<Value> values;

  [[nodiscard]] Value field(std::uint32_t number) const override { return values[number]; }
};

struct Scope {
  feel_lang::Names names;
  Inputs inputs;

  void add(const std::string& name, Value value) {
    feel_lang::Declared declared;
    declared.field = static_cast<std::uint32_t>(inputs.values.size());
    names.insert_or_assign(name, std::move(declared));
    inputs.values.push_back(std::move(value));
  }
};

struct Evaluated {
  Value value;
  bool refused = false;   // not compiled
  bool reported = false;  // refused, or null by an error
  bool checked = false;   // the checker finds fault with it
};

Evaluated evaluated(const std::string& expression, const Scope& scope) {
  Evaluated out;
  feel::Program program;
  std::vector<base::Error> errors;
  const auto compiled = feel_lang::compile_unchecked(expression, scope.names, program, errors);
  out.refused = !compiled;
  out.checked = !errors.empty();
  if (!compiled) {
    out.reported = true;
    return out;
  }
  const auto day = base::Date::from_days(20'000);
  const feel::Outcome outcome = feel::evaluate(program, compiled->root, scope.inputs, day);
  out.value = outcome.value;
  out.reported = outcome.errors != 0 || outcome.exhausted;
  return out;
}

// "a: number, b: list<string>" at its own level.
template <class F>
void each_part(std::string_view text, F&& f) {
  int level = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '<') ++level;
    if (i < text.size() && text[i] == '>') --level;
    if (i != text.size() && (text[i] != ',' || level != 0)) continue;
    if (i > begin) f(base::trim(text.substr(begin, i - begin)));
    begin = i + 1;
  }
}

std::string_view inner(std::string_view type, std::string_view outer) {
  const bool fits = type.size() > outer.size() + 1 && type.substr(0, outer.size()) == outer && type.back() == '>';
  return fits ? type.substr(outer.size(), type.size() - outer.size() - 1) : std::string_view{};
}

bool conforms(const Value& value, std::string_view type) {
  if (value.is_null()) return true;
  if (const std::string_view item = inner(type, "list<"); !item.empty()) {
    if (value.list() == nullptr) return false;
    for (const Value& each : value.list()->items) {
      if (!conforms(each, item)) return false;
    }
    return true;
  }
  if (const std::string_view parts = inner(type, "context<"); !parts.empty()) {
    bool all = value.context() != nullptr;
    each_part(parts, [&](std::string_view part) {
      const std::size_t colon = part.find(": ");
      const Value* entry = all ? value.context()->get(part.substr(0, colon)) : nullptr;
      all = entry != nullptr && conforms(*entry, part.substr(colon + 2));
    });
    return all;
  }
  if (type == "number") return value.is(Kind::number);
  if (type == "string") return value.is(Kind::string);
  if (type == "boolean") return value.is(Kind::boolean);
  if (type == "date") return value.is(Kind::date);
  if (type == "years and months duration") return value.is(Kind::months);
  if (type == "days and time duration") return value.is(Kind::seconds);
  return type != "time" && type != "date and time";
}

}  // namespace

Value converted(const Value& value, const std::string& type) {
  if (type.empty() || value.is_unknown() || conforms(value, type)) return value;
  const feel::List* list = value.list();
  if (list != nullptr && list->items.size() == 1 && conforms(list->items.front(), type)) return list->items.front();
  Value single = feel::make_list({value});
  if (!inner(type, "list<").empty() && list == nullptr && conforms(single, type)) return single;
  return {};
}

VectorsOutcome run_vectors(const Json& vectors) {
  VectorsOutcome out;
  for (const Json& vector : vectors) {
    const std::string id = vector.value("id", "");
    const bool subset = vector.value("subset", true);
    const bool expect_error = vector.value("expectError", false);
    ++out.total;
    if (subset) ++out.in_subset;
    Scope scope;
    bool readable = vector.contains("expression");
    bool reported = false;
    const auto& inputs = vector.contains("inputs") ? vector["inputs"] : Json::object();
    for (const auto& input : inputs.items()) {
      auto value = feel_value(input.value(), 0);
      readable = readable && value.has_value();
      scope.add(input.key(), value ? std::move(*value) : Value());
    }
    if (readable && vector.contains("defs")) {
      for (const Json& def : vector["defs"]) {
        Evaluated each = evaluated(def["expression"].get<std::string>(), scope);
        readable = readable && !each.refused;
        reported = reported || each.reported;
        scope.add(def["name"].get<std::string>(), converted(each.value, def.value("type", "")));
      }
    }
    Evaluated result;
    result.refused = !readable;
    result.reported = !readable;
    if (readable) result = evaluated(vector["expression"].get<std::string>(), scope);
    reported = reported || result.reported;
    const std::string type = vector.contains("resultType") && vector["resultType"].is_string()
                                 ? vector["resultType"].get<std::string>()
                                 : std::string();
    const Value value = converted(result.value, type);
    if (value.is_null() && !result.value.is_null()) reported = true;
    const auto expected = feel_value(vector.contains("expected") ? vector["expected"] : Json(), 0);
    const bool right = expected && agrees(value, *expected) && (!expect_error || reported) && !result.refused;
    const bool refused = value.is_null() && reported;
    const bool agreed = subset ? (expect_error ? refused : right) : refused || right;
    if (!subset && result.refused) ++out.refused_outside;
    if (subset && expect_error) {
      ++out.errors_expected;
      if (result.refused || result.checked) ++out.errors_found_statically;
    }
    if (subset && !expect_error && result.checked) out.refused_wrongly.push_back(id);
    if (agreed) {
      ++out.agreed;
      if (subset) ++out.in_subset_agreed;
    } else {
      out.disagreed.push_back(id);
      out.details.push_back(id + ": " + vector.value("expression", "") + " gave " +
                            (result.refused ? "a refusal" : feel::text_of(value)) + (reported ? " (reported)" : ""));
    }
  }
  return out;
}

}  // namespace qadam::pack
