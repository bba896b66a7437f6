// What the finder's compiler takes over from packs, and what its linter says of a finder that leads people wrong.
// SPDX-License-Identifier: MIT
#include "pack/finder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "pack/import_program.hpp"
#include "packs.hpp"

using namespace qadam;
using namespace qadam::testing;

namespace {

const std::vector<pack::CoveredPack>& covered() {
  static const std::vector<pack::CoveredPack> kCovered = [] {
    pack::Diagnostics diagnostics;
    const std::filesystem::path source = QADAM_SOURCE_DIR;
    return pack::covered_packs({source / "assets", source / "i18n"}, real_sources("finder"), diagnostics);
  }();
  return kCovered;
}

// What is said of the finder after `change`.
template <class F>
std::vector<std::string> said_of(F&& change) {
  pack::Sources sources = real_sources("finder");
  change(sources);
  pack::Diagnostics found;
  const pack::Analysis analysis = pack::analyse_finder(sources, covered(), found);
  pack::lint_finder(sources, analysis, found);
  std::vector<std::string> out;
  for (const pack::Diagnostic& d : found) out.push_back(d.code + " " + d.place);
  return out;
}

pack::Json& entry(pack::Sources& sources, const std::string& id) {
  for (pack::Json& each : sources.pack["entries"]) {
    if (each["id"] == id) return each;
  }
  return sources.pack;
}

using Said = std::vector<std::string>;

bool has(const Said& said, const std::string& what) {
  return std::find(said.begin(), said.end(), what) != said.end();
}

}  // namespace

TEST_CASE("The repository's finder is as it should be") {
  CHECK(said_of([](pack::Sources&) {}).empty());
}

TEST_CASE("An entry that no reason opens, a reason that is none, and one that leads nowhere") {
  CHECK(said_of([](pack::Sources& s) { entry(s, "deferment.teacher")["reasons"] = pack::Json::array(); }) ==
        Said{"finder.closed /entries/11/reasons"});
  CHECK(has(said_of([](pack::Sources& s) { entry(s, "deferment.teacher")["reasons"] = {"works"}; }),
            "finder.reason /entries/11/reasons"));
  const Said nowhere = said_of([](pack::Sources& s) {
    for (const char* id : {"licence-first.licence-first", "licence-exchange"}) entry(s, id)["reasons"] = {"study"};
  });
  CHECK(nowhere == Said{"finder.reason /reason"});
}

TEST_CASE("A subtype that no pack has is answered with the nearest one") {
  pack::Sources sources = real_sources("finder");
  entry(sources, "deferment.teacher")["id"] = "deferment.techer";
  pack::Diagnostics found;
  (void)pack::analyse_finder(sources, covered(), found);
  CHECK(std::any_of(found.begin(), found.end(), [](const pack::Diagnostic& d) {
    return d.code == "finder.entry" && d.detail.find("deferment.teacher") != std::string::npos;
  }));
}

TEST_CASE("A condition that reads what nobody asks, and a derived answer that reads another") {
  const Said unasked = said_of([](pack::Sources& s) {
    auto& questions = s.pack["questions"];
    questions.erase(std::find_if(questions.begin(), questions.end(),
                                 [](const pack::Json& q) { return q["fields"][0] == "listed_school"; }));
  });
  CHECK(has(unasked, "finder.question /entries/11/id"));
  CHECK(has(said_of([](pack::Sources& s) { s.pack["derived"]["rural_area"] = "doctor_permanent"; }),
            "finder.cycle /derived/rural_area"));
}

TEST_CASE("More than seven options, and what is sensitive beside the reasons, are refused") {
  std::string place;
  const Said many = said_of([&](pack::Sources& s) {
    place = "/questions/" + std::to_string(s.pack["questions"].size()) + "/fields";
    s.pack["questions"].push_back({{"fields", {"deferment_case"}}});
  });
  CHECK(has(many, "finder.options " + place));
  const Said early = said_of([](pack::Sources& s) {
    s.pack["questions"][0]["fields"].push_back("found_unfit");
    auto& questions = s.pack["questions"];
    for (std::size_t i = 1; i < questions.size(); ++i) {
      if (questions[i]["fields"][0] == "found_unfit") {
        questions.erase(i);
        break;
      }
    }
  });
  CHECK(has(early, "finder.sensitive /questions/0/fields"));
}

TEST_CASE("Taking an expression over folds what the case settles and nothing that might be null") {
  feel::Program from;
  feel_lang::Names names;
  names["kase"] = {feel_lang::Type::string, 0};
  names["yes"] = {feel_lang::Type::boolean, 1};
  names["word"] = {feel_lang::Type::string, 2};
  const auto folded = [&](const char* text) {
    const auto compiled = feel_lang::compile(text, names, feel_lang::Type::boolean, from);
    REQUIRE(compiled);
    feel::Program into;
    pack::ProgramImport import(into, {false, true, false});
    pack::ProgramImport::Reading reading;
    reading.field = [&](std::uint32_t field) { return field == 0 ? import.text("a") : import.field(field); };
    const std::uint32_t root = import.take(from, compiled->root, reading);
    return std::pair{into.nodes[root].op, import.constant(root)};
  };
  CHECK(folded("kase = \"a\"").second == true);
  CHECK(folded("kase in (\"b\", \"c\")").second == false);
  CHECK(folded("not(kase = \"b\")").second == true);
  CHECK(folded("kase = \"a\" and yes").first == feel::Op::field);
  CHECK(folded("kase = \"b\" and yes").second == false);
  CHECK(folded("kase = \"a\" or yes").second == true);
  CHECK(folded("if kase = \"a\" then yes else false").first == feel::Op::field);
  CHECK(folded("kase = word").first == feel::Op::equal);
  CHECK(folded("word = \"a\" and yes").first == feel::Op::conjunction);
}
