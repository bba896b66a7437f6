// SPDX-License-Identifier: MIT
#include "view/file.hpp"

#include "base/json_writer.hpp"
#include "view/builder.hpp"
#include "view/calendar_file.hpp"

namespace qadam::view {

std::optional<File> file(const service::Model& model, const engine::State& state, const i18n::Texts& texts,
                         std::string_view id) {
  if (id == "calendar") return calendar_file(model, state, texts);
  if (id != "plan" || state.page != engine::Page::plan) return std::nullopt;
  return File{"qadam-plan.txt", "text/plain;charset=utf-8", Builder(model, state, texts).plan_file()};
}

std::string to_json(const std::optional<File>& file) {
  if (!file) return "null";
  base::JsonWriter json;
  json.begin_object().member("name", file->name).member("type", file->type).member("text", file->text).end_object();
  return json.take();
}

}  // namespace qadam::view
