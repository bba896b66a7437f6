// SPDX-License-Identifier: MIT
#include "backend/slots.hpp"

namespace qadam::backend {
namespace {

constexpr int kDays = 10;
constexpr int kFriday = 5;
constexpr int kMinutes[] = {9 * 60, 11 * 60, 14 * 60, 16 * 60};

std::string slot_id(std::string_view service, int stage, base::Instant at, int centre) {
  return std::string(service) + '.' + std::to_string(stage) + '.' + std::to_string(at.seconds) + '.' +
         std::to_string(centre + 1);
}

}  // namespace

std::vector<Slot> slots_from(std::string_view service, int stage, int centres, base::Instant now) {
  std::vector<Slot> out;
  base::Date day = base::civil_time(now).date;
  for (int days = 0; days < kDays;) {
    day = day.plus_days(1);
    if (day.weekday() > kFriday) continue;
    ++days;
    for (const int minute : kMinutes) {
      const base::Instant at = base::instant_of(day, minute);
      for (int centre = 0; centre < centres; ++centre) {
        out.push_back({slot_id(service, stage, at, centre), at, centre});
      }
    }
  }
  return out;
}

}  // namespace qadam::backend
