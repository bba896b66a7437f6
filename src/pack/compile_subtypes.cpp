// Subtypes with their documents; grounds of refusal and remedies; notes (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "feel_lang/suggest.hpp"
#include "pack/compilation.hpp"

namespace qadam::pack {
namespace {

constexpr std::pair<std::string_view, service::Required> kRequired[] = {
    {"always", service::Required::always}, {"ifAny", service::Required::if_any}, {"when", service::Required::when}};

constexpr std::pair<std::string_view, service::ItemKind> kItemKinds[] = {
    {"application", service::ItemKind::application},
    {"copy", service::ItemKind::copy},
    {"data", service::ItemKind::data}};

constexpr std::pair<std::string_view, service::NoteKind> kNoteKinds[] = {
    {"defect", service::NoteKind::defect}, {"gap", service::NoteKind::gap}, {"outside", service::NoteKind::outside}};

constexpr std::pair<std::string_view, service::RemedyKind> kRemedyKinds[] = {
    {"preliminary", service::RemedyKind::preliminary},
    {"appeal", service::RemedyKind::appeal},
    {"silence", service::RemedyKind::silence},
    {"duty", service::RemedyKind::duty},
    {"result", service::RemedyKind::result}};

constexpr std::pair<std::string_view, service::Confidence> kConfidences[] = {
    {"verified", service::Confidence::verified},
    {"likely", service::Confidence::likely},
    {"unknown", service::Confidence::unknown}};

}  // namespace

void Compilation::subtypes() {
  std::set<std::string> ids;
  std::set<std::string> item_ids;
  for (const JsonReader& json : pack_.objects("subtypes")) {
    json.allow(shape::kSubtype);
    service::Subtype subtype;
    subtype.number = static_cast<std::uint16_t>(json.whole("number"));
    subtype.id = json.string("id");
    if (!ids.insert(subtype.id).second) json.report("pack.repeated", "id", subtype.id);
    subtype.title = texts_.own(json.string("title"));
    subtype.law = laws(json);
    if (json.has("chosenWhen")) subtype.chosen = expression(json, "chosenWhen", json.string("chosenWhen"));
    if (json.has("eligibleWhen")) subtype.condition = condition(json.object("eligibleWhen"));
    std::vector<std::string> places;
    for (const JsonReader& each : json.objects("items")) {
      subtype.items.push_back(item(each));
      places.push_back(each.place());
      const std::string& id = subtype.items.back().id;
      if (!item_ids.insert(id).second) each.report("pack.repeated", "id", id);
    }
    m_.subtypes.push_back(std::move(subtype));
    out_.subtypes.push_back(json.place());
    out_.items.push_back(std::move(places));
  }
}

service::Item Compilation::item(const JsonReader& json) {
  json.allow(shape::kItem);
  service::Item item;
  item.id = json.string("id");
  const auto kind = choose(kItemKinds, json.string("kind"));
  if (!kind) json.report("pack.value", "kind", "application, copy or data");
  item.kind = kind.value_or(service::ItemKind::copy);
  const auto required = choose(kRequired, json.string("required"));
  if (!required) json.report("pack.value", "required", "always, ifAny or when");
  item.required = required.value_or(service::Required::always);
  if ((item.required == service::Required::when) != json.has("when"))
    json.report("pack.value", "when", "belongs to \"required\": \"when\", and only there");
  if (json.has("when")) item.when = expression(json, "when", json.string("when"));
  item.title = texts_.own("item." + item.id);
  item.hint = texts_.own("item." + item.id + ".hint", Need::optional);
  if (item.required == service::Required::when) item.condition = texts_.own("item." + item.id + ".when");
  item.slow = json.boolean_or("slow", false);
  if (json.has("field")) item.field = field_index(json, "field", json.string("field"));
  item.law = needed_laws(json, "a document");
  for (const std::string& id : json.strings("notes")) {
    const auto it = notes_.find(id);
    if (it != notes_.end()) {
      item.notes.push_back(it->second);
      continue;
    }
    std::vector<std::string> known;
    for (const auto& entry : notes_) known.push_back(entry.first);
    json.report("pack.unknown_note", "notes", id + feel_lang::suggestion(id, known));
  }
  read_days(json, item);
  return item;
}

void Compilation::grounds() {
  std::set<std::string> ids;
  for (const JsonReader& json : pack_.objects("refusalGrounds")) {
    json.allow(shape::kGround);
    service::Ground ground;
    ground.id = json.string("id");
    if (!ids.insert(ground.id).second) json.report("pack.repeated", "id", ground.id);
    ground.text = texts_.own("ground." + ground.id);
    ground.law = needed_laws(json, "a ground");
    read_days(json, ground);
    m_.grounds.push_back(std::move(ground));
  }
}

// A remedy of many services is worded once, for all; a service that must say it otherwise has words of its own.
void Compilation::remedies() {
  const auto text = [&](const std::string& key) {
    const service::TextId own = texts_.own(key, Need::optional);
    return own != service::kNoText ? own : texts_.shared(key);
  };
  std::set<std::string> ids;
  for (const JsonReader& json : pack_.objects("remedies")) {
    json.allow(shape::kRemedy);
    service::Remedy remedy;
    remedy.id = json.string("id");
    if (!ids.insert(remedy.id).second) json.report("pack.repeated", "id", remedy.id);
    const auto kind = choose(kRemedyKinds, json.string("kind"));
    if (!kind) json.report("pack.value", "kind", "preliminary, appeal, silence, duty or result");
    remedy.kind = kind.value_or(service::RemedyKind::appeal);
    const auto confidence = choose(kConfidences, json.string("confidence"));
    if (!confidence) json.report("pack.value", "confidence", "verified, likely or unknown");
    remedy.confidence = confidence.value_or(service::Confidence::unknown);
    remedy.title = text("remedy." + remedy.id + ".title");
    remedy.text = text("remedy." + remedy.id);
    remedy.law = needed_laws(json, "a remedy");
    read_days(json, remedy);
    m_.remedies.push_back(std::move(remedy));
  }
}

void Compilation::notes() {
  for (const JsonReader& json : pack_.objects("notes")) {
    json.allow(shape::kNote);
    service::Note note;
    note.id = json.string("id");
    const auto number = static_cast<std::uint16_t>(m_.notes.size());
    if (!notes_.emplace(note.id, number).second) json.report("pack.repeated", "id", note.id);
    const auto kind = choose(kNoteKinds, json.string("kind"));
    if (!kind) json.report("pack.value", "kind", "defect, gap or outside");
    note.kind = kind.value_or(service::NoteKind::gap);
    note.text = texts_.own("note." + note.id);
    note.law = needed_laws(json, "a note");
    read_days(json, note);
    m_.notes.push_back(std::move(note));
  }
}

// After screens and subtypes, which they name.
void Compilation::samples() {
  std::set<std::string> ids;
  std::vector<std::string> screens;
  std::vector<std::string> items;
  for (const service::Screen& screen : m_.screens) screens.push_back(screen.id);
  for (const service::Subtype& subtype : m_.subtypes) {
    for (const service::Item& each : subtype.items) items.push_back(each.id);
  }
  const auto known = [](const std::vector<std::string>& all, const std::string& id) {
    return std::find(all.begin(), all.end(), id) != all.end();
  };
  for (const JsonReader& json : pack_.objects("samples")) {
    json.allow(shape::kSample);
    service::Sample sample;
    sample.id = json.string("id");
    const auto number = static_cast<std::uint16_t>(m_.samples.size());
    if (!ids.insert(sample.id).second) json.report("pack.repeated", "id", sample.id);
    const std::string key = "sample." + sample.id;
    sample.title = texts_.own(key + ".title");
    for (const std::string& row : json.strings("rows")) {
      sample.rows.push_back(texts_.own(key + "." + row));
      sample.rows.push_back(texts_.own(key + "." + row + ".value"));
    }
    if (sample.rows.empty()) json.report("pack.missing", "rows", "a sample shows what stands in the form");
    sample.law = needed_laws(json, "a sample");
    for (const std::string& id : json.strings("screens")) {
      if (!known(screens, id)) json.report("pack.unknown_screen", "screens", id + feel_lang::suggestion(id, screens));
      for (service::Screen& screen : m_.screens) {
        if (screen.id == id) screen.samples.push_back(number);
      }
    }
    for (const std::string& id : json.strings("items")) {
      if (!known(items, id)) json.report("pack.unknown_item", "items", id + feel_lang::suggestion(id, items));
    }
    m_.samples.push_back(std::move(sample));
  }
}

}  // namespace qadam::pack
