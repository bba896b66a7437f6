// The papers on one page, and the summary's word on those that are not there (see builder.hpp).
// SPDX-License-Identifier: MIT
#include "view/builder.hpp"

namespace qadam::view {

using engine::Truth;
using service::ScreenKind;

// What nobody is to bring.
void Builder::obtained(bool with_law) {
  std::string lines;
  for (const service::TextId text : m_.obtained) lines += (lines.empty() ? "" : "\n") + own(text);
  if (lines.empty()) return;
  notice("obtained", "list", ui(Key::ui_documents_obtained), lines,
         with_law ? law(m_.obtained_law) : std::vector<Law>());
}

// What the order leaves open about these papers, each note once.
void Builder::paper_notes(const std::vector<engine::Paper>& papers) {
  std::vector<std::uint16_t> told = here().notes;
  for (const engine::Paper& paper : papers) {
    for (const std::uint16_t number : paper.item->notes) {
      bool again = false;
      for (const std::uint16_t other : told) again = again || other == number;
      if (again || !service::in_force(m_.notes[number], s_.setting.today())) continue;
      told.push_back(number);
      const service::Note& note = m_.notes[number];
      notice("note." + note.id, "note", ui(Key::ui_note), own(note.text), law(note.law));
    }
  }
}

void Builder::documents() {
  const std::vector<engine::Paper> papers = engine::papers(m_, s_);
  std::string undecided;
  bool any = false;
  for (const engine::Paper& paper : papers) {
    if (paper.asked == Truth::yes) {
      out_.fields.push_back(input_field(paper.item->field));
      any = true;
      continue;
    }
    std::string questions;
    paper.questions.for_each(
        [&](std::uint32_t field) { questions += (questions.empty() ? "" : ", ") + own(m_.fields[field].title); });
    undecided += (undecided.empty() ? "" : "\n") +
                 ui(Key::ui_documents_undecided_item, {{"paper", own(paper.item->title)}, {"questions", questions}});
  }
  if (!engine::has_ground(m_, s_)) {
    notice("no_ground", "warning", "", ui(Key::ui_documents_no_ground));
  } else if (papers.empty()) {
    notice("none", "info", "", ui(Key::ui_documents_none));
  }
  if (any) {
    const std::string max = std::to_string(engine::kMaxFileBytes / (1024 * 1024));
    notice("stay_here", "info", "", ui(Key::ui_documents_stay_here) + "\n" + ui(Key::ui_file_hint, {{"max", max}}));
  }
  notice("undecided", "list", undecided.empty() ? "" : ui(Key::ui_documents_undecided), undecided);
  obtained(true);
  paper_notes(papers);
}

// On the summary: whether something keeps the application from being made.
bool Builder::missing() {
  std::string lines;
  std::vector<std::uint16_t> laws;
  for (const service::Item* item : engine::missing_papers(m_, s_)) {
    lines += (lines.empty() ? "" : "\n") + own(item->title);
    laws.insert(laws.end(), item->law.begin(), item->law.end());
  }
  if (!lines.empty()) notice("missing", "list", ui(Key::ui_documents_missing), lines, law(laws));
  const std::vector<engine::Issue> issues = engine::issues_of(m_, s_, s_.screen);
  if (issues.empty()) return false;
  for (const engine::Issue& issue : issues) {
    const bool papers = issue.code == "papers";
    notice("held_up." + issue.code, "warning", "", ui(papers ? Key::ui_documents_missing_then : Key::error_ground));
    const std::uint16_t page = engine::screen_of(m_, ScreenKind::documents);
    if (papers && page != service::kNone) action("change:" + m_.screens[page].id, "primary", ui(Key::ui_documents_add));
  }
  action("print", "secondary", ui(Key::ui_case_print));
  return true;
}

}  // namespace qadam::view
