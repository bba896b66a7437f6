// The browser's wizard module: typed calls in, the (small) Screen out as JSON text.
//
// A standalone module without JavaScript of Emscripten's. Texts come in as (pointer, length) of UTF-8 and go out as a
// pointer whose length qadam_length() tells; they are valid until the next call. Nothing is thrown over this edge.
// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "base/json_writer.hpp"
#include "engine/draft.hpp"
#include "engine/finder.hpp"
#include "engine/update.hpp"
#include "i18n/texts.hpp"
#include "service/file.hpp"
#include "submission/application.hpp"
#include "submission/setting.hpp"
#include "view/build.hpp"
#include "view/file.hpp"

#define QADAM_EXPORT(name) extern "C" __attribute__((export_name(#name), used))

namespace {

using namespace qadam;

struct Wizard {
  std::unique_ptr<service::Model> model;
  std::unique_ptr<i18n::Texts> texts;
  std::unique_ptr<i18n::Texts> kazakh;  // for the card, when `texts` are of another language
  std::unique_ptr<engine::State> state;
  std::vector<engine::Effect> effects;
  std::string out;
};

Wizard& wizard() {
  static Wizard instance;
  return instance;
}

std::string_view view_of(const char* bytes, std::uint32_t size) {
  return {bytes, size};
}

const char* give(std::string text) {
  wizard().out = std::move(text);
  return wizard().out.data();
}

// Takes over a buffer that qadam_alloc made.
std::string take(char* bytes, std::uint32_t size) {
  std::string text(bytes, size);
  std::free(bytes);
  return text;
}

int failed(const base::Error& error) {
  base::JsonWriter json;
  json.begin_object().member("code", error.code).member("place", error.place).end_object();
  give(json.take());
  return 1;
}

int load_texts(std::string bytes, std::unique_ptr<i18n::Texts>& into) {
  auto texts = i18n::Texts::load(std::move(bytes));
  if (!texts) return failed(texts.error());
  const Wizard& w = wizard();
  if (w.model == nullptr || texts->service_checksum() != w.model->checksum) {
    return failed({"texts.service", "", "made for another version of the service"});
  }
  into = std::make_unique<i18n::Texts>(std::move(*texts));
  return 0;
}

void apply(const engine::Action& action) {
  Wizard& w = wizard();
  if (w.model == nullptr || w.state == nullptr) return;
  engine::Step step = engine::update(*w.model, std::move(*w.state), action);
  *w.state = std::move(step.state);
  for (engine::Effect& effect : step.effects) {
    submission::complete(*w.model, *w.state, w.texts == nullptr ? "kk" : w.texts->lang(), effect);
    w.effects.push_back(std::move(effect));
  }
}

}  // namespace

QADAM_EXPORT(qadam_alloc) char* qadam_alloc(std::uint32_t size) {
  return static_cast<char*>(std::malloc(size == 0 ? 1 : size));
}

QADAM_EXPORT(qadam_free) void qadam_free(char* bytes) {
  std::free(bytes);
}

QADAM_EXPORT(qadam_length) std::uint32_t qadam_length() {
  return static_cast<std::uint32_t>(wizard().out.size());
}

// {"code","place"} of the last load that failed.
QADAM_EXPORT(qadam_error) const char* qadam_error() {
  return wizard().out.data();
}

// A compiled service; 0 when it is sound. Takes the buffer over.
QADAM_EXPORT(qadam_load) int qadam_load(char* bytes, std::uint32_t size) {
  auto model = service::load(take(bytes, size));
  if (!model) return failed(model.error());
  Wizard& w = wizard();
  w.state.reset();
  w.texts.reset();
  w.kazakh.reset();
  w.effects.clear();
  w.model = std::make_unique<service::Model>(std::move(*model));
  return 0;
}

// A string table of the loaded service; at any time, the state stays. Takes the buffer over.
QADAM_EXPORT(qadam_texts) int qadam_texts(char* bytes, std::uint32_t size) {
  return load_texts(take(bytes, size), wizard().texts);
}

// The Kazakh one beside it, for the card that a clerk reads (a Screen of kind "card" is busy without it).
QADAM_EXPORT(qadam_kazakh) int qadam_kazakh(char* bytes, std::uint32_t size) {
  return load_texts(take(bytes, size), wizard().kazakh);
}

// Record: mode, now, seed; optional operator, bin, asOf (see submission/setting.hpp).
QADAM_EXPORT(qadam_begin) int qadam_begin(const char* bytes, std::uint32_t size) {
  Wizard& w = wizard();
  auto setting = submission::setting_of(view_of(bytes, size));
  if (!setting) return failed(setting.error());
  if (w.model == nullptr) return failed({"service.none", "", ""});
  w.effects.clear();
  w.state = std::make_unique<engine::State>(engine::begin(*w.model, std::move(*setting)));
  return 0;
}

QADAM_EXPORT(qadam_now) void qadam_now(double utc_seconds) {
  apply(engine::Now{{static_cast<std::int64_t>(utc_seconds)}});
}

QADAM_EXPORT(qadam_answer)

void qadam_answer(const char* field, std::uint32_t field_size, std::uint32_t state, const char* text,
                  std::uint32_t size) {
  constexpr auto kLast = static_cast<std::uint32_t>(engine::AnswerState::value);
  if (state > kLast) return;
  apply(engine::Give{std::string(view_of(field, field_size)), static_cast<engine::AnswerState>(state),
                     std::string(view_of(text, size))});
}

QADAM_EXPORT(qadam_act) void qadam_act(const char* id, std::uint32_t size) {
  apply(engine::Press{std::string(view_of(id, size))});
}

QADAM_EXPORT(qadam_result)

void qadam_result(std::uint32_t effect, std::uint32_t outcome, const char* bytes, std::uint32_t size) {
  engine::Result result{effect, engine::Outcome::invalid, {}};
  auto record = base::decode_record(view_of(bytes, size));
  if (record && outcome <= static_cast<std::uint32_t>(engine::Outcome::invalid)) {
    result.outcome = static_cast<engine::Outcome>(outcome);
    result.record = std::move(*record);
  }
  apply(result);
}

// The Screen as JSON; "null" before a service, its texts and a session are there.
QADAM_EXPORT(qadam_screen) const char* qadam_screen() {
  const Wizard& w = wizard();
  if (w.model == nullptr || w.texts == nullptr || w.state == nullptr) return give("null");
  return give(view::to_json(view::screen(*w.model, *w.state, *w.texts, w.kazakh.get())));
}

// A file to take along, by the id of its button without "file:": {"name","type","text"}, or null.
QADAM_EXPORT(qadam_file) const char* qadam_file(const char* id, std::uint32_t size) {
  const Wizard& w = wizard();
  if (w.model == nullptr || w.texts == nullptr || w.state == nullptr) return give("null");
  return give(view::to_json(view::file(*w.model, *w.state, *w.texts, view_of(id, size))));
}

// The words that belong to every screen, as one JSON object; they change with the language only.
QADAM_EXPORT(qadam_chrome) const char* qadam_chrome() {
  const Wizard& w = wizard();
  return give(w.texts == nullptr ? "null" : view::to_json(view::chrome(*w.texts)));
}

// [{"id","kind","params"}]: effects asked for since the last call.
QADAM_EXPORT(qadam_effects) const char* qadam_effects() {
  base::JsonWriter json;
  json.begin_array();
  for (const engine::Effect& effect : wizard().effects) {
    json.begin_object().member("id", effect.id).member("kind", name(effect.kind)).key("params").begin_object();
    for (const auto& entry : effect.params.entries()) json.member(entry.first, entry.second);
    json.end_object().end_object();
  }
  json.end_array();
  wizard().effects.clear();
  return give(json.take());
}

// The session as a record, with what belongs to memory only: to go on after a broken module.
QADAM_EXPORT(qadam_save) const char* qadam_save() {
  const Wizard& w = wizard();
  if (w.model == nullptr || w.state == nullptr) return give("");
  return give(base::encode(engine::save(*w.model, *w.state, true)));
}

// The draft with which the session of a found entry's service begins ("deferment.study"); "" when the loaded file is not
// the finder or has no such entry. It goes to qadam_restore once that service is loaded and begun.
QADAM_EXPORT(qadam_handover) const char* qadam_handover(const char* id, std::uint32_t size) {
  const Wizard& w = wizard();
  if (w.model == nullptr || w.state == nullptr || !engine::is_finder(*w.model)) return give("");
  const std::uint16_t entry = engine::find_entry(*w.model, view_of(id, size));
  if (entry == service::kNone) return give("");
  return give(base::encode(engine::handover(*w.model, *w.state, entry)));
}

// After qadam_begin: the answers of a saved session, read anew. One that cannot be read any more is said so on the page.
QADAM_EXPORT(qadam_restore) int qadam_restore(const char* bytes, std::uint32_t size) {
  Wizard& w = wizard();
  if (w.model == nullptr || w.state == nullptr) return failed({"service.none", "", ""});
  auto record = base::decode_record(view_of(bytes, size));
  if (!record) return failed(record.error());
  auto restored = engine::restore(*w.model, *record, w.state->setting);
  if (!restored) {
    if (restored.error().code == "draft.version") w.state->trouble = "draft.version";
    return failed(restored.error());
  }
  *w.state = std::move(restored->state);
  return 0;
}
