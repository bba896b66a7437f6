// Drafts of older versions (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "feel_lang/suggest.hpp"
#include "pack/compilation.hpp"

namespace qadam::pack {
namespace {

// The members of a JSON object whose values are texts.
std::vector<std::pair<std::string, std::string>> pairs(const JsonReader& json) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::string& key : json.keys()) out.emplace_back(key, json.string(key.c_str()));
  return out;
}

}  // namespace

void Compilation::migrations() {
  std::set<std::string> from;
  const std::vector<JsonReader> steps = pack_.objects("migrations");
  for (const JsonReader& json : steps) {
    json.allow(shape::kMigration);
    service::Migration m;
    m.from = json.string("from");
    m.to = json.string("to");
    m.impossible = json.boolean_or("impossible", false);
    if (!from.insert(m.from).second) json.report("pack.repeated", "from", m.from);
    for (auto& [before, after] : pairs(json.object("rename"))) m.renames.push_back({before, after});
    const JsonReader options = json.object("options");
    for (const std::string& field : options.keys()) {
      for (auto& [before, after] : pairs(options.object(field.c_str()))) m.moves.push_back({field, before, after});
    }
    m.drops = json.strings("drop");
    if (m.impossible && !(m.renames.empty() && m.moves.empty() && m.drops.empty()))
      json.report("pack.value", "impossible", "then nothing else is said");
    m_.migrations.push_back(std::move(m));
  }
  // Every step leads to the pack's version, and what the last one speaks of exists.
  for (std::size_t i = 0; i < steps.size(); ++i) {
    std::string at = m_.migrations[i].to;
    for (std::size_t n = 0; at != m_.version && n <= steps.size(); ++n) {
      const auto next = std::find_if(m_.migrations.begin(), m_.migrations.end(),
                                     [&](const service::Migration& m) { return m.from == at; });
      at = next == m_.migrations.end() || n == steps.size() ? "" : next->to;
      if (at.empty()) {
        steps[i].report("pack.value", "to", "no step leads from here to version " + m_.version);
        break;
      }
    }
    if (m_.migrations[i].from == m_.version) steps[i].report("pack.value", "from", "the pack's own version");
    if (m_.migrations[i].to != m_.version) continue;
    for (const service::Migration::Rename& rename : m_.migrations[i].renames) {
      (void)field_index(steps[i], "rename", rename.after);
    }
    for (const service::Migration::Move& move : m_.migrations[i].moves) {
      const std::uint16_t field = field_index(steps[i], "options", move.field);
      if (field == service::kNone) continue;
      std::vector<std::string> known;
      for (const service::Option& option : m_.fields[field].options) known.push_back(option.value);
      if (std::find(known.begin(), known.end(), move.after) == known.end())
        steps[i].report("pack.value", "options/" + move.field, move.after + feel_lang::suggestion(move.after, known));
    }
  }
}

}  // namespace qadam::pack
