// SPDX-License-Identifier: MIT
#include "pack/trace.hpp"

#include <doctest/doctest.h>

#include "pack/trace_page.hpp"

using namespace qadam;
using pack::Coverage;
using pack::Json;

namespace {

const pack::Law& law() {
  static const pack::Law read =
      [] {
        pack::Diagnostics diagnostics;
        pack::Law made = pack::law_of(Json::parse(R"({"acts": {
      "order": {"form": "paragraph", "order": true}, "outside": {"form": "article", "order": false}}})"),
                                      {{"order", Json::parse(R"({"format": 1, "act": "order", "source": "the order",
      "read": "2026-11-24", "confidence": "verified", "clauses": [
      {"place": "1", "at": "paragraph 1", "says": "opens", "heading": true},
      {"place": "1.1", "at": "subparagraph 1", "says": "a rule"},
      {"place": "1.2", "at": "subparagraph 2", "says": "a \"doubtful\" <rule> & more"},
      {"place": "2", "at": "paragraph 2", "says": "a duty", "step": false, "because": "not a citizen's step: a duty of the ministry"},
      {"place": "3", "at": "paragraph 3", "says": "something else"}]})")},
                                       {"outside", Json::parse(R"({"format": 1, "act": "outside", "source": "a law",
      "read": "2026-04-05", "confidence": "likely", "clauses": [{"place": "35", "at": "article 35", "says": "x"}]})")}},
                                      diagnostics);
        for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
        return made;
      }

  ();
  return read;
}

pack::TracedPacks packs(const std::string& json, const std::string& fields = R"({"fields": {}})") {
  return {{{"a", "assets/services/a.json", Json::parse(json)}}, Json::parse(fields)};
}

constexpr const char* kWhole = R"({
  "law": [{"id": "order", "cites": ["order:3"]}],
  "subtypes": [{"id": "one", "eligibleWhen": {"all": [{"id": "adult", "law": ["order:1.1"]}]}}],
  "notes": [{"id": "slip", "law": ["order:1.2"]}]})";

Coverage coverage(const pack::Trace& trace, const std::string& place) {
  for (const pack::TracedAct& act : trace.acts) {
    for (const pack::TracedClause& each : act.clauses) {
      if (each.clause.place == place) return each.coverage;
    }
  }
  FAIL("no clause " << place);
  return Coverage::uncovered;
}

}  // namespace

TEST_CASE("a clause is implemented by a rule, noted by a note, no step by its reason") {
  const pack::Trace trace = pack::trace(law(), packs(kWhole));
  CHECK(coverage(trace, "1.1") == Coverage::implemented);
  CHECK(coverage(trace, "1.2") == Coverage::noted);
  CHECK(coverage(trace, "2") == Coverage::not_a_step);
  CHECK(coverage(trace, "3") == Coverage::implemented);
  CHECK(coverage(trace, "1") == Coverage::implemented);
  CHECK(trace.covered());
  CHECK(trace.acts.size() == 1);
}

TEST_CASE("one clause that nothing answers for leaves the whole uncovered, its heading too") {
  const pack::Trace trace = pack::trace(law(), packs(R"({"lawOf": {"provider": ["order:1.1"], "fee": ["order:3"]}})"));
  CHECK(coverage(trace, "1.2") == Coverage::uncovered);
  CHECK(coverage(trace, "1") == Coverage::uncovered);
  CHECK(trace.acts[0].count(Coverage::uncovered) == 2);
  CHECK_FALSE(trace.covered());
}

TEST_CASE("a draft answers too, and is called a draft; a field answers for the packs that ask it, or for nobody") {
  const std::string fields = R"({"fields": {"age": {"law": ["order:1.1"]}, "idle": {"law": ["order:1.2"]}}})";
  const pack::Trace trace =
      pack::trace(law(), packs(R"({"status": "draft", "checks": [{"id": "c", "field": "age"}]})", fields));
  CHECK(coverage(trace, "1.1") == Coverage::implemented);
  CHECK(coverage(trace, "1.2") == Coverage::uncovered);
  const pack::Use& use = trace.acts[0].clauses[1].by.at(0);
  CHECK(use.service == "a");
  CHECK(use.status == "draft");
  CHECK(use.element == "field");
  CHECK(use.id == "age");
  CHECK(use.place == "/fields/age/law/0");
}

TEST_CASE("a citation that leads nowhere is bad wherever it stands, and nothing is covered then") {
  const std::string fields = R"({"fields": {"idle": {"law": ["outside:36"]}}})";
  Json pack = Json::parse(kWhole);
  pack["stages"] = Json::parse(R"([{"id": "s", "law": ["order:1.3"]}])");
  const pack::Trace trace = pack::trace(law(), packs(pack.dump(), fields));
  REQUIRE(trace.bad.size() == 2);
  CHECK(trace.bad[0].file == "assets/services/a.json");
  CHECK(trace.bad[0].place == "/stages/0/law/0");
  CHECK(trace.bad[0].citation == "order:1.3");
  CHECK(trace.bad[0].detail.find("did you mean 'order:1.1'?") != std::string::npos);
  CHECK(trace.bad[1].file == "assets/services/fields.json");
  CHECK(trace.bad[1].place == "/fields/idle/law/0");
  CHECK(trace.acts[0].count(Coverage::uncovered) == 0);
  CHECK_FALSE(trace.covered());
}

TEST_CASE("a rule that cites what is said to be no citizen's step is warned of; a note is not") {
  Json pack = Json::parse(kWhole);
  pack["notes"][0]["law"].push_back("order:2");
  const pack::Trace noted = pack::trace(law(), packs(pack.dump()));
  CHECK(noted.warnings.empty());
  CHECK(coverage(noted, "2") == Coverage::noted);
  pack["refusalGrounds"] = Json::parse(R"([{"id": "g", "law": ["order:2"]}])");
  const pack::Trace cited = pack::trace(law(), packs(pack.dump()));
  REQUIRE(cited.warnings.size() == 1);
  CHECK(cited.warnings[0].place == "/refusalGrounds/0/law/0");
  CHECK(cited.covered());
}

TEST_CASE("an outside act is traced when it is asked for, and owes nothing") {
  const pack::Trace trace = pack::trace(law(), packs(kWhole), "outside");
  REQUIRE(trace.acts.size() == 1);
  CHECK(coverage(trace, "35") == Coverage::uncovered);
  CHECK(trace.covered());
}

TEST_CASE("the JSON names the act, the clause, its status and what answers for it") {
  const Json titles = {{"law.act.order", "The order"}};
  const Json json = pack::trace_json(pack::trace(law(), packs(kWhole)), titles);
  CHECK(json["covered"] == true);
  CHECK(json["bad"].empty());
  const Json& act = json["acts"][0];
  CHECK(act["act"] == "order");
  CHECK(act["title"] == "The order");
  CHECK(act["counts"] == Json{{"implemented", 3}, {"noted", 1}, {"notAStep", 1}, {"uncovered", 0}});
  CHECK(act["clauses"][1] == Json::parse(R"({"place": "1.1", "at": "subparagraph 1", "says": "a rule",
    "status": "implemented", "by": [{"service": "a", "status": "published", "element": "condition", "id": "adult",
    "place": "/subtypes/0/eligibleWhen/all/0/law/0"}], "because": ""
})"));
  CHECK(act["clauses"][3]["because"] == "not a citizen's step: a duty of the ministry");
}

TEST_CASE("the page says every status in words, escapes what it quotes and fetches nothing") {
  const Json titles = {{"law.act.order", "The <order>"}};
  const std::string page = pack::trace_page(
      pack::trace(law(), packs(R"({"notes": [{"id": "slip", "law": ["order:1.2"]}], "fee": {"law": ["order:3"]}})")),
      titles, titles, "2026-11-24");
  const auto has = [&](const char* text) { return page.find(text) != std::string::npos; };
  CHECK(has("a &quot;doubtful&quot; &lt;rule&gt; &amp; more"));
  CHECK(has("<h2 id=\"order\" lang=\"kk\">The &lt;order&gt;</h2>"));
  CHECK(has("<a href=\"#order\""));
  CHECK(has("</span> implemented</span>"));
  CHECK(has("</span> noted</span>"));
  CHECK(has("</span> not a citizen&#39;s step</span>: a duty of the ministry"));
  CHECK(has("</span> not covered</span>"));
  CHECK_FALSE(has("<script"));
  CHECK_FALSE(has("src="));
  CHECK_FALSE(has("url("));
  CHECK_FALSE(has("@import"));
}
