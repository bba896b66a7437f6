// SPDX-License-Identifier: MIT
#include "author/walk.hpp"

#include <set>

#include "engine/flow.hpp"
#include "engine/papers.hpp"
#include "engine/update.hpp"
#include "submission/application.hpp"

namespace qadam::author {
namespace {

using engine::AnswerState;
using engine::Outcome;
using engine::Page;
using pack::Json;
using service::ScreenKind;

constexpr int kMaxSteps = 1000;  // far above any journey; a loop is our bug, not the case's

const Json& part(const Json& input, const char* key) {
  static const Json kEmpty = Json::object();
  return input.contains(key) && input[key].is_object() ? input[key] : kEmpty;
}

}  // namespace

base::Result<Given> given(const std::string& field, const Json& value) {
  if (value.is_null()) return Given{AnswerState::none, ""};
  if (value.is_boolean()) return Given{AnswerState::value, value.get<bool>() ? "true" : "false"};
  if (value.is_string()) return Given{AnswerState::value, value.get<std::string>()};
  if (value.is_number()) return Given{AnswerState::value, value.dump()};
  if (value.is_array()) {
    Given out;
    for (const Json& item : value) {
      if (!item.is_string()) return base::fail("case.shape", "/answers/" + field, "a list of texts is expected");
      out.text += (out.text.empty() ? "" : ",") + item.get<std::string>();
    }
    return out;
  }
  if (value.is_object() && value.contains("state") && value["state"].is_string()) {
    const std::string name = value["state"].get<std::string>();
    const AnswerState state = engine::answer_state(name);
    if (engine::name(state) == name) return Given{state, ""};
  }
  return base::fail("case.shape", "/answers/" + field, "no answer has this shape");
}

namespace {

class Walker {
 public:
  Walker(const service::Model& model, const Json& input, engine::Setting setting, const std::string& lang,
         const ReadFile& read)
      : model_(model),
        answers_(part(input, "answers")),
        documents_(part(input, "documents")),
        registry_(part(input, "registry")),
        lang_(lang),
        read_(read) {
    has_documents_ = input.contains("documents");
    consents_ = !input.contains("consent") || input["consent"] != false;
    walk_.state = engine::begin(model, std::move(setting));
  }

  base::Result<Walk> run() {
    for (int i = 0; i < kMaxSteps; ++i) {
      see();
      auto more = step();
      if (!more) return more.failure();
      if (!*more) break;
    }
    for (const auto& item : answers_.items()) {
      if (used_.count(item.key()) == 0) walk_.unused.push_back(item.key());
    }
    for (const auto& item : documents_.items()) {
      if (used_.count("documents." + item.key()) == 0) walk_.unused.push_back(item.key());
    }
    for (const service::Item* item : engine::missing_papers(model_, walk_.state)) walk_.papers.push_back(item->id);
    return std::move(walk_);
  }

 private:
  void see() {
    std::string id;
    switch (walk_.state.page) {
      case Page::screen:
        id = model_.screens[walk_.state.screen].id;
        break;
      case Page::closed:
        id = "closed";
        break;
      case Page::ended:
        id = "ended";
        break;
      default:
        id = "other";
        break;
    }
    if (walk_.screens.empty() || walk_.screens.back() != id) walk_.screens.push_back(id);
  }

  // False when the journey is over.
  base::Result<bool> step() {
    if (walk_.state.page != Page::screen) return false;
    const ScreenKind kind = model_.screens[walk_.state.screen].kind;
    switch (kind) {
      case ScreenKind::consent:
        apply(engine::Press{consents_ ? "agree" : "refuse"});
        return true;
      case ScreenKind::checks:
        return checks();
      case ScreenKind::sign:
        walk_.application = submission::application(model_, walk_.state, lang_);
        return false;
      case ScreenKind::case_status:
      case ScreenKind::prepared:
        return false;
      case ScreenKind::sign_in:
        if (model_.checks.empty() && !answers_.contains(number_field())) return false;
        return fill();
      case ScreenKind::documents: {
        const auto taken = papers();
        if (!taken) return taken.failure();
        return fill();
      }
      default:
        return fill();
    }
  }

  [[nodiscard]] const std::string& number_field() const {
    return model_.fields[model_.screens[walk_.state.screen].fields.front()].id;
  }

  base::Done papers() {
    for (const engine::Paper& paper : engine::papers(model_, walk_.state)) {
      if (paper.asked != engine::Truth::yes) continue;
      const std::string& field = model_.fields[paper.item->field].id;
      if (!has_documents_) apply(engine::Give{field, AnswerState::dont_know, ""});
      if (!documents_.contains(paper.item->id)) continue;
      used_.insert("documents." + paper.item->id);
      auto answer = paper_given(paper.item->id, documents_[paper.item->id]);
      if (!answer) return answer.failure();
      apply(engine::Give{field, answer->state, answer->text});
    }
    return base::done();
  }

  base::Result<Given> paper_given(const std::string& item, const Json& value) {
    const Json& one = value.is_array() && value.size() == 1 ? value[0] : value;
    if (!one.is_string())
      return base::fail("case.shape", "/documents/" + item, "a path is expected, or notYet or none");
    const std::string path = one.get<std::string>();
    if (path == "notYet") return Given{AnswerState::dont_know, ""};
    if (path == "none") return Given{AnswerState::none, ""};
    auto text = read_(path);
    if (!text) return text.failure();
    return Given{AnswerState::value, *text};
  }

  base::Result<bool> checks() {
    const std::uint16_t before = walk_.state.screen;
    apply(engine::Press{"continue"});
    return walk_.state.screen != before;
  }

  base::Result<bool> fill() {
    const std::uint16_t before = walk_.state.screen;
    const std::string before_session = walk_.state.session.id;
    for (const std::uint16_t number : engine::asked_fields(model_, walk_.state, before)) {
      const std::string& id = model_.fields[number].id;
      if (!answers_.contains(id) || used_.count(id) != 0) continue;
      used_.insert(id);
      const auto answer = given(id, answers_[id]);
      if (!answer) return answer.failure();
      apply(engine::Give{id, answer->state, answer->text});
    }
    apply(engine::Give{"code", AnswerState::value, "000000"});
    apply(engine::Press{"continue"});
    if (walk_.state.screen != before || walk_.state.page != Page::screen) return true;
    if (walk_.state.session.id != before_session) return true;  // the code comes next, on the same screen
    for (const engine::Issue& issue : walk_.state.issues) {
      if (issue.code == "papers" || issue.code == "ground") continue;  // nothing to correct in what was said
      const bool is_missing = issue.code.compare(0, 8, "required") == 0;
      if (is_missing) {
        walk_.missing.push_back(issue.id);
      } else {
        const std::string code = issue.condition == service::kNone ? issue.code : model_.conditions[issue.condition].id;
        walk_.refused.push_back(issue.id + ": " + code);
      }
    }
    return false;
  }

  void apply(const engine::Action& action) {
    engine::Step step = engine::update(model_, std::move(walk_.state), action);
    walk_.state = std::move(step.state);
    for (const engine::Effect& effect : step.effects) apply(answer(effect));
  }

  // The outside world as the case describes it.
  engine::Result answer(const engine::Effect& effect) {
    engine::Result result{effect.id, Outcome::ok, {}};
    switch (effect.kind) {
      case engine::EffectKind::session:
        result.record.set("session", "case");
        break;
      case engine::EffectKind::confirm:
        result.record.set("token", "case");
        break;
      case engine::EffectKind::consent:
        result.record.set("consent", "case");
        break;
      case engine::EffectKind::signing:
        result.record.set("signing", "case");
        break;
      case engine::EffectKind::check:
        return check(effect);
      default:
        result.outcome = Outcome::unavailable;
        break;
    }
    return result;
  }

  engine::Result check(const engine::Effect& effect) {
    engine::Result result{effect.id, Outcome::unavailable, {}};
    const std::string id(effect.params.get("check"));
    if (!registry_.contains(id)) return result;
    const Json& entry = registry_[id];
    const Json& value = entry.is_object() && entry.contains("result") ? entry["result"] : entry;
    if (!value.is_string() || value == "unavailable") return result;
    result.outcome = Outcome::ok;
    result.record.set("result", value.get<std::string>());
    if (!entry.is_object()) return result;
    for (const auto& fact : entry.items()) {
      if (fact.value().is_string()) result.record.set(fact.key(), fact.value().get<std::string>());
    }
    return result;
  }

  const service::Model& model_;
  const Json& answers_;
  const Json& documents_;
  const Json& registry_;
  const std::string& lang_;
  const ReadFile& read_;
  bool has_documents_ = false;
  bool consents_ = true;
  std::set<std::string> used_;
  Walk walk_;
};

}  // namespace

base::Result<std::string> pretended_file(const std::string& path) {
  return std::string(64, 'f') + " 1 pdf " + path;
}

base::Result<Walk> walk(const service::Model& model, const Json& input, engine::Setting setting,
                        const std::string& lang, const ReadFile& read) {
  if (!input.is_object()) return base::fail("case.shape", "", "an object is expected");
  return Walker(model, input, std::move(setting), lang, read).run();
}

}  // namespace qadam::author
