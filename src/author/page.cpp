// SPDX-License-Identifier: MIT
#include "author/page.hpp"

#include "base/html.hpp"

namespace qadam::author {
namespace {

constexpr auto escaped = base::html_escaped;

constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #111; font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main, footer { max-width: 52rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid #111; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 1rem 0 0.5rem; }
p { margin: 0 0 0.5rem; }
.notice { border-left: 4px solid #111; background: #f3f3f3; padding: 0.75rem 1rem; margin: 1rem 0; }
.notice p:last-child { margin: 0; }
.strong { font-weight: 600; }
.law { font-size: 0.875rem; color: #333; }
.remark { font-size: 0.875rem; color: #333; font-style: italic; }
code { display: block; font: 0.8125rem/1.45 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; color: #333;
  background: #f6f6f6; padding: 0.125rem 0.375rem; margin: 0.125rem 0 0.25rem; white-space: pre-wrap; }
dl { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr; margin: 0 0 1rem; }
dt, dd { margin: 0; padding: 0.375rem 0; border-bottom: 1px solid #ccc; }
dt { font-weight: 600; padding-right: 1rem; }
ol.rules { list-style: none; margin: 0 0 0.5rem; padding: 0; }
ol.rules ol.rules { margin: 0.25rem 0 0; padding-left: 1rem; border-left: 2px solid #ccc; }
ol.rules > li { position: relative; padding: 0.375rem 0 0.375rem 3.5rem; }
ol.rules ol.rules > li { padding-left: 4.25rem; }
.number { position: absolute; left: 0; font-variant-numeric: tabular-nums; font-weight: 600; }
li > p, td > p, th > p, dd > p { margin: 0 0 0.125rem; }
table { width: 100%; border-collapse: collapse; margin: 0 0 1rem; font-size: 0.9375rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.375rem; }
th, td { border: 1px solid #888; padding: 0.375rem 0.5rem; text-align: left; vertical-align: top; }
thead th { background: #eee; }
tbody th { font-weight: 400; }
.signature { break-inside: avoid; }
.signature dd { min-height: 2.5rem; border-bottom: 1px solid #111; }
.signature dd:first-of-type { min-height: 7rem; }
.signature dt { border-bottom: 0; align-self: end; }
footer { font-size: 0.8125rem; color: #333; border-top: 1px solid #888; }
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; }
  dt { border-bottom: 0; padding-bottom: 0; }
  ol.rules > li, ol.rules ol.rules > li { padding-left: 0; }
  .number { position: static; display: block; }
  ol.rules ol.rules { padding-left: 0.75rem; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid #888; margin-bottom: 0.75rem; }
  tbody th, td { border: 0; border-bottom: 1px solid #ccc; }
  [data-label]::before { content: attr(data-label); display: block; font-size: 0.8125rem; font-weight: 600; }
}
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print {
  body { font-size: 10.5pt; }
  main, footer { max-width: none; padding: 0; }
  h2, h3, h4, caption { break-after: avoid; }
  li:not(:has(ol)), tr, .notice { break-inside: avoid; }
  li > p:has(+ ol) { break-after: avoid; }
  thead { display: table-header-group; }
  code, .notice, thead th { background: none; }
  .notice { border: 1px solid #111; border-left-width: 4px; }
}
)";

const char* class_of(Tone tone) {
  switch (tone) {
    case Tone::strong:
      return "strong";
    case Tone::law:
      return "law";
    case Tone::remark:
      return "remark";
    default:
      return "";
  }
}

void put(std::string& out, const Line& line) {
  if (line.tone == Tone::code) {
    // FEEL's words are English.
    out += "<code lang=\"en\" translate=\"no\">" + escaped(line.text) + "</code>";
    return;
  }
  const std::string name = class_of(line.tone);
  out += name.empty() ? "<p>" : "<p class=\"" + name + "\">";
  std::string text = escaped(line.text);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 4) text.replace(at, 1, "<br>");
  out += text + "</p>";
}

void put(std::string& out, const Lines& lines) {
  for (const Line& line : lines) put(out, line);
}

void put(std::string& out, const std::vector<Rule>& rules) {
  // Safari takes a list without markers for no list; the role says that it is one.
  out += "<ol class=\"rules\" role=\"list\">\n";
  for (const Rule& rule : rules) {
    out += "<li><span class=\"number\">" + escaped(rule.number) + "</span>";
    put(out, rule.lines);
    if (!rule.rules.empty()) put(out, rule.rules);
    out += "</li>\n";
  }
  out += "</ol>\n";
}

// The roles keep it a table where the narrow layout changes `display`.
void put(std::string& out, const Table& table) {
  out += "<table role=\"table\">\n";
  if (!table.caption.empty()) out += "<caption>" + escaped(table.caption) + "</caption>\n";
  out += "<thead role=\"rowgroup\"><tr role=\"row\">";
  for (const std::string& head : table.head) {
    out += "<th scope=\"col\" role=\"columnheader\">" + escaped(head) + "</th>";
  }
  out += "</tr></thead>\n<tbody role=\"rowgroup\">\n";
  for (const std::vector<Lines>& row : table.rows) {
    out += "<tr role=\"row\">";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string label = i < table.head.size() ? " data-label=\"" + escaped(table.head[i]) + "\"" : "";
      out += i == 0 ? "<th scope=\"row\" role=\"rowheader\"" + label + ">" : "<td role=\"cell\"" + label + ">";
      put(out, row[i]);
      out += i == 0 ? "</th>" : "</td>";
    }
    out += "</tr>\n";
  }
  out += "</tbody></table>\n";
}

void put(std::string& out, const std::vector<Fact>& facts) {
  out += "<dl>\n";
  for (const Fact& fact : facts) {
    out += "<dt>" + escaped(fact.label) + "</dt><dd>";
    put(out, fact.lines);
    out += "</dd>\n";
  }
  out += "</dl>\n";
}

void put(std::string& out, const Block& block) {
  switch (block.kind) {
    case BlockKind::heading: {
      const std::string tag = "h" + std::to_string(block.level);
      out += "<" + tag + ">" + escaped(block.lines.front().text) + "</" + tag + ">\n";
      return;
    }
    case BlockKind::paragraph:
      put(out, block.lines);
      out += "\n";
      return;
    case BlockKind::notice:
      out += "<div class=\"notice\">";
      put(out, block.lines);
      out += "</div>\n";
      return;
    case BlockKind::facts:
      return put(out, block.facts);
    case BlockKind::rules:
      return put(out, block.rules);
    case BlockKind::table:
      return put(out, block.table);
    case BlockKind::signature:
      // All of it on one page, which is the last one.
      out += "<div class=\"signature\">\n<h2>" + escaped(block.lines[0].text) + "</h2>\n";
      put(out, block.lines[1]);
      out += "<dl>\n";
      for (std::size_t i = 2; i < block.lines.size(); ++i) {
        out += "<dt>" + escaped(block.lines[i].text) + "</dt><dd></dd>\n";
      }
      out += "</dl></div>\n";
      return;
  }
}

}  // namespace

std::string html(const Page& page) {
  std::string out = "<!doctype html>\n<html lang=\"" + escaped(page.lang) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  out += "<title>" + escaped(page.title) + "</title>\n<style>";
  out += kStyle;
  out += "</style>\n</head>\n<body>\n<main>\n";
  for (const Block& block : page.blocks) put(out, block);
  out += "</main>\n<footer>" + escaped(page.footer) + "</footer>\n</body>\n</html>\n";
  return out;
}

void Page::heading(int level, const std::string& text) {
  blocks.push_back({BlockKind::heading, level, {{text}}, {}, {}, {}});
}

void Page::paragraph(const std::string& text) {
  blocks.push_back({BlockKind::paragraph, 0, {{text}}, {}, {}, {}});
}

void Page::notice(const std::string& text) {
  blocks.push_back({BlockKind::notice, 0, {{text}}, {}, {}, {}});
}

void Page::facts(std::vector<Fact> facts) {
  blocks.push_back({BlockKind::facts, 0, {}, std::move(facts), {}, {}});
}

void Page::rules(std::vector<Rule> rules) {
  blocks.push_back({BlockKind::rules, 0, {}, {}, std::move(rules), {}});
}

void Page::table(Table table) {
  blocks.push_back({BlockKind::table, 0, {}, {}, {}, std::move(table)});
}

void Page::signature(const std::string& heading_text, const std::string& statement,
                     const std::vector<std::string>& labels) {
  Lines lines{{heading_text}, {statement}};
  for (const std::string& label : labels) lines.push_back({label});
  blocks.push_back({BlockKind::signature, 0, std::move(lines), {}, {}, {}});
}

}  // namespace qadam::author
