// Import: an expression of one compiled service taken over into another program, with its questions read anew.
//
// What the new reading settles is folded away (a case that is known, a question that is always asked), equal nodes are
// kept once. Folding changes no value: where `x` might not be true, false or null, `true and x` stays.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "feel/program.hpp"

namespace qadam::pack {

class ProgramImport {
 public:
  // How a question of the service reads here: nodes of the target.
  struct Reading {
    std::function<std::uint32_t(std::uint32_t field)> field;
    // For `field = "value"`, where that means more than the comparison; may be empty.
    std::function<std::optional<std::uint32_t>(std::uint32_t field, const std::string& value)> equals;
  };

  // `into` must outlive this. `is_boolean`: by field of `into`.
  explicit ProgramImport(feel::Program& into, std::vector<bool> is_boolean)
      : into_(into), is_boolean_(std::move(is_boolean)) {}

  // The node of `into` that says what `node` of `from` says under this reading.
  [[nodiscard]] std::uint32_t take(const feel::Program& from, std::uint32_t node, const Reading& reading);

  [[nodiscard]] std::uint32_t text(const std::string& value);
  [[nodiscard]] std::uint32_t truth(bool value);
  [[nodiscard]] std::uint32_t field(std::uint32_t number);
  // `if condition then value else null`.
  [[nodiscard]] std::uint32_t only_if(std::uint32_t condition, std::uint32_t value);

  // The value of a node that is always true, or always false.
  [[nodiscard]] std::optional<bool> constant(std::uint32_t node) const;

  // The fields that an expression of `into` reads.
  void reads(std::uint32_t node, std::set<std::uint32_t>& out) const;

 private:
  using Kids = std::vector<std::uint32_t>;

  std::uint32_t node(feel::Op op, std::uint16_t a, const Kids& kids);
  std::uint32_t folded(feel::Op op, std::uint16_t a, const Kids& kids);
  std::uint32_t junction(feel::Op op, const Kids& kids);
  std::uint16_t pooled(const feel::Program& from, const feel::Node& node);
  [[nodiscard]] const std::string* text_of(std::uint32_t node) const;
  [[nodiscard]] bool is_truth(std::uint32_t node) const;

  feel::Program& into_;
  std::vector<bool> is_boolean_;
  std::map<std::tuple<feel::Op, std::uint16_t, Kids>, std::uint32_t> known_;
};

}  // namespace qadam::pack
