// SPDX-License-Identifier: MIT
#include "author/scenarios.hpp"

#include <algorithm>
#include <set>

#include "author/dated.hpp"
#include "author/walk.hpp"
#include "base/text.hpp"
#include "feel_lang/suggest.hpp"
#include "pack/json_reader.hpp"

namespace qadam::author {
namespace {

using pack::Json;
using pack::JsonReader;
using service::kNone;

using Names = std::vector<std::string>;

const pack::Shape kScenarios{"scenarios", {"$schema", "format", "about", "service", "scenarios"}};
const pack::Shape kScenario{
    "scenario", {"name", "about", "asOf", "answers", "documents", "registry", "consent", "subtype", "expect"}};
const pack::Shape kExpect{
    "expect", {"verdict", "because", "questions", "documents", "notDocuments", "screens", "asked", "notAsked"}};

class Reader {
 public:
  Reader(const service::Model& model, const JsonReader& json) : model_(model), json_(json) {}

  Scenario read() {
    json_.allow(kScenario);
    out_.name = json_.string("name");
    out_.as_of = json_.date("asOf");
    out_.input = Json::object();
    out_.record.set("service", model_.id);
    subtype();
    answers();
    documents();
    registry();
    if (!json_.boolean_or("consent", true)) out_.input["consent"] = false;
    expect();
    return std::move(out_);
  }

 private:
  void unknown(const JsonReader& at, const std::string& what, const std::string& key, const std::string& id,
               const Names& known) const {
    at.report("scenario.unknown_" + what, key, id + feel_lang::suggestion(id, known));
  }

  void subtype() {
    Names known;
    for (const service::Subtype& each : model_.subtypes) known.push_back(each.id);
    if (json_.has("subtype")) {
      const std::string id = json_.string("subtype");
      const auto it = std::find(known.begin(), known.end(), id);
      if (it == known.end()) return unknown(json_, "subtype", "subtype", id, known);
      out_.subtype = static_cast<std::uint16_t>(it - known.begin());
    } else if (known.size() == 1) {
      out_.subtype = 0;
    } else if (known.size() > 1) {
      std::string all;
      for (const std::string& id : known) all += (all.empty() ? "" : ", ") + id;
      json_.report("scenario.subtype", "subtype", "this service has several, say which one is meant: " + all);
    }
  }

  Names fields_of(service::Source source) const {
    Names out;
    for (const service::Field& field : model_.fields) {
      if (field.source == source) out.push_back(field.id);
    }
    return out;
  }

  JsonReader object(const char* key) const {
    if (!json_.has(key) || json_.json()[key].is_object()) return json_.object(key);
    json_.report("pack.type", key, "an object is expected");
    static const Json kEmpty = Json::object();
    static pack::Diagnostics ignored;
    return {kEmpty, "", "", ignored};
  }

  void answers() {
    const JsonReader answers = object("answers");
    out_.input["answers"] = answers.json();
    for (const auto& item : answers.json().items()) {
      const std::uint16_t field = service::find_field(model_, item.key());
      if (field == kNone) {
        unknown(answers, "field", item.key(), item.key(), fields_of(service::Source::ask));
      } else if (model_.fields[field].source == service::Source::registry) {
        answers.report("scenario.answer", item.key(), "a register tells this: it belongs under 'registry'");
      } else {
        take(answers, item.key(), field, item.value());
      }
    }
  }

  // One answer into the record, if the question takes it.
  void take(const JsonReader& at, const std::string& key, std::uint16_t number, const Json& value) {
    const service::Field& field = model_.fields[number];
    const auto said = given(field.id, value);
    if (!said) return at.report("scenario.answer", key, said.error().detail);
    const engine::Answer answer = engine::read_answer(field, said->state, said->text, out_.as_of);
    if (answer.state != said->state) {
      const std::string what =
          said->state == engine::AnswerState::value ? "an empty text" : std::string(engine::name(said->state));
      return at.report("scenario.answer", key, "this question does not offer " + what);
    }
    if (answer.issue == "option") return wrong_option(at, key, field, said->text);
    if (!answer.issue.empty()) return at.report("scenario.answer", key, "will not do: " + answer.issue);
    const std::string state(engine::name(said->state));
    out_.record.set("answer." + field.id, said->state == engine::AnswerState::value ? state + ":" + said->text : state);
  }

  // "documents": {"item": "a name"}: as if there were such a file; "notYet"; "none".
  void documents() {
    if (!json_.has("documents")) return;
    const JsonReader documents = object("documents");
    out_.input["documents"] = documents.json();
    Names known;
    for (const service::Subtype& subtype : model_.subtypes) {
      for (const service::Item& item : subtype.items) known.push_back(item.id);
    }
    for (const auto& item : documents.json().items()) {
      if (std::find(known.begin(), known.end(), item.key()) == known.end()) {
        unknown(documents, "item", item.key(), item.key(), known);
      } else if (!item.value().is_string()) {
        documents.report("scenario.answer", item.key(), "the name of a file, notYet or none");
      }
    }
  }

  static void wrong_option(const JsonReader& at, const std::string& key, const service::Field& field,
                           const std::string& text) {
    Names known;
    for (const service::Option& option : field.options) known.push_back(option.value);
    if (field.type == service::FieldType::boolean) known = {"true", "false"};
    std::string wrong = text;
    base::split(text, ',', [&](std::string_view part) {
      if (std::find(known.begin(), known.end(), part) == known.end()) wrong = part;
    });
    at.report("scenario.answer", key, "no option '" + wrong + "'" + feel_lang::suggestion(wrong, known));
  }

  void registry() {
    const JsonReader registry = object("registry");
    out_.input["registry"] = registry.json();
    Names known;
    for (const service::Check& check : model_.checks) known.push_back(check.id);
    for (const auto& item : registry.json().items()) {
      const auto it = std::find(known.begin(), known.end(), item.key());
      if (it == known.end()) {
        unknown(registry, "check", item.key(), item.key(), known);
        continue;
      }
      const service::Check& check = model_.checks[static_cast<std::size_t>(it - known.begin())];
      if (!item.value().is_object()) {
        result(registry, item.key(), check, item.value());
      } else {
        facts(registry.object(item.key().c_str()), check);
      }
    }
  }

  void result(const JsonReader& at, const std::string& key, const service::Check& check, const Json& value) {
    if (value != "unavailable") take(at, key, check.field, value);
  }

  void facts(const JsonReader& at, const service::Check& check) {
    Names known{"result"};
    for (const std::uint16_t fact : check.facts) known.push_back(model_.fields[fact].id);
    for (const auto& item : at.json().items()) {
      const auto it = std::find(known.begin(), known.end(), item.key());
      if (it == known.end()) {
        unknown(at, "field", item.key(), item.key(), known);
      } else if (item.key() == "result") {
        result(at, "result", check, item.value());
      } else {
        take(at, item.key(), service::find_field(model_, item.key()), item.value());
      }
    }
  }

  // The ids under expect/<key>, each checked against what there is.
  Names ids(const JsonReader& expect, const char* key, const char* what, const Names& known) const {
    Names out = expect.strings(key);
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (std::find(known.begin(), known.end(), out[i]) != known.end()) continue;
      unknown(expect, what, std::string(key) + "/" + std::to_string(i), out[i], known);
    }
    return out;
  }

  void leaves(std::uint16_t at, Names& out) const {
    const service::Condition& condition = model_.conditions[at];
    if (condition.kind == service::ConditionKind::leaf) out.push_back(condition.id);
    for (const std::uint16_t child : condition.children) leaves(child, out);
  }

  void expect() {
    const JsonReader expect = object("expect");
    expect.allow(kExpect);
    if (expect.json().empty()) json_.report("pack.missing", "expect", "a scenario without it tests nothing");
    Expect& e = out_.expect;
    e.verdict = expect.string_or("verdict", "");
    const Names verdicts{"eligible", "notEligible", "unknown"};
    if (!e.verdict.empty() && std::find(verdicts.begin(), verdicts.end(), e.verdict) == verdicts.end()) {
      expect.report("pack.value", "verdict", "eligible, notEligible or unknown");
    }
    Names conditions;
    Names items;
    if (out_.subtype != kNone) {
      const service::Subtype& mine = model_.subtypes[out_.subtype];
      if (mine.condition != kNone) leaves(mine.condition, conditions);
      for (const service::Item& item : mine.items) items.push_back(item.id);
    }
    Names fields;
    for (const service::Field& field : model_.fields) fields.push_back(field.id);
    Names screens{"closed", "ended", "other"};
    for (const service::Screen& screen : model_.screens) screens.push_back(screen.id);
    if (expect.has("because")) e.because = ids(expect, "because", "condition", conditions);
    if (expect.has("questions")) e.questions = ids(expect, "questions", "field", fields);
    if (expect.has("screens")) e.screens = ids(expect, "screens", "screen", screens);
    e.documents = ids(expect, "documents", "item", items);
    e.not_documents = ids(expect, "notDocuments", "item", items);
    e.asked = ids(expect, "asked", "field", fields);
    e.not_asked = ids(expect, "notAsked", "field", fields);
  }

  const service::Model& model_;
  const JsonReader& json_;
  Scenario out_;
};

}  // namespace

std::string scenario_file(const std::string& service) {
  return "assets/services/" + service + ".scenarios.json";
}

std::vector<Scenario> read_scenarios(const Json& json, const std::string& file, const service::Model& model,
                                     pack::Diagnostics& diagnostics) {
  const JsonReader top(json, file, "", diagnostics);
  top.allow(kScenarios);
  if (top.whole("format") != 1) top.report("pack.value", "format", "this command reads format 1");
  if (top.string("service") != model.id) top.report("pack.value", "service", "must be the pack's id: " + model.id);
  std::vector<Scenario> out;
  std::set<std::string> names;
  for (const JsonReader& each : top.objects("scenarios")) {
    const std::size_t before = diagnostics.size();
    Scenario scenario = Reader(model, each).read();
    if (!names.insert(scenario.name).second) each.report("scenario.repeated", "name", scenario.name);
    if (diagnostics.size() == before) out.push_back(std::move(scenario));
  }
  return out;
}

}  // namespace qadam::author
