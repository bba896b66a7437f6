// The Screen as JSON (see build.hpp).
// SPDX-License-Identifier: MIT
#include "base/json_writer.hpp"
#include "view/build.hpp"

namespace qadam::view {
namespace {

using base::JsonWriter;

void text(JsonWriter& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.member(name, value);
}

void flag(JsonWriter& json, std::string_view name, bool value) {
  if (value) json.key(name).boolean(true);
}

template <class T, class F>
void list(JsonWriter& json, std::string_view name, const std::vector<T>& items, F&& write) {
  if (items.empty()) return;
  json.key(name).begin_array();
  for (const T& item : items) {
    json.begin_object();
    write(item);
    json.end_object();
  }
  json.end_array();
}

void laws(JsonWriter& json, const std::vector<Law>& items) {
  list(json, "law", items, [&](const Law& law) { json.member("id", law.id).member("text", law.text); });
}

void options(JsonWriter& json, std::string_view name, const std::vector<Option>& items) {
  list(json, name, items, [&](const Option& option) {
    json.member("value", option.value).member("text", option.text);
    text(json, "hint", option.hint);
    text(json, "group", option.group);
  });
}

void field(JsonWriter& json, const Field& f) {
  json.member("id", f.id).member("kind", f.kind);
  text(json, "label", f.label);
  text(json, "hint", f.hint);
  text(json, "value", f.value);
  text(json, "shown", f.shown);
  text(json, "state", f.state);
  text(json, "error", f.error);
  text(json, "why", f.why);
  if (!f.required) json.key("required").boolean(false);
  flag(json, "mayNotKnow", f.may_not_know);
  flag(json, "mayWithhold", f.may_withhold);
  text(json, "action", f.action);
  text(json, "actionText", f.action_text);
  if (f.max_length != 0) json.member("maxLength", f.max_length);
  options(json, "options", f.options);
  options(json, "examples", f.examples);
  laws(json, f.law);
}

}  // namespace

std::string to_json(const std::vector<Chrome>& chrome) {
  JsonWriter json;
  json.begin_object();
  for (const Chrome& c : chrome) json.member(c.key, c.text);
  json.end_object();
  return json.take();
}

std::string to_json(const Screen& s) {
  JsonWriter json;
  json.begin_object();
  json.member("id", s.id).member("kind", s.kind).member("service", s.service);
  json.member("serviceTitle", s.service_title).member("lang", s.lang);
  if (s.body_lang != s.lang) text(json, "bodyLang", s.body_lang);
  json.key("mode").begin_object().member("id", s.mode.id).member("banner", s.mode.banner);
  text(json, "detail", s.mode.detail);
  text(json, "asOf", s.mode.as_of);
  json.end_object();
  json.member("title", s.title);
  text(json, "lead", s.lead);
  if (!s.progress.text.empty()) {
    json.key("progress").begin_object().member("step", s.progress.step).member("total", s.progress.total);
    json.member("text", s.progress.text).end_object();
  }
  list(json, "notices", s.notices, [&](const Notice& n) {
    json.member("id", n.id).member("kind", n.kind);
    text(json, "title", n.title);
    text(json, "text", n.text);
    laws(json, n.law);
  });
  list(json, "fields", s.fields, [&](const Field& f) { field(json, f); });
  list(json, "errors", s.errors, [&](const FieldError& e) {
    text(json, "field", e.field);
    json.member("text", e.text);
  });
  list(json, "actions", s.actions, [&](const Button& b) {
    json.member("id", b.id).member("kind", b.kind).member("text", b.text);
    text(json, "ask", b.ask);
  });
  laws(json, s.law);
  flag(json, "busy", s.busy);
  json.member("revision", s.revision);
  json.end_object();
  return json.take();
}

}  // namespace qadam::view
