// What must hold and what is asked for: subtypes, conditions, documents, the names in them (see sections.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "author/sections.hpp"

namespace qadam::author {
namespace {

using pack::Json;

const char* type_name(service::FieldType type) {
  constexpr const char* kNames[] = {"text", "iin", "phone", "date", "choice", "choices", "boolean", "file", "number"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace

void Sections::subtypes() {
  if (part(pack_, "subtypes").empty()) return;
  section("subtypes");
  if (w_.pack().model.eligibility_is_advice) page.paragraph(w_.tool("condition.advice"));
  int count = 0;
  for (const Json& each : part(pack_, "subtypes")) {
    subtype(each, std::to_string(number_) + "." + std::to_string(++count));
  }
}

void Sections::subtype(const Json& subtype, const std::string& number) {
  page.heading(3, number + ". " + w_.text(text_or_empty(subtype, "title")));
  Lines law;
  basis(law, part(subtype, "law"));
  if (const std::string chosen = text_or_empty(subtype, "chosenWhen"); !chosen.empty()) {
    law.push_back({w_.tool("subtype.chosen")});
    law.push_back({chosen, Tone::code});
  }
  if (!law.empty()) page.blocks.push_back({BlockKind::paragraph, 0, std::move(law), {}, {}, {}});
  conditions(subtype, number);
  documents(subtype);
}

void Sections::conditions(const Json& subtype, const std::string& number) {
  page.heading(4, w_.tool("section.conditions"));
  const Json& root = part(subtype, "eligibleWhen");
  const Json& all = part(root, "all");
  if (!root.is_object()) return page.paragraph(w_.tool("condition.none"));
  page.paragraph(w_.tool(all.is_array() && all.size() > 1 ? "condition.all"
                         : root.contains("any")           ? "condition.any"
                                                          : "condition.one"));
  if (all.is_array()) return page.rules(rules(all, number));
  if (root.contains("any")) return page.rules(rules(root["any"], number));
  page.rules({rule(root, number + ".1")});
}

std::vector<Rule> Sections::rules(const Json& children, const std::string& number) const {
  std::vector<Rule> out;
  // Numbers are places in the pack, so that a rule keeps its number on another day.
  int count = 0;
  for (const Json& child : children) {
    const std::string own = number + "." + std::to_string(++count);
    if (shown(child)) out.push_back(rule(child, own));
  }
  return out;
}

Rule Sections::rule(const Json& condition, const std::string& number) const {
  Rule out{number, {}, {}};
  const std::string id = text_or_empty(condition, "id");
  for (const char* group : {"all", "any"}) {
    if (!condition.contains(group)) continue;
    out.lines.push_back({w_.tool(std::string("condition.") + group)});
    for (Line& line : dates(condition)) out.lines.push_back(std::move(line));
    out.rules = rules(condition[group], number);
    return out;
  }
  out.lines.push_back({w_.text("condition." + id)});
  for (Line& line : dates(condition)) out.lines.push_back(std::move(line));
  basis(out.lines, part(condition, "law"));
  out.lines.push_back({id + ": " + text_or_empty(condition, "feel"), Tone::code});
  if (const std::string stop = w_.text("condition." + id + ".stop"); !stop.empty()) {
    out.lines.push_back({w_.tool("condition.stop", {{"text", stop}}), Tone::remark});
  }
  return out;
}

void Sections::documents(const Json& subtype) {
  page.heading(4, w_.tool("section.documents"));
  Table table{"", {w_.tool("column.document"), w_.tool("column.required"), w_.tool("column.law")}, {}};
  int count = 0;
  for (const Json& item : part(subtype, "items")) {
    ++count;  // the order's own sequence, kept on every day
    if (!shown(item)) continue;
    const std::string id = text_or_empty(item, "id");
    Lines name{{std::to_string(count) + ". " + w_.text("item." + id)}};
    if (const std::string hint = w_.text("item." + id + ".hint"); !hint.empty()) name.push_back({hint, Tone::remark});
    for (Line& line : dates(item)) name.push_back(std::move(line));
    for (const Json& note : part(item, "notes")) {
      if (const std::string text = w_.text("note." + note.get<std::string>()); !text.empty()) {
        name.push_back({text, Tone::remark});
      }
    }
    const std::string required = text_or_empty(item, "required");
    Lines when{{w_.tool("required." + required)}};
    if (required == "when") when.push_back({text_or_empty(item, "when"), Tone::code});
    if (const std::string kind = text_or_empty(item, "kind"); !kind.empty()) {
      when.push_back({w_.tool("kind." + kind), Tone::remark});
    }
    table.rows.push_back({std::move(name), std::move(when), law_lines(part(item, "law"))});
  }
  if (table.rows.empty()) return page.paragraph(w_.tool("documents.none"));
  page.table(std::move(table));
}

// A register's answer bears the check's own words; no question stands for it.
Lines Sections::meaning(const service::Field& field) const {
  if (field.source == service::Source::ask) return {{w_.text("field." + field.id + ".title")}};
  for (const Json& check : part(pack_, "checks")) {
    const Json& facts = part(check, "facts");
    const bool is_fact = std::find(facts.begin(), facts.end(), Json(field.id)) != facts.end();
    if (text_or_empty(check, "field") != field.id && !is_fact) continue;
    return {{w_.text("check." + text_or_empty(check, "id") + ".label")}, {w_.tool("names.registry"), Tone::remark}};
  }
  return {{w_.tool("names.registry"), Tone::remark}};
}

Lines Sections::answers(const service::Field& field) const {
  Lines out{{w_.tool(std::string("type.") + type_name(field.type)), Tone::remark}};
  std::string options;
  for (const service::Option& option : field.options) {
    const std::string text = w_.text("field." + field.id + ".option." + option.value);
    const bool says_itself = text.empty() || text.rfind(option.value, 0) == 0;
    options += (options.empty() ? "" : "; ") + (text.empty()  ? option.value
                                                : says_itself ? text
                                                              : option.value + " = " + text);
  }
  if (!options.empty()) out.push_back({options, Tone::remark});
  return out;
}

void Sections::names() {
  const Json& definitions = part(pack_, "definitions");
  if (definitions.is_object() && !definitions.empty()) {
    section("definitions");
    Table table{"", {w_.tool("column.name"), w_.tool("column.meaning")}, {}};
    for (const auto& item : definitions.items()) {
      const std::string feel =
          item.value().is_string() ? item.value().get<std::string>() : text_or_empty(item.value(), "feel");
      Lines meaning;
      if (const std::string text = w_.text("definition." + item.key()); !text.empty()) meaning.push_back({text});
      meaning.push_back({feel, Tone::code});
      table.rows.push_back({{{item.key(), Tone::code}}, std::move(meaning)});
    }
    page.table(std::move(table));
  }
  if (w_.pack().model.fields.empty()) return;
  section("names");
  Table table{"", {w_.tool("column.name"), w_.tool("column.meaning"), w_.tool("column.asked")}, {}};
  for (const service::Field& field : w_.pack().model.fields) {
    const std::string ask = text_or_empty(part(pack_, "ask"), field.id.c_str());
    Lines asked;
    if (!ask.empty()) {
      asked.push_back({ask, Tone::code});
    } else if (field.source == service::Source::ask) {
      asked.push_back({w_.tool("names.asked")});
    }
    Lines lines = meaning(field);
    for (Line& line : answers(field)) lines.push_back(std::move(line));
    basis(lines, part(part(part(w_.sources().fields, "fields"), field.id.c_str()), "law"));
    table.rows.push_back({{{field.id, Tone::code}}, std::move(lines), std::move(asked)});
  }
  page.table(std::move(table));
}

}  // namespace qadam::author
