// view::screen: the State in words. Chooses what to show and how to say it; decides nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "engine/state.hpp"
#include "i18n/texts.hpp"
#include "service/model.hpp"
#include "view/screen.hpp"

namespace qadam::view {

// `texts` must be of `model` (same checksum). Without `chrome`, which is the same on every screen of a language.
// `kazakh`: the Kazakh texts of `model`, for the card that a clerk reads whatever the person's language; while they are
// wanted and not there, that page is `busy` and has no body.
[[nodiscard]] Screen screen(const service::Model& model, const engine::State& state, const i18n::Texts& texts,
                            const i18n::Texts* kazakh = nullptr);

// The words that belong to every screen, for Screen::chrome.
[[nodiscard]] std::vector<Chrome> chrome(const i18n::Texts& texts);

// {"back":"...",...}: the same as one JSON object.
[[nodiscard]] std::string to_json(const std::vector<Chrome>& chrome);

// The Screen as JSON: members in camelCase; empty texts, empty lists, false and 0 are left out; `required` is written
// only when false; `chrome` goes apart.
[[nodiscard]] std::string to_json(const Screen& screen);

}  // namespace qadam::view
