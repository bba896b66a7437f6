// SPDX-License-Identifier: MIT
#include "feel_lang/explain.hpp"

#include "base/text.hpp"

namespace qadam::feel_lang {
namespace {

using feel::Kind;
using feel::Op;

class Explainer {
 public:
  Explainer(std::string_view source, const Compiled& compiled, const feel::Program& program, const feel::Fields& fields,
            base::Date today)
      : source_(source), compiled_(compiled), program_(program), fields_(fields), today_(today) {}

  std::vector<Clause> run() {
    const feel::Value whole = value_of(compiled_.root);
    if (whole.is_false() || whole.is_unknown()) collect(compiled_.root, whole);
    return std::move(clauses_);
  }

 private:
  feel::Value value_of(std::uint32_t node) { return feel::evaluate(program_, node, fields_, today_).value; }

  // Clauses that have the value of the whole made it so: no other could have.
  void collect(std::uint32_t at, const feel::Value& value) {
    const feel::Node& node = program_.nodes[at];
    const auto span = compiled_.spans.find(at);
    if (span == compiled_.spans.end()) return;
    if (!opens(node)) {
      Clause clause;
      clause.text = source_.substr(span->second.begin, span->second.end - span->second.begin);
      clause.place = place_of(source_, compiled_, at);
      clause.value = value;
      add_questions(value, clause.questions);
      clauses_.push_back(std::move(clause));
      return;
    }
    for (std::uint32_t i = 0; i < node.kids; ++i) {
      const std::uint32_t kid = program_.kids[node.first_kid + i];
      const feel::Value each = value_of(kid);
      if (each.kind() == value.kind() && (!each.is(Kind::boolean) || each.is_true() == value.is_true())) {
        collect(kid, each);
      }
    }
  }

  // A group whose clauses stand in this source; a definition's stand elsewhere, and its name speaks for them.
  [[nodiscard]] bool opens(const feel::Node& node) const {
    if (node.op != Op::conjunction && node.op != Op::disjunction) return false;
    return compiled_.spans.count(program_.kids[node.first_kid]) != 0;
  }

  std::string_view source_;
  const Compiled& compiled_;
  const feel::Program& program_;
  const feel::Fields& fields_;
  base::Date today_;
  std::vector<Clause> clauses_;
};

Type type_of(Kind kind) {
  constexpr Type kTypes[] = {Type::null,   Type::any,     Type::boolean, Type::number,  Type::string, Type::date,
                             Type::months, Type::seconds, Type::list,    Type::context, Type::range};
  return kTypes[static_cast<std::size_t>(kind)];
}

}  // namespace

std::vector<Clause> explain(std::string_view source, const Compiled& compiled, const feel::Program& program,
                            const feel::Fields& fields, base::Date today) {
  return Explainer(source, compiled, program, fields, today).run();
}

std::string place_of(std::string_view source, const Compiled& compiled, std::uint32_t node) {
  const auto span = compiled.spans.find(node);
  if (span == compiled.spans.end()) return "1:1";
  int line = 1;
  int column = 1;
  for (std::size_t at = 0; at < span->second.begin && at < source.size();) {
    const char32_t c = base::next_code_point(source, at);
    ++column;
    if (c == '\n') {
      ++line;
      column = 1;
    }
  }
  return std::to_string(line) + ":" + std::to_string(column);
}

Shape shape_of(const feel::Value& value) {
  Shape shape;
  shape.type = type_of(value.kind());
  shape.nullable = value.is_null() || value.is_unknown();
  if (const feel::List* list = value.list(); list != nullptr && !list->items.empty()) {
    Shape item = shape_of(list->items.front());
    for (const feel::Value& each : list->items) {
      if (each.kind() != list->items.front().kind() || each.is(Kind::context)) item = Shape();
    }
    shape.item = std::make_shared<const Shape>(std::move(item));
  }
  if (const feel::Context* context = value.context()) {
    for (const auto& entry : context->entries) shape.entries.emplace_back(entry.first, shape_of(entry.second));
  }
  measure(shape);
  return shape;
}

}  // namespace qadam::feel_lang
