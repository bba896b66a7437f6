// SPDX-License-Identifier: MIT
#include "author/trial.hpp"

#include <algorithm>

#include "author/explanation.hpp"
#include "author/walk.hpp"
#include "engine/draft.hpp"
#include "engine/judge.hpp"

namespace qadam::author {
namespace {

using engine::Truth;
using pack::Json;
using service::kNone;

using Names = std::vector<std::string>;

engine::Setting setting_on(base::Date day) {
  engine::Setting setting;
  setting.seed = "scenario";
  setting.now = base::instant_of(day, 12 * 60);
  setting.as_of = day;
  return setting;
}

bool has(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// As sets: the pack's order may change without any verdict's doing so.
void compare_sets(const char* what, const std::optional<Names>& expected, const Names& got,
                  std::vector<Difference>& out) {
  if (!expected) return;
  Names a = *expected;
  Names b = got;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  if (a != b) out.push_back({what, *expected, got});
}

// Of `ids`, those that are (or are not) among `got` against what is wanted.
void compare_members(const char* what, const Names& ids, bool wanted, const Names& got, std::vector<Difference>& out) {
  Names wrong;
  for (const std::string& id : ids) {
    if (has(got, id) != wanted) wrong.push_back(id);
  }
  if (!wrong.empty()) out.push_back({what, wrong, got});
}

Names fields_asked(const service::Model& model, const engine::State& state, Truth truth) {
  Names out;
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    if (state.asked[i] == truth) out.push_back(model.fields[i].id);
  }
  return out;
}

}  // namespace

Judgement judge(const service::Model& model, const Scenario& scenario, std::optional<base::Date> day) {
  Judgement out;
  out.day = day.value_or(scenario.as_of);
  auto restored = engine::restore(model, scenario.record, setting_on(out.day));
  if (!restored) return out;  // the record names another service: nothing of it is read
  out.state = std::move(restored->state);
  if (const auto walked = walk(model, scenario.input, setting_on(out.day), "en")) out.screens = walked->screens;
  if (scenario.subtype == kNone) return out;
  const service::Subtype& subtype = model.subtypes[scenario.subtype];
  for (const service::Item& item : subtype.items) {
    if (engine::is_asked_for(model, out.state, item) == Truth::yes) out.documents.push_back(item.id);
  }
  if (subtype.condition == kNone) return out;
  const engine::Verdict& verdict = out.state.verdicts[subtype.condition];
  out.verdict = engine::verdict_name(verdict.truth);
  for (const std::uint16_t leaf : engine::because(model, out.state, subtype.condition)) {
    out.because.push_back(model.conditions[leaf].id);
  }
  out.questions = names_of(model, verdict.questions);
  return out;
}

std::vector<Difference> differences(const service::Model& model, const Expect& expect, const Judgement& judgement) {
  std::vector<Difference> out;
  if (!expect.verdict.empty() && expect.verdict != judgement.verdict) {
    out.push_back({"verdict", expect.verdict, judgement.verdict});
  }
  compare_sets("because", expect.because, judgement.because, out);
  compare_sets("questions", expect.questions, judgement.questions, out);
  compare_members("documents", expect.documents, true, judgement.documents, out);
  compare_members("notDocuments", expect.not_documents, false, judgement.documents, out);
  compare_members("asked", expect.asked, true, fields_asked(model, judgement.state, Truth::yes), out);
  compare_members("notAsked", expect.not_asked, true, fields_asked(model, judgement.state, Truth::no), out);
  if (expect.screens && *expect.screens != judgement.screens) {
    out.push_back({"screens", *expect.screens, judgement.screens});
  }
  return out;
}

}  // namespace qadam::author
