// SPDX-License-Identifier: MIT
#include "author/difference.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "author/elements.hpp"
#include "author/scenarios.hpp"
#include "author/trial.hpp"

namespace qadam::author {
namespace {

using pack::Json;

// Where an element has no day of its own, it takes effect with its pack: as far as every term goes.
Json side_json(const Side& side) {
  Json out{{"service", side.model.id}, {"version", side.model.version}};
  out["day"] = side.day ? Json(side.day->iso()) : Json();
  std::string from;
  std::string until;
  for (const Json& term : part(side.sources.pack, "law")) {
    const Validity valid = validity(term);
    if (valid.from > from) from = valid.from;
    if (!valid.until.empty() && (until.empty() || valid.until < until)) until = valid.until;
  }
  out["from"] = from.empty() ? Json() : Json(from);
  out["until"] = until.empty() ? Json() : Json(until);
  return out;
}

Json element_json(const Element* element) {
  if (element == nullptr) return {};
  const auto day = [](const std::string& iso) { return iso.empty() ? Json() : Json(iso); };
  return {{"from", day(element->valid.from)}, {"until", day(element->valid.until)}, {"content", element->content}};
}

// In B's order, then what B no longer has, in A's.
Json compare_elements(const Side& a, const Side& b) {
  const std::vector<Element> before = elements(a.sources, a.day);
  const std::vector<Element> after = elements(b.sources, b.day);
  std::map<std::string, const Element*> old;
  for (const Element& each : before) old[each.kind + " " + each.id] = &each;
  std::set<std::string> kept;
  Json out = Json::array();
  const auto add = [&](const char* change, const Element* x, const Element* y) {
    const Element& named = y == nullptr ? *x : *y;
    out.push_back(
        {{"change", change}, {"kind", named.kind}, {"id", named.id}, {"a", element_json(x)}, {"b", element_json(y)}});
  };
  for (const Element& each : after) {
    const auto it = old.find(each.kind + " " + each.id);
    if (it == old.end()) {
      add("added", nullptr, &each);
      continue;
    }
    kept.insert(it->first);
    const Element& was = *it->second;
    const bool same =
        was.content == each.content && was.valid.from == each.valid.from && was.valid.until == each.valid.until;
    if (!same) add("changed", &was, &each);
  }
  for (const Element& each : before) {
    if (kept.count(each.kind + " " + each.id) == 0) add("removed", &each, nullptr);
  }
  return out;
}

// One scenario judged by one side; what it expects is its author's matter, and names that only one version has.
Json judged(const Side& side, Json scenario) {
  scenario["expect"] = {{"verdict", "unknown"}};
  pack::Diagnostics diagnostics;
  const Json file{{"format", 1}, {"service", side.model.id}, {"scenarios", Json::array({std::move(scenario)})}};
  const auto read = read_scenarios(file, scenario_file(side.model.id), side.model, diagnostics);
  if (read.size() != 1) {
    const pack::Diagnostic& why = diagnostics.front();
    return {{"refused", why.place.substr(std::min(why.place.size(), sizeof("/scenarios/0") - 1)) + ": " + why.code +
                            ": " + why.detail}};
  }
  const Judgement j = judge(side.model, read.front(), side.day);
  return {{"verdict", j.verdict}, {"because", j.because}, {"questions", j.questions}, {"documents", j.documents}};
}

void compare_scenario(const Side& a, const Side& b, const Json& scenario, const char* of, Json& out) {
  const Json x = judged(a, scenario);
  const Json y = judged(b, scenario);
  Json changed = Json::array();
  for (const char* what : {"refused", "verdict", "because", "questions", "documents"}) {
    if (part(x, what) != part(y, what)) changed.push_back(what);
  }
  out.push_back({{"name", text_or_empty(scenario, "name")}, {"of", of}, {"changed", changed}, {"a", x}, {"b", y}});
}

bool same_person(Json x, Json y) {
  x.erase("expect");
  y.erase("expect");
  return x == y;
}

Json compare_scenarios(const Side& a, const Side& b) {
  Json out = Json::array();
  const Json& first = part(a.scenarios, "scenarios");
  const Json& second = part(b.scenarios, "scenarios");
  for (const Json& each : first) {
    const bool both =
        std::any_of(second.begin(), second.end(), [&](const Json& other) { return same_person(each, other); });
    if (each.is_object()) compare_scenario(a, b, each, both ? "both" : "a", out);
  }
  for (const Json& each : second) {
    const bool both =
        std::any_of(first.begin(), first.end(), [&](const Json& other) { return same_person(each, other); });
    if (each.is_object() && !both) compare_scenario(a, b, each, "b", out);
  }
  return out;
}

// Whether B's migrations lead from A's version to B's: "migrated", "impossible" (said so by the pack) or "missing".
std::string way_of_drafts(const Side& a, const Side& b) {
  if (a.model.id != b.model.id) return "other";
  if (a.model.version == b.model.version) return "same";
  std::set<std::string> reached{a.model.version};
  bool refused = false;
  for (bool grows = true; grows;) {
    grows = false;
    for (const Json& step : part(b.sources.pack, "migrations")) {
      if (reached.count(text_or_empty(step, "from")) == 0) continue;
      if (part(step, "impossible") == true) {
        refused = true;
      } else {
        grows = reached.insert(text_or_empty(step, "to")).second || grows;
      }
    }
  }
  if (reached.count(b.model.version) != 0) return "migrated";
  return refused ? "impossible" : "missing";
}

// Questions and options that a draft of A may have answered and B does not have.
std::vector<std::string> lost_answers(const Json& changes) {
  std::vector<std::string> out;
  for (const Json& each : changes) {
    if (each["kind"] != "question" || each["change"] == "added") continue;
    const std::string id = each["id"].get<std::string>();
    if (each["change"] == "removed") {
      out.push_back("question '" + id + "'");
      continue;
    }
    const Json& left = part(part(each["b"], "content"), "options");
    for (const Json& option : part(part(each["a"], "content"), "options")) {
      if (std::find(left.begin(), left.end(), option) == left.end()) {
        out.push_back("option '" + option.get<std::string>() + "' of '" + id + "'");
      }
    }
  }
  return out;
}

}  // namespace

Json difference(const Side& a, const Side& b) {
  Json out{{"a", side_json(a)}, {"b", side_json(b)}};
  out["elements"] = compare_elements(a, b);
  out["scenarios"] = compare_scenarios(a, b);
  const std::string drafts = way_of_drafts(a, b);
  out["drafts"] = drafts;
  out["problems"] = Json::array();
  out["warnings"] = Json::array();
  if (drafts == "missing") {
    out["problems"].push_back("drafts of version " + a.model.version + ": 'migrations' of version " + b.model.version +
                              " has no way for them, and does not say that there is none (\"impossible\": true)");
  }
  const Json& changes = out["elements"];
  const bool rules_changed =
      std::any_of(changes.begin(), changes.end(), [](const Json& each) { return each["kind"] != "text"; });
  // Two days of one pack differ without anybody's having changed it.
  const bool one_pack = a.day || b.day;
  if (drafts == "same" && rules_changed && !one_pack) {
    out["warnings"].push_back("the rules changed but the version is still " + b.model.version);
    for (const std::string& each : lost_answers(changes)) {
      out["warnings"].push_back(each + " is gone: raise the version and say in 'migrations' what becomes of drafts");
    }
  }
  return out;
}

}  // namespace qadam::author
