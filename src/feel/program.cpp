// SPDX-License-Identifier: MIT
#include "feel/program.hpp"

namespace qadam::feel {
namespace {

constexpr std::uint32_t kAny = 0xFFFF;

Arity arity_of(const Node& node) {
  if (node.op < Op::list) return {0, 0};
  switch (node.op) {
    case Op::list:
    case Op::context:
      return {0, kAny};
    case Op::test:
    case Op::negate:
    case Op::satisfies:
    case Op::path:
      return {1, 1};
    case Op::between:
    case Op::conditional:
      return {3, 3};
    case Op::in:
    case Op::conjunction:
    case Op::disjunction:
    case Op::for_each:
      return {2, kAny};
    case Op::call:
      return arity(static_cast<Function>(node.a));
    default:
      return {2, 2};
  }
}

bool slots_in_range(std::uint32_t first, std::uint32_t count) {
  return first + count <= kMaxSlots;
}

bool integer_in_range(const Node& node, const Program& p, std::int64_t least, std::int64_t most) {
  return node.a < p.integers.size() && p.integers[node.a] >= least && p.integers[node.a] <= most;
}

bool operand_in_range(const Node& node, const Program& p, std::uint32_t field_count) {
  // 1 January of the year -kMaxYear, 31 December of kMaxYear.
  constexpr std::int64_t kFirstDay = -365'243'219'162;
  constexpr std::int64_t kLastDay = 365'241'780'471;
  switch (node.op) {
    case Op::number:
    case Op::seconds:
      return node.a < p.numbers.size();
    case Op::string:
    case Op::path:
      return node.a < p.strings.size();
    case Op::date:
      return integer_in_range(node, p, kFirstDay, kLastDay);
    case Op::months:
      return integer_in_range(node, p, -kMaxMonths, kMaxMonths);
    case Op::field:
      return node.a < field_count;
    case Op::local:
    case Op::in:
    case Op::item_entry:
    case Op::some:
    case Op::every:
      return slots_in_range(node.a, 1);
    case Op::context:
      return node.kids % 2 == 0 && slots_in_range(node.a, node.kids / 2u);
    case Op::for_each:
      return slots_in_range(node.a, node.kids - 1u);
    case Op::filter:
      return slots_in_range(node.a & ~kPerItem, 1);
    case Op::range:
      return node.a < 4;
    case Op::test:
      return node.a <= static_cast<std::uint16_t>(Test::not_equal) && node.a != 0;
    case Op::call:
      return node.a < static_cast<std::uint16_t>(Function::count_of);
    default:
      return node.a == 0;
  }
}

// The keys of a context, and the entry that item_entry looks for, are texts that stand there.
bool keys_are_strings(const Node& node, const Program& p) {
  if (node.op != Op::context && node.op != Op::item_entry) return true;
  for (std::uint32_t k = 0; k < node.kids; k += 2) {
    if (p.nodes[p.kids[node.first_kid + k]].op != Op::string) return false;
  }
  return true;
}

}  // namespace

bool is_sound(const Program& p, std::uint32_t field_count) {
  std::vector<std::uint32_t> depth(p.nodes.size(), 1);
  for (std::size_t i = 0; i < p.nodes.size(); ++i) {
    const Node& node = p.nodes[i];
    if (static_cast<std::uint8_t>(node.op) > static_cast<std::uint8_t>(Op::last_op)) return false;
    if (!operand_in_range(node, p, field_count)) return false;
    const Arity a = arity_of(node);
    if (node.kids < a.least || node.kids > a.most) return false;
    if (node.first_kid > p.kids.size() || node.kids > p.kids.size() - node.first_kid) return false;
    for (std::uint32_t k = 0; k < node.kids; ++k) {
      const std::uint32_t kid = p.kids[node.first_kid + k];
      if (kid >= i) return false;
      if (depth[kid] + 1 > depth[i]) depth[i] = depth[kid] + 1;
    }
    if (depth[i] > kMaxDepth || !keys_are_strings(node, p)) return false;
  }
  return true;
}

}  // namespace qadam::feel
