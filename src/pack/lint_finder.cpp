// What is wrong with a finder that compiles (see finder.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "feel_lang/suggest.hpp"
#include "pack/finder.hpp"
#include "pack/json_reader.hpp"

namespace qadam::pack {
namespace {

constexpr std::size_t kMaxOptions = 7;

class FinderLint {
 public:
  FinderLint(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics)
      : m_(analysis.model), json_(sources.pack, sources.pack_file, "", diagnostics) {}

  void run() {
    reasons();
    for (const JsonReader& question : json_.objects("questions")) {
      const std::vector<std::string> fields = question.strings("fields");
      const bool has_reason = std::find(fields.begin(), fields.end(), json_.string("reason")) != fields.end();
      for (const std::string& id : fields) page(question, id, has_reason);
    }
  }

 private:
  void reasons() {
    const std::uint16_t field = service::find_field(m_, json_.string("reason"));
    if (field == service::kNone) return;  // reported
    std::vector<std::string> known;
    for (const service::Option& option : m_.fields[field].options) known.push_back(option.value);
    std::set<std::string> used;
    for (const JsonReader& entry : json_.objects("entries")) {
      for (const std::string& reason : entry.strings("reasons")) {
        used.insert(reason);
        if (std::find(known.begin(), known.end(), reason) != known.end()) continue;
        entry.report("finder.reason", "reasons", "no such reason: " + reason + feel_lang::suggestion(reason, known));
      }
      if (entry.strings("reasons").empty())
        entry.report("finder.closed", "reasons", "no reason leads to " + entry.string("id"));
    }
    for (const std::string& reason : known) {
      if (used.count(reason) == 0) json_.report("finder.reason", "reason", reason + " leads to nothing");
    }
  }

  void page(const JsonReader& question, const std::string& id, bool is_with_reason) {
    const std::uint16_t number = service::find_field(m_, id);
    if (number == service::kNone) return;  // reported
    const service::Field& field = m_.fields[number];
    if (field.options.size() > kMaxOptions)
      question.report("finder.options", "fields", id + " has more than seven options");
    if (is_with_reason && field.has(service::kSensitive))
      question.report("finder.sensitive", "fields", id + " is sensitive and asked before a reason is chosen");
    if (field.source == service::Source::registry)
      question.report("finder.question", "fields", id + " is for a register to answer");
  }

  const service::Model& m_;
  JsonReader json_;
};

}  // namespace

void lint_finder(const Sources& finder, const Analysis& analysis, Diagnostics& diagnostics) {
  FinderLint(finder, analysis, diagnostics).run();
}

}  // namespace qadam::pack
