// SPDX-License-Identifier: MIT
#include "author/rulebook.hpp"

#include <map>
#include <set>

#include "author/sections.hpp"
#include "base/bytes.hpp"
#include "submission/application.hpp"

namespace qadam::author {
namespace {

using pack::Json;

std::string checksum_of_texts(const Words& words) {
  for (std::size_t i = 0; i < std::size(pack::kLanguages); ++i) {
    if (words.lang() == pack::kLanguages[i]) return submission::hex(base::checksum(words.pack().texts[i]));
  }
  return "";
}

void finish(const Words& words, Page& page) {
  const service::Model& model = words.pack().model;
  const std::string checksum = submission::hex(model.checksum);
  const std::string date = words.date(words.day().iso());
  page.footer =
      words.tool("footer", {{"service", model.id}, {"version", model.version}, {"checksum", checksum}, {"date", date}});
}

void identity(const Words& words, Page& page) {
  const service::Model& model = words.pack().model;
  page.facts({{words.tool("fact.service"), {{model.id}}},
              {words.tool("fact.version"), {{model.version}}},
              {words.tool("fact.checksum"), {{submission::hex(model.checksum)}}},
              {words.tool("fact.checksum_texts"), {{checksum_of_texts(words)}}},
              {words.tool("fact.day"), {{words.date(words.day().iso())}}}});
}

void draft_notice(const Words& words, Page& page) {
  if (text_or_empty(words.sources().pack, "status") == "draft") page.notice(words.tool("notice.draft"));
}

// Inside a window of days of the year; one that runs over New Year begins after it ends.
bool is_inside(const Json& window, const std::string& day) {
  const std::string from = text_or_empty(window, "from");
  const std::string to = text_or_empty(window, "to");
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

// Open on that day or not, and why.
void opening(const Words& words, Page& page) {
  const Json& pack = words.sources().pack;
  const service::Opening term = service::opening(words.pack().model, words.day());
  bool any_window = false;
  bool inside = false;
  for (const Json& window : part(pack, "windows")) {
    if (!validity(window, true).holds_on(words.day())) continue;
    any_window = true;
    inside = inside || is_inside(window, words.day().iso().substr(5));
  }
  Block notice{BlockKind::notice, 0, {}, {}, {}, {}};
  const bool open = term.open && (inside || !any_window);
  notice.lines.push_back({words.tool(open ? "open.yes" : "open.no"), Tone::strong});
  if (!term.open) {
    notice.lines.push_back({words.tool(term.early ? "open.early" : "open.ended")});
    if (const std::string why = words.text(term.early ? "early.lead" : "closed.lead"); !why.empty()) {
      notice.lines.push_back({why});
    }
  } else if (!open) {
    notice.lines.push_back({words.tool("open.window")});
  }
  page.blocks.push_back(std::move(notice));
}

}  // namespace

// The rates that the fee rests on, and what the texts of the acts were read from.
void Sections::outside(const pack::Root& root) {
  Table table{"",
              {w_.tool("column.fact"), w_.tool("column.value"), w_.tool("column.source"), w_.tool("column.read"),
               w_.tool("column.confidence")},
              {}};
  const auto row = [&](const std::string& fact, const Lines& value, const Json& from) {
    const std::string confidence = text_or_empty(from, "confidence");
    table.rows.push_back({{{fact}},
                          value,
                          {{text_or_empty(from, "source")}},
                          {{w_.date(text_or_empty(from, "read"))}},
                          {{confidence.empty() ? "" : w_.tool("confidence." + confidence)}}});
  };
  const std::string rate = text_or_empty(part(pack_, "fee"), "rate");
  for (const Json& period : part(part(part(w_.sources().rates, "rates"), rate.c_str()), "periods")) {
    Lines value{{text_or_empty(period, "value")}};
    for (Line& line : dates(period)) value.push_back(std::move(line));
    row(rate, value, period);
  }
  std::set<std::string> acts;
  for (const service::Law& law : w_.pack().model.laws) acts.insert(law.id.substr(0, law.id.find(':')));
  for (const std::string& act : acts) {
    pack::Diagnostics ignored;  // an act without a clause list of its own has nothing to show here
    const Json list = pack::read_json(root.assets / "law" / (act + ".json"), act, ignored);
    if (ignored.empty() && list.contains("source")) row(w_.citation(act), {}, list);
    for (const Json& clause : part(list, "clauses")) {
      if (clause.contains("source")) row(w_.citation(act + ":" + text_or_empty(clause, "place")), {}, clause);
    }
  }
  if (table.rows.empty()) return;
  section("outside");
  page.table(std::move(table));
}

// Every first and last day after the one considered, in order.
void Sections::changes() {
  std::multimap<std::string, std::string> days;
  const auto add = [&](const Json& element, const std::string& what, bool is_window = false) {
    const Validity v = validity(element, is_window);
    const std::string today = w_.day().iso();
    if (v.from > today) days.emplace(v.from, w_.tool("change.begins", {{"what", what}}));
    if (!v.until.empty() && v.until >= today) days.emplace(v.until, w_.tool("change.last", {{"what", what}}));
  };
  for (const Json& act : part(pack_, "law")) add(act, w_.citation(text_or_empty(act, "id")));
  const auto conditions = [&](const auto& self, const Json& condition) -> void {
    if (condition.contains("feel")) add(condition, w_.text("condition." + text_or_empty(condition, "id")));
    for (const char* group : {"all", "any"}) {
      for (const Json& child : part(condition, group)) self(self, child);
    }
  };
  for (const Json& subtype : part(pack_, "subtypes")) {
    conditions(conditions, part(subtype, "eligibleWhen"));
    for (const Json& item : part(subtype, "items")) add(item, w_.text("item." + text_or_empty(item, "id")));
  }
  for (const Json& stage : part(pack_, "stages")) add(stage, w_.text("stage." + text_or_empty(stage, "id")));
  for (const Json& ground : part(pack_, "refusalGrounds"))
    add(ground, w_.text("ground." + text_or_empty(ground, "id")));
  for (const Json& remedy : part(pack_, "remedies"))
    add(remedy, w_.text("remedy." + text_or_empty(remedy, "id") + ".title"));
  for (const Json& note : part(pack_, "notes")) add(note, w_.text("note." + text_or_empty(note, "id")));
  for (const Json& limit : as_list(part(pack_, "timeLimit"))) add(limit, w_.tool("fact.time_limit"));
  for (const Json& window : part(pack_, "windows")) add(window, w_.tool("fact.windows"), true);
  section("changes");
  if (days.empty()) return page.paragraph(w_.tool("changes.none"));
  Table table{"", {w_.tool("column.date"), w_.tool("column.change")}, {}};
  for (const auto& entry : days) table.rows.push_back({{{w_.date(entry.first)}}, {{entry.second}}});
  page.table(std::move(table));
}

void Sections::signature() {
  page.signature(std::to_string(++number_) + ". " + w_.tool("section.signature"), w_.tool("signature.statement"),
                 {w_.tool("signature.remarks"), w_.tool("signature.name"), w_.tool("signature.position"),
                  w_.tool("signature.date"), w_.tool("signature.signature")});
}

Page rulebook(const Words& words, const pack::Root& root) {
  Sections s(words, true);
  s.page.title = words.text("title") + ": " + words.tool("rulebook.title");
  s.page.heading(1, words.text("title"));
  s.page.paragraph(words.tool("rulebook.title"));
  s.page.notice(words.tool("notice.not_an_act"));
  draft_notice(words, s.page);
  identity(words, s.page);
  s.acts();
  s.general();
  s.subtypes();
  s.stages();
  s.grounds();
  s.remedies();
  s.obtained();
  s.notes();
  s.names();
  s.outside(root);
  s.signature();
  finish(words, s.page);
  return std::move(s.page);
}

Page preview(const Words& words) {
  Sections s(words, false);
  const std::string date = words.date(words.day().iso());
  s.page.title = words.text("title") + ": " + words.tool("preview.title", {{"date", date}});
  s.page.heading(1, words.text("title"));
  s.page.paragraph(words.tool("preview.title", {{"date", date}}));
  draft_notice(words, s.page);
  opening(words, s.page);
  s.acts();
  s.general();
  s.subtypes();
  s.notes();
  s.changes();
  finish(words, s.page);
  return std::move(s.page);
}

}  // namespace qadam::author
