// SPDX-License-Identifier: MIT
#include "submission/setting.hpp"

#include "base/text.hpp"

namespace qadam::submission {
namespace {

constexpr std::string_view kModes[] = {"demonstration", "preparation", "connected"};

}  // namespace

std::string_view name(service::Mode mode) {
  return kModes[static_cast<std::size_t>(mode)];
}

base::Result<service::Mode> mode_of(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kModes); ++i) {
    if (kModes[i] == name) return static_cast<service::Mode>(i);
  }
  return base::fail("setting.mode", "mode", std::string(name));
}

base::Result<engine::Setting> setting_of(std::string_view text) {
  auto record = base::decode_record(text);
  if (!record) return record.failure();
  engine::Setting setting;
  const auto mode = mode_of(record->get("mode"));
  if (!mode) return mode.failure();
  setting.mode = *mode;
  setting.now.seconds = base::parse_whole(record->get("now"));
  constexpr std::int64_t kLastSecond = 253'402'282'799;  // of the year 9999 in Kazakhstan: beyond it there are no dates
  if (setting.now.seconds < 0 || setting.now.seconds > kLastSecond) return base::fail("setting.now", "now");
  setting.seed = record->get("seed");
  // Without it two people's submissions could bear the same idempotency key.
  if (setting.seed.empty()) return base::fail("setting.seed", "seed");
  setting.operator_name = record->get("operator");
  setting.operator_bin = record->get("bin");
  if (setting.mode == service::Mode::connected && (setting.operator_name.empty() || setting.operator_bin.empty())) {
    return base::fail("setting.operator", "operator");
  }
  if (record->get("asOf").empty()) return setting;
  const auto day = base::parse_date(record->get("asOf"));
  if (!day || setting.mode != service::Mode::demonstration) return base::fail("setting.asOf", "asOf");
  setting.as_of = *day;
  return setting;
}

}  // namespace qadam::submission
