// Names that nothing uses (see lint_parts.hpp).
// SPDX-License-Identifier: MIT
#include <set>

#include "pack/json_reader.hpp"
#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

void fields_in(const Json& json, std::set<std::string>& out) {
  if (json.is_array()) {
    for (const Json& each : json) fields_in(each, out);
  } else if (json.is_object()) {
    for (const auto& item : json.items()) {
      const bool names = item.key() == "field" || item.key() == "fields" || item.key() == "facts";
      if (names && item.value().is_string()) out.insert(item.value().get<std::string>());
      if (names && item.value().is_array()) {
        for (const Json& id : item.value()) {
          if (id.is_string()) out.insert(id.get<std::string>());
        }
      }
      fields_in(item.value(), out);
    }
  }
}

}  // namespace

void lint_definitions(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics) {
  for (const std::string& name : analysis.definitions) {
    if (analysis.used.count(name) != 0) continue;
    diagnostics.push_back({"names.unused_definition", sources.pack_file, "/definitions/" + name,
                           "no expression uses it", Severity::warning});
  }
}

void lint_dictionary(const std::vector<Sources>& all, bool are_all, Diagnostics& diagnostics) {
  if (all.empty()) return;
  const std::string file = "assets/services/fields.json";
  const JsonReader root(all.front().fields, file, "", diagnostics);
  root.allow(shape::kFields);
  std::set<std::string> used;
  for (const Sources& each : all) fields_in(each.pack, used);
  const JsonReader fields = root.object("fields");
  for (const std::string& id : fields.keys()) {
    const JsonReader field = fields.object(id.c_str());
    field.allow(shape::kField);
    if (!are_all || used.count(id) != 0) continue;
    diagnostics.push_back(
        {"names.unused_field", file, "/fields/" + id, "no service asks it or is told it", Severity::warning});
  }
}

}  // namespace qadam::pack
