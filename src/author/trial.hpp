// A trial: one scenario judged by the engine, and how that differs from what its author expects.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/scenarios.hpp"
#include "engine/state.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::author {

// What came out. Ids; verdict is "" where the subtype has no conditions.
struct Judgement {
  engine::State state;
  base::Date day;
  std::string verdict;
  std::vector<std::string> because;    // leaves that fail, or that are undecided
  std::vector<std::string> questions;  // what would settle an unknown verdict
  std::vector<std::string> documents;  // of the subtype, asked on that day
  std::vector<std::string> screens;    // of a whole session with these answers
};

// `day`: another day of application than the scenario's own.
[[nodiscard]] Judgement judge(const service::Model& model, const Scenario& scenario,
                              std::optional<base::Date> day = std::nullopt);

// One thing that is not as expected: lists for lists, a text for the verdict.
struct Difference {
  std::string what;  // member of `expect`
  pack::Json expected;
  pack::Json got;
};

[[nodiscard]] std::vector<Difference> differences(const service::Model& model, const Expect& expect,
                                                  const Judgement& judgement);

}  // namespace qadam::author
