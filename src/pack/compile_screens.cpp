// The journey: stages of the order, questions to registers, screens (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include <set>

#include "feel_lang/suggest.hpp"
#include "pack/compilation.hpp"

namespace qadam::pack {
namespace {

using service::kNone;
using service::kNoText;

constexpr std::pair<std::string_view, service::ScreenKind> kScreenKinds[] = {
    {"start", service::ScreenKind::start},
    {"question", service::ScreenKind::question},
    {"information", service::ScreenKind::information},
    {"signIn", service::ScreenKind::sign_in},
    {"consent", service::ScreenKind::consent},
    {"checks", service::ScreenKind::checks},
    {"summary", service::ScreenKind::summary},
    {"sign", service::ScreenKind::sign},
    {"case", service::ScreenKind::case_status},
    {"prepared", service::ScreenKind::prepared},
    {"documents", service::ScreenKind::documents}};

constexpr std::pair<std::string_view, service::StageKind> kStageKinds[] = {
    {"choose", service::StageKind::choose},  {"link", service::StageKind::link},
    {"signIn", service::StageKind::sign_in}, {"consent", service::StageKind::consent},
    {"check", service::StageKind::check},    {"form", service::StageKind::form},
    {"number", service::StageKind::number},  {"booking", service::StageKind::booking},
    {"duty", service::StageKind::duty},      {"review", service::StageKind::review},
    {"print", service::StageKind::print},    {"issue", service::StageKind::issue}};

}  // namespace

void Compilation::stages() {
  std::set<std::int64_t> numbers;
  for (const JsonReader& json : pack_.objects("stages")) {
    json.allow(shape::kStage);
    service::Stage stage;
    stage.number = static_cast<std::uint16_t>(json.whole("number"));
    if (!numbers.insert(stage.number).second) json.report("pack.repeated", "number", std::to_string(stage.number));
    stage.id = json.string("id");
    const auto kind = choose(kStageKinds, json.string("kind"));
    if (!kind) json.report("pack.value", "kind", "no such kind of stage");
    stage.kind = kind.value_or(service::StageKind::choose);
    stage.title = texts_.own("stage." + stage.id);
    if (json.has("system")) stage.system = texts_.shared("system." + json.string("system"));
    stage.now = texts_.own("stage." + stage.id + ".now", Need::optional);
    stage.booked = texts_.own("stage." + stage.id + ".booked", Need::optional);
    stage.law = needed_laws(json, "a stage");
    read_days(json, stage);
    if (json.has("onStop")) {
      const std::string stop = json.string("onStop");
      stage.stop_title = texts_.own(stop + ".title");
      stage.stop_text = texts_.own(stop + ".text");
      stage.stop_todo = texts_.own(stop + ".todo", Need::optional);
      stage.fact_known = texts_.own(stop + ".until", Need::optional);
      stage.fact_unknown = texts_.own(stop + ".until_unknown", Need::optional);
    }
    m_.stages.push_back(std::move(stage));
  }
}

std::uint16_t Compilation::stage_index(const JsonReader& json) {
  if (!json.has("stage")) return kNone;
  const std::int64_t number = json.whole("stage");
  for (std::size_t i = 0; i < m_.stages.size(); ++i) {
    if (m_.stages[i].number == number) return static_cast<std::uint16_t>(i);
  }
  json.report("pack.unknown_stage", "stage", std::to_string(number));
  return kNone;
}

void Compilation::checks() {
  for (const JsonReader& json : pack_.objects("checks")) {
    json.allow(shape::kCheck);
    service::Check check;
    check.id = json.string("id");
    check.stage = stage_index(json);
    if (check.stage != kNone) {
      const service::Stage& stage = m_.stages[check.stage];
      if (stage.from != service::kFirstDay || stage.until != service::kLastDay)
        json.report("pack.value", "stage",
                    "a stage with a check has no days of its own: date the condition of passWhen");
    }
    check.field = field_index(json, "field", json.string("field"));
    for (const std::string& fact : json.strings("facts")) check.facts.push_back(field_index(json, "facts", fact));
    check.condition = condition_named(json, "passWhen", json.string("passWhen"));
    check.sensitive = json.boolean_or("sensitive", false);
    check.label = texts_.own("check." + check.id + ".label");
    check.pass = texts_.own("check." + check.id + ".pass");
    check.consent = texts_.own("check." + check.id + ".consent", Need::optional);
    if (check.consent == kNoText) check.consent = check.label;
    m_.checks.push_back(std::move(check));
  }
}

void Compilation::screens() {
  std::set<std::string> ids;
  for (const JsonReader& json : pack_.objects("screens")) {
    json.allow(shape::kScreen);
    service::Screen screen;
    screen.id = json.string("id");
    if (!ids.insert(screen.id).second) json.report("pack.repeated", "id", screen.id);
    const auto kind = choose(kScreenKinds, json.string("kind"));
    if (!kind) json.report("pack.value", "kind", "no such kind of screen");
    screen.kind = kind.value_or(service::ScreenKind::question);
    screen.stage = stage_index(json);
    for (const std::string& id : json.strings("fields")) screen.fields.push_back(field_index(json, "", id));
    if (screen.kind == service::ScreenKind::documents)
      screen.fields.insert(screen.fields.end(), papers_.begin(), papers_.end());
    if (json.has("showWhen")) screen.show = expression(json, "showWhen", json.string("showWhen"));
    for (const std::string& id : json.strings("blocks")) screen.blocks.push_back(condition_named(json, "blocks", id));
    screen.ends = json.boolean_or("ends", false);
    screen.law = laws(json);
    if (screen.law.empty() && screen.stage != kNone) screen.law = m_.stages[screen.stage].law;
    if (json.has("modes")) screen.modes = modes(json);
    const std::string key = "screen." + screen.id;
    screen.title = texts_.own(key + ".title");
    screen.lead = texts_.own(key + ".lead", Need::optional);
    screen.body = texts_.own(key + ".body", Need::optional);
    if (screen.body == kNoText) screen.body = texts_.own(key + ".steps", Need::optional);
    if (screen.kind == service::ScreenKind::start) screen.other_note = texts_.own(key + ".other_note", Need::optional);
    m_.screens.push_back(std::move(screen));
    out_.screens.push_back(json.place());
  }
}

std::uint8_t Compilation::modes(const JsonReader& json) {
  constexpr std::string_view kModes[] = {"demonstration", "preparation", "connected"};
  int bits = 0;
  for (const std::string& mode : json.strings("modes")) {
    bool known = false;
    for (int i = 0; i < 3; ++i) {
      if (kModes[i] != mode) continue;
      bits |= 1 << i;
      known = true;
    }
    if (!known) json.report("pack.value", "modes", mode);
  }
  return static_cast<std::uint8_t>(bits);
}

void Compilation::place_notes() {
  std::vector<std::string> known;
  for (const service::Screen& screen : m_.screens) known.push_back(screen.id);
  std::uint16_t number = 0;
  for (const JsonReader& note : pack_.objects("notes")) {
    for (const std::string& id : note.strings("screens")) {
      bool found = false;
      for (service::Screen& screen : m_.screens) {
        if (screen.id != id) continue;
        screen.notes.push_back(number);
        found = true;
      }
      if (!found) note.report("pack.unknown_screen", "screens", id + feel_lang::suggestion(id, known));
    }
    ++number;
  }
}

}  // namespace qadam::pack
