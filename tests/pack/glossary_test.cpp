// SPDX-License-Identifier: MIT
#include "pack/glossary.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "packs.hpp"

using namespace qadam;
using pack::Json;

namespace {

std::map<std::string, Json> texts() {
  return {{"kk", {{"a", "Парламент депутаты"}, {"b", "жұмыс"}}},
          {"ru", {{"a", "депутат Парламента"}, {"b", "работа"}}},
          {"en", {{"a", "a deputy of Parliament"}, {"b", "work"}}}};
}

Json glossary(const char* more = "{}") {
  Json term =
      Json::parse(R"({"id": "parliament", "words": {"kk": ["Парламент"], "ru": ["Парламент"], "en": ["Parliament"]},
      "source": "the press", "read": "2026-07-23", "confidence": "likely"})");
  term.update(Json::parse(more));
  return Json{{"format", 1}, {"terms", Json::array({term})}};
}

std::ptrdiff_t count(const pack::Diagnostics& found, const std::string& code) {
  return std::count_if(found.begin(), found.end(), [&](const auto& d) { return d.code == code; });
}

pack::Diagnostics said_of(const Json& glossary) {
  const auto folder = texts();
  pack::Diagnostics found;
  pack::lint_glossary(glossary, {{"i18n/deferment", &folder}}, found);
  return found;
}

}  // namespace

TEST_CASE("A term is found in every language that uses it, and nothing is said while no law has renamed it") {
  const auto folder = texts();
  const auto uses = pack::uses_of(glossary(), "parliament", {{"i18n/deferment", &folder}});
  REQUIRE(uses.size() == 3);
  CHECK(uses.front().file == "i18n/deferment/kk.json");
  CHECK(uses.front().key == "a");
  CHECK(pack::uses_of(glossary(), "senate", {{"i18n/deferment", &folder}}).empty());
  CHECK(said_of(glossary()).empty());
}

TEST_CASE("Once a term has its day, each text that still uses the old words is named with the new ones") {
  const auto found =
      said_of(glossary(R"({"from": "2026-07-01", "new": {"kk": "Құрылтай", "ru": "Курултай", "en": "Kurultai"}})"));
  CHECK(count(found, "text.renamed") == 3);
  CHECK(found.front().detail.find("Құрылтай") != std::string::npos);
  CHECK(found.front().place == "a");
}

TEST_CASE("A term without words, or of which nobody says where it stands, is a mistake") {
  CHECK(count(said_of(glossary(R"({"words": {"kk": ["Парламент"]}})")), "pack.missing") == 2);
  Json unfounded = glossary();
  unfounded["terms"][0].erase("source");
  CHECK(count(said_of(unfounded), "fact.source") == 1);
}
