// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "shown.hpp"

using namespace qadam;
using nlohmann::json;
using testing::Citizen;
using testing::licence;
using testing::shown;

namespace {

// Whether any member is an empty text, an empty list or false, apart from what is always written.
bool has_empties(const json& value, const std::string& key = "") {
  if (value.is_string()) return value.get<std::string>().empty() && key != "text" && key != "lead";
  if (value.is_boolean()) return !value.get<bool>() && key != "required";
  if (value.is_array() && value.empty()) return true;
  if (value.is_structured()) {
    for (const auto& item : value.items()) {
      if (has_empties(item.value(), value.is_object() ? item.key() : "")) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("a screen as JSON is valid, complete and leaves out what is empty") {
  Citizen c(licence());
  c.walk([&] {
    const view::Screen s = shown(c);
    const json parsed = json::parse(view::to_json(s), nullptr, false);
    CAPTURE(s.id);
    REQUIRE(parsed.is_object());
    CHECK(parsed["id"] == s.id);
    CHECK(parsed["kind"] == s.kind);
    CHECK(parsed["title"] == s.title);
    CHECK(parsed["mode"]["id"] == "demonstration");
    CHECK(parsed["revision"] == s.revision);
    CHECK_FALSE(parsed.contains("chrome"));
    CHECK(parsed.value("fields", json::array()).size() == s.fields.size());
    CHECK(parsed.value("actions", json::array()).size() == s.actions.size());
    CHECK(parsed.contains("busy") == s.busy);
    CHECK_FALSE(has_empties(parsed));
  });
}

TEST_CASE("names of members are those that shells read") {
  Citizen c(licence());
  c.answer("birth_date", "2008-8-2");
  c.go_to("referral").press("continue");
  const json parsed = json::parse(view::to_json(shown(c)), nullptr, false);
  const json& field = parsed["fields"][0];
  CHECK(field["id"] == "military_referral");
  CHECK(field["kind"] == "yesNo");
  CHECK(field["mayNotKnow"] == true);
  CHECK(field["options"].size() == 2);
  CHECK_FALSE(field.contains("required"));
  CHECK_FALSE(field.contains("mayWithhold"));
  CHECK(parsed["errors"][0]["field"] == "military_referral");
  CHECK(parsed["serviceTitle"].is_string());
}

TEST_CASE("the frame's words are one JSON object of their own") {
  const auto words = view::chrome(testing::real_pack("licence-first").texts[0]);
  const json parsed = json::parse(view::to_json(words), nullptr, false);
  REQUIRE(parsed.is_object());
  CHECK(parsed.size() == words.size());
  CHECK(parsed.contains("product"));
  CHECK(parsed.contains("error_title"));
}

TEST_CASE("hostile text cannot break out of the JSON") {
  Citizen c(licence());
  c.go_to("phone").give("phone", "\"},{\n\x01</script>");
  const json parsed = json::parse(view::to_json(shown(c)), nullptr, false);
  REQUIRE(parsed.is_object());
  CHECK(parsed["fields"][0]["value"].get<std::string>().find("</script>") != std::string::npos);
}
