// SPDX-License-Identifier: MIT
#include "author/rulebook.hpp"
#include "base/html.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "work.hpp"

namespace {

using namespace qadam;
using namespace qadam::testing;
using pack::Json;

const char* const kDay = "2026-08-20";

std::string rulebook(const Work& w, const std::string& lang, const char* iso = kDay) {
  return author::html(author::rulebook(words(w, lang, iso), root()));
}

std::string preview(const Work& w, const std::string& lang, const char* iso) {
  return author::plain(author::preview(words(w, lang, iso)));
}

}  // namespace

TEST_CASE("the tools' own words are there in every language, with the same placeholders") {
  const auto placeholders = [](const std::string& text) {
    std::set<std::string> out;
    const std::regex name(R"(\{(\w+)[,}])");
    for (std::sregex_iterator it(text.begin(), text.end(), name), end; it != end; ++it) out.insert((*it)[1]);
    return out;
  };
  const Json kk = authoring("kk");
  for (const char* lang : {"ru", "en"}) {
    const Json other = authoring(lang);
    CHECK(other.size() == kk.size());
    for (const auto& item : kk.items()) {
      CAPTURE(item.key());
      REQUIRE(other.contains(item.key()));
      CHECK(placeholders(item.value().get<std::string>()) == placeholders(other[item.key()].get<std::string>()));
    }
  }
}

TEST_CASE("no Kazakh or Russian word of the tools holds a Latin letter that looks like a Cyrillic one") {
  const std::regex mixed("[a-zA-Z][\\xD0-\\xD3]|[\\xD0-\\xD3][\\x80-\\xBF][a-zA-Z]");
  for (const char* lang : {"kk", "ru"}) {
    const Json words = authoring(lang);
    for (const auto& item : words.items()) {
      CAPTURE(item.key());
      CHECK(!std::regex_search(item.value().get<std::string>(), mixed));
    }
  }
}

TEST_CASE("a rulebook holds every condition with its wording, its expression and its clause in words") {
  const Work w = work();
  for (const std::string lang : pack::kLanguages) {
    const std::string html = rulebook(w, lang);
    CAPTURE(lang);
    CHECK(has(html, "<html lang=\"" + lang + "\">"));
    for (const auto& item : w.sources.service_texts.at(lang).items()) {
      const std::string& key = item.key();
      const bool told = key.rfind("condition.", 0) == 0 || key.rfind("note.", 0) == 0 || key.rfind("ground.", 0) == 0;
      if (!told || key.find(".other") != std::string::npos) continue;
      CAPTURE(key);
      CHECK(has(html, base::html_escaped(item.value().get<std::string>())));
    }
    CHECK(has(html, "no_bar: registry_bar = &quot;none&quot; or bar_last_day &lt; today()"));
    // An act's name may stand once before several of its clauses.
    const author::Words lines = words(w, lang, kDay);
    for (const service::Law& law : w.pack.model.laws) {
      CAPTURE(law.id);
      const std::string act = lines.citation(law.id.substr(0, law.id.find(':')));
      const std::string all = lines.citation(law.id);
      REQUIRE(all.rfind(act, 0) == 0);
      CHECK(has(html, base::html_escaped(act)));
      CHECK(has(html, base::html_escaped(all.size() > act.size() ? all.substr(act.size() + 2) : all)));
    }
    // Every word of the tools was found: a key would stand there instead.
    CHECK(!std::regex_search(html, std::regex(">(section|fact|column|required|condition|valid|type|law)\\.\\w+")));
  }
}

TEST_CASE("clauses of one act stand behind its name, in the order in which the pack cites them") {
  const Work w = work();
  const author::Words lines = words(w, "en", kDay);
  CHECK(lines.citations(Json::array({"lrt:74.2", "pilot:1", "lrt:74.3"})) ==
        std::vector<std::string>{"Law on road traffic, article 74 (2); article 74 (3)",
                                 "Joint order No 751/504 (pilot), paragraph 1"});
}

TEST_CASE("a rulebook stands alone: no script, nothing from elsewhere, headings without a gap, named table columns") {
  const Work w = work();
  const std::string html = rulebook(w, "kk");
  for (const char* word : {"<script", "<link", "<img", "http:", "https:", "src=", "url("}) CHECK(!has(html, word));
  int level = 0;
  const std::regex heading("<h([1-6])>");
  for (std::sregex_iterator it(html.begin(), html.end(), heading), end; it != end; ++it) {
    const int next = std::stoi((*it)[1]);
    CHECK(next <= level + 1);
    level = next;
  }
  CHECK(!has(html, "<th>"));
  CHECK(has(html, "<th scope=\"col\""));
  CHECK(has(html, "<th scope=\"row\""));
  // The last thing before the footer is where one signs.
  const std::string after = html.substr(html.find("class=\"signature\">"));
  CHECK(!has(after, "<table"));
  CHECK(has(after, authoring("kk")["signature.name"].get<std::string>()));
}

TEST_CASE("a title with markup in it is a title") {
  const Work w = work([](pack::Sources& s) {
    for (const char* lang : pack::kLanguages) s.service_texts[lang]["title"] = "<script>alert(\"x\")</script>";
  });
  const std::string html = rulebook(w, "ru");
  CHECK(!has(html, "<script"));
  CHECK(has(html, "<h1>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</h1>"));
}

TEST_CASE("a rulebook marks a rule of another day; a preview leaves it out and says when it comes") {
  const Work w = work([](pack::Sources& s) {
    s.pack["subtypes"][0]["eligibleWhen"]["all"][2]["from"] = "2026-08-25";  // medical
  });
  const std::string wording = w.sources.service_texts.at("en")["condition.medical"].get<std::string>();
  const std::string html = rulebook(w, "en");
  CHECK(has(html, wording));
  CHECK(has(html, authoring("en")["not_in_force"].get<std::string>()));
  const std::string before = preview(w, "en", "2026-08-24");
  CHECK(!has(before, " " + wording + "\n"));
  CHECK(has(before, wording + ": comes into force"));
  const std::string after = preview(w, "en", "2026-08-25");
  CHECK(has(after, " " + wording + "\n"));
  // A rule keeps its number on every day.
  CHECK(has(before, "3.1.4 "));
  CHECK(!has(before, "3.1.3 "));
}

TEST_CASE("a preview says whether one may apply on its day, and why not") {
  const Work w = work();
  CHECK(has(preview(w, "en", kDay), "On that day one may apply."));
  CHECK(has(preview(w, "en", "2026-09-01"), "By that day the act's term has ended."));
  CHECK(has(preview(w, "en", "2025-10-16"), "On that day the act is not in force yet."));
}

TEST_CASE("a preview outside the windows of the year says so, also when a window runs over New Year") {
  Work w = work();
  w.sources.pack["windows"] = {{{"from", "11-15"}, {"to", "02-10"}}};
  CHECK(has(preview(w, "en", "2025-12-31"), "On that day one may apply."));
  CHECK(has(preview(w, "en", "2026-02-10"), "On that day one may apply."));
  CHECK(has(preview(w, "en", "2026-02-11"), "outside the time when one may apply"));
  CHECK(has(preview(w, "ru", "2026-02-11"), "с 15 ноября по 10 февраля"));
}

TEST_CASE("members of the newer format are told: terms with days, documents, hours, definitions, who may be called") {
  Work w = work();
  w.sources.pack["timeLimit"] = {{{"workingDays", 6}, {"until", "2026-08-31"}, {"law", {"lrt:73.1"}}},
                                 {{"workingDays", 1}, {"from", "2026-09-01"}}};
  w.sources.pack["hours"] = {{"from", "09:00"}, {"to", "18:30"}, {"lunchFrom", "13:00"}, {"lunchTo", "14:30"}};
  w.sources.pack["contacts"] = {"1414"};
  w.sources.pack["definitions"] = {{"age_years", "years and months duration(birth_date, today()).years"}};
  w.sources.pack["status"] = "draft";
  w.sources.pack["subtypes"][0]["items"] = {
      {{"id", "paper"}, {"kind", "copy"}, {"required", "ifAny"}, {"law", {"lrt:74.3"}}}};
  w.sources.service_texts["ru"]["item.paper"] = "Paper";
  const std::string html = rulebook(w, "ru");
  for (const char* part : {"6 рабочих дней", "1 рабочий день", "09:00–18:30, перерыв на обед: 13:00–14:30", "1414",
                           "age_years", "1. Paper", "При наличии", "Проект: описание услуги еще не опубликовано."}) {
    CAPTURE(part);
    CHECK(has(html, part));
  }
  CHECK(has(html, base::html_escaped(words(w, "ru", kDay).citation("lrt:73.1"))));
  CHECK(!has(preview(w, "ru", kDay), "1 рабочий день"));
}
