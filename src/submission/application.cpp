// SPDX-License-Identifier: MIT
#include "submission/application.hpp"

#include <algorithm>

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "engine/judge.hpp"
#include "submission/setting.hpp"

namespace qadam::submission {
namespace {

using engine::Answer;
using engine::AnswerState;

std::string utc_text(base::Instant instant) {
  const base::Instant shifted{instant.seconds - base::kKazakhstanOffsetSeconds};
  const base::CivilTime utc = base::civil_time(shifted);
  const auto two = [](std::int64_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return utc.date.iso() + "T" + two(utc.minute / 60) + ":" + two(utc.minute % 60) + ":" +
         two((instant.seconds % 60 + 60) % 60) + "Z";
}

void write_answer(base::JsonWriter& json, const Answer& answer) {
  if (answer.state != AnswerState::value) {
    json.begin_object().member("state", name(answer.state)).end_object();
  } else if (const auto* truth = answer.value.as<bool>()) {
    json.boolean(*truth);
  } else if (const auto* date = answer.value.as<base::Date>()) {
    json.string(date->iso());
  } else if (const auto* number = answer.value.as<base::Decimal>()) {
    json.string(number->text());
  } else if (const feel::List* list = answer.value.list()) {
    json.begin_array();
    for (const feel::Value& item : list->items) json.string(*item.as<std::string>());
    json.end_array();
  } else if (const auto* text = answer.value.as<std::string>()) {
    json.string(*text);
  }
}

void write_answers(base::JsonWriter& json, const service::Model& model, const engine::State& state) {
  std::vector<std::uint16_t> fields;
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const bool mine = model.fields[i].source == service::Source::ask && state.answers[i].given();
    if (mine && state.asked[i] == engine::Truth::yes) fields.push_back(static_cast<std::uint16_t>(i));
  }
  std::sort(fields.begin(), fields.end(),
            [&](std::uint16_t a, std::uint16_t b) { return model.fields[a].id < model.fields[b].id; });
  json.key("answers").begin_object();
  for (const std::uint16_t field : fields) {
    json.key(model.fields[field].id);
    write_answer(json, state.answers[field]);
  }
  json.end_object();
}

void write_subtypes(base::JsonWriter& json, const service::Model& model, const engine::State& state) {
  json.key("subtypes").begin_array();
  for (const service::Subtype& subtype : model.subtypes) {
    if (subtype.condition == service::kNone) continue;
    json.begin_object().key("because").begin_array();
    for (const std::uint16_t leaf : because(model, state, subtype.condition)) json.string(model.conditions[leaf].id);
    json.end_array().member("id", subtype.id);
    json.member("verdict", verdict_name(state.verdicts[subtype.condition].truth)).end_object();
  }
  json.end_array();
}

}  // namespace

std::string hex(std::uint64_t value) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) out[i] = kDigits[value & 15];
  return out;
}

std::string application(const service::Model& model, const engine::State& state, std::string_view lang) {
  base::JsonWriter json;
  json.begin_object();
  write_answers(json, model, state);
  if (state.setting.as_of) json.member("asOf", state.setting.as_of->iso());
  json.member("consent", state.session.consent);
  json.member("language", lang);
  json.member("madeAt", utc_text(state.signing.made_at));
  json.member("mode", name(state.setting.mode));
  json.key("pack").begin_object().member("checksum", hex(model.checksum)).member("version", model.version).end_object();
  json.member("service", model.id);
  write_subtypes(json, model, state);
  json.end_object();
  return json.take();
}

base::Result<base::Record> draft_of(const base::Record& flat) {
  base::Record draft;
  if (flat.get("service").empty()) return base::fail("application.service", "service");
  draft.set("service", std::string(flat.get("service")));
  if (flat.has("asOf")) draft.set("asOf", std::string(flat.get("asOf")));
  constexpr std::string_view kAnswers = "answers.";
  for (const auto& entry : flat.entries()) {
    std::string_view key = entry.first;
    if (key.substr(0, kAnswers.size()) != kAnswers) continue;
    key.remove_prefix(kAnswers.size());
    const std::size_t dot = key.find('.');
    const std::string target = "answer." + std::string(key.substr(0, dot));
    if (dot == std::string_view::npos) {
      draft.set(target, "value:" + entry.second);
      continue;
    }
    const std::string_view part = key.substr(dot + 1);
    if (part == "state") {
      if (entry.second == name(engine::answer_state(entry.second))) {
        draft.set(target, entry.second);
      } else {
        return base::fail("application.answers", entry.first);
      }
    } else if (part == "count") {
      const std::int64_t count = base::parse_whole(entry.second);
      std::string joined;
      for (std::int64_t i = 0; i < count && i < 256; ++i) {
        joined += (i == 0 ? "" : ",");
        joined += flat.get(entry.first.substr(0, entry.first.size() - 5) + std::to_string(i));
      }
      draft.set(target, "value:" + joined);
    } else if (base::parse_whole(part) < 0) {
      return base::fail("application.answers", entry.first);
    }
  }
  return draft;
}

void complete(const service::Model& model, const engine::State& state, std::string_view lang, engine::Effect& effect) {
  if (effect.kind != engine::EffectKind::signing && effect.kind != engine::EffectKind::submit) return;
  effect.params.set("application", application(model, state, lang));
}

}  // namespace qadam::submission
