// SPDX-License-Identifier: MIT
#include "author/papers.hpp"

#include <doctest/doctest.h>

#include <map>

#include "pack/describe.hpp"
#include "work.hpp"

namespace {

using namespace qadam;
using namespace qadam::testing;
using pack::Json;

const char* const kDay = "2026-11-25";

const Work& real(const std::string& service) {
  static std::map<std::string, Work> all;
  const auto [it, is_new] = all.try_emplace(service);
  if (is_new) {
    pack::Diagnostics diagnostics;
    it->second.sources = pack::read_sources(root(), service, diagnostics);
    auto compiled = pack::compile(it->second.sources, diagnostics);
    for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(pack::text(d));
    REQUIRE(compiled);
    it->second.pack = std::move(*compiled);
  }
  return it->second;
}

Json papers_of(const std::string& service, const std::string& lang) {
  return author::papers(words(real(service), lang, kDay));
}

Work with_item(const Json& item) {
  return work([&](pack::Sources& sources) {
    sources.pack["subtypes"][0]["items"] = Json::array({item});
    for (auto& [lang, texts] : sources.service_texts) {
      texts["item.photo"] = "the photo";
      texts["item.photo.when"] = "for category B only";
    }
  });
}

}  // namespace

TEST_CASE(
    "the page without script names every paper, condition, ground and note of a service, in the order's sequence") {
  for (const std::string service : {"registration", "deferment", "exemption"}) {
    CAPTURE(service);
    const Json described = pack::describe(real(service).sources, real(service).pack.model);
    for (const std::string lang : {"kk", "ru", "en"}) {
      CAPTURE(lang);
      const Json page = papers_of(service, lang);
      const Json& subtypes = page["subtypes"]["list"];
      REQUIRE(subtypes.size() == described["subtypes"].size());
      for (std::size_t i = 0; i < subtypes.size(); ++i) {
        CHECK(has(subtypes[i]["title"], described["subtypes"][i]["title"][lang]));
        const Json& items = described["subtypes"][i]["items"];
        const Json& papers = subtypes[i]["papers"]["rules"];
        REQUIRE(papers.size() == items.size());
        for (std::size_t k = 0; k < items.size(); ++k) {
          CHECK(papers[k]["lines"][0]["text"] == items[k]["title"][lang]);
          CHECK(has(papers[k].dump(), items[k]["hint"][lang]));
        }
      }
      const std::string all = page.dump();
      for (const Json& note : described["notes"]) CHECK(has(all, note["text"][lang]));
      for (const Json& ground : described["refusalGrounds"])
        CHECK(has(all, real(service).sources.service_texts.at(lang)["ground." + ground["id"].get<std::string>()]));
      for (const Json& key : described["obtainedByProvider"])
        CHECK(has(all, real(service).sources.service_texts.at(lang)[key.get<std::string>()]));
      for (const Json& contact : described["contacts"]) CHECK(has(all, contact));
    }
  }
}

TEST_CASE("every statement of the page has its clause, and none shows an expression or an id") {
  const auto check = [](const Json& rules) {
    for (const Json& rule : rules) {
      if (rule.contains("rules")) continue;
      bool cites = false;
      for (const Json& line : rule["lines"]) cites = cites || line["tone"] == "law";
      CHECK_MESSAGE(cites, rule.dump());
    }
  };
  const Json page = papers_of("deferment", "en");
  for (const Json& subtype : page["subtypes"]["list"]) {
    check(subtype["conditions"]["rules"]);
    check(subtype["papers"]["rules"]);
  }
  CHECK_FALSE(has(page.dump(), "deferment_case"));
  CHECK_FALSE(has(page.dump(), "is_guardian"));
}

TEST_CASE("a paper asked for only in some case says which, in words") {
  const Work w = with_item(
      {{"id", "photo"}, {"kind", "copy"}, {"required", "when"}, {"when", "category = \"B\""}, {"law", {"pilot:1"}}});
  const Json page = author::papers(words(w, "en", kDay));
  CHECK(page["subtypes"]["list"][0]["papers"]["rules"][0]["lines"][1]["text"] == "In this case: for category B only");
}

TEST_CASE("a paper whose last day has passed is left out, one of a later day stands with that day") {
  const auto papers = [](const char* member, const char* iso) {
    const Work w = with_item({{"id", "photo"},
                              {"kind", "copy"},
                              {"required", "when"},
                              {"when", "category = \"B\""},
                              {"law", {"pilot:1"}},
                              {member, iso}});
    return author::papers(words(w, "en", kDay))["subtypes"]["list"][0]["papers"]["rules"];
  };
  CHECK(papers("until", "2026-11-24").empty());
  CHECK(papers("until", "2026-11-25").size() == 1);
  const Json later = papers("from", "2026-12-01");
  REQUIRE(later.size() == 1);
  CHECK(has(later.dump(), "1 December 2026"));
}

TEST_CASE("a service that is over says so on its page; one without subtypes has no page") {
  CHECK(has(papers_of("licence-first", "en")["closed"], "2026"));
  CHECK_FALSE(papers_of("deferment", "en").contains("closed"));
  CHECK(papers_of("licence-exchange", "en").is_null());
}

TEST_CASE("an information page does not say that no papers are asked for, where its order leaves the list open") {
  const Json page = papers_of("military-id", "en");
  CHECK(has(page["subtypes"]["list"][0]["papers"].dump(), "1414"));
}

TEST_CASE("the form that shows what must stand in a paper stands at that paper") {
  const Json page = papers_of("registration", "kk");
  const Json& directive = page["subtypes"]["list"][1]["papers"]["rules"][1];
  REQUIRE(directive["samples"].size() == 1);
  CHECK(directive["samples"][0]["rows"].size() == 8);
  CHECK_FALSE(directive["samples"][0]["stamp"].get<std::string>().empty());
}
