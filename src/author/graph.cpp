// SPDX-License-Identifier: MIT
#include "author/graph.hpp"

#include "author/dated.hpp"
#include "base/text.hpp"

namespace qadam::author {
namespace {

using pack::Json;

// Words of at most `width` letters a line; a longer word stands alone on its line.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  std::string word;
  const auto flush = [&](bool ends_line) {
    const std::size_t letters = base::length(word);
    if (column > 0 && column + 1 + letters > width) {
      out += '\n';
      column = 0;
    } else if (column > 0 && !word.empty()) {
      out += ' ';
      ++column;
    }
    out += word;
    column += letters;
    word.clear();
    if (ends_line) {
      out += '\n';
      column = 0;
    }
  };
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      flush(c == '\n');
    } else {
      word += c;
    }
  }
  flush(false);
  return out;
}

class Drawing {
 public:
  explicit Drawing(const Words& words) : w_(words), pack_(words.sources().pack) {}

  std::string draw() {
    out_ += "digraph " + dot_text(w_.pack().model.id) + " {\n";
    out_ += "  graph [rankdir=TB, ordering=out, fontname=\"sans-serif\", label=" + dot_text(w_.text("title"), 90) +
            ", labelloc=t];\n";
    out_ += "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\", fontsize=11];\n";
    out_ += "  edge [fontname=\"monospace\", fontsize=9];\n";
    journey();
    checks();
    stages();
    int number = 0;
    for (const Json& subtype : part(pack_, "subtypes")) this->subtype(subtype, "t" + std::to_string(++number));
    out_ += "}\n";
    return std::move(out_);
  }

 private:
  void open_cluster(const std::string& id, const std::string& label) {
    out_ += "  subgraph " + dot_text("cluster_" + id) + " {\n    label=" + dot_text(label, 70) + ";\n    color=gray;\n";
  }

  void close_cluster() { out_ += "  }\n"; }

  void node(const std::string& id, const std::string& label, const std::string& more = "") {
    out_ += "    " + dot_text(id) + " [label=" + dot_text(label) + (more.empty() ? "" : ", " + more) + "];\n";
  }

  void edge(const std::string& from, const std::string& to, const std::string& label = "",
            const std::string& more = "") {
    out_ += "  " + dot_text(from) + " -> " + dot_text(to) + " [label=" + dot_text(label) +
            (more.empty() ? "" : ", " + more) + "];\n";
  }

  [[nodiscard]] std::string ask_of(const std::string& field) const {
    return text_or_empty(part(pack_, "ask"), field.c_str());
  }

  // The condition under which a screen is seen; "" when by everybody. A question page is seen when one of its
  // questions is asked.
  [[nodiscard]] std::string shown_when(const Json& screen) const {
    std::string when = text_or_empty(screen, "showWhen");
    if (text_or_empty(screen, "kind") != "question" || part(screen, "fields").empty()) return when;
    std::string any;
    for (const Json& field : part(screen, "fields")) {
      const std::string ask = ask_of(field.get<std::string>());
      if (ask.empty()) return when;
      any += (any.empty() ? "" : "\nor ") + ask;
    }
    return when.empty() ? any : when + "\nand " + any;
  }

  [[nodiscard]] std::string screen_label(const Json& screen) const {
    const std::string id = text_or_empty(screen, "id");
    std::string label = w_.text("screen." + id + ".title") + "\n(" + id;
    if (part(screen, "stage").is_number()) label += ", " + w_.tool("column.stage") + " " + screen["stage"].dump();
    label += ")";
    for (const Json& each : part(screen, "fields")) {
      const std::string field = each.get<std::string>();
      const std::string title = w_.text("field." + field + ".title");
      label += "\n- " + (title.empty() ? field : title);
      const bool alone = part(screen, "fields").size() == 1;
      if (const std::string ask = ask_of(field); !ask.empty() && !alone) label += "\n   [" + ask + "]";
    }
    return label;
  }

  void journey() {
    open_cluster("journey", w_.tool("graph.journey"));
    for (const Json& screen : part(pack_, "screens")) {
      const std::string id = text_or_empty(screen, "id");
      const std::string kind = text_or_empty(screen, "kind");
      const bool asks = kind == "question" || kind == "signIn";
      node("screen." + id, screen_label(screen), asks ? "fillcolor=\"#eef4ff\"" : "fillcolor=\"#f4f4f4\"");
      if (!shown_when(screen).empty()) node("if." + id, "?", "shape=diamond, style=solid, width=0.4, height=0.4");
    }
    close_cluster();
    std::string before;
    std::string passed_by;  // the diamond whose "no" leads to the next screen
    for (const Json& screen : part(pack_, "screens")) {
      const std::string id = text_or_empty(screen, "id");
      const std::string when = shown_when(screen);
      const std::string target = (when.empty() ? "screen." : "if.") + id;
      if (!before.empty()) edge(before, target);
      if (!passed_by.empty()) edge(passed_by, target, w_.tool("graph.no"), "style=dashed");
      if (!when.empty()) edge("if." + id, "screen." + id, when);
      before = "screen." + id;
      passed_by = when.empty() ? "" : "if." + id;
      blocks(screen, id);
    }
  }

  void blocks(const Json& screen, const std::string& id) {
    if (part(screen, "blocks").empty()) return;
    node("block." + id, w_.tool("graph.block"), "shape=octagon, style=solid, color=\"#b00020\"");
    std::string when;
    for (const Json& condition : part(screen, "blocks")) {
      when += (when.empty() ? "not " : "\nnot ") + condition.get<std::string>();
    }
    edge("screen." + id, "block." + id, when, "color=\"#b00020\", style=dashed");
  }

  [[nodiscard]] const Json& stage_numbered(const Json& number) const {
    static const Json kNothing = Json::object();
    for (const Json& stage : part(pack_, "stages")) {
      if (part(stage, "number") == number) return stage;
    }
    return kNothing;
  }

  void checks() {
    if (part(pack_, "checks").empty()) return;
    open_cluster("checks", w_.tool("graph.checks"));
    for (const Json& check : part(pack_, "checks")) {
      const std::string id = text_or_empty(check, "id");
      const Json& stage = stage_numbered(part(check, "stage"));
      std::string label = w_.text("check." + id + ".label") + "\n(" + id + ")";
      if (const std::string system = text_or_empty(stage, "system"); !system.empty()) {
        label += "\n" + w_.text("system." + system);
      }
      node("check." + id, label, "fillcolor=\"#fff8e1\"");
      if (const std::string stop = text_or_empty(stage, "onStop"); !stop.empty()) {
        node("stopped." + id, w_.text(stop + ".title"), "shape=octagon, style=solid, color=\"#b00020\"");
      }
    }
    close_cluster();
    std::string before;
    for (const Json& check : part(pack_, "checks")) {
      const std::string id = text_or_empty(check, "id");
      const std::string pass = text_or_empty(check, "passWhen");
      if (!before.empty()) edge("check." + before, "check." + id, before_passes_);
      if (!text_or_empty(stage_numbered(part(check, "stage")), "onStop").empty()) {
        edge("check." + id, "stopped." + id, "not " + pass, "color=\"#b00020\", style=dashed");
      }
      before = id;
      before_passes_ = pass;
    }
    for (const Json& screen : part(pack_, "screens")) {
      if (text_or_empty(screen, "kind") != "checks") continue;
      const std::string first = text_or_empty(pack_["checks"][0], "id");
      edge("screen." + text_or_empty(screen, "id"), "check." + first, "", "style=dotted, constraint=false");
    }
  }

  void stages() {
    if (part(pack_, "stages").empty()) return;
    open_cluster("stages", w_.tool("section.stages"));
    for (const Json& stage : part(pack_, "stages")) {
      const std::string id = text_or_empty(stage, "id");
      std::string label = part(stage, "number").dump() + ". " + w_.text("stage." + id);
      if (const std::string system = text_or_empty(stage, "system"); !system.empty()) {
        label += "\n" + w_.text("system." + system);
      }
      node("stage." + id, label, "fillcolor=\"#f0f7f0\"");
      if (const std::string stop = text_or_empty(stage, "onStop"); !stop.empty()) {
        node("ended." + id, w_.text(stop + ".title"), "shape=octagon, style=solid, color=\"#b00020\"");
      }
    }
    close_cluster();
    std::string before;
    for (const Json& stage : part(pack_, "stages")) {
      const std::string id = text_or_empty(stage, "id");
      if (!before.empty()) edge(before, "stage." + id);
      if (!text_or_empty(stage, "onStop").empty()) {
        edge("stage." + id, "ended." + id, "", "color=\"#b00020\", style=dashed");
      }
      before = "stage." + id;
    }
  }

  [[nodiscard]] std::string valid(const Json& element) const {
    const Validity v = validity(element);
    const std::string words = w_.validity(v.from, v.until);
    return words.empty() ? "" : "\n" + words;
  }

  void subtype(const Json& subtype, const std::string& id) {
    open_cluster(id, part(subtype, "number").dump() + ". " + w_.text(text_or_empty(subtype, "title")));
    const std::string chosen = text_or_empty(subtype, "chosenWhen");
    node(id, text_or_empty(subtype, "id") + (chosen.empty() ? "" : "\n[" + chosen + "]"),
         "shape=doubleoctagon, style=solid");
    const Json& root = part(subtype, "eligibleWhen");
    if (root.is_object()) condition(root, id, id + ".c");
    for (const Json& item : part(subtype, "items")) {
      const std::string own = id + ".item." + text_or_empty(item, "id");
      node(own, w_.text("item." + text_or_empty(item, "id")) + valid(item), "shape=note, fillcolor=\"#fdf2f8\"");
      const std::string required = text_or_empty(item, "required");
      const std::string when = text_or_empty(item, "when");
      edge(id, own, required == "when" ? when : w_.tool("required." + required), "style=dotted");
    }
    close_cluster();
  }

  void condition(const Json& json, const std::string& parent, const std::string& own) {
    for (const char* group : {"all", "any"}) {
      if (!json.contains(group)) continue;
      node(own, w_.tool(std::string("graph.") + group) + valid(json), "shape=ellipse, style=solid");
      edge(parent, own);
      int number = 0;
      for (const Json& child : json[group]) condition(child, own, own + "." + std::to_string(++number));
      return;
    }
    const std::string id = text_or_empty(json, "id");
    node(own, w_.text("condition." + id) + "\n(" + id + ")" + valid(json));
    edge(parent, own, text_or_empty(json, "feel"));
  }

  const Words& w_;
  const Json& pack_;
  std::string before_passes_;
  std::string out_;
};

}  // namespace

std::string dot_text(std::string_view text, std::size_t width) {
  std::string out = "\"";
  for (const char c : wrapped(text, width)) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string graph(const Words& words) {
  return Drawing(words).draw();
}

}  // namespace qadam::author
