// Search: can any answers on any day make a condition true (or false)?
//
// Goes through answers one question at a time, as a person would, and follows only the questions that leave the
// condition undecided: a verdict once known holds under every completion, so the rest of a branch need not be seen.
// Choices and yes/no are tried whole; dates, numbers and texts at the values where the literals of the expressions that
// read them change something. Where those values may not be enough, "no" becomes "cannot be decided".
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "feel/evaluate.hpp"
#include "pack/compiler.hpp"

namespace qadam::pack {

enum class Truth { no, yes, unknown };

enum class Reach { possible, impossible, undecided };

class Search final : public feel::Fields {
 public:
  // Must outlive this. The model is sound.
  explicit Search(const Analysis& analysis);

  // A three-valued statement about the answers so far; adds to the set the questions that would settle it.
  using Statement = std::function<Truth(feel::QuestionSet&)>;

  // On some day from `from` to `until` on which the service is open.
  [[nodiscard]] Reach can_be_true(const Statement& statement, base::Date from = service::kFirstDay,
                                  base::Date until = service::kLastDay);

  // Statements to build from. Both read the answers so far of this search.
  [[nodiscard]] Statement expression(service::ExprId expr);    // kNoExpr: always true
  [[nodiscard]] Statement condition(std::uint16_t condition);  // kNone: always true
  [[nodiscard]] Statement asked(std::uint16_t field);
  [[nodiscard]] static Statement both(Statement a, Statement b);
  [[nodiscard]] static Statement either(std::vector<Statement> all);
  [[nodiscard]] static Statement negated(Statement a);

  [[nodiscard]] feel::Value field(std::uint32_t number) const override;

 private:
  struct Literals {
    std::set<base::Date> dates;
    std::set<std::int64_t> numbers;
    std::set<std::string> texts;
  };

  [[nodiscard]] std::vector<base::Date> days(base::Date from, base::Date until) const;
  [[nodiscard]] std::vector<feel::Value> candidates(std::uint16_t field) const;
  [[nodiscard]] std::vector<feel::Value> dates(const Literals& literals, bool may_be_future) const;
  bool look(const Statement& statement);
  [[nodiscard]] bool exists(std::uint16_t condition) const;  // some leaf of it does on this day

  const Analysis& a_;
  std::vector<Literals> literals_;  // by field: of the expressions that read it
  std::vector<bool> is_covered_;    // by field: its candidates are all that matter
  std::set<base::Date> all_dates_;
  base::Date today_;
  std::vector<std::optional<feel::Value>> given_;
  std::uint32_t steps_ = 0;
  bool gave_up_ = false;
};

}  // namespace qadam::pack
