// SPDX-License-Identifier: MIT
#include "pack/search.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "feel_lang/token.hpp"
#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

using feel_lang::Token;
using feel_lang::TokenKind;
using service::FieldType;

constexpr std::uint32_t kMaxSteps = 60'000;  // a search that is longer gives up: half a second of waiting at most
constexpr std::size_t kWholeChoices = 6;     // subsets of so many options are all tried
constexpr std::int64_t kMaxYears = 150;      // numbers up to here may be ages

bool is_enumerable(FieldType type) {
  return type == FieldType::choice || type == FieldType::boolean || type == FieldType::choices ||
         type == FieldType::file;
}

// Arithmetic and functions on texts turn a literal into another value than the one where something changes.
bool is_plain(const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& t = tokens[i];
    if (t.kind == TokenKind::symbol && (t.text == "+" || t.text == "*" || t.text == "/" || t.text == "**"))
      return false;
    const bool between_values = i > 0 && (tokens[i - 1].kind != TokenKind::symbol || tokens[i - 1].text == ")");
    if (t.kind == TokenKind::symbol && t.text == "-" && between_values) return false;
    if (t.kind != TokenKind::name) continue;
    for (const char* word : {"contains", "starts", "ends", "length", "substring", "sum", "mean", "modulo"}) {
      if (t.text == word) return false;
    }
  }
  return true;
}

// "P18Y", "P2Y6M": in months; nothing for others.
std::int64_t months_of(const std::string& text) {
  std::int64_t months = 0;
  std::int64_t number = 0;
  if (text.empty() || text[0] != 'P') return 0;
  for (const char c : text.substr(1)) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + (c - '0');
      if (number > 10'000) return 0;
      continue;
    }
    if (c == 'Y') months += number * 12;
    if (c == 'M') months += number;
    number = 0;
  }
  return months;
}

Truth truth_of(const feel::Value& value, feel::QuestionSet& questions) {
  if (const auto* unknown = value.as<feel::Unknown>()) {
    questions.add(unknown->questions);
    return Truth::unknown;
  }
  return value.is_true() ? Truth::yes : Truth::no;
}

}  // namespace

Search::Search(const Analysis& analysis)
    : a_(analysis),
      literals_(analysis.model.fields.size()),
      is_covered_(analysis.model.fields.size(), true),
      given_(analysis.model.fields.size()) {
  for (std::size_t f = 0; f < given_.size(); ++f) {
    const service::Field& field = a_.model.fields[f];
    is_covered_[f] = field.type != FieldType::choices || field.options.size() <= kWholeChoices;
  }
  for (const Expression& e : a_.expressions) {
    const auto reads = a_.reads.find(e.root);
    const auto tokens = feel_lang::tokenize(e.expanded);
    if (reads == a_.reads.end() || !tokens) continue;
    Literals found;
    for (const auto& date : date_literals(e.expanded)) found.dates.insert(date.first);
    for (const Token& token : *tokens) {
      if (token.kind == TokenKind::number) {
        const std::int64_t number = base::parse_whole(token.text);
        if (number >= 0) found.numbers.insert(number);
      }
      if (token.kind == TokenKind::string || token.kind == TokenKind::at_string) {
        if (const std::int64_t months = months_of(token.text); months > 0) {
          found.numbers.insert(months / 12);
          found.numbers.insert((months + 11) / 12);
        }
        found.texts.insert(token.text);
      }
    }
    all_dates_.insert(found.dates.begin(), found.dates.end());
    std::size_t open = 0;  // fields whose values cannot be listed
    for (const std::uint32_t field : reads->second) open += !is_enumerable(a_.model.fields[field].type);
    for (const std::uint32_t field : reads->second) {
      Literals& mine = literals_[field];
      mine.dates.insert(found.dates.begin(), found.dates.end());
      mine.numbers.insert(found.numbers.begin(), found.numbers.end());
      mine.texts.insert(found.texts.begin(), found.texts.end());
      if (!is_enumerable(a_.model.fields[field].type) && (open > 1 || !is_plain(*tokens))) is_covered_[field] = false;
    }
  }
  for (const service::Condition& c : a_.model.conditions) {
    if (c.from != service::kFirstDay) all_dates_.insert(c.from);
    if (c.until != service::kLastDay) all_dates_.insert(c.until.plus_days(1));
  }
}

feel::Value Search::field(std::uint32_t number) const {
  const service::ExprId ask = a_.model.fields[number].ask;
  if (ask != service::kNoExpr) {
    feel::Value relevant = feel::evaluate(a_.model.program, ask, *this, today_).value;
    if (relevant.is_unknown()) return relevant;
    if (!relevant.is_true()) return {};
  }
  if (given_[number]) return *given_[number];
  feel::Unknown unknown;
  unknown.questions.add(number);
  return unknown;
}

std::vector<base::Date> Search::days(base::Date from, base::Date until) const {
  std::set<base::Date> days;
  const auto add = [&](base::Date day) {
    if (day >= from && day <= until && service::opening(a_.model, day).open) days.insert(day);
  };
  base::Date first = from;
  base::Date last = until;
  for (const service::Term& term : a_.model.terms) {
    first = std::max(first, term.from);
    last = std::min(last, term.until);
  }
  add(first);
  add(last);
  for (const base::Date date : all_dates_) {
    for (const int by : {-1, 0, 1}) add(date.plus_days(by));
  }
  // Every month of the first year, for rules that name months.
  for (int month = 1; month <= 12; ++month) add(first.plus_months(month));
  return {days.begin(), days.end()};
}

std::vector<feel::Value> Search::dates(const Literals& literals, bool may_be_future) const {
  std::set<base::Date> days;
  const auto around = [&](base::Date date) {
    for (const int by : {-1, 0, 1}) days.insert(date.plus_days(by));
  };
  around(today_);
  days.insert(*base::Date::from_ymd(1900, 1, 1));
  days.insert(today_.plus_months(12 * 100));
  for (const base::Date date : literals.dates) around(date);
  for (const std::int64_t years : literals.numbers) {
    if (years > kMaxYears) continue;
    around(today_.plus_months(static_cast<std::int32_t>(-12 * years)));
    around(today_.plus_months(static_cast<std::int32_t>(12 * years)));
  }
  std::vector<feel::Value> out;
  for (const base::Date day : days) {
    if (may_be_future || day <= today_) out.emplace_back(day);
  }
  return out;
}

std::vector<feel::Value> Search::candidates(std::uint16_t number) const {
  const service::Field& field = a_.model.fields[number];
  const Literals& literals = literals_[number];
  std::vector<feel::Value> out;
  switch (field.type) {
    case FieldType::boolean:
      out = {feel::Value(true), feel::Value(false)};
      break;
    case FieldType::choice:
      for (const service::Option& option : field.options) out.emplace_back(option.value);
      break;
    case FieldType::choices: {
      const std::size_t n = std::min(field.options.size(), kWholeChoices);
      for (std::uint32_t subset = 1; subset < (1u << n); ++subset) {
        std::vector<feel::Value> chosen;
        for (std::size_t i = 0; i < n; ++i) {
          if ((subset >> i & 1) != 0) chosen.emplace_back(field.options[i].value);
        }
        out.push_back(feel::make_list(std::move(chosen)));
      }
      for (std::size_t i = n; i < field.options.size(); ++i) {
        out.push_back(feel::make_list({feel::Value(field.options[i].value)}));
      }
      break;
    }
    case FieldType::date:
      out = dates(literals, !field.has(service::kPast));
      break;
    case FieldType::number: {
      std::set<std::int64_t> numbers = {0};
      for (const std::int64_t n : literals.numbers) numbers.insert({n - 1, n, n + 1});
      for (const std::int64_t n : numbers) out.emplace_back(*base::Decimal::parse(std::to_string(n)));
      break;
    }
    default:
      out.emplace_back(std::string("\x01"));  // what no literal is
      for (const std::string& text : literals.texts) out.emplace_back(text);
      break;
  }
  const bool may_be_none = field.has(service::kMayBeNone) || field.source == service::Source::registry;
  if (may_be_none) out.emplace_back();
  return out;
}

bool Search::look(const Statement& statement) {
  if (++steps_ > kMaxSteps) {
    gave_up_ = true;
    return false;
  }
  feel::QuestionSet questions;
  const Truth truth = statement(questions);
  if (truth != Truth::unknown) return truth == Truth::yes;
  std::uint16_t next = service::kNone;
  questions.for_each([&](std::uint32_t q) {
    if (next == service::kNone && !given_[q]) next = static_cast<std::uint16_t>(q);
  });
  if (next == service::kNone) {
    gave_up_ = true;
    return false;
  }
  bool found = false;
  for (const feel::Value& value : candidates(next)) {
    given_[next] = value;
    found = look(statement);
    if (found || gave_up_) break;
  }
  if (!found && !is_covered_[next]) gave_up_ = true;
  given_[next].reset();
  return found;
}

Reach Search::can_be_true(const Statement& statement, base::Date from, base::Date until) {
  gave_up_ = false;
  steps_ = 0;
  bool gave_up = false;
  for (const base::Date day : days(from, until)) {
    today_ = day;
    if (look(statement)) return Reach::possible;
    gave_up = gave_up || gave_up_;
    if (steps_ > kMaxSteps) break;
    gave_up_ = false;
  }
  return gave_up ? Reach::undecided : Reach::impossible;
}

Search::Statement Search::expression(service::ExprId expr) {
  return [this, expr](feel::QuestionSet& questions) {
    if (expr == service::kNoExpr) return Truth::yes;
    return truth_of(feel::evaluate(a_.model.program, expr, *this, today_).value, questions);
  };
}

Search::Statement Search::condition(std::uint16_t number) {
  if (number == service::kNone) return expression(service::kNoExpr);
  const service::Condition& c = a_.model.conditions[number];
  if (c.kind == service::ConditionKind::leaf) {
    Statement inner = expression(c.expr);
    return [this, &c, inner](feel::QuestionSet& questions) {
      return service::in_force(c, today_) ? inner(questions) : Truth::yes;
    };
  }
  std::vector<Statement> children;
  for (const std::uint16_t child : c.children) children.push_back(condition(child));
  if (c.kind == service::ConditionKind::any) {
    return [this, &c, children = std::move(children)](feel::QuestionSet& questions) {
      // As the engine judges: a condition outside its days is passed over, and none at all asks nothing.
      std::vector<Statement> present;
      for (std::size_t i = 0; i < children.size(); ++i) {
        if (exists(c.children[i])) present.push_back(children[i]);
      }
      return present.empty() ? Truth::yes : either(std::move(present))(questions);
    };
  }
  Statement all = expression(service::kNoExpr);
  for (Statement& child : children) all = both(std::move(all), std::move(child));
  return all;
}

bool Search::exists(std::uint16_t number) const {
  const service::Condition& c = a_.model.conditions[number];
  if (c.kind == service::ConditionKind::leaf) return service::in_force(c, today_);
  return std::any_of(c.children.begin(), c.children.end(), [this](std::uint16_t child) { return exists(child); });
}

Search::Statement Search::asked(std::uint16_t field) {
  return expression(a_.model.fields[field].ask);
}

Search::Statement Search::both(Statement a, Statement b) {
  return [a = std::move(a), b = std::move(b)](feel::QuestionSet& questions) {
    feel::QuestionSet open;
    const Truth first = a(open);
    if (first == Truth::no) return first;
    const Truth second = b(open);
    if (second == Truth::no) return second;
    if (first == Truth::yes && second == Truth::yes) return first;
    questions.add(open);
    return Truth::unknown;
  };
}

Search::Statement Search::either(std::vector<Statement> all) {
  return [all = std::move(all)](feel::QuestionSet& questions) {
    feel::QuestionSet open;
    Truth out = Truth::no;
    for (const Statement& each : all) {
      const Truth truth = each(open);
      if (truth == Truth::yes) return truth;
      if (truth == Truth::unknown) out = truth;
    }
    if (out == Truth::unknown) questions.add(open);
    return out;
  };
}

Search::Statement Search::negated(Statement a) {
  return [a = std::move(a)](feel::QuestionSet& questions) {
    const Truth truth = a(questions);
    return truth == Truth::unknown ? truth : truth == Truth::yes ? Truth::no : Truth::yes;
  };
}

}  // namespace qadam::pack
