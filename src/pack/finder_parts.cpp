// SPDX-License-Identifier: MIT
#include "pack/finder_parts.hpp"

#include <algorithm>

namespace qadam::pack {
namespace {

using service::kNone;
using service::kNoText;
using service::Model;

void reads_of(const feel::Program& program, service::ExprId at, std::set<std::uint32_t>& out) {
  const feel::Node& node = program.nodes[at];
  if (node.op == feel::Op::field) out.insert(node.a);
  for (std::uint32_t k = 0; k < node.kids; ++k) reads_of(program, program.kids[node.first_kid + k], out);
}

void reads_below(const Model& model, std::uint16_t condition, std::set<std::uint32_t>& out) {
  const service::Condition& c = model.conditions[condition];
  if (c.expr != service::kNoExpr) reads_of(model.program, c.expr, out);
  for (const std::uint16_t child : c.children) reads_below(model, child, out);
}

}  // namespace

Covering::Covering(const std::vector<CoveredPack>& packs, const JsonReader& finder, TextTable& texts)
    : packs_(packs), texts_(texts) {
  for (const JsonReader& service : finder.objects("services"))
    cases_[service.string("id")] = service.string_or("case", "");
  for (const CoveredPack& each : packs_) {
    for (std::size_t i = 0; i < 3; ++i) {
      auto table = i18n::Texts::load(each.pack.texts[i]);
      if (table) tables_[each.pack.model.id][i] = std::make_unique<i18n::Texts>(std::move(*table));
    }
  }
}

const CoveredPack* Covering::pack(const std::string& service) const {
  for (const CoveredPack& each : packs_) {
    if (each.pack.model.id == service) return &each;
  }
  return nullptr;
}

const std::string& Covering::case_of(const std::string& service) const {
  static const std::string kNoCase;
  const auto it = cases_.find(service);
  return it == cases_.end() ? kNoCase : it->second;
}

service::TextId Covering::taken(const CoveredPack& pack, service::TextId text) {
  if (text == kNoText) return kNoText;
  const auto key = std::make_pair(pack.pack.model.id, text);
  const auto known = taken_.find(key);
  if (known != taken_.end()) return known->second;
  std::array<std::string, 3> normal;
  std::array<std::string, 3> other;
  const auto& tables = tables_.at(pack.pack.model.id);
  for (std::size_t i = 0; i < 3; ++i) {
    normal[i] = tables[i]->get(text, false);
    other[i] = tables[i]->get(text, true);
  }
  return taken_[key] = texts_.taken(normal, other);
}

std::vector<std::string> Covering::fields_read(const CoveredPack& pack, const std::string& subtype) const {
  const Model& model = pack.pack.model;
  std::set<std::uint32_t> reads;
  for (const service::Subtype& each : model.subtypes) {
    if (each.id == subtype && each.condition != kNone) reads_below(model, each.condition, reads);
  }
  for (auto it = model.asks.rbegin(); it != model.asks.rend(); ++it) {  // each after those that it reads
    if (reads.count(*it) != 0) reads_of(model.program, model.fields[*it].ask, reads);
  }
  std::vector<std::string> out;
  for (const std::uint32_t field : reads) out.push_back(model.fields[field].id);
  return out;
}

Covering::Page Covering::page_asking(const std::string& field) const {
  for (const CoveredPack& each : packs_) {
    const Model& model = each.pack.model;
    for (const service::Screen& screen : model.screens) {
      const bool is_it = screen.kind == service::ScreenKind::question && screen.fields.size() == 1 &&
                         model.fields[screen.fields[0]].id == field;
      if (is_it) return {&each, &screen};
    }
  }
  return {};
}

ProgramImport::Reading Covering::reading(const CoveredPack& pack, std::uint16_t case_field, const std::string& value,
                                         service::ExprId claim, const Model& finder, ProgramImport& import) const {
  const Model& model = pack.pack.model;
  const auto read = std::make_shared<std::function<std::uint32_t(std::uint32_t)>>();
  // It refers to itself by a plain pointer: owning itself it would never be freed.
  *read = [&model, &finder, &import, case_field, value, self = read.get()](std::uint32_t field) -> std::uint32_t {
    if (field == case_field) return import.text(value);
    const std::uint32_t here = import.field(service::find_field(finder, model.fields[field].id));
    const service::ExprId ask = model.fields[field].ask;
    if (ask == service::kNoExpr) return here;
    return import.only_if(import.take(model.program, ask, {*self, {}}), here);
  };
  ProgramImport::Reading out;
  out.field = [read](std::uint32_t field) { return (*read)(field); };
  if (claim != service::kNoExpr) {
    out.equals = [case_field, value, claim](std::uint32_t field,
                                            const std::string& text) -> std::optional<std::uint32_t> {
      if (field != case_field || text != value) return std::nullopt;
      return claim;
    };
  }
  return out;
}

}  // namespace qadam::pack
