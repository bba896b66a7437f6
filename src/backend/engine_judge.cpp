// SPDX-License-Identifier: MIT
#include "backend/engine_judge.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "engine/deadline.hpp"
#include "engine/draft.hpp"
#include "engine/flow.hpp"
#include "engine/judge.hpp"
#include "engine/papers.hpp"
#include "submission/application.hpp"

namespace qadam::backend {
namespace {

using engine::Truth;
using service::Model;

constexpr std::array<std::string_view, 12> kStageKinds{"choose", "link",    "signIn", "consent", "check", "form",
                                                       "number", "booking", "duty",   "review",  "print", "issue"};
static_assert(kStageKinds.size() == static_cast<std::size_t>(service::StageKind::last) + 1);

base::Failure malformed(std::string place) {
  return base::fail("application.malformed", std::move(place));
}

// "YYYY-MM-DDThh:mm:ssZ"
std::optional<base::Instant> parse_utc(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return {};
  const base::Result<base::Date> date = base::parse_date(text.substr(0, 10));
  const std::int64_t hour = base::parse_whole(text.substr(11, 2));
  const std::int64_t minute = base::parse_whole(text.substr(14, 2));
  const std::int64_t second = base::parse_whole(text.substr(17, 2));
  if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return {};
  return base::Instant{date->days() * std::int64_t{86400} + hour * 3600 + minute * 60 + second};
}

service::Mode mode_of(Mode mode) {
  switch (mode) {
    case Mode::Demonstration:
      return service::Mode::demonstration;
    case Mode::Preparation:
      return service::Mode::preparation;
    case Mode::Connected:
      return service::Mode::connected;
  }
  return service::Mode::demonstration;
}

// The registers' answers as this server heard them, in place of any that a client might send.
base::Done add_checks(const Model& model, const Claim& claim, base::Record& draft) {
  for (const service::Field& field : model.fields) {
    if (field.source == service::Source::registry && draft.has("answer." + field.id)) {
      return malformed("answers." + field.id);
    }
  }
  for (const CheckRecord& record : claim.checks) {
    const auto check = std::find_if(model.checks.begin(), model.checks.end(),
                                    [&](const service::Check& known) { return known.id == record.check; });
    if (check == model.checks.end() || record.result == "unknown") continue;
    draft.set("answer." + model.fields[check->field].id, "value:" + record.result);
    for (const std::uint16_t fact : check->facts) {
      const std::string& id = model.fields[fact].id;
      const auto value = record.facts.find(id);
      // A register that answered without a fact is known not to have it.
      draft.set("answer." + id, value == record.facts.end() ? "none" : "value:" + value->second);
    }
  }
  return base::done();
}

// Whose verdict in the application is not the one that holds now; empty when all agree.
std::string disagreement(const Model& model, const engine::State& state, const base::Record& flat) {
  std::size_t written = 0;
  for (const service::Subtype& subtype : model.subtypes) {
    if (subtype.condition == service::kNone) continue;
    const std::string at = "subtypes." + std::to_string(written++) + '.';
    const std::string_view verdict = engine::verdict_name(state.verdicts[subtype.condition].truth);
    if (flat.get(at + "id") != subtype.id || flat.get(at + "verdict") != verdict) return subtype.id;
  }
  return {};
}

// The same application as the engine writes it, with the pack's version as the client had it.
std::string written_anew(const Model& model, const engine::State& state, const base::Record& flat) {
  const auto pack = [](std::string_view checksum, std::string_view version) {
    return "\"pack\":{\"checksum\":\"" + std::string(checksum) + "\",\"version\":\"" + std::string(version) + "\"}";
  };
  std::string text = submission::application(model, state, flat.get("language"));
  const std::string ours = pack(submission::hex(model.checksum), model.version);
  // From the end: an answer may hold anything, what follows the pack may not.
  const std::size_t at = text.rfind(ours);
  if (at != std::string::npos) text.replace(at, ours.size(), pack(flat.get("pack.checksum"), flat.get("pack.version")));
  return text;
}

base::Done is_same(const Model& model, engine::State& state, const Claim& claim) {
  const std::string changed = disagreement(model, state, claim.flat);
  if (!changed.empty()) return base::fail("application.changed", "subtypes." + changed);
  const std::optional<base::Instant> made_at = parse_utc(claim.flat.get("madeAt"));
  if (!made_at) return malformed("madeAt");
  state.signing.made_at = *made_at;
  if (written_anew(model, state, claim.flat) == claim.text) return base::done();
  // Rules that changed under an application are nobody's mistake.
  const bool same_pack = claim.flat.get("pack.checksum") == submission::hex(model.checksum);
  return base::fail(same_pack ? "application.malformed" : "application.changed");
}

bool is_his(const Model& model, const engine::State& state, std::string_view iin) {
  for (const service::Screen& screen : model.screens) {
    if (screen.kind != service::ScreenKind::sign_in) continue;
    for (const std::uint16_t field : screen.fields) {
      const auto* given = state.answers[field].value.as<std::string>();
      if (model.fields[field].type == service::FieldType::iin && given != nullptr && *given != iin) return false;
    }
  }
  return true;
}

bool has_screen(const Model& model, const engine::State& state, service::ScreenKind kind) {
  const std::uint16_t screen = engine::screen_of(model, kind);
  return screen != service::kNone && engine::is_shown(model, state, screen);
}

// Of several chosen subtypes the kindest; notEligible only when all are. Where the answers choose none, nobody can tell.
Truth verdict_of(const Model& model, const engine::State& state) {
  const auto chosen = [&](const service::Subtype& s) { return engine::is_chosen(model, state, s) == Truth::yes; };
  const bool none = std::none_of(model.subtypes.begin(), model.subtypes.end(), chosen);
  if (none && !model.subtypes.empty()) return Truth::unknown;
  Truth best = Truth::no;
  for (const service::Subtype& subtype : model.subtypes) {
    if (!chosen(subtype)) continue;
    if (subtype.condition == service::kNone) return Truth::yes;
    const Truth truth = state.verdicts[subtype.condition].truth;
    if (truth == Truth::yes) return truth;
    if (truth == Truth::unknown) best = truth;
  }
  return best;
}

base::Done is_complete(const Model& model, const engine::State& state) {
  const std::vector<const service::Item*> missing = engine::missing_papers(model, state);
  if (!missing.empty()) return base::fail("application.incomplete", missing.front()->id);
  for (std::size_t i = 0; i < model.screens.size(); ++i) {
    const auto screen = static_cast<std::uint16_t>(i);
    if (!engine::is_shown(model, state, screen)) continue;
    for (const engine::Issue& issue : engine::issues_of(model, state, screen)) {
      // A condition that is not met is the verdict's matter, not one of completeness.
      if (issue.condition == service::kNone) return base::fail("application.incomplete", issue.id);
    }
  }
  if (!has_screen(model, state, service::ScreenKind::checks)) return base::done();
  for (const service::Check& check : model.checks) {
    if (state.verdicts[check.condition].truth == Truth::unknown) return base::fail("application.incomplete", check.id);
  }
  return base::done();
}

}  // namespace

base::Result<Judgement> EngineJudge::judge(const Claim& claim) const {
  const base::Record& flat = claim.flat;
  const auto model =
      std::find_if(models_.begin(), models_.end(), [&](const Model& known) { return known.id == flat.get("service"); });
  if (model == models_.end() || !model->is_application) return malformed("service");
  base::Result<base::Record> draft = submission::draft_of(flat);
  if (!draft) return malformed(draft.error().place);
  const base::Done added = add_checks(*model, claim, *draft);
  if (!added) return added.failure();
  engine::Setting setting;
  setting.mode = mode_of(claim.mode);
  setting.now = claim.now;
  base::Result<engine::Restored> restored = engine::restore(*model, *draft, std::move(setting));
  if (!restored) return malformed("service");
  engine::State& state = (*restored).state;
  if (!service::opening(*model, state.setting.today()).open) return base::fail("application.outside_window");
  if (engine::is_outside(engine::filing_at(*model, state.setting.moment())))
    return base::fail("application.outside_window");
  if (!is_his(*model, state, claim.iin)) return malformed("answers.iin");
  const Truth verdict = verdict_of(*model, state);
  if (verdict == Truth::no && !model->eligibility_is_advice) return base::fail("application.not_eligible");
  const base::Done complete = is_complete(*model, state);
  if (!complete) return complete.failure();
  state.session.consent = flat.get("consent");
  const bool asked = has_screen(*model, state, service::ScreenKind::consent);
  if (asked && state.session.consent.empty()) return base::fail("consent.missing");
  const base::Done same = is_same(*model, state, claim);
  if (!same) return same.failure();
  Judgement out{model->id, state.setting.today().iso(), std::string(engine::verdict_name(verdict)),
                state.session.consent};
  for (const std::uint16_t field : engine::chosen_files(*model, state)) {
    out.documents.emplace_back(engine::chosen_file(state.answers[field].text)->digest);
  }
  return out;
}

ServiceLife life_of(const Model& model) {
  ServiceLife out;
  out.id = model.id;
  for (const service::Check& check : model.checks) out.checks.push_back(check.id);
  for (const service::Stage& stage : model.stages) {
    out.stages.push_back({stage.number, stage.id, std::string(kStageKinds[static_cast<std::size_t>(stage.kind)])});
  }
  for (const service::Ground& ground : model.grounds) out.grounds.push_back(ground.id);
  for (const service::Subtype& subtype : model.subtypes) {
    for (const service::Item& item : subtype.items) out.papers.push_back(item.id);
  }
  return out;
}

}  // namespace qadam::backend
