// SPDX-License-Identifier: MIT
#include "pack/import_program.hpp"

#include <algorithm>

namespace qadam::pack {
namespace {

using feel::Node;
using feel::Op;

template <class T>
std::uint16_t place(std::vector<T>& pool, const T& value) {
  const auto it = std::find(pool.begin(), pool.end(), value);
  if (it != pool.end()) return static_cast<std::uint16_t>(it - pool.begin());
  pool.push_back(value);
  return static_cast<std::uint16_t>(pool.size() - 1);
}

}  // namespace

std::uint16_t ProgramImport::pooled(const feel::Program& from, const Node& n) {
  switch (n.op) {
    case Op::number:
    case Op::seconds: {
      const base::Decimal& value = from.numbers[n.a];
      for (std::size_t i = 0; i < into_.numbers.size(); ++i) {
        if (into_.numbers[i].text() == value.text()) return static_cast<std::uint16_t>(i);
      }
      into_.numbers.push_back(value);
      return static_cast<std::uint16_t>(into_.numbers.size() - 1);
    }
    case Op::string:
    case Op::path:
      return place(into_.strings, from.strings[n.a]);
    case Op::date:
    case Op::months:
      return place(into_.integers, from.integers[n.a]);
    default:
      return n.a;
  }
}

std::uint32_t ProgramImport::node(Op op, std::uint16_t a, const Kids& kids) {
  const auto key = std::make_tuple(op, a, kids);
  const auto it = known_.find(key);
  if (it != known_.end()) return it->second;
  Node n;
  n.op = op;
  n.a = a;
  n.first_kid = static_cast<std::uint32_t>(into_.kids.size());
  n.kids = static_cast<std::uint16_t>(kids.size());
  into_.kids.insert(into_.kids.end(), kids.begin(), kids.end());
  into_.nodes.push_back(n);
  const auto number = static_cast<std::uint32_t>(into_.nodes.size() - 1);
  known_.emplace(key, number);
  return number;
}

const std::string* ProgramImport::text_of(std::uint32_t at) const {
  const Node& n = into_.nodes[at];
  return n.op == Op::string ? &into_.strings[n.a] : nullptr;
}

std::optional<bool> ProgramImport::constant(std::uint32_t at) const {
  const Op op = into_.nodes[at].op;
  if (op == Op::true_literal || op == Op::false_literal) return op == Op::true_literal;
  return std::nullopt;
}

// True, false, null or unknown, whatever the answers are.
bool ProgramImport::is_truth(std::uint32_t at) const {
  const Node& n = into_.nodes[at];
  switch (n.op) {
    case Op::null_literal:
    case Op::true_literal:
    case Op::false_literal:
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::between:
    case Op::in:
    case Op::conjunction:
    case Op::disjunction:
      return true;
    case Op::field:
      return n.a < is_boolean_.size() && is_boolean_[n.a];
    case Op::conditional:
      return is_truth(into_.kids[n.first_kid + 1]) && is_truth(into_.kids[n.first_kid + 2]);
    case Op::call:
      return static_cast<feel::Function>(n.a) == feel::Function::negation;
    default:
      return false;
  }
}

// One that decides stands for all; one that decides nothing goes.
std::uint32_t ProgramImport::junction(Op op, const Kids& kids) {
  const bool decides = op == Op::disjunction;
  Kids rest;
  for (const std::uint32_t kid : kids) {
    const auto value = constant(kid);
    if (value && *value == decides) return truth(decides);
    if (!value) rest.push_back(kid);
  }
  if (rest.empty()) return truth(!decides);
  if (rest.size() == 1 && is_truth(rest[0])) return rest[0];
  return rest.size() == 1 ? node(op, 0, {truth(!decides), rest[0]}) : node(op, 0, rest);
}

std::uint32_t ProgramImport::folded(Op op, std::uint16_t a, const Kids& kids) {
  switch (op) {
    case Op::equal:
    case Op::not_equal:
      if (text_of(kids[0]) != nullptr && text_of(kids[1]) != nullptr)
        return truth((*text_of(kids[0]) == *text_of(kids[1])) == (op == Op::equal));
      break;
    case Op::in:
      if (text_of(kids[0]) != nullptr &&
          std::all_of(kids.begin() + 1, kids.end(), [&](std::uint32_t k) { return text_of(k) != nullptr; }))
        return truth(std::any_of(kids.begin() + 1, kids.end(),
                                 [&](std::uint32_t k) { return *text_of(k) == *text_of(kids[0]); }));
      break;
    case Op::conjunction:
    case Op::disjunction:
      return junction(op, kids);
    case Op::conditional:
      if (const auto value = constant(kids[0])) return kids[*value ? 1 : 2];
      break;
    case Op::call:
      if (static_cast<feel::Function>(a) == feel::Function::negation && kids.size() == 1) {
        if (const auto value = constant(kids[0])) return truth(!*value);
      }
      break;
    default:
      break;
  }
  return node(op, a, kids);
}

std::uint32_t ProgramImport::take(const feel::Program& from, std::uint32_t at, const Reading& reading) {
  const Node& n = from.nodes[at];
  if (n.op == Op::field) return reading.field(n.a);
  if (n.op == Op::equal && reading.equals) {
    for (std::uint32_t side = 0; side < 2; ++side) {
      const Node& one = from.nodes[from.kids[n.first_kid + side]];
      const Node& other = from.nodes[from.kids[n.first_kid + 1 - side]];
      if (one.op != Op::field || other.op != Op::string) continue;
      if (const auto meant = reading.equals(one.a, from.strings[other.a])) return *meant;
    }
  }
  Kids kids;
  for (std::uint32_t k = 0; k < n.kids; ++k) kids.push_back(take(from, from.kids[n.first_kid + k], reading));
  return folded(n.op, pooled(from, n), kids);
}

std::uint32_t ProgramImport::text(const std::string& value) {
  return node(Op::string, place(into_.strings, value), {});
}

std::uint32_t ProgramImport::truth(bool value) {
  return node(value ? Op::true_literal : Op::false_literal, 0, {});
}

std::uint32_t ProgramImport::field(std::uint32_t number) {
  return node(Op::field, static_cast<std::uint16_t>(number), {});
}

std::uint32_t ProgramImport::only_if(std::uint32_t condition, std::uint32_t value) {
  return folded(Op::conditional, 0, {condition, value, node(Op::null_literal, 0, {})});
}

void ProgramImport::reads(std::uint32_t at, std::set<std::uint32_t>& out) const {
  const Node& n = into_.nodes[at];
  if (n.op == Op::field) out.insert(n.a);
  for (std::uint32_t k = 0; k < n.kids; ++k) reads(into_.kids[n.first_kid + k], out);
}

}  // namespace qadam::pack
