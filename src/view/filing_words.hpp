// What is to be said of a filing: rolled to another day, outside the windows, approximate. The same words on the pages
// and in `qadam deadline`.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "engine/deadline.hpp"
#include "i18n/texts.hpp"
#include "service/model.hpp"

namespace qadam::view {

// Sentences of one filing; none when there is nothing to say. `filing` must be of `model`.
[[nodiscard]] std::vector<std::string> filing_words(const service::Model& model, const engine::Filing& filing,
                                                    const i18n::Texts& texts);

}  // namespace qadam::view
