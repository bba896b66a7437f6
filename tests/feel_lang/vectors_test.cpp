// The vectors of tests/cases/feel, and those derived from the DMN Technology Compatibility Kit where they lie beside the
// repository.
// SPDX-License-Identifier: MIT
#include "pack/vectors.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace qadam;
using Json = nlohmann::ordered_json;

namespace {

const std::filesystem::path kRoot = QADAM_SOURCE_DIR;

Json read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return Json::parse(text.str(), nullptr, false);
}

void check_all(const pack::VectorsOutcome& outcome) {
  for (const std::string& detail : outcome.details) FAIL_CHECK(detail);
  CHECK(outcome.agreed == outcome.total);
}

}  // namespace

TEST_CASE("every vector of our own agrees") {
  std::size_t total = 0;
  std::size_t errors = 0;
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "tests" / "cases" / "feel")) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const Json vectors = read(entry.path());
    REQUIRE(vectors.is_array());
    for (const Json& vector : vectors) CHECK(ids.insert(vector.value("id", "")).second);
    const pack::VectorsOutcome outcome = pack::run_vectors(vectors);
    check_all(outcome);
    CHECK(outcome.in_subset == outcome.total);
    total += outcome.total;
    errors += outcome.errors_expected;
  }
  CHECK(total >= 800);
  CHECK(errors >= 190);
}

TEST_CASE("a wrong vector is found wrong") {
  const auto disagrees = [](const char* vector) {
    return pack::run_vectors(Json::parse("[" + std::string(vector) + "]")).disagreed.size() == 1;
  };
  CHECK(disagrees(R"({"id":"x","expression":"1 + 1","inputs":{},"expected":3})"));
  CHECK(disagrees(R"({"id":"x","expression":"1 + 1","inputs":{},"expected":"2"})"));
  CHECK(disagrees(R"({"id":"x","expression":"1 + 1","inputs":{},"expected":null,"expectError":true})"));
  CHECK(disagrees(R"({"id":"x","expression":"null","inputs":{},"expected":null,"expectError":true})"));
  CHECK(disagrees(R"({"id":"x","expression":"1 + true","inputs":{},"expected":2})"));
  CHECK(disagrees(R"({"id":"x","expression":"1 +","inputs":{},"expected":null})"));
  CHECK(disagrees(R"({"id":"x","expression":"a","inputs":{"a":{"$time":"10:00:00"}},"expected":null})"));
  CHECK(disagrees(R"({"id":"x","expression":"1 + 1","inputs":{},"expected":3,"subset":false})"));
  CHECK_FALSE(disagrees(R"j({"id":"x","expression":"now()","inputs":{},"expected":3,"subset":false})j"));
}

TEST_CASE("every vector of the Technology Compatibility Kit agrees, or is refused where it lies outside the subset") {
  const std::filesystem::path path = kRoot.parent_path() / "shared" / "feel-tck" / "vectors.json";
  if (!std::filesystem::exists(path)) {
    std::puts("skipped: the kit's vectors are never copied here, and ../shared/feel-tck/vectors.json is absent");
    return;
  }
  const Json vectors = read(path);
  REQUIRE(vectors.is_array());
  const pack::VectorsOutcome outcome = pack::run_vectors(vectors);
  check_all(outcome);
  CHECK(outcome.in_subset_agreed == outcome.in_subset);
  CHECK(outcome.in_subset > 0);
  CHECK(outcome.refused_outside > 0);
  // Those that only say null, or that use a mistake as a value, an analyst may not write (src/feel/README.md).
  CHECK(outcome.refused_wrongly.size() * 100 <= outcome.in_subset * 5);
  CHECK(outcome.errors_found_statically * 100 >= outcome.errors_expected * 90);
}
