// The compiler's reader and the JSON Schemas that editors use know the same members.
// SPDX-License-Identifier: MIT
#include "pack/shape.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "pack/sources.hpp"

using namespace qadam;
using pack::Json;

namespace {

Json schema(const char* name) {
  const auto path = std::filesystem::path(QADAM_SOURCE_DIR) / "assets/services" / name;
  pack::Diagnostics diagnostics;
  Json json = pack::read_json(path, name, diagnostics);
  CHECK(diagnostics.empty());
  return json;
}

std::set<std::string> keys_of(const Json& properties) {
  std::set<std::string> keys;
  for (const auto& item : properties.items()) keys.insert(item.key());
  return keys;
}

}  // namespace

TEST_CASE("reader and schema allow the same members of every object") {
  const Json packs = schema("pack.schema.json");
  const Json fields = schema("fields.schema.json");
  for (const pack::Shape* shape : pack::pack_shapes()) {
    const std::string name(shape->name);
    CAPTURE(name);
    const Json& object = name == "pack"     ? packs
                         : name == "fields" ? fields
                         : name == "field"  ? fields["$defs"]["field"]
                                            : packs["$defs"][name];
    CHECK(object["additionalProperties"] == false);
    CHECK(keys_of(object["properties"]) == std::set<std::string>(shape->members.begin(), shape->members.end()));
    // What an editor shows beside each member.
    for (const auto& member : object["properties"].items()) {
      CAPTURE(member.key());
      const bool refers = member.value().contains("$ref");
      CHECK((refers || member.value().contains("description")));
    }
  }
}
