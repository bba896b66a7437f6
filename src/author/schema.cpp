// SPDX-License-Identifier: MIT
#include "author/schema.hpp"

#include <algorithm>

#include "author/dated.hpp"
#include "engine/answer.hpp"

namespace qadam::author {
namespace {

using pack::Json;
using service::Field;
using service::FieldType;
using service::Model;
using service::ScreenKind;

constexpr const char* kDatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

Json options_of(const Field& field) {
  Json out = Json::array();
  for (const service::Option& option : field.options) out.push_back(option.value);
  return out;
}

Json value_schema(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return {{"type", "string"},
              {"minLength", 1},
              {"maxLength", field.max_length == 0 ? engine::kMaxTextLength : field.max_length}};
    case FieldType::iin:
      return {{"type", "string"}, {"pattern", "^[0-9]{12}$"}};
    case FieldType::phone:
      return {{"type", "string"}, {"pattern", "^\\+7[67][0-9]{9}$"}};
    case FieldType::date:
      return {{"type", "string"}, {"format", "date"}, {"pattern", kDatePattern}};
    case FieldType::choice:
      return {{"type", "string"}, {"enum", options_of(field)}};
    case FieldType::choices:
      return {{"type", "array"}, {"minItems", 1}, {"items", {{"type", "string"}, {"enum", options_of(field)}}}};
    case FieldType::boolean:
      return {{"type", "boolean"}};
    case FieldType::number:
      return {{"type", "string"}, {"pattern", "^-?[0-9]+(\\.[0-9]+)?$"}};
    case FieldType::file:
      return {{"type", "string"},
              {"pattern", "^[0-9a-f]{64} [1-9][0-9]* (pdf|jpeg|png) ."},
              {"maxLength", engine::kMaxAnswerBytes}};
  }
  return Json::object();
}

// A value, or one of the states that the question offers.
Json answer_schema(const Json& texts, const Json& asks, const Field& field) {
  Json states = Json::array();
  if (field.has(service::kMayNotKnow)) states.push_back("dontKnow");
  if (field.has(service::kMayWithhold)) states.push_back("withheld");
  if (field.has(service::kMayBeNone)) states.push_back("none");
  Json out{{"title", text_or_empty(texts, ("field." + field.id + ".title").c_str())}};
  std::string about = text_or_empty(texts, ("field." + field.id + ".hint").c_str());
  if (const std::string ask = text_or_empty(asks, field.id.c_str()); !ask.empty()) {
    about += (about.empty() ? "" : " ") + ("Present only when it is asked: " + ask);
  }
  if (!about.empty()) out["description"] = about;
  if (field.type == FieldType::file)
    out["description"] = "SHA-256, bytes, type and name of the file, which is sent before";
  Json value = value_schema(field);
  if (states.empty()) {
    out.update(value);
    return out;
  }
  out["anyOf"] = {std::move(value),
                  {{"type", "object"},
                   {"properties", {{"state", {{"enum", std::move(states)}}}}},
                   {"required", {"state"}},
                   {"additionalProperties", false}}};
  return out;
}

// In every application: asked of everybody, on a page that everybody passes on the way to signing.
bool is_required(const Model& model, std::uint16_t field) {
  if (model.fields[field].ask != service::kNoExpr || model.fields[field].has(service::kMayBeNone)) return false;
  int signing_modes = 0;
  for (const service::Screen& screen : model.screens) {
    if (screen.kind == ScreenKind::sign) signing_modes |= screen.modes;
  }
  for (const service::Screen& screen : model.screens) {
    if (screen.show != service::kNoExpr || (signing_modes & ~screen.modes) != 0) continue;
    if (std::find(screen.fields.begin(), screen.fields.end(), field) != screen.fields.end()) return true;
  }
  return false;
}

// The id of the document that this question takes; empty when it takes none.
std::string paper_of(const Model& model, std::uint16_t field) {
  for (const service::Subtype& subtype : model.subtypes) {
    for (const service::Item& item : subtype.items) {
      if (item.field == field) return item.id;
    }
  }
  return {};
}

void leaves(const Model& model, std::uint16_t at, Json& out) {
  const service::Condition& condition = model.conditions[at];
  if (condition.kind == service::ConditionKind::leaf) out.push_back(condition.id);
  for (const std::uint16_t child : condition.children) leaves(model, child, out);
}

Json verdicts_schema(const Model& model) {
  Json each = Json::array();
  for (const service::Subtype& subtype : model.subtypes) {
    if (subtype.condition == service::kNone) continue;
    Json conditions = Json::array();
    leaves(model, subtype.condition, conditions);
    each.push_back({{"type", "object"},
                    {"properties",
                     {{"because",
                       {{"type", "array"},
                        {"uniqueItems", true},
                        {"items", {{"enum", std::move(conditions)}}},
                        {"description", "Conditions that fail, or that cannot be decided yet"}}},
                      {"id", {{"const", subtype.id}}},
                      {"verdict", {{"enum", {"eligible", "notEligible", "unknown"}}}}}},
                    {"required", {"because", "id", "verdict"}},
                    {"additionalProperties", false}});
  }
  const std::size_t count = each.size();
  Json out{{"type", "array"}, {"description", "What the engine found on the device; the receiver judges again"}};
  out["minItems"] = count;
  out["maxItems"] = count;
  if (count > 0) out["prefixItems"] = std::move(each);
  out["items"] = false;
  return out;
}

}  // namespace

Json application_schema(const pack::Sources& sources, const Model& model) {
  const Json& texts = sources.shared_texts.at("en");
  const Json& own = sources.service_texts.at("en");
  Json answers{{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const Field& field = model.fields[i];
    if (field.source != service::Source::ask) continue;
    answers["properties"][field.id] = answer_schema(texts, part(sources.pack, "ask"), field);
    if (const std::string paper = paper_of(model, static_cast<std::uint16_t>(i)); !paper.empty()) {
      answers["properties"][field.id]["title"] = text_or_empty(own, ("item." + paper).c_str());
    }
    if (is_required(model, static_cast<std::uint16_t>(i))) answers["required"].push_back(field.id);
  }
  answers["additionalProperties"] = false;
  answers["description"] = "Answers to the questions that were asked; no register's answer is among them";
  Json out;
  out["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  out["$id"] = "urn:qadam:application:" + model.id + ":" + model.version;
  out["title"] = text_or_empty(own, "title");
  out["description"] = text_or_empty(own, "summary");
  out["type"] = "object";
  out["properties"] = {
      {"answers", std::move(answers)},
      {"asOf",
       {{"type", "string"},
        {"format", "date"},
        {"pattern", kDatePattern},
        {"description", "Only in a demonstration of another day"}}},
      {"consent", {{"type", "string"}, {"description", "Id of the consent to the register checks"}}},
      {"language", {{"enum", {"kk", "ru", "en"}}}},
      {"madeAt",
       {{"type", "string"},
        {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},
        {"description", "The device's clock, UTC"}}},
      {"mode", {{"enum", {"demonstration", "preparation", "connected"}}}},
      {"pack",
       {{"type", "object"},
        {"properties",
         {{"checksum", {{"type", "string"}, {"pattern", "^[0-9a-f]{16}$"}}}, {"version", {{"const", model.version}}}}},
        {"required", {"checksum", "version"}},
        {"additionalProperties", false}}},
      {"service", {{"const", model.id}}},
      {"subtypes", verdicts_schema(model)}};
  out["required"] = {"answers", "consent", "language", "madeAt", "mode", "pack", "service", "subtypes"};
  out["additionalProperties"] = false;
  return out;
}

}  // namespace qadam::author
