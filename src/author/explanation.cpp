// SPDX-License-Identifier: MIT
#include "author/explanation.hpp"

#include <algorithm>

#include "engine/judge.hpp"

namespace qadam::author {

std::vector<std::string> names_of(const service::Model& model, const feel::QuestionSet& questions) {
  std::vector<std::string> out;
  questions.for_each([&](std::uint32_t field) { out.push_back(model.fields[field].id); });
  return out;
}

Explanation explain(const pack::Analysis& analysis, const service::Model& model, const engine::State& state,
                    std::uint16_t leaf) {
  Explanation out;
  const service::ExprId root = model.conditions[leaf].expr;
  const std::string place = analysis.conditions[leaf] + "/feel";
  const auto found = std::find_if(analysis.expressions.begin(), analysis.expressions.end(),
                                  [&](const pack::Expression& e) { return e.place == place; });
  if (found == analysis.expressions.end()) return out;
  out.feel = found->text;
  out.questions = names_of(model, state.verdicts[leaf].questions);
  feel_lang::Compiled compiled;
  compiled.root = root;
  compiled.spans = found->spans;
  out.clauses = feel_lang::explain(found->text, compiled, model.program, engine::AnsweredFields(model, state),
                                   state.setting.today());
  return out;
}

}  // namespace qadam::author
