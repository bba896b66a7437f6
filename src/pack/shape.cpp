// SPDX-License-Identifier: MIT
#include "pack/shape.hpp"

namespace qadam::pack {
namespace shape {

const Shape kPack{"pack",
                  {"$schema",
                   "format",
                   "id",
                   "version",
                   "status",
                   "kind",
                   "law",
                   "lawOf",
                   "provider",
                   "channels",
                   "timeLimit",
                   "fee",
                   "result",
                   "windows",
                   "hours",
                   "signing",
                   "contacts",
                   "otherWhen",
                   "applicantOnly",
                   "eligibilityIsAdvice",
                   "definitions",
                   "subtypes",
                   "checks",
                   "ask",
                   "screens",
                   "stages",
                   "obtainedByProvider",
                   "refusalGrounds",
                   "remedies",
                   "notes",
                   "samples",
                   "migrations"}};
const Shape kLaw{"law", {"id", "from", "until", "cites", "note"}};
const Shape kLawOf{"lawOf",
                   {"title", "provider", "result", "channels", "signing", "fee", "obtainedByProvider", "contacts"}};
const Shape kFee{"fee", {"free", "id", "times", "rate", "law"}};
const Shape kTimeLimit{"timeLimit", {"workingDays", "law", "from", "until"}};
const Shape kWindow{"window", {"from", "to", "law", "validFrom", "validUntil"}};
// The day's own "from" is a time here, so its validity has names of its own, as in a window.
const Shape kHours{"hours", {"from", "to", "lunchFrom", "lunchTo", "law", "validFrom", "validUntil"}};
const Shape kSubtype{"subtype", {"number", "id", "title", "chosenWhen", "law", "eligibleWhen", "items"}};
const Shape kItem{"item", {"id", "kind", "required", "when", "field", "law", "notes", "slow", "from", "until"}};
const Shape kCondition{"condition", {"id", "all", "any", "feel", "law", "from", "until"}};
const Shape kCheck{"check", {"id", "stage", "field", "facts", "passWhen", "sensitive"}};
const Shape kScreen{"screen", {"id", "kind", "stage", "fields", "showWhen", "modes", "ends", "blocks", "law"}};
const Shape kStage{"stage", {"number", "id", "kind", "system", "law", "onStop", "from", "until"}};
const Shape kGround{"ground", {"id", "law", "from", "until"}};
const Shape kRemedy{"remedy", {"id", "kind", "law", "confidence", "from", "until"}};
const Shape kNote{"note", {"id", "law", "screens", "kind", "from", "until"}};
const Shape kSample{"sample", {"id", "law", "rows", "screens", "items"}};
const Shape kMigration{"migration", {"from", "to", "rename", "options", "drop", "impossible"}};
const Shape kFields{"fields", {"$schema", "format", "about", "fields"}};
const Shape kField{"field",
                   {"type", "options", "source", "sensitive", "past", "dontKnow", "withhold", "ifAny", "maxLength",
                    "sorted", "submitOnly", "groups", "law"}};
const Shape kRatePeriod{"ratePeriod", {"from", "until", "value", "source", "read", "confidence"}};
const Shape kCalendar{"calendar", {"format", "about", "law", "sources", "years", "days"}};
const Shape kCalendarSource{"calendarSource", {"source", "read"}};
const Shape kCalendarYear{"calendarYear", {"year", "source", "confidence"}};
const Shape kCalendarDay{"calendarDay", {"day", "is", "reason", "of", "source", "confidence"}};

// assets/services/finder.json.
const Shape kFinder{"finder",
                    {"$schema", "format", "about", "id", "version", "otherWhen", "reason", "definitions", "services",
                     "questions", "derived", "entries", "notices"}};
const Shape kFinderService{"finderService", {"id", "case"}};
const Shape kFinderEntry{"finderEntry", {"id", "reasons", "openWhen", "claim", "asks"}};
const Shape kFinderQuestion{"finderQuestion", {"id", "fields", "tell", "law"}};
const Shape kFinderNotice{"finderNotice", {"id", "when", "law"}};

}  // namespace shape

const std::vector<const Shape*>& pack_shapes() {
  using namespace shape;
  static const std::vector<const Shape*> kAll = {
      &kPack,  &kLaw,    &kLawOf, &kFee,    &kTimeLimit, &kWindow, &kHours,  &kSubtype,   &kItem,   &kCondition,
      &kCheck, &kScreen, &kStage, &kGround, &kRemedy,    &kNote,   &kSample, &kMigration, &kFields, &kField};
  return kAll;
}

}  // namespace qadam::pack
