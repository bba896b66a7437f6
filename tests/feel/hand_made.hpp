// Programs built by hand: the front half of FEEL is native only, these run as wasm too.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "feel/evaluate.hpp"

namespace qadam::testing {

class HandMade {
 public:
  std::uint32_t add(feel::Op op, std::vector<std::uint32_t> kids = {}, std::size_t a = 0) {
    feel::Node node;
    node.op = op;
    node.a = static_cast<std::uint16_t>(a);
    node.first_kid = static_cast<std::uint32_t>(program.kids.size());
    node.kids = static_cast<std::uint16_t>(kids.size());
    program.kids.insert(program.kids.end(), kids.begin(), kids.end());
    program.nodes.push_back(node);
    return static_cast<std::uint32_t>(program.nodes.size() - 1);
  }

  std::uint32_t number(const char* text) {
    program.numbers.push_back(*base::Decimal::parse(text));
    return add(feel::Op::number, {}, program.numbers.size() - 1);
  }

  std::uint32_t string(const char* text) {
    program.strings.emplace_back(text);
    return add(feel::Op::string, {}, program.strings.size() - 1);
  }

  std::uint32_t integer(feel::Op op, std::int64_t value) {
    program.integers.push_back(value);
    return add(op, {}, program.integers.size() - 1);
  }

  std::uint32_t seconds(const char* text) {
    program.numbers.push_back(*base::Decimal::parse(text));
    return add(feel::Op::seconds, {}, program.numbers.size() - 1);
  }

  // An entry or a property.
  std::uint32_t path(std::uint32_t of, const char* name) {
    program.strings.emplace_back(name);
    return add(feel::Op::path, {of}, program.strings.size() - 1);
  }

  std::uint32_t field(std::size_t number) { return add(feel::Op::field, {}, number); }

  std::uint32_t call(feel::Function f, std::vector<std::uint32_t> kids) {
    return add(feel::Op::call, std::move(kids), static_cast<std::size_t>(f));
  }

  feel::Program program;
};

// Answers by number; the others are unknown.
class Answered final : public feel::Fields {
 public:
  std::map<std::uint32_t, feel::Value> values;

  [[nodiscard]] feel::Value field(std::uint32_t number) const override {
    const auto it = values.find(number);
    if (it != values.end()) return it->second;
    feel::Unknown unknown;
    unknown.questions.add(number);
    return unknown;
  }
};

inline feel::Outcome run(const HandMade& made, std::uint32_t root, const Answered& answers = {}) {
  return feel::evaluate(made.program, root, answers, base::Date::from_ymd(2026, 8, 1).value());
}

}  // namespace qadam::testing
