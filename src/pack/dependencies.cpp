// SPDX-License-Identifier: MIT
#include "pack/dependencies.hpp"

#include <algorithm>

namespace qadam::pack {
namespace {

const std::set<std::uint32_t>& reads_of(const Reads& reads, service::ExprId expr) {
  static const std::set<std::uint32_t> kNothing;
  const auto it = reads.find(expr);
  return it == reads.end() ? kNothing : it->second;
}

bool intersect(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint32_t x) { return b.count(x) != 0; });
}

}  // namespace

std::string index_dependencies(service::Model& model, const Reads& reads) {
  const auto fields = static_cast<std::uint16_t>(model.fields.size());
  // Fields with `ask`, each after those it reads.
  std::set<std::uint32_t> settled;
  for (std::uint16_t f = 0; f < fields; ++f) {
    if (model.fields[f].ask == service::kNoExpr) settled.insert(f);
  }
  for (bool progress = true; progress;) {
    progress = false;
    for (std::uint16_t f = 0; f < fields; ++f) {
      if (settled.count(f) != 0) continue;
      const auto& needs = reads_of(reads, model.fields[f].ask);
      if (!std::all_of(needs.begin(), needs.end(), [&](std::uint32_t n) { return settled.count(n) != 0; })) continue;
      model.asks.push_back(f);
      settled.insert(f);
      progress = true;
    }
  }
  for (std::uint16_t f = 0; f < fields; ++f) {
    if (settled.count(f) == 0) return model.fields[f].id;
  }
  model.readers.resize(fields);
  model.askers.resize(fields);
  for (std::uint16_t f = 0; f < fields; ++f) {
    // One pass suffices: `asks` is in order of dependence.
    std::set<std::uint32_t> affected{f};
    for (const std::uint16_t asked : model.asks) {
      if (!intersect(reads_of(reads, model.fields[asked].ask), affected)) continue;
      affected.insert(asked);
      model.askers[f].push_back(asked);
    }
    for (std::size_t c = 0; c < model.conditions.size(); ++c) {
      if (intersect(reads_of(reads, model.conditions[c].expr), affected)) {
        model.readers[f].push_back(static_cast<std::uint16_t>(c));
      }
    }
  }
  return "";
}

}  // namespace qadam::pack
