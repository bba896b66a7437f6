// SPDX-License-Identifier: MIT
#include "pack/trace.hpp"

#include <algorithm>

#include "pack/citations.hpp"

namespace qadam::pack {
namespace {

constexpr const char* kFieldsFile = "assets/services/fields.json";

std::string status_of(const Json& pack) {
  const auto it = pack.find("status");
  return it != pack.end() && *it == "draft" ? "draft" : "published";
}

TracedClause* find(Trace& trace, const Citation& citation) {
  for (TracedAct& act : trace.acts) {
    if (act.id != citation.act()) continue;
    for (TracedClause& each : act.clauses) {
      if (each.clause.place == citation.clause()) return &each;
    }
  }
  return nullptr;
}

void check(Trace& trace, const Law& law, const std::string& file, const std::vector<Citation>& citations) {
  for (const Citation& citation : citations) {
    const std::string wrong = wrong_citation(law, citation.text);
    if (!wrong.empty()) trace.bad.push_back({file, citation.place, citation.text, wrong});
  }
}

void add(Trace& trace, const TracedPack& pack, const std::string& file, const std::vector<Citation>& citations) {
  for (const Citation& citation : citations) {
    TracedClause* traced = find(trace, citation);
    if (traced == nullptr) continue;
    traced->by.push_back({pack.service, status_of(pack.json), citation.element, citation.id, citation.place});
    if (!traced->clause.is_step && citation.element != "note") {
      trace.warnings.push_back({file, citation.place, citation.text, "cited as a rule, but " + traced->clause.because});
    }
  }
}

Coverage own_coverage(const TracedClause& traced) {
  const auto is_rule = [](const Use& use) { return use.element != "note"; };
  if (std::any_of(traced.by.begin(), traced.by.end(), is_rule)) return Coverage::implemented;
  if (!traced.by.empty()) return Coverage::noted;
  return traced.clause.is_step ? Coverage::uncovered : Coverage::not_a_step;
}

Coverage heading_coverage(const TracedAct& act, const std::string& place) {
  bool has[4] = {};
  for (const TracedClause& each : act.clauses) {
    if (each.clause.place.rfind(place + ".", 0) == 0 && !each.clause.is_heading) {
      has[static_cast<std::size_t>(each.coverage)] = true;
    }
  }
  for (const Coverage c : {Coverage::uncovered, Coverage::implemented, Coverage::noted, Coverage::not_a_step}) {
    if (has[static_cast<std::size_t>(c)]) return c;
  }
  return Coverage::uncovered;
}

Json misplaced_json(const std::vector<Misplaced>& list) {
  Json out = Json::array();
  for (const Misplaced& m : list) {
    out.push_back({{"file", m.file}, {"place", m.place}, {"citation", m.citation}, {"detail", m.detail}});
  }
  return out;
}

}  // namespace

std::size_t TracedAct::count(Coverage coverage) const {
  return static_cast<std::size_t>(
      std::count_if(clauses.begin(), clauses.end(), [&](const TracedClause& c) { return c.coverage == coverage; }));
}

bool Trace::covered() const {
  return bad.empty() && std::all_of(acts.begin(), acts.end(), [](const TracedAct& act) {
           return !act.is_order || act.count(Coverage::uncovered) == 0;
         });
}

const char* name_of(Coverage coverage) {
  switch (coverage) {
    case Coverage::implemented:
      return "implemented";
    case Coverage::noted:
      return "noted";
    case Coverage::not_a_step:
      return "notAStep";
    case Coverage::uncovered:
      break;
  }
  return "uncovered";
}

std::string title_of(const std::string& act, const Json& titles) {
  const auto it = titles.find("law.act." + act);
  return it != titles.end() && it->is_string() ? it->get<std::string>() : act;
}

TracedPacks read_traced_packs(const Root& root, Diagnostics& diagnostics) {
  TracedPacks out;
  out.fields = read_json(root.assets / "services" / "fields.json", kFieldsFile, diagnostics);
  for (const std::string& service : all_services(root)) {
    const std::string file = "assets/services/" + service + ".json";
    out.packs.push_back({service, file, read_json(root.assets / "services" / (service + ".json"), file, diagnostics)});
  }
  return out;
}

Trace trace(const Law& law, const TracedPacks& packs, const std::string& only_act) {
  Trace out;
  for (const Act& act : law.acts()) {
    if (only_act.empty() ? !act.is_order : act.id != only_act) continue;
    TracedAct traced{act.id, act.is_order, act.source, act.read, act.confidence, {}};
    for (const Clause& clause : act.clauses) traced.clauses.push_back({clause, Coverage::uncovered, {}});
    out.acts.push_back(std::move(traced));
  }
  for (const TracedPack& pack : packs.packs) {
    const std::vector<Citation> citations = citations_of(pack.json);
    check(out, law, pack.file, citations);
    add(out, pack, pack.file, citations);
    // A field that no pack names answers for nothing.
    add(out, pack, kFieldsFile, field_citations(packs.fields, fields_named(pack.json)));
  }
  check(out, law, kFieldsFile, citations_of(packs.fields));
  for (TracedAct& act : out.acts) {
    for (TracedClause& each : act.clauses) each.coverage = own_coverage(each);
    for (TracedClause& each : act.clauses) {
      if (each.clause.is_heading && each.by.empty()) each.coverage = heading_coverage(act, each.clause.place);
    }
  }
  return out;
}

Json trace_json(const Trace& trace, const Json& titles) {
  Json acts = Json::array();
  for (const TracedAct& act : trace.acts) {
    Json clauses = Json::array();
    for (const TracedClause& each : act.clauses) {
      Json by = Json::array();
      for (const Use& use : each.by) {
        by.push_back({{"service", use.service},
                      {"status", use.status},
                      {"element", use.element},
                      {"id", use.id},
                      {"place", use.place}});
      }
      clauses.push_back({{"place", each.clause.place},
                         {"at", each.clause.at},
                         {"says", each.clause.says},
                         {"status", name_of(each.coverage)},
                         {"by", std::move(by)},
                         {"because", each.clause.because}});
    }
    Json counts = Json::object();
    for (const Coverage c : {Coverage::implemented, Coverage::noted, Coverage::not_a_step, Coverage::uncovered}) {
      counts[name_of(c)] = act.count(c);
    }
    acts.push_back({{"act", act.id},
                    {"title", title_of(act.id, titles)},
                    {"order", act.is_order},
                    {"clauses", std::move(clauses)},
                    {"counts", std::move(counts)}});
  }
  return {{"acts", std::move(acts)},
          {"bad", misplaced_json(trace.bad)},
          {"warnings", misplaced_json(trace.warnings)},
          {"covered", trace.covered()}};
}

}  // namespace qadam::pack
