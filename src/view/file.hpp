// Files that a person may take along: made here, kept by nobody. A screen offers one with a button "file:<id>"; the shell
// asks for it and hands it over, without an action of the engine's.
//
// Names and first lines are neutral: the service and its subtype are nobody else's business on a shared computer.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/state.hpp"
#include "i18n/texts.hpp"
#include "service/model.hpp"

namespace qadam::view {

struct File {
  std::string name;
  std::string type;  // media type
  std::string text;  // UTF-8
};

// The file of that id ("calendar", "plan"); none when this state has none.
[[nodiscard]] std::optional<File> file(const service::Model& model, const engine::State& state,
                                       const i18n::Texts& texts, std::string_view id);

// {"name","type","text"}, or null.
[[nodiscard]] std::string to_json(const std::optional<File>& file);

}  // namespace qadam::view
