// What a service is: acts, head, stages, grounds, notes (see sections.hpp).
// SPDX-License-Identifier: MIT
#include "author/sections.hpp"

#include <algorithm>

namespace qadam::author {
namespace {

using pack::Json;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

}  // namespace

Sections::Sections(const Words& words, bool all) : w_(words), pack_(words.sources().pack), all_(all) {
  page.lang = words.lang();
}

void Sections::section(const std::string& key) {
  page.heading(2, std::to_string(++number_) + ". " + w_.tool("section." + key));
}

bool Sections::shown(const Json& element, bool is_window) const {
  return all_ || validity(element, is_window).holds_on(w_.day());
}

Lines Sections::dates(const Json& element, bool is_window) const {
  const Validity v = validity(element, is_window);
  Lines out;
  if (const std::string words = w_.validity(v.from, v.until); !words.empty()) out.push_back({words, Tone::remark});
  if (!v.holds_on(w_.day())) out.push_back({w_.tool("not_in_force"), Tone::remark});
  return out;
}

Lines Sections::law_lines(const Json& list) const {
  Lines out;
  for (const std::string& each : w_.citations(list)) out.push_back({each, Tone::law});
  return out;
}

void Sections::basis(Lines& lines, const Json& list) const {
  const std::string law = joined(w_.citations(list));
  if (!law.empty()) lines.push_back({w_.tool("law.basis", {{"law", law}}), Tone::law});
}

void Sections::fact(std::vector<Fact>& facts, const std::string& key, Lines lines, const char* law) const {
  if (lines.empty()) return;
  if (law != nullptr) {
    // A clause may stand at the member itself, under lawOf, or at both.
    Json cited = Json::array();
    for (const Json& list : {part(part(pack_, law), "law"), part(part(pack_, "lawOf"), law)}) {
      for (const Json& id : list) {
        if (std::find(cited.begin(), cited.end(), id) == cited.end()) cited.push_back(id);
      }
    }
    basis(lines, cited);
  }
  facts.push_back({w_.tool("fact." + key), std::move(lines)});
}

void Sections::acts() {
  section("acts");
  Table table{"", {w_.tool("column.act"), w_.tool("column.term"), w_.tool("column.law")}, {}};
  for (const Json& act : part(pack_, "law")) {
    Lines name{{w_.citation(text_or_empty(act, "id"))}};
    if (const std::string note = w_.text(text_or_empty(act, "note")); !note.empty()) {
      name.push_back({note, Tone::remark});
    }
    Lines term = dates(act);
    if (!term.empty()) term.front().tone = Tone::text;
    table.rows.push_back({std::move(name), std::move(term), law_lines(part(act, "cites"))});
  }
  page.table(std::move(table));
}

void Sections::general() {
  section("general");
  std::vector<Fact> facts;
  fact(facts, "provider", {{w_.text(text_or_empty(pack_, "provider"))}}, "provider");
  fact(facts, "result", {{w_.text(text_or_empty(pack_, "result"))}}, "result");
  fact(facts, "channels", channels(), "channels");
  fact(facts, "windows", windows());
  fact(facts, "time_limit", time_limits());
  fact(facts, "hours", hours());
  fact(facts, "fee", fee(), "fee");
  fact(facts, "signing", listed("signing", "signing."), "signing");
  fact(facts, "contacts", listed("contacts", ""), "contacts");
  page.facts(std::move(facts));
}

Lines Sections::channels() const {
  Lines out;
  for (const Json& id : part(pack_, "channels")) {
    const std::string own = w_.text("channel." + id.get<std::string>());
    const std::string shared = w_.text("field.channel.option." + id.get<std::string>());
    out.push_back({!own.empty() ? own : !shared.empty() ? shared : id.get<std::string>()});
  }
  return out;
}

// Ids that the tools have a word for, or keys of texts, or what stands there (a phone number).
Lines Sections::listed(const char* member, const std::string& prefix) const {
  Lines out;
  for (const Json& each : part(pack_, member)) {
    const std::string id = each.get<std::string>();
    const std::string text = w_.text(id);
    const std::string word = prefix.empty() ? id : w_.tool(prefix + id);
    out.push_back({text.empty() ? word : text});
  }
  return out;
}

Lines Sections::time_limits() const {
  Lines out;
  for (const Json& limit : as_list(part(pack_, "timeLimit"))) {
    if (!shown(limit)) continue;
    for (const char* unit : {"workingDays", "calendarDays", "hours", "minutes"}) {
      if (!part(limit, unit).is_number_integer()) continue;
      out.push_back({w_.tool(std::string("amount.") + unit, {{"n", limit[unit].dump()}})});
    }
    for (Line& line : dates(limit)) out.push_back(std::move(line));
    basis(out, part(limit, "law"));
  }
  if (out.empty()) out.push_back({w_.tool("not_set")});
  return out;
}

Lines Sections::fee() const {
  const Json& fee = part(pack_, "fee");
  Lines out;
  const std::string text = w_.text("fee");
  if (!text.empty()) out.push_back({text});
  if (text.empty() && part(fee, "free") == true) out.push_back({w_.tool("fee.free")});
  return out;
}

Lines Sections::hours() const {
  Lines out;
  for (const Json& day : as_list(part(pack_, "hours"))) {
    // Its own from and until are hours; its validity, where it is dated, is in validFrom and validUntil.
    const bool is_clock = text_or_empty(day, "from").find(':') != std::string::npos;
    if (!shown(day, is_clock)) continue;
    const std::string until = text_or_empty(day, is_clock && day.contains("to") ? "to" : "until");
    std::string line = w_.tool("hours.day", {{"from", text_or_empty(day, "from")}, {"until", until}});
    if (day.contains("lunchFrom")) {
      line += ", " + w_.tool("hours.lunch",
                             {{"from", text_or_empty(day, "lunchFrom")}, {"until", text_or_empty(day, "lunchTo")}});
    }
    out.push_back({line});
    for (Line& each : dates(day, is_clock)) out.push_back(std::move(each));
    basis(out, part(day, "law"));
  }
  return out;
}

Lines Sections::windows() const {
  Lines out;
  for (const Json& window : part(pack_, "windows")) {
    if (!shown(window, true)) continue;
    const std::string from = w_.date(text_or_empty(window, "from"));
    const std::string until = w_.date(text_or_empty(window, "to"));
    out.push_back({w_.tool("window", {{"from", from}, {"until", until}})});
    for (Line& line : dates(window, true)) out.push_back(std::move(line));
    basis(out, part(window, "law"));
  }
  return out;
}

void Sections::stages() {
  if (part(pack_, "stages").empty()) return;
  section("stages");
  Table table{
      "", {w_.tool("column.stage"), w_.tool("column.system"), w_.tool("column.stop"), w_.tool("column.law")}, {}};
  for (const Json& stage : part(pack_, "stages")) {
    if (!shown(stage)) continue;
    Lines name{{part(stage, "number").dump() + ". " + w_.text("stage." + text_or_empty(stage, "id"))}};
    for (Line& line : dates(stage)) name.push_back(std::move(line));
    Lines system;
    if (const std::string id = text_or_empty(stage, "system"); !id.empty()) system.push_back({w_.text("system." + id)});
    Lines stop;
    if (const std::string id = text_or_empty(stage, "onStop"); !id.empty()) {
      stop.push_back({w_.text(id + ".title"), Tone::strong});
      stop.push_back({w_.text(id + ".text")});
    }
    table.rows.push_back({std::move(name), std::move(system), std::move(stop), law_lines(part(stage, "law"))});
  }
  page.table(std::move(table));
}

void Sections::grounds() {
  if (part(pack_, "refusalGrounds").empty()) return;
  section("grounds");
  std::vector<Rule> rules;
  for (const Json& ground : part(pack_, "refusalGrounds")) {
    if (!shown(ground)) continue;
    Rule rule{std::to_string(number_) + "." + std::to_string(rules.size() + 1),
              {{w_.text("ground." + text_or_empty(ground, "id"))}},
              {}};
    for (Line& line : dates(ground)) rule.lines.push_back(std::move(line));
    basis(rule.lines, part(ground, "law"));
    rules.push_back(std::move(rule));
  }
  page.rules(std::move(rules));
}

void Sections::remedies() {
  if (part(pack_, "remedies").empty()) return;
  section("remedies");
  std::vector<Rule> rules;
  for (const Json& remedy : part(pack_, "remedies")) {
    if (!shown(remedy)) continue;
    const std::string key = "remedy." + text_or_empty(remedy, "id");
    Rule rule{std::to_string(number_) + "." + std::to_string(rules.size() + 1),
              {{w_.text(key + ".title"), Tone::strong}, {w_.text(key)}},
              {}};
    const std::string confidence = text_or_empty(remedy, "confidence");
    rule.lines.push_back({w_.tool("column.confidence") + ": " + w_.tool("confidence." + confidence), Tone::remark});
    for (Line& line : dates(remedy)) rule.lines.push_back(std::move(line));
    basis(rule.lines, part(remedy, "law"));
    rules.push_back(std::move(rule));
  }
  page.rules(std::move(rules));
}

void Sections::obtained() {
  if (part(pack_, "obtainedByProvider").empty()) return;
  section("obtained");
  std::vector<Rule> rules;
  for (const Json& key : part(pack_, "obtainedByProvider")) {
    rules.push_back({std::to_string(number_) + "." + std::to_string(rules.size() + 1), {{w_.text(key)}}, {}});
  }
  page.rules(std::move(rules));
  Lines law;
  basis(law, part(part(pack_, "lawOf"), "obtainedByProvider"));
  for (const Line& line : law) page.paragraph(line.text);
}

void Sections::notes() {
  if (part(pack_, "notes").empty()) return;
  section("notes");
  std::vector<Rule> rules;
  for (const Json& note : part(pack_, "notes")) {
    if (!shown(note)) continue;
    Rule rule{std::to_string(number_) + "." + std::to_string(rules.size() + 1),
              {{w_.text("note." + text_or_empty(note, "id"))}},
              {}};
    for (Line& line : dates(note)) rule.lines.push_back(std::move(line));
    basis(rule.lines, part(note, "law"));
    rules.push_back(std::move(rule));
  }
  page.rules(std::move(rules));
}

}  // namespace qadam::author
