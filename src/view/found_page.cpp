// The finder's lists: what fits, what does not and why, what cannot be told yet (see builder.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/finder.hpp"
#include "view/builder.hpp"

namespace qadam::view {

using engine::Truth;
using service::FinderWord;
using service::kNone;
using service::ScreenKind;

namespace {

void line(std::string& lines, const std::string& text) {
  if (text.empty()) return;
  if (!lines.empty()) lines += '\n';
  lines += text;
}

}  // namespace

std::string Builder::found_word(FinderWord word, const std::vector<i18n::Argument>& arguments) const {
  return i18n::format(own(m_.finder.words[static_cast<std::size_t>(word)]), t_.lang(), arguments);
}

void Builder::found() {
  for (std::size_t i = 0; i < m_.screens.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    const service::Screen& screen = m_.screens[i];
    if (screen.kind != ScreenKind::information || !engine::is_shown(m_, s_, number)) continue;
    notice("about." + screen.id, "list", own(screen.title), own(screen.body), law(screen.law));
  }

  struct List {
    const char* id;
    FinderWord heading;
    std::vector<std::size_t> entries;
  };

  List lists[] = {{"fits", FinderWord::fits, {}},
                  {"notFits", FinderWord::not_fits, {}},
                  {"unknown", FinderWord::unknown, {}},
                  {"see", FinderWord::see, {}}};
  bool passed_over = false;
  for (std::size_t i = 0; i < m_.finder.entries.size(); ++i) {
    const bool looked_at = engine::is_looked_at(m_, s_, i) == Truth::yes;
    const Truth truth = engine::verdict_of(m_, s_, i).truth;
    const bool is_judged = m_.subtypes[i].condition != kNone;
    // What fits is worth knowing whatever was chosen.
    if (!looked_at && (!is_judged || truth != Truth::yes)) {
      passed_over = true;
      continue;
    }
    const std::size_t at = !is_judged ? 3 : truth == Truth::yes ? 0 : truth == Truth::no ? 1 : 2;
    lists[at].entries.push_back(i);
  }
  if (lists[0].entries.empty()) notice("nothing", "info", "", found_word(FinderWord::nothing));
  for (const List& list : lists) {
    if (list.entries.empty()) continue;
    found_heading(list.id, found_word(list.heading));
    for (const std::size_t entry : list.entries) found_row(list.id, entry);
  }
  found_answers();
  if (passed_over) notice("not_looked", "info", "", found_word(FinderWord::not_looked));
  if (!engine::open_questions(m_, s_).empty()) action("continue", "primary", found_word(FinderWord::resume));
  const std::uint16_t reasons = engine::screen_asking(m_, m_.finder.reason);
  action("change:" + m_.screens[reasons].id, "secondary", found_word(FinderWord::reasons));
  action("back", "link", ui(Key::ui_back));
}

void Builder::found_heading(std::string id, std::string text) {
  Field heading;
  heading.id = "heading." + id;
  heading.kind = "foundHeading";
  heading.label = std::move(text);
  out_.fields.push_back(std::move(heading));
}

void Builder::found_row(const char* state, std::size_t number) {
  const service::Finder::Entry& entry = m_.finder.entries[number];
  const service::Finder::Covered& covered = m_.finder.services[entry.service];
  const service::Subtype& subtype = m_.subtypes[number];
  const engine::Verdict& verdict = engine::verdict_of(m_, s_, number);
  Field row;
  row.id = subtype.id;
  row.kind = "foundRow";
  row.state = state;
  const std::string service = own(covered.title);
  const std::string label = own(entry.label);
  row.label = service == label ? label : service + ": " + label;
  row.shown = own(subtype.title);
  std::vector<std::uint16_t> laws = subtype.law;
  if (!service::in_force(covered, s_.setting.today())) line(row.hint, own(covered.closed));
  if (verdict.truth == Truth::no) {
    laws.clear();
    line(row.hint, ui(Key::ui_summary_verdict_not_eligible));
    for (const std::uint16_t leaf : engine::because(m_, s_, subtype.condition)) {
      const service::Condition& condition = m_.conditions[leaf];
      line(row.hint, own(condition.text));
      if (condition.stop != service::kNoText)
        line(row.hint, found_word(FinderWord::change, {{"what", own(condition.stop)}}));
      for (const std::uint16_t each : condition.law) {
        if (std::find(laws.begin(), laws.end(), each) == laws.end()) laws.push_back(each);
      }
    }
  } else if (verdict.truth == Truth::unknown && subtype.condition != kNone) {
    line(row.hint, found_open(number));
  }
  row.law = law(laws);
  row.action = "open:" + subtype.id;
  row.action_text = found_word(FinderWord::open, {{"what", row.label}});
  out_.fields.push_back(std::move(row));
}

// What keeps an entry undecided, and who can tell.
std::string Builder::found_open(std::size_t entry) const {
  std::string lines;
  std::string asked;
  std::string not_said;
  std::string later;
  std::vector<std::string> who;
  const auto add = [](std::string& list, const std::string& text) { list += (list.empty() ? "" : "; ") + text; };
  for (const std::uint16_t field : engine::questions_for(m_, s_, entry))
    add(asked, own(m_.screens[engine::screen_asking(m_, field)].title));
  bool has_register = false;
  for (const std::uint16_t field : engine::unsettled_for(m_, s_, entry)) {
    const std::uint16_t asking = engine::screen_asking(m_, field);
    if (m_.fields[field].source == service::Source::registry) {
      has_register = true;
    } else if (s_.answers[field].given() && asking != kNone) {
      const service::Screen& screen = m_.screens[asking];
      add(not_said, own(screen.title));
      const std::string tell = own(screen.body);
      if (std::find(who.begin(), who.end(), tell) == who.end()) who.push_back(tell);
    } else {
      add(later, own(m_.fields[field].title));
    }
  }
  if (!asked.empty()) line(lines, found_word(FinderWord::open_questions, {{"questions", asked}}));
  if (!not_said.empty()) line(lines, found_word(FinderWord::not_said, {{"questions", not_said}}));
  std::string tellers;
  for (const std::string& each : who) add(tellers, each);
  if (!tellers.empty()) line(lines, found_word(FinderWord::tell, {{"who", tellers}}));
  if (!later.empty()) line(lines, found_word(FinderWord::later, {{"questions", later}}));
  if (has_register) line(lines, found_word(FinderWord::registers));
  return lines;
}

// Every answer, to be changed without losing the others.
void Builder::found_answers() {
  bool has_heading = false;
  for (const service::Screen& screen : m_.screens) {
    for (const std::uint16_t field : screen.fields) {
      if (s_.answers[field].state == engine::AnswerState::unanswered) continue;
      if (!has_heading) found_heading("answers", ui(Key::ui_summary_answers));
      has_heading = true;
      out_.fields.push_back(answer_row(field, "change:" + screen.id));
    }
  }
}

// How many pages were answered and, roughly, how many are left: answers open and close questions, so there is no total.
// An entry takes one question or two to decide, and entries share them.
void Builder::found_progress() {
  std::uint32_t step = 1;
  for (std::size_t i = 0; i < m_.screens.size(); ++i) {
    const auto& fields = m_.screens[i].fields;
    const bool is_answered = i != s_.screen && std::any_of(fields.begin(), fields.end(), [&](std::uint16_t field) {
                               return s_.answers[field].given();
                             });
    step += is_answered;
  }
  std::uint32_t open = 0;
  for (const std::uint16_t field : engine::open_questions(m_, s_))
    open += engine::screen_asking(m_, field) != s_.screen;
  std::uint32_t undecided = 1;
  for (std::size_t i = 0; i < m_.subtypes.size(); ++i)
    undecided += !engine::questions_for(m_, s_, i).empty() && engine::is_looked_at(m_, s_, i) == Truth::yes;
  const std::uint32_t more = std::min(open, undecided);
  const std::string n = std::to_string(step);
  const std::string left = std::to_string(more);
  out_.progress = {step, 0,
                   more == 0 ? found_word(FinderWord::progress, {{"n", n}})
                             : found_word(FinderWord::about, {{"n", n}, {"more", left}})};
}

}  // namespace qadam::view
