// Packs that are broken on purpose (tests/pack/broken): what the linter must find in each, and nothing beside it.
// SPDX-License-Identifier: MIT
#include "pack/lint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "pack/lint_parts.hpp"
#include "packs.hpp"

using namespace qadam;
using pack::Json;

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(QADAM_SOURCE_DIR) / "tests/pack/broken";

// The sample pack as one document, with the record that its present texts are translated.
const Json& sound() {
  static const Json kSound = [] {
    Json json = testing::sample_document();
    json["translated"] = pack::translated({}, json["texts"]["kk"], {});
    return json;
  }();
  return kSound;
}

pack::Diagnostics lint(const Json& document) {
  const pack::Sources sources = testing::sample_sources(document);
  pack::Surroundings around;
  around.translated = document["translated"];
  pack::Diagnostics found = pack::lint_pack(sources, around);
  pack::lint_rates(sources.rates, found);
  pack::lint_dictionary({sources}, true, found);
  return found;
}

std::string line(const Json& d) {
  const auto part = [&](const char* key) { return d.value(key, std::string()); };
  return part("severity") + " " + part("code") + " " + part("file") + ":" + part("place") + ": " + part("text");
}

// What a file expects. `has` instead of `text`: the FEEL compiler's words are its own, only these must stand in them.
std::string lines(Json expected, const pack::Diagnostics& found) {
  std::string out;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const std::string detail = i < found.size() ? found[i].detail : "";
    const Json has = expected[i].value("has", Json::array());
    const bool all = std::all_of(has.begin(), has.end(), [&](const Json& part) {
      return detail.find(part.get<std::string>()) != std::string::npos;
    });
    if (!has.empty()) expected[i]["text"] = all ? detail : has.dump();
    out += line(expected[i]) + "\n";
  }
  return out;
}

std::string lines(const pack::Diagnostics& found) {
  std::string out;
  for (const pack::Diagnostic& d : found) {
    out += line({{"severity", std::string(name(d.severity))},
                 {"code", d.code},
                 {"file", d.file},
                 {"place", d.place},
                 {"text", d.detail}}) +
           "\n";
  }
  return out;
}

bool says(const pack::Diagnostics& found, const std::string& code) {
  return std::any_of(found.begin(), found.end(), [&](const auto& d) { return d.code == code; });
}

}  // namespace

TEST_CASE("the sound pack of the fixtures gives no word") {
  CHECK(lines(lint(sound())).empty());
}

TEST_CASE("every broken pack gives exactly what its file expects") {
  std::size_t packs = 0;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().filename() == "sound.json" || entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().filename().string());
    pack::Diagnostics unread;
    const Json broken = pack::read_json(entry.path(), "", unread);
    CHECK(unread.empty());
    Json document = sound().patch(broken["patch"]);
    // A null in the record: translated anew, for files that break something else in a Kazakh text.
    for (auto& item : document["translated"]["texts"].items()) {
      if (item.value().is_null())
        item.value() = pack::translated({}, document["texts"]["kk"], {item.key()})["texts"][item.key()];
    }
    const pack::Diagnostics found = lint(document);
    CHECK(lines(found) == lines(broken["expect"], found));
    ++packs;
  }
  CHECK(packs >= 10);
}

TEST_CASE("the repository's own packs have no errors and no warnings") {
  const fs::path root = QADAM_SOURCE_DIR;
  const pack::Root packs{root / "assets", root / "i18n"};
  for (const pack::Diagnostic& d : pack::lint(packs, pack::all_services(packs), true)) {
    if (d.severity != pack::Severity::info) FAIL_CHECK(text(d));
  }
}

TEST_CASE("a translation is recorded text by text, and the rest of the record stays") {
  const Json kazakh = {{"a", "bir"}, {"b", "eki"}};
  const Json all = pack::translated({}, kazakh, {});
  const Json changed = {{"a", "BIR"}, {"b", "EKI"}};
  const Json one = pack::translated(all, changed, {"a"});
  CHECK(one["texts"]["a"] != all["texts"]["a"]);
  CHECK(one["texts"]["b"] == all["texts"]["b"]);
  pack::Diagnostics found;
  pack::lint_translations("i18n/x", changed, one, found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].place == "b");
  // A text that is gone leaves the record with the next writing.
  CHECK_FALSE(pack::translated(one, {{"a", "BIR"}}, {"a"})["texts"].contains("b"));
}

TEST_CASE("what addresses the reader: pronouns, and Kazakh endings that cannot be an imperative") {
  using pack::addresses_reader;
  CHECK(addresses_reader("en", "What is your name?"));
  CHECK_FALSE(addresses_reader("en", "Choose one. The youth of today."));
  CHECK(addresses_reader("ru", "Когда вы родились?"));
  CHECK(addresses_reader("ru", "Ваши ответы"));
  CHECK_FALSE(addresses_reader("ru", "Выберите день"));
  // "Choose the service." and "If you choose the service, ...": so does whoever fills in for another.
  CHECK_FALSE(addresses_reader("kk", "Қызметті таңдаңыз."));
  CHECK_FALSE(addresses_reader("kk",
                               "Қызметті таңдасаңыз, "
                               "басыңыз."));
  // "On which day were you born?", "your answers are kept", "to your daughter", "You".
  CHECK(addresses_reader("kk", "Қай күні тудыңыз?"));
  CHECK(addresses_reader("kk",
                         "Жауаптарыңыз "
                         "сақталады."));
  CHECK(addresses_reader("kk", "Қызыңызға айтыңыз."));
  CHECK(addresses_reader("kk",
                         "Сізге қай санат "
                         "керек?"));
}

TEST_CASE("a rule over two dates is not called impossible because no tried pair met it") {
  Json document = sound();
  document["pack"]["subtypes"][0]["items"][1]["when"] =
      "birth_date = child_birth_date + duration(\"P17D\") and birth_date < date(\"2025-12-31\")";
  document["pack"]["ask"].erase("child_birth_date");
  const pack::Diagnostics found = lint(document);
  CHECK(says(found, "flow.undecided"));
  CHECK_FALSE(says(found, "flow.item_never"));
}

TEST_CASE("ages, durations, days of the law and several choices are found by searching") {
  const auto reaches = [](const char* when) {
    Json document = sound();
    document["pack"]["subtypes"][0]["items"][1]["when"] = when;
    return !says(lint(document), "flow.item_never") && !says(lint(document), "flow.undecided");
  };
  CHECK(reaches("age >= 27 and age < 28"));
  CHECK(reaches("birth_date in [date(\"2008-03-04\")..date(\"2008-03-05\")]"));
  CHECK(reaches("years and months duration(birth_date, today()) >= duration(\"P18Y6M\")"));
  CHECK(reaches("today() >= date(\"2026-05-05\") and today() <= date(\"2026-05-05\")"));
  CHECK(reaches("today().month = 4"));
  CHECK_FALSE(reaches("age >= 28 and age < 28"));
  CHECK_FALSE(reaches("today() > date(\"2026-08-31\")"));  // the act has ended by then
  CHECK_FALSE(reaches("birth_date > today()"));            // nobody is born tomorrow
  CHECK_FALSE(reaches("reason = \"study\" and not(enrolled) and enrolled"));
}

TEST_CASE("a page to read may have a case that everybody is in who chose it") {
  Json document = sound();
  document["pack"]["subtypes"][1]["eligibleWhen"]["feel"] =
      "reason = \"family\" or child_birth_date > date(\"2026-01-01\")";
  CHECK(says(lint(document), "flow.verdict_always"));
  document["pack"]["kind"] = "information";
  CHECK_FALSE(says(lint(document), "flow.verdict_always"));
}

TEST_CASE("a remedy is not called surer than the clause it rests on") {
  Json document = sound();
  const auto surer = [&](const char* confidence, const char* law) {
    document["pack"]["remedies"] = {{{"id", "appeal"}, {"kind", "appeal"}, {"law", {law}}, {"confidence", confidence}}};
    const std::map<std::string, Json> acts = {
        {"appc",
         {{"confidence", "likely"},
          {"clauses", {{{"place", "92"}}, {{"place", "76.2"}, {"confidence", "verified"}}}}}}};
    pack::Diagnostics found;
    pack::lint_remedies(testing::sample_sources(document), acts, found);
    return says(found, "fact.surer");
  };
  CHECK(surer("verified", "appc:92"));
  CHECK_FALSE(surer("likely", "appc:92"));
  CHECK_FALSE(surer("verified", "appc:76.2"));
}

TEST_CASE("members of any wrong kind are findings, never a crash, and keep nothing else from being found") {
  const Json kValues[] = {-1.5, "x", Json::array({1}), Json::array({Json::object()})};
  Json base = sound();
  base["texts"]["ru"]["result"] = "Pешение";
  for (const auto& member : sound()["pack"].items()) {
    for (const Json& value : kValues) {
      CAPTURE(member.key());
      CAPTURE(value.dump());
      Json document = base;
      document["pack"][member.key()] = value;
      CHECK(says(lint(document), "text.lookalike"));
      if (!member.value().is_array() || member.value().empty() || !member.value()[0].is_object()) continue;
      for (const auto& inner : member.value()[0].items()) {
        if (!value.is_array()) continue;
        Json deep = base;
        deep["pack"][member.key()][0][inner.key()] = value;
        CHECK(says(lint(deep), "text.lookalike"));
      }
    }
  }
}
