// Shapes: which members each kind of object in a pack may have. The one list behind the reader, the JSON Schema's test
// and the suggestions for a misspelt key.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace qadam::pack {

// `name`: as in $defs of assets/services/pack.schema.json ("pack" is its root) and fields.schema.json.
struct Shape {
  std::string_view name;
  std::vector<std::string_view> members;
};

namespace shape {

extern const Shape kPack, kLaw, kLawOf, kFee, kTimeLimit, kWindow, kHours, kSubtype, kItem, kCondition, kCheck, kScreen,
    kStage, kGround, kRemedy, kNote, kSample, kMigration, kFields, kField, kRatePeriod, kFinder, kFinderService,
    kFinderEntry, kFinderQuestion, kFinderNotice, kCalendar, kCalendarSource, kCalendarYear, kCalendarDay;

}  // namespace shape

// All of them except those of assets/rates.json and assets/calendars.
[[nodiscard]] const std::vector<const Shape*>& pack_shapes();

}  // namespace qadam::pack
