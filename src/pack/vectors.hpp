// FEEL test vectors: expressions with inputs and the value that a conforming engine gives.
//
// The format is that of the vectors derived from the DMN Technology Compatibility Kit: {id, expression, defs?, inputs,
// resultType?, expected, expectError, subset}. A vector agrees when its value is the expected one after DMN's implicit
// conversion to its result type; where an error is expected, when it is refused, or null with a report. One outside the
// subset must be refused, or null with a report, or right.
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "feel/value.hpp"

namespace qadam::pack {

struct VectorsOutcome {
  std::size_t total = 0;
  std::size_t agreed = 0;
  std::size_t in_subset = 0;
  std::size_t in_subset_agreed = 0;
  std::size_t refused_outside = 0;           // outside the subset and not compiled at all
  std::size_t errors_expected = 0;           // in the subset
  std::size_t errors_found_statically = 0;   // of them, what the checker or compiler refuses before anything runs
  std::vector<std::string> disagreed;        // ids
  std::vector<std::string> refused_wrongly;  // values in the subset that the checker would refuse in a pack
  std::vector<std::string> details;          // for each disagreed one: what it gave
};

// `vectors` is an array. A vector without an expression, or with inputs that cannot be read, disagrees unless it lies
// outside the subset.
[[nodiscard]] VectorsOutcome run_vectors(const nlohmann::ordered_json& vectors);

// DMN's implicit conversion (1.5, 10.3.2.9.4) of a value to a type written "number", "list<string>" or "context<a:
// number>": an item becomes a list of one and back; null where the value does not conform.
[[nodiscard]] feel::Value converted(const feel::Value& value, const std::string& type);

}  // namespace qadam::pack
