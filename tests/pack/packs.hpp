// The repository's own packs, compiled once per test program and read back from their binary form, as shells get them.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "i18n/texts.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::testing {

struct Pack {
  service::Model model;
  std::string binary;
  std::vector<i18n::Texts> texts;  // kk ru en
};

// A service by its id, or "finder".
const Pack& real_pack(const std::string& service);

// Its JSON files, to be broken in memory.
const pack::Sources& real_sources(const std::string& service);

// The small sound pack of tests/pack/broken/sound.json, as one document and as sources; two subtypes, dated elements.
const pack::Json& sample_document();
pack::Sources sample_sources(const pack::Json& document);

}  // namespace qadam::testing
