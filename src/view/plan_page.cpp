// The personal plan: which papers these answers call for, where each comes from, where to apply (see builder.hpp).
// SPDX-License-Identifier: MIT
#include "view/builder.hpp"

namespace qadam::view {
namespace {

using engine::AnswerState;
using engine::Truth;
using service::Item;
using service::kNone;

void add_line(std::string& lines, const std::string& line) {
  if (line.empty()) return;
  if (!lines.empty()) lines += '\n';
  lines += line;
}

}  // namespace

void Builder::plan() {
  out_.id = out_.kind = "plan";
  out_.title = ui(Key::ui_plan_title);
  out_.lead = ui(Key::ui_plan_lead);
  if (s_.setting.mode != service::Mode::connected) notice("not_filed", "warning", "", ui(Key::ui_case_not_filed));
  window_notices();
  plan_papers();
  listed("obtained", Key::ui_plan_obtained, known_to_state(), m_.obtained_law);
  plan_facts();
  notice("private", "info", "", ui(Key::ui_plan_private));
  action("card", "secondary", ui(Key::ui_card_open));
  action("print", "secondary", ui(Key::ui_case_print));
  action("file:plan", "secondary", ui(Key::ui_plan_file));
  action("back", "link", ui(Key::ui_back));
}

// The page line by line: to be read by any program, on any device, for years.
std::string Builder::plan_file() {
  mode_notice();
  plan();
  std::string out;
  add_line(out, out_.title);
  add_line(out, own(m_.words.title));
  add_line(out, out_.mode.banner);
  add_line(out, out_.mode.as_of);
  for (const Notice& each : out_.notices) {
    out += '\n';
    add_line(out, each.title);
    add_line(out, each.text);
    for (const Law& clause : each.law) add_line(out, clause.text);
  }
  out += '\n';
  for (const Field& each : out_.fields) {
    add_line(out, each.label);
    add_line(out, each.shown);
  }
  out += '\n';
  return out;
}

// What takes an unknown time stands first; within that, and after it, the order's own sequence.
void Builder::plan_papers() {
  feel::QuestionSet which;
  bool any = false;
  for (const service::Subtype& subtype : m_.subtypes) {
    const Truth chosen = engine::is_chosen(m_, s_, subtype);
    any = any || chosen != Truth::no;
    if (chosen == Truth::unknown) which.add(engine::questions_of(m_, s_, subtype.chosen));
  }
  if (!any) notice("no_kind", "info", "", ui(Key::ui_plan_no_kind));
  listed("which", Key::ui_plan_which_kind, questions(which), {});

  enum Pass { slow, other, maybe };

  for (const Pass pass : {slow, other, maybe}) {
    for (const service::Subtype& subtype : m_.subtypes) {
      if (engine::is_chosen(m_, s_, subtype) != Truth::yes) continue;
      for (const Item& item : subtype.items) {
        const Truth asked = engine::is_asked_for(m_, s_, item);
        if (asked == Truth::unknown && pass == maybe) undecided_paper(item);
        if (asked == Truth::yes && pass == (item.slow ? slow : other)) paper(item);
      }
    }
  }
}

void Builder::paper(const Item& item) {
  const engine::Answer* answer = item.field == kNone ? nullptr : &s_.answers[item.field];
  const bool ready = answer != nullptr && answer->state == AnswerState::value && answer->given();
  const bool none = answer != nullptr && answer->state == AnswerState::none;
  std::string lines;
  if (ready || none) {
    add_line(lines, ui(ready ? Key::ui_plan_have : Key::ui_plan_none));
  } else {
    const bool missing = answer != nullptr && answer->state == AnswerState::dont_know;
    if (answer != nullptr) add_line(lines, ui(missing ? Key::ui_plan_missing : Key::ui_plan_unmarked));
    if (item.required == service::Required::if_any) add_line(lines, ui(Key::ui_plan_if_any));
    if (item.slow) add_line(lines, ui(Key::ui_plan_slow));
  }
  add_line(lines, own(item.hint));
  notice("paper." + item.id,
         ready                ? "success"
         : item.slow && !none ? "warning"
                              : "info",
         own(item.title), std::move(lines), law(item.law));
}

void Builder::undecided_paper(const Item& item) {
  std::string lines = ui(Key::ui_plan_maybe);
  lines += ": ";
  lines += own(item.condition);
  add_line(lines, ui(Key::ui_plan_which));
  add_line(lines, questions(engine::questions_of(m_, s_, item.when)));
  add_line(lines, own(item.hint));
  notice("paper." + item.id, "info", own(item.title), std::move(lines), law(item.law));
}

// The questions by their short names, one a line.
std::string Builder::questions(const feel::QuestionSet& set) const {
  std::string lines;
  set.for_each([&](std::uint32_t field) { add_line(lines, own(m_.fields[field].title)); });
  return lines;
}

void Builder::plan_facts() {
  fact("provider", Key::ui_start_provider, own(m_.words.provider));
  fact("cost", Key::ui_start_cost, own(m_.words.fee));
  fact("limit", Key::ui_plan_limit, limit());
  times_facts();
  fact("contacts", Key::ui_plan_contacts, contacts());
}

const service::TimeLimit* Builder::limit_now() const {
  return engine::limit_on(m_.times, s_.setting.today());
}

std::string Builder::limit() const {
  if (limit_now() == nullptr) return {};
  const std::string n = std::to_string(limit_now()->working_days);
  return ui(Key::ui_plan_limit_days, {{"n", n}});
}

void Builder::listed(const char* id, Key title, const std::string& lines, const std::vector<std::uint16_t>& laws) {
  if (!lines.empty()) notice(id, "list", ui(title), lines, law(laws));
}

std::string Builder::known_to_state() const {
  std::string lines;
  for (const service::TextId text : m_.obtained) add_line(lines, own(text));
  return lines;
}

std::string Builder::contacts() const {
  std::string all;
  for (const service::Contact& contact : m_.contacts) {
    if (!all.empty()) all += ", ";
    all += contact.phone.empty() ? own(contact.text) : contact.phone;
  }
  return all;
}

// --- the card ---

// Around it, in the reader's language: what it is and what to do with it.
void Builder::card() {
  out_.id = out_.kind = "card";
  out_.title = ui(Key::ui_card_title);
  out_.lead = ui(Key::ui_card_lead);
  action("print", "primary", ui(Key::ui_case_print));
  action("back", "link", ui(Key::ui_back));
}

// On it, in Kazakh: what the order asks for, in the order's words.
std::vector<Notice> Builder::card_body() {
  if (s_.setting.mode != service::Mode::connected) notice("not_official", "warning", "", ui(Key::ui_card_not_official));
  listed("service", Key::ui_card_service, own(m_.words.title), m_.title_law);
  std::string papers;
  std::vector<std::uint16_t> papers_law;
  for (const service::Subtype& subtype : m_.subtypes) {
    if (engine::is_chosen(m_, s_, subtype) != Truth::yes) continue;
    listed("kind", Key::ui_card_kind, own(subtype.title), subtype.law);
    for (const Item& item : subtype.items) {
      const Truth asked = engine::is_asked_for(m_, s_, item);
      if (asked == Truth::no) continue;
      add_line(papers, own(item.title));
      if (item.required == service::Required::if_any) papers.append(" ").append(ui(Key::ui_optional));
      if (asked == Truth::unknown) papers.append(" (").append(own(item.condition)).append(")");
      papers_law.insert(papers_law.end(), item.law.begin(), item.law.end());
    }
  }
  listed("cost", Key::ui_start_cost, own(m_.words.fee), m_.fee_law);
  if (limit_now() != nullptr) listed("limit", Key::ui_plan_limit, limit(), limit_now()->law);
  listed("papers", Key::ui_card_papers, papers, papers_law);
  listed("obtained", Key::ui_card_obtained, known_to_state(), m_.obtained_law);
  listed("provider", Key::ui_start_provider, own(m_.words.provider), m_.provider_law);
  listed("contacts", Key::ui_plan_contacts, contacts(), {});
  return std::move(out_.notices);
}

}  // namespace qadam::view
