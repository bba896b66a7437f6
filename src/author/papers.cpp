// SPDX-License-Identifier: MIT
#include "author/papers.hpp"

#include <algorithm>

#include "author/sections.hpp"

namespace qadam::author {
namespace {

using pack::Json;

Json line(const std::string& text, const char* tone = "text") {
  return {{"text", text}, {"tone", tone}};
}

class Papers {
 public:
  explicit Papers(const Words& words) : w_(words), pack_(words.sources().pack) {}

  [[nodiscard]] Json all() const;

 private:
  // Ended before the day: nothing to do with whoever reads now.
  [[nodiscard]] bool gone(const Json& element) const {
    const std::string until = text_or_empty(element, "until");
    return !until.empty() && until < w_.day().iso();
  }

  void dates(Json& lines, const Json& element) const {
    const std::string words = w_.validity(text_or_empty(element, "from"), text_or_empty(element, "until"));
    if (!words.empty()) lines.push_back(line(words, "remark"));
  }

  void basis(Json& lines, const Json& list) const {
    for (const std::string& each : w_.citations(list)) lines.push_back(line(each, "law"));
  }

  [[nodiscard]] Json general() const;
  [[nodiscard]] Json subtype(const Json& subtype) const;
  [[nodiscard]] Json conditions(const Json& root) const;
  [[nodiscard]] Json rule(const Json& condition) const;
  [[nodiscard]] Json rules(const Json& children) const;
  [[nodiscard]] Json items(const Json& subtype) const;
  [[nodiscard]] Json samples(const std::string& item) const;
  [[nodiscard]] Json section(const char* id, const char* member, const std::string& prefix) const;

  const Words& w_;
  const Json& pack_;
};

// The head of the service reads the same in a rulebook.
Json Papers::general() const {
  constexpr const char* kTones[] = {"text", "strong", "text", "law", "remark"};
  Sections sections(w_, false);
  sections.general();
  Json facts = Json::array();
  for (const Block& block : sections.page.blocks) {
    for (const Fact& fact : block.facts) {
      Json lines = Json::array();
      for (const Line& each : fact.lines) lines.push_back(line(each.text, kTones[static_cast<int>(each.tone)]));
      facts.push_back({{"label", fact.label}, {"lines", std::move(lines)}});
    }
  }
  return {{"title", w_.tool("section.general")}, {"facts", std::move(facts)}};
}

Json Papers::rules(const Json& children) const {
  Json out = Json::array();
  for (const Json& child : children) {
    if (!gone(child)) out.push_back(rule(child));
  }
  return out;
}

Json Papers::rule(const Json& condition) const {
  Json lines = Json::array();
  for (const char* group : {"all", "any"}) {
    if (!condition.contains(group)) continue;
    lines.push_back(line(w_.tool(std::string("condition.") + group)));
    return {{"lines", std::move(lines)}, {"rules", rules(condition[group])}};
  }
  lines.push_back(line(w_.text("condition." + text_or_empty(condition, "id"))));
  dates(lines, condition);
  basis(lines, part(condition, "law"));
  return Json::object({{"lines", std::move(lines)}});
}

Json Papers::conditions(const Json& root) const {
  Json lines = Json::array();
  Json list = Json::array();
  if (!root.is_object()) {
    lines.push_back(line(w_.tool("condition.none")));
  } else if (root.contains("all") || root.contains("any")) {
    const char* group = root.contains("all") ? "all" : "any";
    list = rules(root[group]);
    lines.push_back(line(w_.tool(list.size() == 1 ? "condition.one" : std::string("condition.") + group)));
  } else {
    lines.push_back(line(w_.tool("condition.one")));
    list.push_back(rule(root));
  }
  return {{"title", w_.tool("section.conditions")}, {"lines", std::move(lines)}, {"rules", std::move(list)}};
}

// The forms that show what must stand in a document.
Json Papers::samples(const std::string& item) const {
  Json out = Json::array();
  for (const Json& sample : part(pack_, "samples")) {
    const Json& items = part(sample, "items");
    if (std::find(items.begin(), items.end(), Json(item)) == items.end()) continue;
    const std::string key = "sample." + text_or_empty(sample, "id");
    Json rows = Json::array();
    for (const Json& row : part(sample, "rows")) {
      const std::string label = key + "." + row.get<std::string>();
      rows.push_back({{"label", w_.text(label)}, {"value", w_.text(label + ".value")}});
    }
    out.push_back({{"stamp", w_.text("ui.sample")}, {"title", w_.text(key + ".title")}, {"rows", std::move(rows)}});
  }
  return out;
}

Json Papers::items(const Json& subtype) const {
  Json list = Json::array();
  for (const Json& item : part(subtype, "items")) {
    if (gone(item)) continue;
    const std::string key = "item." + text_or_empty(item, "id");
    Json lines = Json::array({line(w_.text(key), "strong")});
    const std::string required = text_or_empty(item, "required");
    const std::string when = w_.text(key + ".when");
    lines.push_back(line(w_.tool("required." + required) + (when.empty() ? "" : " " + when)));
    if (const std::string hint = w_.text(key + ".hint"); !hint.empty()) lines.push_back(line(hint));
    dates(lines, item);
    basis(lines, part(item, "law"));
    for (const Json& id : part(item, "notes")) {
      lines.push_back(line(w_.text("note." + id.get<std::string>()), "remark"));
      for (const Json& note : part(pack_, "notes")) {
        if (text_or_empty(note, "id") == id) basis(lines, part(note, "law"));
      }
    }
    Json entry = Json::object({{"lines", std::move(lines)}});
    if (Json shown = samples(text_or_empty(item, "id")); !shown.empty()) entry["samples"] = std::move(shown);
    list.push_back(std::move(entry));
  }
  Json lines = Json::array();
  // An information page tells what an order says, and its order may have left the list to another.
  const char* nothing = w_.pack().model.is_application ? "documents.none" : "papers.unlisted";
  if (list.empty()) lines.push_back(line(w_.tool(nothing)));
  return {{"title", w_.tool("section.documents")}, {"lines", std::move(lines)}, {"rules", std::move(list)}};
}

Json Papers::subtype(const Json& subtype) const {
  Json lines = Json::array();
  basis(lines, part(subtype, "law"));
  return {{"title", part(subtype, "number").dump() + ") " + w_.text(text_or_empty(subtype, "title"))},
          {"lines", std::move(lines)},
          {"conditions", conditions(part(subtype, "eligibleWhen"))},
          {"papers", items(subtype)}};
}

// A list of texts, or of elements whose texts bear their ids.
Json Papers::section(const char* id, const char* member, const std::string& prefix) const {
  Json list = Json::array();
  for (const Json& each : part(pack_, member)) {
    Json lines = Json::array();
    if (each.is_string()) {
      lines.push_back(line(w_.text(each)));
    } else if (!gone(each)) {
      lines.push_back(line(w_.text(prefix + text_or_empty(each, "id"))));
      dates(lines, each);
      basis(lines, part(each, "law"));
    }
    if (!lines.empty()) list.push_back(Json::object({{"lines", std::move(lines)}}));
  }
  Json lines = Json::array();
  if (std::string_view(id) == "obtained" && !list.empty()) {
    lines.push_back(line(w_.tool("papers.obtained")));
    basis(lines, part(part(pack_, "lawOf"), "obtainedByProvider"));
  }
  return {{"id", id},
          {"title", w_.tool(std::string("section.") + id)},
          {"lines", std::move(lines)},
          {"rules", std::move(list)}};
}

Json Papers::all() const {
  if (part(pack_, "subtypes").empty()) return nullptr;
  Json subtypes = Json::array();
  for (const Json& each : part(pack_, "subtypes")) subtypes.push_back(subtype(each));
  Json out = {{"service", w_.pack().model.id},
              {"lang", w_.lang()},
              {"title", w_.tool("papers.title", {{"service", w_.text("title")}})},
              {"lead", w_.tool("papers.lead")},
              {"asOf", w_.tool("papers.as_of", {{"date", w_.date(w_.day().iso())}})},
              {"law", w_.tool("section.acts")}};
  const service::Opening opening = service::opening(w_.pack().model, w_.day());
  if (!opening.open) out["closed"] = w_.text(opening.early ? "early.lead" : "closed.lead");
  out["general"] = general();
  out["subtypes"] = {{"title", w_.tool("papers.subtypes")}, {"list", std::move(subtypes)}};
  out["sections"] = Json::array();
  for (Json each : {section("obtained", "obtainedByProvider", ""), section("grounds", "refusalGrounds", "ground."),
                    section("notes", "notes", "note.")}) {
    if (!each["rules"].empty()) out["sections"].push_back(std::move(each));
  }
  return out;
}

}  // namespace

Json papers(const Words& words) {
  return Papers(words).all();
}

}  // namespace qadam::author
