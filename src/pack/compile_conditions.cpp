// FEEL texts and the trees made of them (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include "feel_lang/suggest.hpp"
#include "pack/compilation.hpp"

namespace qadam::pack {
namespace {

constexpr int kMaxLevels = 32;  // as service/soundness.cpp

}  // namespace

service::ExprId Compilation::expression(const JsonReader& at, const std::string& key, const std::string& text,
                                        feel_lang::Type wanted) {
  Expression entry;
  entry.place = at.place() + "/" + key;
  entry.text = text;
  entry.expanded = definitions_.spelled_out(text);
  if (!text.empty() && !definitions_.is_broken(text)) {
    std::vector<base::Error> errors;
    const auto compiled = feel_lang::compile(text, names_, wanted, m_.program, errors);
    if (compiled) {
      entry.root = compiled->root;
      entry.spans = compiled->spans;
      out_.reads[compiled->root].insert(compiled->reads.begin(), compiled->reads.end());
    }
    for (const base::Error& error : errors) at.report(error.code, key + "@" + error.place, error.detail);
  }
  out_.expressions.push_back(entry);
  return entry.root;
}

// Children first, so that a child's number is smaller than its parent's.
std::uint16_t Compilation::condition(const JsonReader& json, int level) {
  json.allow(shape::kCondition);
  service::Condition c;
  c.from = service::kFirstDay;
  c.until = service::kLastDay;
  read_days(json, c);
  c.id = json.string_or("id", "");
  const int kinds = json.has("all") + json.has("any") + json.has("feel");
  if (kinds != 1) json.report("pack.value", "", "a condition has one of 'all', 'any' and 'feel'");
  if (json.has("feel")) {
    c.expr = expression(json, "feel", json.string("feel"));
    json.need("id");
    c.text = texts_.own("condition." + c.id);
    c.stop = texts_.own("condition." + c.id + ".stop", Need::optional);
    c.law = needed_laws(json, "a condition");
    if (c.expr == service::kNoExpr) c.expr = 0;  // reported; keeps the tree's shape
  } else {
    if (json.has("from") || json.has("until"))
      json.report("pack.value", "from", "days belong to the conditions of a group, not to the group");
    c.kind = json.has("any") ? service::ConditionKind::any : service::ConditionKind::all;
    for (const JsonReader& child : json.objects(json.has("any") ? "any" : "all")) {
      if (level + 1 < kMaxLevels) {
        c.children.push_back(condition(child, level + 1));
      } else {
        child.report("pack.limit", "", "groups within groups, too deep to be explained");
      }
    }
    if (c.children.empty()) json.report("pack.value", "", "an empty group decides nothing");
  }
  const auto number = static_cast<std::uint16_t>(m_.conditions.size());
  if (!c.id.empty() && !conditions_.emplace(c.id, number).second) json.report("pack.repeated", "id", c.id);
  m_.conditions.push_back(std::move(c));
  out_.conditions.push_back(json.place());
  return number;
}

std::uint16_t Compilation::condition_named(const JsonReader& at, const char* key, const std::string& id) {
  const auto it = conditions_.find(id);
  if (it != conditions_.end()) return it->second;
  std::vector<std::string> known;
  for (const auto& entry : conditions_) known.push_back(entry.first);
  at.report("pack.unknown_condition", key, id + feel_lang::suggestion(id, known));
  return 0;
}

void Compilation::asks() {
  if (pack_.has("otherWhen")) m_.other_when = expression(pack_, "otherWhen", pack_.string("otherWhen"));
  const JsonReader asks = pack_.object("ask");
  for (const std::string& key : asks.keys()) {
    const std::uint16_t field = field_index(asks, key.c_str(), key);
    if (field == service::kNone) continue;
    m_.fields[field].ask = expression(asks, key, asks.string(key.c_str()));
  }
}

}  // namespace qadam::pack
