// Days, rates and acts: what the law's world is like (see lint_parts.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "feel_lang/token.hpp"
#include "pack/json_reader.hpp"
#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

using feel_lang::TokenKind;

struct Span {
  base::Date from = service::kFirstDay;
  base::Date until = service::kLastDay;
};

bool in_terms(const service::Model& model, base::Date day) {
  return std::any_of(model.terms.begin(), model.terms.end(),
                     [&](const service::Term& term) { return service::in_force(term, day); });
}

std::optional<base::Date> day_of(const Json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || !it->is_string()) return std::nullopt;
  const auto date = base::parse_date(it->get<std::string>());
  return date ? std::optional(*date) : std::nullopt;
}

// Elements with days of their own, wherever they stand below `json`.
void element_days(const Json& json, const std::string& place, const Analysis& a, const std::string& file,
                  Diagnostics& diagnostics) {
  if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i)
      element_days(json[i], place + "/" + std::to_string(i), a, file, diagnostics);
    return;
  }
  if (!json.is_object()) return;
  const bool is_window = json.contains("validFrom") || json.contains("validUntil");
  const char* keys[] = {is_window ? "validFrom" : "from", is_window ? "validUntil" : "until"};
  const auto from = day_of(json, keys[0]);
  const auto until = day_of(json, keys[1]);
  if (from || until) {
    const Span span{from.value_or(service::kFirstDay), until.value_or(service::kLastDay)};
    const bool meets = std::any_of(a.model.terms.begin(), a.model.terms.end(), [&](const service::Term& term) {
      return span.from <= term.until && span.until >= term.from;
    });
    if (!meets) {
      diagnostics.push_back({"date.never", file, place, "it holds on no day on which the service's acts do"});
    } else {
      for (int i = 0; i < 2; ++i) {
        const auto& day = i == 0 ? from : until;
        if (!day || in_terms(a.model, *day)) continue;
        diagnostics.push_back({"date.outside", file, place + "/" + keys[i],
                               day->iso() + " lies outside the days of the service's acts", Severity::warning});
      }
    }
  }
  for (const auto& item : json.items()) {
    if (item.value().is_structured()) element_days(item.value(), place + "/" + item.key(), a, file, diagnostics);
  }
}

// Every citation below `json`: the texts of "law", "cites" and of the members of "lawOf".
void citations(const Json& json, const std::string& key, std::set<std::string>& out) {
  if (json.is_object()) {
    for (const auto& item : json.items()) citations(item.value(), key == "lawOf" ? "law" : item.key(), out);
  } else if (json.is_array()) {
    for (const Json& each : json) {
      if (each.is_structured()) {
        citations(each, key == "law" ? "" : key, out);
      } else if ((key == "law" || key == "cites") && each.is_string()) {
        out.insert(each.get<std::string>());
      }
    }
  }
}

}  // namespace

void lint_provenance(const JsonReader& fact, Diagnostics& diagnostics, const std::string& file) {
  if (!fact.has("source")) fact.report("fact.source", "source", "say where this stands");
  if (!fact.has("read")) {
    fact.report("fact.read", "read", "say on which day it was read there");
  } else {
    (void)fact.date("read");
  }
  const std::string confidence = fact.string_or("confidence", "");
  if (confidence != "verified" && confidence != "likely" && confidence != "unknown") {
    fact.report("fact.confidence", "confidence", "verified, likely or unknown");
  } else if (confidence == "unknown") {
    diagnostics.push_back({"fact.unsure", file, fact.place(), "nobody has verified this", Severity::info});
  }
}

std::vector<std::pair<base::Date, std::string>> date_literals(const std::string& feel) {
  std::vector<std::pair<base::Date, std::string>> out;
  const auto tokens = feel_lang::tokenize(feel);
  if (!tokens) return out;
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    const feel_lang::Token& token = (*tokens)[i];
    const bool is_call =
        i >= 2 && token.kind == TokenKind::string && (*tokens)[i - 1].text == "(" && (*tokens)[i - 2].text == "date";
    if (token.kind != TokenKind::at_string && !is_call) continue;
    if (const auto date = base::parse_date(token.text)) out.emplace_back(*date, feel_lang::place(token));
  }
  return out;
}

void lint_dates(const Sources& sources, const Analysis& a, Diagnostics& diagnostics) {
  for (const Expression& e : a.expressions) {
    for (const auto& [date, place] : date_literals(e.text)) {
      if (in_terms(a.model, date)) continue;
      diagnostics.push_back({"date.outside", sources.pack_file, e.place + "@" + place,
                             date.iso() + " lies outside the days of the service's acts", Severity::warning});
    }
  }
  for (const char* key :
       {"subtypes", "stages", "notes", "refusalGrounds", "remedies", "timeLimit", "windows", "hours"}) {
    const auto it = sources.pack.find(key);
    if (it != sources.pack.end()) element_days(*it, std::string("/") + key, a, sources.pack_file, diagnostics);
  }
  if (a.model.amounts.empty()) return;
  base::Date last = a.model.amounts.front().until;
  for (const service::Amount& amount : a.model.amounts) last = std::max(last, amount.until);
  for (const service::Term& term : a.model.terms) {
    if (term.until > last) {
      diagnostics.push_back({"fact.rate_ends", sources.pack_file, "/fee/rate",
                             "no rate is known after " + last.iso() + ": the page shows no amount then",
                             Severity::info});
      return;
    }
  }
}

void lint_rates(const Json& rates, Diagnostics& diagnostics) {
  const std::string file = "assets/rates.json";
  const JsonReader root(rates, file, "", diagnostics);
  const JsonReader all = root.object("rates");
  for (const std::string& id : all.keys()) {
    std::vector<Span> spans;
    const JsonReader rate = all.object(id.c_str());
    for (const JsonReader& period : rate.objects("periods")) {
      period.allow(shape::kRatePeriod);
      lint_provenance(period, diagnostics, file);
      const Span span{period.date("from"), period.date("until")};
      if (span.until < span.from) period.report("pack.value", "until", "before 'from'");
      if (!spans.empty() && span.from <= spans.back().until)
        period.report("fact.rate_overlap", "from", "begins before the period above it ends");
      if (!spans.empty() && span.from > spans.back().until.plus_days(1))
        period.report("fact.rate_gap", "from",
                      "no rate from " + spans.back().until.plus_days(1).iso() + " to " + span.from.plus_days(-1).iso());
      spans.push_back(span);
    }
  }
}

void lint_acts(const Sources& sources, const std::map<std::string, Json>& acts, Diagnostics& diagnostics) {
  std::set<std::string> cited;
  citations(sources.pack, "", cited);
  citations(sources.fields, "", cited);
  citations(sources.calendar, "", cited);
  std::set<std::string> ids;
  for (const std::string& citation : cited) ids.insert(citation.substr(0, citation.find(':')));
  const Json& known = sources.acts.value("acts", Json::object());
  for (const std::string& id : ids) {
    if (!known.contains(id) || known[id].value("order", false)) continue;
    const std::string file = "assets/law/" + id + ".json";
    const auto act = acts.find(id);
    if (act == acts.end()) {
      diagnostics.push_back(
          {"fact.act", file, "", "no file says where this act was read, when, and how sure that is", Severity::info});
      continue;
    }
    const JsonReader root(act->second, file, "", diagnostics);
    const std::vector<JsonReader> clauses = root.objects("clauses");
    const bool each_has_its_own = !clauses.empty() && std::all_of(clauses.begin(), clauses.end(),
                                                                  [](const JsonReader& c) { return c.has("source"); });
    if (!each_has_its_own) lint_provenance(root, diagnostics, file);
    for (const JsonReader& clause : clauses) {
      if (clause.has("source")) lint_provenance(clause, diagnostics, file);
    }
  }
}

void lint_remedies(const Sources& sources, const std::map<std::string, Json>& acts, Diagnostics& diagnostics) {
  const JsonReader pack(sources.pack, sources.pack_file, "", diagnostics);
  for (const JsonReader& remedy : pack.objects("remedies")) {
    if (remedy.string_or("confidence", "") != "verified") continue;
    for (const std::string& citation : remedy.strings("law")) {
      const std::size_t colon = citation.find(':');
      const auto act = acts.find(citation.substr(0, colon));
      if (act == acts.end() || colon == std::string::npos) continue;
      std::string sure = act->second.value("confidence", "");
      for (const Json& clause : act->second.value("clauses", Json::array())) {
        if (clause.value("place", "") == citation.substr(colon + 1)) sure = clause.value("confidence", sure);
      }
      if (sure == "verified" || sure.empty()) continue;
      remedy.report("fact.surer", "confidence", citation + " is only " + sure + " in assets/law");
    }
  }
}

}  // namespace qadam::pack
