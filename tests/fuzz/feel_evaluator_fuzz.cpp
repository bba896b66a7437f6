// Any FEEL text that compiles, and any program that is sound, evaluated with any answers: it ends, and what is known under
// some answers holds under a completion of them.
// SPDX-License-Identifier: MIT
#include "bytes.hpp"
#include "feel/evaluate.hpp"
#include "feel/literal.hpp"
#include "feel_lang/compile.hpp"

namespace {

using namespace qadam;
using feel::Value;
using testing::Bytes;

constexpr std::uint32_t kFields = 6;

Value value(Bytes& in, int level) {
  switch (in.below(level > 3 ? 9 : 12)) {
    case 0:
      return {};
    case 1:
      return in.below(2) == 0;
    case 2:
      return base::Decimal::whole(static_cast<std::int8_t>(in.byte()));
    case 3:
      return base::Decimal::from_parts(in.below(2) == 0, in.word(), static_cast<std::int16_t>(in.word()) / 4)
          .value_or(base::Decimal());
    case 4:
      return std::string(in.below(6), static_cast<char>('a' + in.below(3)));
    case 5:
      return base::Date::from_days(std::int64_t{in.word()} * (in.below(2) == 0 ? 1 : 5'000'000));
    case 6:
      return feel::Months{static_cast<std::int16_t>(in.word())};
    case 7:
      return feel::Seconds{base::Decimal::whole(std::int64_t{in.word()} * 3600)};
    case 8:
      return std::string("\xD3\x98\xF0\x9F\x98\x80x");
    case 9: {
      std::vector<Value> items;
      for (std::uint32_t i = in.below(5); i > 0; --i) items.push_back(value(in, level + 1));
      return feel::make_list(std::move(items));
    }
    case 10: {
      std::vector<std::pair<std::string, Value>> entries{{"key", value(in, level + 1)},
                                                         {"value", value(in, level + 1)}};
      return feel::make_context(std::move(entries));
    }
    default:
      return feel::make_range({base::Decimal::whole(in.byte()), base::Decimal::whole(in.byte()), in.below(2) == 0,
                               in.below(2) == 0, static_cast<feel::Test>(0)});
  }
}

class Answers final : public feel::Fields {
 public:
  std::vector<Value> values;
  std::uint32_t open = 0;  // one bit a field

  [[nodiscard]] Value field(std::uint32_t number) const override {
    if ((open >> number & 1) == 0) return values[number];
    feel::Unknown unknown;
    unknown.questions.add(number);
    return unknown;
  }
};

void run(Bytes& in, const feel::Program& program, std::uint32_t root, const std::string& text) {
  Answers answers;
  answers.open = in.byte();
  for (std::uint32_t i = 0; i < kFields; ++i) answers.values.push_back(value(in, 0));
  const base::Date day = base::Date::from_days(20'667);
  const feel::Outcome before = feel::evaluate(program, root, answers, day);
  answers.open = 0;
  const feel::Outcome after = feel::evaluate(program, root, answers, day);
  (void)feel::text_of(after.value);
  if (before.exhausted || after.exhausted || before.value.has_unknown()) return;
  if (!feel::identical(before.value, after.value)) {
    testing::finding(text + ": first " + feel::text_of(before.value) + ", then " + feel::text_of(after.value));
  }
}

const feel_lang::Names& names() {
  static const feel_lang::Names kNames = [] {
    feel_lang::Names all;
    for (std::uint32_t i = 0; i < kFields; ++i) {
      feel_lang::Declared declared;
      declared.field = i;
      all.emplace(std::string(1, static_cast<char>('a' + i)), declared);
    }
    return all;
  }();
  return kNames;
}

void from_text(Bytes& in) {
  Bytes answers = in;  // the text is both
  const std::string text = in.rest();
  feel::Program program;
  std::vector<base::Error> errors;
  const auto compiled = feel_lang::compile_unchecked(text, names(), program, errors);
  if (!feel::is_sound(program, kFields)) testing::finding(text + ": not sound");
  if (compiled) run(answers, program, compiled->root, text);
}

void from_nodes(Bytes& in) {
  feel::Program program;
  program.numbers = {base::Decimal(),         base::Decimal::whole(-1),        *base::Decimal::parse("2.5"),
                     base::Decimal::whole(7), *base::Decimal::parse("9e6100"), *base::Decimal::parse("1e-6100")};
  program.strings = {"", "x", "key", "value", "years", "start", "days"};
  program.integers = {0, -1, 20'000, feel::kMaxMonths, -feel::kMaxMonths};
  for (std::uint32_t nodes = 1 + in.below(40); nodes > 0; --nodes) {
    feel::Node node;
    node.op = static_cast<feel::Op>(in.below(static_cast<std::uint32_t>(feel::Op::last_op) + 1));
    const bool call = node.op == feel::Op::call;
    node.a = static_cast<std::uint16_t>(in.below(call ? static_cast<std::uint32_t>(feel::Function::count_of) : 7));
    if (node.op == feel::Op::filter && in.below(2) == 0) node.a |= feel::kPerItem;
    node.first_kid = static_cast<std::uint32_t>(program.kids.size());
    node.kids = static_cast<std::uint16_t>(in.below(5));
    for (std::uint16_t i = 0; i < node.kids; ++i) {
      program.kids.push_back(in.below(static_cast<std::uint32_t>(program.nodes.size()) + (in.below(64) == 1 ? 1 : 0)));
    }
    program.nodes.push_back(node);
    // One that is not sound ends nothing: it is left out.
    if (feel::is_sound(program, kFields)) continue;
    program.nodes.pop_back();
    program.kids.resize(node.first_kid);
  }
  if (program.nodes.empty()) return;
  run(in, program, static_cast<std::uint32_t>(program.nodes.size() - 1), "nodes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes in(data, size);
  if (in.byte() % 2 == 0) {
    from_nodes(in);
  } else {
    from_text(in);
  }
  return 0;
}
