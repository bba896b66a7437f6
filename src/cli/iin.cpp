// `qadam iin`: what is to be said of an IIN.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "cli/command.hpp"
#include "person/identifier.hpp"

namespace qadam::cli {
namespace {

// The command line speaks English; the same codes are worded for citizens in i18n/.
std::string_view meaning(std::string_view code) {
  constexpr std::pair<std::string_view, std::string_view> kMeanings[] = {
      {"iin.digits", "an IIN has digits only"},
      {"iin.length", "an IIN has 12 digits"},
      {"iin.checksum", "the last digit does not fit the others"},
      {"iin.digit", "the seventh digit is none of 1 to 6: unusual, not refused"},
      {"iin.impossible_date", "the first six digits are no real date: unusual, not refused"}};
  for (const auto& entry : kMeanings) {
    if (entry.first == code) return entry.second;
  }
  return "";
}

int iin(const std::string& number, bool as_json) {
  const auto parsed = person::parse_iin(number);
  pack::Json out{{"valid", parsed.has_value()}, {"warnings", pack::Json::array()}};
  if (parsed) {
    for (const std::string& code : parsed->warnings) {
      out["warnings"].push_back({{"code", code}, {"text", meaning(code)}});
    }
    out["demonstration"] = parsed->demonstration;
  } else {
    out["errors"] = pack::Json::array({{{"code", parsed.error().code}, {"text", meaning(parsed.error().code)}}});
  }
  if (as_json) {
    std::cout << out.dump() << '\n';
  } else {
    std::cout << (parsed ? "valid" : "invalid") << '\n';
    for (const char* list : {"errors", "warnings"}) {
      if (!out.contains(list)) continue;
      for (const pack::Json& each : out[list]) {
        std::cout << each["code"].get<std::string>() << ": " << each["text"].get<std::string>() << '\n';
      }
    }
  }
  return parsed ? kDone : kInvalid;
}

}  // namespace

void add_iin(CLI::App& app, const Context&, Run& run) {
  auto number = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("iin", "checks an individual identification number");
  command->add_option("NUMBER", *number)->required();
  command->add_flag("--json", *json);
  command->callback([&run, number, json] { run = [number, json] { return iin(*number, *json); }; });
}

}  // namespace qadam::cli
