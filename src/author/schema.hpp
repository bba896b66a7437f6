// Schema: JSON Schema (2020-12) of a service's application, as submission::application writes it.
//
// A receiver can check the shape with any validator before it judges anything. What a schema cannot say (whether a
// conditional question had to be answered) stands in descriptions; the engine on the server says it.
// SPDX-License-Identifier: MIT
#pragma once

#include "pack/compiler.hpp"
#include "pack/sources.hpp"

namespace qadam::author {

[[nodiscard]] pack::Json application_schema(const pack::Sources& sources, const service::Model& model);

}  // namespace qadam::author
