// Coverage: what of a pack's rules no scenario exercises.
//
// Counted: each leaf condition true, false, unknown; each group decided both ways; each item asked and not asked; each
// `ask` and `showWhen` true and false; each verdict of each subtype. A condition or item counts only in scenarios of
// its own subtype and on days on which it exists: elsewhere it is no rule for that person.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "author/trial.hpp"

namespace qadam::author {

struct Gap {
  std::string kind;     // verdict condition group item ask show
  std::string subtype;  // id; "" for ask and show
  std::string id;
  std::vector<std::string> missing;  // of "true" "false" "unknown"; for items "true" is asked; for verdicts eligible

  // Never true or never false: what --strict does not let pass.
  [[nodiscard]] bool decides() const;
};

class Coverage {
 public:
  // `model` must outlive this.
  explicit Coverage(const service::Model& model);

  void add(const Scenario& scenario, const Judgement& judgement);

  // In the order of the pack: subtypes, then questions, then screens.
  [[nodiscard]] std::vector<Gap> gaps() const;

  // How many branches there are, and how many were exercised.
  [[nodiscard]] std::size_t total() const;
  [[nodiscard]] std::size_t exercised() const;

 private:
  // no, yes, unknown: by engine::Truth
  using Marks = std::array<bool, 3>;

  struct Rule {
    std::string kind;
    std::string subtype;
    std::string id;
    Marks needed{};
    Marks seen{};
  };

  void declare(const service::Subtype& subtype, std::uint16_t condition, bool is_root);
  Rule& rule(const std::string& kind, std::size_t number, std::size_t within = 0);
  void mark_conditions(std::uint16_t condition, const Judgement& judgement);

  const service::Model& model_;
  std::vector<Rule> rules_;
  std::map<std::string, std::size_t> numbers_;
};

}  // namespace qadam::author
