// Whether real applications fit the schema is tested with a validator: tests/cli/schema.test.mjs.
// SPDX-License-Identifier: MIT
#include "author/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "work.hpp"

using namespace qadam;
using namespace qadam::testing;
using pack::Json;

TEST_CASE("required is what everybody answers; a question asked of some is not") {
  const Work w = work();
  const Json schema = author::application_schema(w.sources, w.pack.model);
  const Json& required = schema["properties"]["answers"]["required"];
  const auto requires_field = [&](const char* id) {
    return std::find(required.begin(), required.end(), Json(id)) != required.end();
  };
  CHECK(requires_field("iin"));
  CHECK(requires_field("category"));
  CHECK(!requires_field("military_referral"));
}

TEST_CASE("no register's answer belongs into an application; a state only where the question offers it") {
  const Work w = work();
  const Json schema = author::application_schema(w.sources, w.pack.model);
  const Json& fields = schema["properties"]["answers"]["properties"];
  CHECK(!fields.contains("registry_medical"));
  CHECK(fields["military_referral"]["anyOf"][1]["properties"]["state"]["enum"] == Json::array({"dontKnow"}));
  CHECK(!fields["category"].contains("anyOf"));
}
