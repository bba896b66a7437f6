// SPDX-License-Identifier: MIT
#include "pack/law.hpp"

#include <doctest/doctest.h>

#include "i18n/texts.hpp"
#include "pack/citations.hpp"
#include "pack/text_table.hpp"
#include "packs.hpp"
#include "service/model.hpp"

using namespace qadam;
using pack::Json;

namespace {

pack::Root repository() {
  const std::filesystem::path source = QADAM_SOURCE_DIR;
  return {source / "assets", source / "i18n"};
}

const pack::Law& real_law() {
  static const pack::Law law = [] {
    pack::Diagnostics diagnostics;
    pack::Law read = pack::read_law(repository(), diagnostics);
    for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
    return read;
  }();
  return law;
}

Json clause(const std::string& place) {
  return {{"place", place}, {"at", "here"}, {"says", "something"}};
}

Json act_file(const Json& clauses) {
  return {{"format", 1},          {"act", "order"},           {"source", "a text"},
          {"read", "2026-11-24"}, {"confidence", "verified"}, {"clauses", clauses}};
}

const Json kActs = Json::parse(R"({"format": 1, "acts": {"order": {"form": "paragraph", "order": true}}})");

// "code place: detail" of what is wrong with these clauses.
std::vector<std::string> wrong_with(const Json& clauses) {
  pack::Diagnostics diagnostics;
  (void)pack::law_of(kActs, {{"order", act_file(clauses)}}, diagnostics);
  std::vector<std::string> out;
  for (const pack::Diagnostic& d : diagnostics) out.push_back(d.code + " " + d.place);
  return out;
}

using Wrongs = std::vector<std::string>;

std::size_t documents(const std::string& act, int subtype) {
  std::size_t n = 0;
  while (real_law().clause(act, "8." + std::to_string(subtype) + "." + std::to_string(n + 1)) != nullptr) ++n;
  return n;
}

}  // namespace

TEST_CASE("the lists hold every subtype and every document of the three services, and no more") {
  using Counts = std::vector<std::size_t>;
  const auto counts = [](const char* act, int subtypes) {
    Counts out;
    for (int n = 1; n <= subtypes; ++n) {
      CHECK(real_law().clause(act, "0." + std::to_string(n)) != nullptr);
      out.push_back(documents(act, n));
    }
    CHECK(real_law().clause(act, "0." + std::to_string(subtypes + 1)) == nullptr);
    return out;
  };
  // Counted in the order's own table, the application included.
  CHECK(counts("standard-registration", 5) == Counts{3, 5, 3, 2, 4});
  CHECK(counts("standard-deferment", 13) == Counts{3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2});
  CHECK(counts("standard-exemption", 7) == Counts{3, 1, 2, 2, 2, 2, 2});
  CHECK(real_law().clause("standard-deferment", "8.1.3.6") != nullptr);
  CHECK(real_law().clause("pilot-algorithm", "3.18") != nullptr);
  CHECK(real_law().clause("pilot-algorithm", "3.19") == nullptr);
}

TEST_CASE("the packs of the repository cite only what exists") {
  for (const std::string& service : pack::all_services(repository())) {
    pack::Diagnostics diagnostics;
    pack::check_citations(testing::real_sources(service), real_law(), diagnostics);
    for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
  }
}

TEST_CASE("a citation that leads nowhere is told with the nearest one that exists") {
  CHECK(pack::wrong_citation(real_law(), "standard-deferment:8.5.2").empty());
  CHECK(pack::wrong_citation(real_law(), "order862").empty());
  CHECK(pack::wrong_citation(real_law(), "standard-deferment:8.5.9") ==
        "no clause 'standard-deferment:8.5.9' in assets/law/standard-deferment.json (did you mean "
        "'standard-deferment:8.5.1'?)");
  CHECK(pack::wrong_citation(real_law(), "standard-defermant:8.5.2") ==
        "no act 'standard-defermant' in assets/law (did you mean 'standard-deferment'?)");
  CHECK(pack::wrong_citation(real_law(), "pilot:") != "");
  CHECK(pack::wrong_citation(real_law(), "") != "");
}

TEST_CASE("a pack's wrong citation is reported at its own place, also in a field that it asks") {
  pack::Sources sources;
  sources.pack_file = "assets/services/x.json";
  sources.pack = Json::parse(R"({
    "law": [{"id": "lms", "cites": ["lms:35.99"]}, {"id": "no-act"}],
    "timeLimit": [{"workingDays": 6, "law": ["standard-deferment:3"]}, {"workingDays": 7, "law": ["standard-deferment:33"]}],
    "lawOf": {"provider": ["standard-deferment:1", "standard-deferment:x"]},
    "subtypes": [{"id": "a", "items": [{"id": "b/c", "law": ["standard-deferment:8.1.1", "standard-deferment:8.1.9"]}]}],
    "screens": [{"id": "s", "fields": ["asked"]}]})");
  sources.fields = Json::parse(R"({"fields": {"asked": {"law": ["lrt:1"]}, "not_here": {"law": ["lrt:2"]}}})");
  pack::Diagnostics diagnostics;
  pack::check_citations(sources, real_law(), diagnostics);
  Wrongs places;
  for (const pack::Diagnostic& d : diagnostics) {
    CHECK(d.code == "law.unknown");
    places.push_back(d.file + " " + d.place);
  }
  CHECK(places == Wrongs{"assets/services/x.json /law/0/cites/0", "assets/services/x.json /law/1/id",
                         "assets/services/x.json /timeLimit/1/law/0", "assets/services/x.json /lawOf/provider/1",
                         "assets/services/x.json /subtypes/0/items/0/law/1",
                         "assets/services/fields.json /fields/asked/law/0"});
}

TEST_CASE("a pack nested without end is walked no deeper than packs are") {
  const std::size_t deep = 100000;
  const Json pack =
      Json::parse(R"({"law": ["pilot:1"], "x": )" + std::string(deep, '[') + std::string(deep, ']') + "}");
  CHECK(pack::citations_of(pack).size() == 1);
}

TEST_CASE("what is wrong with a list of clauses is found, each at its place") {
  Json no_reason = clause("2");
  no_reason["step"] = false;
  Json empty_reason = no_reason;
  empty_reason["because"] = "not a citizen's step: ";
  Json idle_reason = clause("2");
  idle_reason["because"] = "not a citizen's step: a duty of the ministry";
  Json heading = clause("2");
  heading["heading"] = true;
  CHECK(wrong_with({clause("1"), clause("2"), clause("1")}) == Wrongs{"law.repeated /clauses/2/place"});
  CHECK(wrong_with({clause("1"), no_reason}) == Wrongs{"law.because /clauses/1/because"});
  CHECK(wrong_with({clause("1"), empty_reason}) == Wrongs{"law.because /clauses/1/because"});
  CHECK(wrong_with({clause("1"), idle_reason}) == Wrongs{"law.because /clauses/1/step"});
  CHECK(wrong_with({heading, clause("21"), clause("22.1")}) == Wrongs{"law.heading /clauses"});
  CHECK(wrong_with({heading, clause("2.1")}).empty());
  Json misspelt = clause("1");
  misspelt["sais"] = "x";
  misspelt.erase("says");
  CHECK(wrong_with(Json::array({misspelt})) ==
        Wrongs{"pack.unknown_key /clauses/0/sais", "pack.missing /clauses/0/says"});
  Json doubtful = clause("1");
  doubtful["confidence"] = "certain";
  CHECK(wrong_with(Json::array({doubtful})) == Wrongs{"pack.value /clauses/0/confidence"});
  pack::Diagnostics diagnostics;
  const pack::Law law = pack::law_of(kActs, {}, diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(text(diagnostics[0]).rfind("assets/law/order.json:: file.missing", 0) == 0);
  CHECK(law.act("order") != nullptr);
}

TEST_CASE("every place of the lists can be worded for a citizen, and a part or a head is called so") {
  const pack::Sources& sources = testing::real_sources("licence-first");
  pack::Diagnostics diagnostics;
  pack::TextTable table(sources, diagnostics);
  std::map<std::string, service::TextId> ids;
  for (const pack::Act& act : real_law().acts()) {
    for (const pack::Clause& c : act.clauses) ids[act.id + ":" + c.place] = table.citation(act.id + ":" + c.place, "");
  }
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
  const auto texts = i18n::Texts::load(table.write(2, service::Model{}));
  REQUIRE(texts.has_value());
  const auto words = [&](const char* citation) { return std::string(texts->get(ids.at(citation))); };
  CHECK(words("rules28:11.p4") == "Rules of military registration (order No 28), paragraph 11, part 4");
  CHECK(words("rules28:55-1.p4.1") ==
        "Rules of military registration (order No 28), paragraph 55-1, part 4, subparagraph 1");
  CHECK(words("standard-deferment:0.3") == "Requirements of the service of deferment, subtype 3");
  CHECK(words("standard-deferment:0") == "Requirements of the service of deferment, name of the service");
  CHECK(words("standard-deferment:8.1.3.4") == "Requirements of the service of deferment, row 8, item 1, No 3.4");
  CHECK(words("standard-deferment:8.p2") == "Requirements of the service of deferment, row 8, part 2");
  CHECK(words("lms:35.2.2.p1") == "Law on military service and the status of servicemen, article 35 (2) (2), part 1");
}
