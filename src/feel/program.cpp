// SPDX-License-Identifier: MIT
#include "feel/program.hpp"

namespace qadam::feel {
namespace {

struct Arity {
  std::uint32_t least;
  std::uint32_t most;
};

constexpr std::uint32_t kAny = 0xFFFF;

Arity function_arity(Function f) {
  switch (f) {
    case Function::today:
      return {0, 0};
    case Function::date_of_parts:
      return {3, 3};
    case Function::years_and_months_duration:
    case Function::list_contains:
    case Function::contains:
    case Function::starts_with:
    case Function::ends_with:
      return {2, 2};
    case Function::minimum:
    case Function::maximum:
    case Function::sum:
      return {1, kAny};
    case Function::date_of_text:
    case Function::duration_of_text:
    case Function::count:
    case Function::string_length:
      return {1, 1};
  }
  return {1, 0};
}

Arity arity(const Node& node) {
  switch (node.op) {
    case Op::null_literal:
    case Op::true_literal:
    case Op::false_literal:
    case Op::number:
    case Op::string:
    case Op::date:
    case Op::months:
    case Op::seconds:
    case Op::field:
      return {0, 0};
    case Op::list:
      return {0, kAny};
    case Op::negate:
    case Op::negation:
    case Op::property:
    case Op::test_less:
    case Op::test_less_equal:
    case Op::test_greater:
    case Op::test_greater_equal:
    case Op::test_equal:
    case Op::test_not_equal:
      return {1, 1};
    case Op::between:
    case Op::conditional:
      return {3, 3};
    case Op::in:
      return {2, kAny};
    case Op::conjunction:
    case Op::disjunction:
      return {2, kAny};
    case Op::call:
      return function_arity(static_cast<Function>(node.a));
    default:
      return {2, 2};
  }
}

bool operand_in_range(const Node& node, const Program& p, std::uint32_t field_count) {
  switch (node.op) {
    case Op::number:
      return node.a < p.numbers.size();
    case Op::string:
      return node.a < p.strings.size();
    case Op::date:
      // Year 1 to 9999 and a margin; a forged day must not overflow date arithmetic.
      return node.a < p.integers.size() && p.integers[node.a] > -800'000 && p.integers[node.a] < 3'000'000;
    case Op::months:
    case Op::seconds:
      return node.a < p.integers.size() && p.integers[node.a] > -kMaxDuration && p.integers[node.a] < kMaxDuration;
    case Op::field:
      return node.a < field_count;
    case Op::property:
      return node.a <= static_cast<std::uint16_t>(Property::last);
    case Op::call:
      return node.a <= static_cast<std::uint16_t>(Function::last);
    default:
      return node.a == 0;
  }
}

}  // namespace

bool is_sound(const Program& p, std::uint32_t field_count) {
  std::vector<std::uint32_t> depth(p.nodes.size(), 1);
  for (std::size_t i = 0; i < p.nodes.size(); ++i) {
    const Node& node = p.nodes[i];
    if (static_cast<std::uint8_t>(node.op) > static_cast<std::uint8_t>(Op::last_op)) return false;
    if (!operand_in_range(node, p, field_count)) return false;
    const Arity a = arity(node);
    if (node.kids < a.least || node.kids > a.most) return false;
    if (node.first_kid > p.kids.size() || node.kids > p.kids.size() - node.first_kid) return false;
    for (std::uint32_t k = 0; k < node.kids; ++k) {
      const std::uint32_t kid = p.kids[node.first_kid + k];
      if (kid >= i) return false;
      if (depth[kid] + 1 > depth[i]) depth[i] = depth[kid] + 1;
    }
    if (depth[i] > kMaxDepth) return false;
  }
  return true;
}

}  // namespace qadam::feel
