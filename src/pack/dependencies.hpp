// Which conditions and which relevances an answer may change: the index behind "only what depends on it".
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>

#include "service/model.hpp"

namespace qadam::pack {

// By root node of an expression: the fields that it reads.
using Reads = std::map<service::ExprId, std::set<std::uint32_t>>;

// Fills model.readers, model.askers and model.asks. Returns the id of a field whose being asked depends on itself, or
// "".
[[nodiscard]] std::string index_dependencies(service::Model& model, const Reads& reads);

}  // namespace qadam::pack
