// Difference: what changed between two versions of a pack, or between two days of one.
//
// For people who have to answer for the change: the elements added, removed or changed and from which day each takes
// effect, the scenarios of both sides that come out differently, and whether drafts of the older version have a way.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "pack/compiler.hpp"
#include "pack/sources.hpp"

namespace qadam::author {

struct Side {
  const pack::Sources& sources;
  const service::Model& model;
  pack::Json scenarios;           // the whole file; null where there is none
  std::optional<base::Date> day;  // everything as on that day, scenarios too
};

// {"a":{"service","version","day","from","until"},"b":{...},    from and until: of the pack, as its terms go
//  "elements":[{"change":"added|removed|changed","kind","id","a":{"from","until","content"}|null,"b":...}],
//  "scenarios":[{"name","of":"a|b|both","changed":["verdict",...],"a":{"verdict","because","questions","documents"}|
//   {"refused":"why"},"b":...}], all of them; "changed" is empty where nothing did,
//  "drafts":"same|migrated|impossible|missing|other", "problems":["..."],"warnings":["..."]}
[[nodiscard]] pack::Json difference(const Side& a, const Side& b);

}  // namespace qadam::author
