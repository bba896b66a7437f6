// Translations older than the Kazakh text that they were made from (see lint_parts.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/bytes.hpp"
#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

std::string checksum(const Json& text) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::uint64_t sum = base::checksum(text.is_string() ? text.get<std::string>() : text.dump());
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; sum >>= 4) out[i] = kDigits[sum & 15];
  return out;
}

const Json& entries(const Json& record) {
  static const Json kNone = Json::object();
  const auto it = record.find("texts");
  return it != record.end() && it->is_object() ? *it : kNone;
}

}  // namespace

void lint_translations(const std::string& folder, const Json& kazakh, const Json& record, Diagnostics& diagnostics) {
  const Json& known = entries(record);
  const std::string file = folder + "/translated.json";
  if (known.empty() && !kazakh.empty()) {
    diagnostics.push_back({"text.stale", file, "",
                           "nothing is recorded as translated: compare the texts, then qadam lint --translated",
                           Severity::warning});
    return;
  }
  for (const auto& item : kazakh.items()) {
    const auto entry = known.find(item.key());
    if (entry != known.end() && *entry == checksum(item.value())) continue;
    const char* why = entry == known.end() ? "new in Kazakh" : "the Kazakh text has changed since";
    diagnostics.push_back({"text.stale", file, item.key(),
                           std::string(why) + ": bring ru and en up to date, then qadam lint --translated",
                           Severity::warning});
  }
  for (const auto& item : known.items()) {
    if (!kazakh.contains(item.key()))
      diagnostics.push_back({"text.stale", file, item.key(), "no such text any more", Severity::warning});
  }
}

Json translated(const Json& record, const Json& kazakh, const std::vector<std::string>& keys) {
  std::map<std::string, std::string> sums;
  for (const auto& item : kazakh.items()) {
    const bool is_meant = keys.empty() || std::find(keys.begin(), keys.end(), item.key()) != keys.end();
    const auto known = entries(record).find(item.key());
    if (is_meant) {
      sums[item.key()] = checksum(item.value());
    } else if (known != entries(record).end() && known->is_string()) {
      sums[item.key()] = known->get<std::string>();
    }
  }
  Json out;
  out["format"] = 1;
  out["about"] =
      "By key: the checksum of the Kazakh text that the Russian and English ones were made from. Written by qadam lint "
      "--translated.";
  out["texts"] = sums;
  return out;
}

}  // namespace qadam::pack
