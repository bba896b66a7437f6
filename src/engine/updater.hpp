// The working half of update(): a state being changed, and the effects it has asked for so far. Not for shells.
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow.hpp"
#include "engine/judge.hpp"
#include "engine/update.hpp"

namespace qadam::engine {

class Updater {
 public:
  Updater(const service::Model& model, State state) : model_(model), state_(std::move(state)) {}

  void apply(const Now& now);
  void apply(const Give& give);
  void apply(const Press& press);
  void apply(const Result& result);

  [[nodiscard]] Step finish() {
    ++state_.revision;
    return {std::move(state_), std::move(effects_)};
  }

 private:
  // press.cpp
  void press_continue();
  void press_back();
  void press_change(std::string_view screen);
  void press_book(std::string_view stage);
  void press_as_of(std::string_view day);
  void press_again();
  [[nodiscard]] std::uint16_t screen_of_paper(std::string_view paper) const;
  void continue_sign_in();
  void erase();
  void find_on();
  void show_found();
  void go_to(std::uint16_t screen);

  // update.cpp
  void change_day();

  // moves.cpp
  void enter(std::uint16_t screen);
  void go_on();  // to the next screen, if there is one
  void run_checks();
  void make_signing();
  void forget_session();
  void open_service();
  void ask_status();
  void ask_slots();
  void send();
  void choose_again(std::uint16_t field, std::string_view code);
  base::Record with_case();
  void ask(EffectKind kind, base::Record params, std::uint16_t subject = service::kNone);

  // results.cpp
  void on_ok(const Pending& pending, const base::Record& record);
  void on_check(std::uint16_t check, const base::Record& record);
  void on_case(const base::Record& record);
  void on_slots(const base::Record& record);
  void on_refused(const Pending& pending, const base::Record& record);
  void on_unavailable(const Pending& pending, std::string_view code);
  void prefill(const base::Record& record);
  void give_registry(std::uint16_t field, std::string_view text);

  [[nodiscard]] const service::Screen& screen() const { return model_.screens[state_.screen]; }

  [[nodiscard]] bool on_screen(service::ScreenKind kind) const {
    return state_.page == Page::screen && screen().kind == kind;
  }

  [[nodiscard]] std::string& input(Input input) { return state_.inputs[static_cast<std::size_t>(input)]; }

  const service::Model& model_;
  State state_;
  std::vector<Effect> effects_;
};

}  // namespace qadam::engine
