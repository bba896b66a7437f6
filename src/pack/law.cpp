// SPDX-License-Identifier: MIT
#include "pack/law.hpp"

#include <algorithm>

#include "feel_lang/suggest.hpp"
#include "pack/citations.hpp"
#include "pack/json_reader.hpp"

namespace qadam::pack {
namespace {

constexpr std::string_view kNotAStep = "not a citizen's step: ";

const Shape kAct{"act", {"form", "order"}};
const Shape kFile{"clauses", {"format", "act", "source", "read", "confidence", "clauses"}};
const Shape kClause{"clause", {"place", "at", "says", "heading", "step", "because", "source", "read", "confidence"}};

bool is_confidence(const std::string& word) {
  return word == "verified" || word == "likely" || word == "unknown";
}

// `source`, `read`, `confidence`: of a whole act all are needed, of one clause each is optional.
void check_origin(const JsonReader& json, bool is_act) {
  if (is_act || json.has("source")) json.need("source");
  if (is_act || json.has("read")) (void)json.date("read");
  if (!is_act && !json.has("confidence")) return;
  if (const std::string word = json.string("confidence"); !word.empty() && !is_confidence(word)) {
    json.report("pack.value", "confidence", "verified, likely or unknown");
  }
}

Clause read_clause(const JsonReader& json) {
  json.allow(kClause);
  check_origin(json, false);
  Clause clause{json.string("place"),          json.string("at"),
                json.string("says"),           json.boolean_or("heading", false),
                json.boolean_or("step", true), json.string_or("because", "")};
  const bool says_why = clause.because.size() > kNotAStep.size() && clause.because.rfind(kNotAStep, 0) == 0;
  if (!clause.is_step && !says_why) {
    json.report("law.because", "because", "\"" + std::string(kNotAStep) + "...\" is needed where step is false");
  }
  if (clause.is_step && json.has("because")) json.report("law.because", "step", "a reason, but step is not false");
  if (!clause.is_step && clause.is_heading) json.report("law.heading", "step", "a heading is what its clauses are");
  return clause;
}

void read_clauses(Act& act, const JsonReader& json) {
  for (const JsonReader& each : json.objects("clauses")) {
    Clause clause = read_clause(each);
    if (!act.index.emplace(clause.place, act.clauses.size()).second) {
      each.report("law.repeated", "place", clause.place);
      continue;
    }
    act.clauses.push_back(std::move(clause));
  }
  for (const Clause& clause : act.clauses) {
    const std::string below = clause.place + ".";
    const bool opens = std::any_of(act.clauses.begin(), act.clauses.end(),
                                   [&](const Clause& c) { return c.place.rfind(below, 0) == 0; });
    if (clause.is_heading && !opens) json.report("law.heading", "clauses", "nothing stands below " + clause.place);
  }
}

}  // namespace

const Act* Law::act(const std::string& id) const {
  const auto it = std::find_if(acts_.begin(), acts_.end(), [&](const Act& a) { return a.id == id; });
  return it == acts_.end() ? nullptr : &*it;
}

const Clause* Law::clause(const std::string& act_id, const std::string& place) const {
  const Act* found = act(act_id);
  if (found == nullptr) return nullptr;
  const auto it = found->index.find(place);
  return it == found->index.end() ? nullptr : &found->clauses[it->second];
}

Law law_of(const Json& acts, const std::map<std::string, Json>& files, Diagnostics& diagnostics) {
  Law law;
  const JsonReader list = JsonReader(acts, "assets/law/acts.json", "", diagnostics).object("acts");
  if (!list.json().is_object()) {
    list.report("pack.type", "", "an object is expected");
    return law;
  }
  for (const auto& item : list.json().items()) {
    const JsonReader head = list.object(item.key().c_str());
    head.allow(kAct);
    head.need("form");
    const std::string shown = "assets/law/" + item.key() + ".json";
    const auto file = files.find(item.key());
    if (file == files.end()) {
      diagnostics.push_back({"file.missing", shown, "", "the clauses of an act that acts.json names"});
      law.add(Act{item.key(), head.boolean_or("order", false), {}, {}, {}, {}, {}});
      continue;
    }
    const JsonReader json(file->second, shown, "", diagnostics);
    json.allow(kFile);
    if (json.whole("format") != 1) json.report("pack.value", "format", "this reader reads format 1");
    if (json.string("act") != item.key()) json.report("pack.value", "act", "must be the file's name: " + item.key());
    check_origin(json, true);
    Act act;
    act.id = item.key();
    act.is_order = head.boolean_or("order", false);
    act.source = json.string_or("source", "");
    act.read = json.string_or("read", "");
    act.confidence = json.string_or("confidence", "");
    read_clauses(act, json);
    law.add(std::move(act));
  }
  return law;
}

Law read_law(const Root& root, Diagnostics& diagnostics) {
  const Json acts = read_json(root.assets / "law" / "acts.json", "assets/law/acts.json", diagnostics);
  std::map<std::string, Json> files;
  const auto list = acts.find("acts");
  if (list != acts.end() && list->is_object()) {
    for (const auto& item : list->items()) {
      const std::string name = item.key() + ".json";
      files[item.key()] = read_json(root.assets / "law" / name, "assets/law/" + name, diagnostics);
    }
  }
  return law_of(acts, files, diagnostics);
}

std::string wrong_citation(const Law& law, const std::string& citation) {
  const std::size_t colon = citation.find(':');
  const std::string id = citation.substr(0, colon);
  const Act* act = law.act(id);
  std::vector<std::string> known;
  if (act == nullptr) {
    for (const Act& each : law.acts()) known.push_back(each.id);
    return "no act '" + id + "' in assets/law" + feel_lang::suggestion(id, known);
  }
  if (colon == std::string::npos || act->index.count(citation.substr(colon + 1)) != 0) return {};
  for (const Clause& clause : act->clauses) known.push_back(id + ":" + clause.place);
  return "no clause '" + citation + "' in assets/law/" + id + ".json" + feel_lang::suggestion(citation, known);
}

void check_citations(const Sources& sources, const Law& law, Diagnostics& diagnostics) {
  const auto check = [&](const std::vector<Citation>& citations, const std::string& file) {
    for (const Citation& each : citations) {
      const std::string wrong = wrong_citation(law, each.text);
      if (!wrong.empty()) diagnostics.push_back({"law.unknown", file, each.place, wrong});
    }
  };
  check(citations_of(sources.pack), sources.pack_file);
  check(field_citations(sources.fields, fields_named(sources.pack)), "assets/services/fields.json");
}

}  // namespace qadam::pack
