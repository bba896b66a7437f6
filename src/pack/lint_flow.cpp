// What the journey can and cannot come to (see lint_parts.hpp, search.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "feel_lang/suggest.hpp"
#include "pack/definitions.hpp"
#include "pack/lint_parts.hpp"
#include "pack/search.hpp"

namespace qadam::pack {
namespace {

class Flow {
 public:
  Flow(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics)
      : sources_(sources), a_(analysis), m_(analysis.model), diagnostics_(diagnostics), search_(analysis) {
    for (const Expression& e : a_.expressions) {
      if (e.root == service::kNoExpr) broken_.insert(e.place);
    }
  }

  void run() {
    questions();
    screens();
    verdicts();
    items();
  }

 private:
  void tell(Reach reach, const char* code, const std::string& place, const std::string& what,
            Severity severity = Severity::error) {
    if (reach == Reach::impossible) {
      diagnostics_.push_back({code, sources_.pack_file, place, what, severity});
    } else if (reach == Reach::undecided) {
      diagnostics_.push_back({"flow.undecided", sources_.pack_file, place,
                              "cannot be decided by trying answers: whether it is so that " + what, Severity::info});
    }
  }

  [[nodiscard]] bool is_broken(const std::string& place) const { return broken_.count(place) != 0; }

  void questions() {
    for (std::size_t f = 0; f < m_.fields.size(); ++f) {
      const std::string place = "/ask/" + m_.fields[f].id;
      const bool of_paper = m_.fields[f].type == service::FieldType::file &&
                            !sources_.pack.value("ask", Json::object()).contains(m_.fields[f].id);
      if (of_paper) continue;  // asked for as its document is: items() speaks of it
      if (m_.fields[f].ask == service::kNoExpr || is_broken(place)) continue;
      const Reach reach = search_.can_be_true(search_.asked(static_cast<std::uint16_t>(f)));
      if (reach == Reach::impossible) never_asked_.insert(static_cast<std::uint16_t>(f));
      tell(reach, "flow.unreachable_question", place, "no answers lead to this question: " + m_.fields[f].id);
    }
  }

  void screens() {
    for (std::size_t i = 0; i < m_.screens.size(); ++i) {
      const service::Screen& screen = m_.screens[i];
      const std::string& place = a_.screens[i];
      if (screen.modes == 0) {
        tell(Reach::impossible, "flow.unreachable_screen", place + "/modes", "the screen belongs to no mode");
        continue;
      }
      if (is_broken(place + "/showWhen")) continue;
      std::vector<Search::Statement> asked;
      bool is_new = screen.kind != service::ScreenKind::question;
      for (const std::uint16_t field : screen.fields) {
        if (field == service::kNone) continue;
        asked.push_back(search_.asked(field));
        is_new = is_new || never_asked_.count(field) == 0;
      }
      if (!is_new) continue;  // said of its questions already
      Search::Statement shown = search_.expression(screen.show);
      if (screen.kind == service::ScreenKind::question) {
        shown = Search::both(std::move(shown), Search::either(std::move(asked)));
      } else if (screen.show == service::kNoExpr) {
        continue;
      }
      tell(search_.can_be_true(shown), "flow.unreachable_screen",
           place + (screen.show == service::kNoExpr ? "" : "/showWhen"),
           "no answers lead to this screen: " + screen.id);
    }
  }

  void verdicts() {
    for (std::size_t i = 0; i < m_.subtypes.size(); ++i) {
      const service::Subtype& subtype = m_.subtypes[i];
      const std::string& place = a_.subtypes[i];
      const std::string chosen_place = place + "/chosenWhen";
      if (is_broken(chosen_place)) continue;
      const auto chosen = [&] { return search_.expression(subtype.chosen); };
      if (subtype.chosen != service::kNoExpr) {
        const Reach reach = search_.can_be_true(chosen());
        tell(reach, "flow.subtype_never", chosen_place, "no answers point at this subtype: " + subtype.id);
        if (reach != Reach::possible) continue;
      }
      if (subtype.condition == service::kNone || has_broken_leaf(subtype.condition)) continue;
      const Search::Statement met = search_.condition(subtype.condition);
      tell(search_.can_be_true(Search::both(chosen(), met)), "flow.verdict_never", place + "/eligibleWhen",
           "nobody can be eligible: no answers make this true");
      if (!m_.is_application) continue;  // a page to read decides nothing: whoever chose a case is in it
      tell(search_.can_be_true(Search::both(chosen(), Search::negated(met))), "flow.verdict_always",
           place + "/eligibleWhen", "everybody is eligible: no answers make this false", Severity::warning);
    }
  }

  void items() {
    for (std::size_t s = 0; s < m_.subtypes.size(); ++s) {
      const service::Subtype& subtype = m_.subtypes[s];
      if (is_broken(a_.subtypes[s] + "/chosenWhen")) continue;
      for (std::size_t i = 0; i < subtype.items.size(); ++i) {
        const service::Item& item = subtype.items[i];
        const std::string place = a_.items[s][i] + "/when";
        if (item.when == service::kNoExpr || is_broken(place)) continue;
        const auto asked = Search::both(search_.expression(subtype.chosen), search_.expression(item.when));
        tell(search_.can_be_true(asked, item.from, item.until), "flow.item_never", place,
             "nobody can be asked for this document: " + item.id);
      }
    }
  }

  [[nodiscard]] bool has_broken_leaf(std::uint16_t condition) const {
    if (is_broken(a_.conditions[condition] + "/feel")) return true;
    const auto& children = m_.conditions[condition].children;
    return std::any_of(children.begin(), children.end(), [&](std::uint16_t c) { return has_broken_leaf(c); });
  }

  const Sources& sources_;
  const Analysis& a_;
  const service::Model& m_;
  Diagnostics& diagnostics_;
  Search search_;
  std::set<std::string> broken_;
  std::set<std::uint16_t> never_asked_;
};

// What is asked of a person or a register must serve something: a rule, the application, or both.
void unused_questions(const Sources& sources, const Analysis& a, Diagnostics& diagnostics) {
  std::set<std::uint32_t> used;
  for (const auto& [root, reads] : a.reads) used.insert(reads.begin(), reads.end());
  for (const Expression& e : a.expressions) {
    if (e.root != service::kNoExpr) continue;
    // Which questions it was to read is a guess: those named, and those that a misspelt name is near to.
    for (const std::string& name : names_in(e.expanded)) {
      for (std::size_t f = 0; f < a.model.fields.size(); ++f) {
        const std::string& id = a.model.fields[f].id;
        if (id == name || !feel_lang::suggestion(name, {id}).empty()) used.insert(static_cast<std::uint32_t>(f));
      }
    }
  }
  for (const service::Screen& screen : a.model.screens) {
    if (screen.kind == service::ScreenKind::sign_in) used.insert(screen.fields.begin(), screen.fields.end());
  }
  for (const service::Subtype& subtype : a.model.subtypes) {
    for (const service::Item& item : subtype.items) used.insert(item.field);
  }
  for (std::size_t f = 0; f < a.model.fields.size(); ++f) {
    const service::Field& field = a.model.fields[f];
    if (used.count(static_cast<std::uint32_t>(f)) != 0 || field.type == service::FieldType::file) continue;
    if (sources.fields["fields"][field.id].value("submitOnly", false)) continue;
    const bool asked = field.source == service::Source::ask;
    diagnostics.push_back(
        {"flow.unused_question", "assets/services/fields.json", "/fields/" + field.id,
         sources.service + (asked ? " asks it and no rule reads it: drop it, or say \"submitOnly\": true"
                                  : " asks a register for it and no rule reads it"),
         Severity::warning});
  }
}

}  // namespace

void lint_flow(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics) {
  unused_questions(sources, analysis, diagnostics);
  if (analysis.is_sound) Flow(sources, analysis, diagnostics).run();
}

}  // namespace qadam::pack
