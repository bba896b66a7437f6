// Citizen: one person at one service, for tests that read as a journey.
//
// He answers, presses, and his backend says what the test tells it to. Nothing of it is in the product.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/update.hpp"

namespace qadam::testing {

inline base::Date day(const char* iso) {
  return base::parse_date(iso).value();
}

inline engine::Setting setting_on(const char* iso, service::Mode mode = service::Mode::demonstration) {
  engine::Setting setting;
  setting.mode = mode;
  setting.seed = "seed";
  setting.now = base::instant_of(day(iso), 10 * 60);
  if (mode == service::Mode::connected) {
    setting.operator_name = "Operator";
    setting.operator_bin = "940140000385";
  }
  return setting;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

base::Record record_of(const Pairs& pairs);

class Citizen {
 public:
  explicit Citizen(const service::Model& model, engine::Setting setting = setting_on("2026-08-01"))
      : model_(model), state_(engine::begin(model, std::move(setting))) {}

  // Grown-up, every register clear; changed by tests before the step that reads it.
  Pairs answers = {{"for_whom", "self"},
                   {"channel", "bank"},
                   {"iin", "980514101012"},
                   {"birth_date", "1998-5-14"},
                   {"category", "B"},
                   {"phone", "87012345678"},
                   {"region", "71"},
                   {"has_experience", "true"},
                   {"military_referral", "true"}};
  std::map<std::string, Pairs> registers = {{"licence", {{"result", "none"}}},   {"bar", {{"result", "none"}}},
                                            {"medical", {{"result", "exists"}}}, {"dispensary", {{"result", "none"}}},
                                            {"school", {{"result", "exists"}}},  {"attempts", {{"result", "left"}}}};

  void answer(const std::string& field, const std::string& text);

  Citizen& act(const engine::Action& action);

  Citizen& give(const std::string& id, const std::string& text) {
    return act(engine::Give{id, engine::AnswerState::value, text});
  }

  Citizen& press(const std::string& id) { return act(engine::Press{id}); }

  Citizen& now(const char* iso, int minute) { return act(engine::Now{base::instant_of(day(iso), minute)}); }

  // The answer to the one effect that is awaited.
  Citizen& reply(engine::Outcome outcome, const Pairs& record = {});

  Citizen& ok(const Pairs& record) { return reply(engine::Outcome::ok, record); }

  Citizen& refused(const std::string& code) { return reply(engine::Outcome::refused, {{"code", code}}); }

  Citizen& unavailable() { return reply(engine::Outcome::unavailable); }

  // Does what a willing person does on each screen until `screen` stands there or he can go no further.
  Citizen& go_to(const std::string& screen);

  // Calls see() at every moment of the way on, until he can go no further.
  template <class F>
  void walk(F&& see);

  // From the summary's end to the case page.
  Citizen& submit();

  [[nodiscard]] const std::string& screen() const { return model_.screens[state_.screen].id; }

  [[nodiscard]] bool at(const std::string& id) const { return state_.page == engine::Page::screen && screen() == id; }

  [[nodiscard]] const engine::Answer& answer_to(const std::string& field) const {
    return state_.answers[service::find_field(model_, field)];
  }

  [[nodiscard]] engine::Truth asked(const std::string& field) const {
    return state_.asked[service::find_field(model_, field)];
  }

  [[nodiscard]] engine::CheckState check(const std::string& id) const;

  [[nodiscard]] engine::Truth verdict() const { return state_.verdicts[model_.subtypes.front().condition].truth; }

  [[nodiscard]] const engine::State& state() const { return state_; }

  [[nodiscard]] engine::State& state() { return state_; }

  [[nodiscard]] const service::Model& model() const { return model_; }

  // Every effect so far, and every action.
  [[nodiscard]] const std::vector<engine::Effect>& effects() const { return effects_; }

  [[nodiscard]] const std::vector<engine::Action>& actions() const { return actions_; }

 private:
  void one_step();

  const service::Model& model_;
  engine::State state_;
  std::vector<engine::Effect> effects_;
  std::vector<engine::Action> actions_;
};

// All that a State holds of a person, as one text: to compare two states, or to search for what must not be there.
[[nodiscard]] std::string everything(const service::Model& model, const engine::State& state);

template <class F>
void Citizen::walk(F&& see) {
  for (int i = 0; i < 200; ++i) {
    see();
    const std::string before = everything(model_, state_);
    one_step();
    if (everything(model_, state_) == before) return;
  }
}

}  // namespace qadam::testing
