// SPDX-License-Identifier: MIT
#include "pack/trace_page.hpp"

#include "base/html.hpp"

namespace qadam::pack {
namespace {

constexpr auto escaped = base::html_escaped;

// Word and sign: neither print nor a colour-blind reader needs the colour.
struct Shown {
  const char* sign;
  const char* word;
};

// Nothing obliges a pack to cite each place of an outside act.
Shown shown(Coverage coverage, bool is_order) {
  switch (coverage) {
    case Coverage::implemented:
      return {"&#10003;", "implemented"};
    case Coverage::noted:
      return {"&#9998;", "noted"};
    case Coverage::not_a_step:
      return {"&#8211;", "not a citizen&#39;s step"};
    case Coverage::uncovered:
      break;
  }
  return is_order ? Shown{"&#10007;", "not covered"} : Shown{"&#8211;", "not cited"};
}

constexpr Coverage kAll[] = {Coverage::implemented, Coverage::noted, Coverage::not_a_step, Coverage::uncovered};

constexpr const char* kStyle = R"(
:root{color-scheme:light}
body{font:16px/1.45 system-ui,sans-serif;color:#111;background:#fff;margin:0 auto;max-width:70rem;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .25rem}p{margin:.4rem 0}
a{color:#0b4f9c}a:focus-visible{outline:3px solid #111;outline-offset:2px}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
th,td{border:1px solid #767676;padding:.4rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#eee}tbody th{font-weight:600}
.clauses .place{width:16%}.clauses .says{width:48%}
.at,.where,.meta{font-size:.875rem;font-weight:400;color:#333}
ul{margin:.25rem 0;padding-left:1.1rem}
.status{font-weight:700}.uncovered .status{color:#9b1c1c;border-bottom:2px solid}
.uncovered>td:last-child{border-left:4px solid #9b1c1c}
.result{border:2px solid;padding:.5rem .75rem}
@media (max-width:40rem){
.clauses,.clauses tbody,.clauses tr,.clauses th,.clauses td{display:block;width:auto}
.clauses .place,.clauses .says{width:auto}
.clauses thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.clauses tr{border:1px solid #767676;margin:0 0 .6rem}.clauses th,.clauses td{border:0;padding:.25rem .5rem}
}
@media print{body{font-size:10pt;max-width:none;padding:0}a{color:inherit;text-decoration:none}
tr{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}}
)";

std::string where(const TracedClause& clause, bool is_order) {
  const Shown status = shown(clause.coverage, is_order);
  std::string out = "<span class=\"status\"><span aria-hidden=\"true\">" + std::string(status.sign) + "</span> " +
                    status.word + "</span>";
  if (clause.clause.is_heading && clause.by.empty()) out += " <span class=\"at\">(by the clauses below)</span>";
  constexpr std::string_view kNotAStep = "not a citizen's step: ";
  if (clause.coverage == Coverage::not_a_step && clause.clause.because.size() > kNotAStep.size()) {
    out += ": " + escaped(clause.clause.because.substr(kNotAStep.size()));
  }
  if (clause.by.empty()) return out;
  out += "<ul class=\"where\">";
  for (const Use& use : clause.by) {
    out += "<li>" + escaped(use.service) + (use.status == "draft" ? " (draft)" : "") + ": " + escaped(use.element) +
           (use.id.empty() || use.id == use.element ? "" : " <b>" + escaped(use.id) + "</b>") + " <code>" +
           escaped(use.place) + "</code></li>";
  }
  return out + "</ul>";
}

std::string row(const TracedClause& clause, bool is_order) {
  return "<tr role=\"row\"" +
         std::string(is_order && clause.coverage == Coverage::uncovered ? " class=\"uncovered\"" : "") +
         "><th role=\"rowheader\" scope=\"row\">" + escaped(clause.clause.place) + "<div class=\"at\">" +
         escaped(clause.clause.at) + "</div></th><td role=\"cell\">" + escaped(clause.clause.says) +
         "</td><td role=\"cell\">" + where(clause, is_order) + "</td></tr>\n";
}

std::string section(const TracedAct& act, const Json& official, const Json& words) {
  const std::string id = escaped(act.id);
  std::string out = "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\" lang=\"kk\">" +
                    escaped(title_of(act.id, official)) + "</h2>\n<p>" + escaped(title_of(act.id, words)) + " (<code>" +
                    id + "</code>)</p>\n<p class=\"meta\">" + escaped(act.source) + "; read " + escaped(act.read) +
                    " (" + escaped(act.confidence) + ")" + "</p>\n<p>";
  for (const Coverage c : kAll) {
    const Shown status = shown(c, act.is_order);
    out += std::string(c == Coverage::implemented ? "" : " &#183; ") + "<span aria-hidden=\"true\">" + status.sign +
           "</span> " + status.word + ": " + std::to_string(act.count(c));
  }
  out += "</p>\n<table class=\"clauses\" role=\"table\" aria-labelledby=\"" + id +
         "\"><thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\" class=\"place\">Clause"
         "</th><th role=\"columnheader\" scope=\"col\" class=\"says\">Says</th>"
         "<th role=\"columnheader\" scope=\"col\">Where in Qadam</th></tr></thead>\n<tbody role=\"rowgroup\">\n";
  for (const TracedClause& clause : act.clauses) out += row(clause, act.is_order);
  return out + "</tbody></table>\n</section>\n";
}

std::string list(const std::string& title, const std::vector<Misplaced>& misplaced) {
  if (misplaced.empty()) return {};
  std::string out = "<section>\n<h2>" + title + "</h2>\n<ul>\n";
  for (const Misplaced& m : misplaced) {
    out += "<li><code>" + escaped(m.file) + " " + escaped(m.place) + "</code>: <b>" + escaped(m.citation) +
           "</b>: " + escaped(m.detail) + "</li>\n";
  }
  return out + "</ul>\n</section>\n";
}

}  // namespace

std::string trace_page(const Trace& trace, const Json& official, const Json& words, const std::string& day) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>Qadam: every clause and what answers for it</title>\n<style>" +
      std::string(kStyle) +
      "</style>\n</head>\n<body>\n<main>\n<h1>Every clause and what answers for it</h1>\n"
      "<p>Each clause of the orders, its meaning in our own words, and the element of a service that carries it out, "
      "the "
      "note that speaks of it, or the reason why a citizen&#39;s wizard does nothing with it. The orders&#39; own text "
      "is Kazakh and governs. Not a state site.</p>\n<p class=\"meta\">Made on " +
      escaped(day) + ".</p>\n";
  std::size_t uncovered = 0;
  for (const TracedAct& act : trace.acts) uncovered += act.is_order ? act.count(Coverage::uncovered) : 0;
  out +=
      trace.covered()
          ? "<p class=\"result\"><span aria-hidden=\"true\">&#10003;</span> Every clause is answered "
            "for.</p>\n"
          : "<p class=\"result\"><span aria-hidden=\"true\">&#10007;</span> Not covered: " + std::to_string(uncovered) +
                ". Citations that lead nowhere: " + std::to_string(trace.bad.size()) + ".</p>\n";
  out += "<nav aria-label=\"Contents\">\n<ul>\n";
  for (const TracedAct& act : trace.acts) {
    out += "<li><a href=\"#" + escaped(act.id) + "\" lang=\"kk\">" + escaped(title_of(act.id, official)) +
           "</a> (clauses: " + std::to_string(act.clauses.size());
    if (const std::size_t open = act.count(Coverage::uncovered); act.is_order && open != 0) {
      out += "; <b>not covered: " + std::to_string(open) + "</b>";
    }
    out += ")</li>\n";
  }
  out += "</ul>\n</nav>\n" + list("Citations that lead nowhere", trace.bad) +
         list("Cited as a rule, though said to be no citizen&#39;s step", trace.warnings);
  for (const TracedAct& act : trace.acts) out += section(act, official, words);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace qadam::pack
