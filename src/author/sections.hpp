// Sections of pages about one service (see rulebook.hpp): each adds its heading and what belongs below it, or nothing
// where the pack has nothing to say.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "author/dated.hpp"
#include "author/page.hpp"
#include "author/words.hpp"

namespace qadam::author {

class Sections {
 public:
  // `words` must outlive this. `all`: also rules that the day does not have, marked so.
  Sections(const Words& words, bool all);

  void acts();
  void general();
  void subtypes();
  void stages();
  void grounds();
  void remedies();
  void obtained();
  void notes();
  void names();
  void outside(const pack::Root& root);
  void changes();
  void signature();

  Page page;

 private:
  void section(const std::string& key);  // "3. Stages": the next number
  [[nodiscard]] bool shown(const pack::Json& element, bool is_window = false) const;
  [[nodiscard]] Lines dates(const pack::Json& element, bool is_window = false) const;
  [[nodiscard]] Lines law_lines(const pack::Json& list) const;
  void basis(Lines& lines, const pack::Json& list) const;
  void fact(std::vector<Fact>& facts, const std::string& key, Lines lines, const char* law = nullptr) const;
  [[nodiscard]] Lines channels() const;
  [[nodiscard]] Lines time_limits() const;
  [[nodiscard]] Lines fee() const;
  [[nodiscard]] Lines hours() const;
  [[nodiscard]] Lines windows() const;
  [[nodiscard]] Lines listed(const char* member, const std::string& prefix) const;
  void subtype(const pack::Json& subtype, const std::string& number);
  void conditions(const pack::Json& subtype, const std::string& number);
  [[nodiscard]] Rule rule(const pack::Json& condition, const std::string& number) const;
  [[nodiscard]] std::vector<Rule> rules(const pack::Json& children, const std::string& number) const;
  void documents(const pack::Json& subtype);
  [[nodiscard]] Lines meaning(const service::Field& field) const;
  [[nodiscard]] Lines answers(const service::Field& field) const;

  const Words& w_;
  const pack::Json& pack_;
  bool all_;
  int number_ = 0;
};

}  // namespace qadam::author
