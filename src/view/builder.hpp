// The working half of view::screen: one screen being put together. Not for shells.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "engine/deadline.hpp"
#include "engine/flow.hpp"
#include "engine/judge.hpp"
#include "engine/papers.hpp"
#include "engine/update.hpp"
#include "i18n/texts.hpp"
#include "view/build.hpp"

namespace qadam::view {

using i18n::Key;

class Builder {
 public:
  Builder(const service::Model& model, const engine::State& state, const i18n::Texts& texts)
      : m_(model), s_(state), t_(texts), other_(engine::holds(model, state, model.other_when) == engine::Truth::yes) {}

  Screen build();

  // What stands on the card for the clerk, in the language of `texts`.
  std::vector<Notice> card_body();

 private:
  // pages.cpp
  void page_screen();
  void start();
  void closed();
  void sign_in();
  void consent();
  void summary();
  void sign();
  void prepared();
  void status();
  void booking();
  void ended();
  void erased();
  void step_progress();

  // documents_page.cpp
  void documents();
  void paper_notes(const std::vector<engine::Paper>& papers);
  bool missing();
  void obtained(bool with_law);

  // checks_page.cpp
  void checks();
  void check_rows();
  void stopped(const service::Check& check);

  // plan_page.cpp
  void plan();
  void plan_papers();
  void paper(const service::Item& item);
  void undecided_paper(const service::Item& item);
  void plan_facts();
  void card();
  [[nodiscard]] std::string questions(const feel::QuestionSet& set) const;
  [[nodiscard]] std::string contacts() const;
  [[nodiscard]] const service::TimeLimit* limit_now() const;
  [[nodiscard]] std::string limit() const;
  [[nodiscard]] std::string known_to_state() const;
  void listed(const char* id, Key title, const std::string& lines, const std::vector<std::uint16_t>& laws);

 public:
  // The plan as a text file to take along.
  std::string plan_file();

 private:
  // case_page.cpp
  void case_status();
  void case_stage(const service::Stage& stage);
  void stage_rows();
  const engine::Booking* booked(std::uint16_t stage) const;

  // refusal_page.cpp
  void refused();
  void reason(std::string id, const char* kind, std::string title, std::string text, std::string_view ground,
              std::string_view paper);
  void earlier();
  void remedies(service::RemedyKind kind, const char* shown_as);
  void overdue();

  // found_page.cpp
  void found();
  void found_heading(std::string id, std::string text);
  void found_row(const char* state, std::size_t number);
  [[nodiscard]] std::string found_open(std::size_t entry) const;
  void found_answers();
  void found_progress();
  [[nodiscard]] std::string found_word(service::FinderWord word,
                                       const std::vector<i18n::Argument>& arguments = {}) const;

  // window.cpp
  void times_facts();
  void window_notices();
  void case_days();
  void file_action(const char* id, Key text, const char* kind = "secondary");
  std::vector<Law> window_law() const;

  // fields.cpp
  Field input_field(std::uint16_t field) const;
  Field code_field(engine::Input input, Key label, const std::string& hint = {}) const;
  Field text_input(engine::Input input, Key label, Key hint) const;
  std::string shown_answer(std::uint16_t field) const;
  Field answer_row(std::uint16_t field, std::string action) const;
  void summary_rows(bool with_change);

  // words.cpp
  [[nodiscard]] std::string ui(Key key) const { return std::string(t_.get(key)); }

  [[nodiscard]] std::string ui(Key key, const std::vector<i18n::Argument>& arguments) const {
    return i18n::format(t_.get(key), t_.lang(), arguments);
  }

  // A text of the service's own, with {duty}, {today} and {field:id} put in.
  [[nodiscard]] std::string own(service::TextId id) const;

  [[nodiscard]] std::string date(base::Date date) const { return i18n::format_date(t_, date); }

  [[nodiscard]] std::string moment(base::Instant at) const;
  [[nodiscard]] std::string place(const engine::Place& place) const;
  [[nodiscard]] std::vector<Law> law(const std::vector<std::uint16_t>& numbers) const;
  [[nodiscard]] std::string duty() const;
  void mode_notice();
  void errors();
  void warnings();
  void notes();
  void samples();

  void action(std::string id, const char* kind, std::string text, std::string ask = {}) {
    out_.actions.push_back({std::move(id), kind, std::move(text), std::move(ask)});
  }

  void notice(std::string id, const char* kind, std::string title, std::string text, std::vector<Law> laws = {}) {
    if (title.empty() && text.empty()) return;
    out_.notices.push_back({std::move(id), kind, std::move(title), std::move(text), std::move(laws)});
  }

  void fact(std::string id, Key label, std::string shown);

  [[nodiscard]] const service::Screen& here() const { return m_.screens[s_.screen]; }

  [[nodiscard]] bool prepares() const { return s_.setting.mode == service::Mode::preparation; }

  [[nodiscard]] bool demonstration() const { return s_.setting.mode == service::Mode::demonstration; }

  const service::Model& m_;
  const engine::State& s_;
  const i18n::Texts& t_;
  bool other_;
  Screen out_;
};

}  // namespace qadam::view
