// A real pack, to be altered in memory and compiled anew.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "author/scenarios.hpp"
#include "author/words.hpp"
#include "pack/compiler.hpp"

namespace qadam::testing {

struct Work {
  pack::Sources sources;
  pack::CompiledPack pack;
};

// licence-first with `alter` applied to its JSON files.
Work work(const std::function<void(pack::Sources&)>& alter = {});

// i18n/authoring/<lang>.json.
pack::Json authoring(const std::string& lang);

author::Words words(const Work& work, const std::string& lang, const std::string& day);

// assets/services/licence-first.scenarios.json.
const pack::Json& licence_scenarios();

base::Date day(const std::string& iso);

pack::Root root();

bool has(const std::string& text, const std::string& part);

}  // namespace qadam::testing
