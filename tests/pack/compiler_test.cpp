// SPDX-License-Identifier: MIT
#include "pack/compiler.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "engine/judge.hpp"
#include "engine/update.hpp"
#include "packs.hpp"

using namespace qadam;
using pack::Json;
using testing::real_pack;
using testing::real_sources;

namespace {

using Break = std::function<void(pack::Sources&)>;

pack::Diagnostics diagnosed(const Break& breaks, const char* service = "licence-first") {
  pack::Sources sources = real_sources(service);
  breaks(sources);
  pack::Diagnostics diagnostics;
  const auto compiled = pack::compile(sources, diagnostics);
  CHECK(compiled.has_value() == diagnostics.empty());
  return diagnostics;
}

// "code place: detail" of the first diagnostic of that code, else all codes.
std::string first(const pack::Diagnostics& diagnostics, const std::string& code) {
  std::string all;
  for (const pack::Diagnostic& d : diagnostics) {
    if (d.code == code) return d.code + " " + d.place + ": " + d.detail;
    all += d.code + " ";
  }
  return all.empty() ? "none" : all;
}

Json& leaf(pack::Sources& s, std::size_t i) {
  return s.pack["subtypes"][0]["eligibleWhen"]["all"][i];
}

}  // namespace

TEST_CASE("the repository's packs compile without a word") {
  for (const char* service : {"licence-first", "licence-exchange"}) {
    CAPTURE(service);
    pack::Diagnostics diagnostics;
    const auto compiled = pack::compile(real_sources(service), diagnostics);
    for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
    REQUIRE(compiled);
    CHECK(compiled->model.checksum != 0);
    for (const auto& texts : real_pack(service).texts) CHECK(texts.service_checksum() == compiled->model.checksum);
  }
}

TEST_CASE("compiling twice gives the same bytes") {
  pack::Diagnostics diagnostics;
  const auto once = pack::compile(real_sources("licence-first"), diagnostics);
  const auto twice = pack::compile(real_sources("licence-first"), diagnostics);
  REQUIRE(once);
  REQUIRE(twice);
  CHECK(once->binary == twice->binary);
  CHECK(once->texts == twice->texts);
}

TEST_CASE("a misspelt key is found, with the one that was meant") {
  const auto d = diagnosed([](pack::Sources& s) { s.pack["screens"][3]["showwhen"] = "true"; });
  CHECK(first(d, "pack.unknown_key") ==
        "pack.unknown_key /screens/3/showwhen: no such key here (did you mean 'showWhen'?)");
}

TEST_CASE("a name that no question has is found in its condition, with line and column") {
  const auto d = diagnosed([](pack::Sources& s) { leaf(s, 0)["feel"] = "registry_licenc = \"none\""; });
  CHECK(first(d, "feel.name") ==
        "feel.name /subtypes/0/eligibleWhen/all/0/feel@1:1: 'registry_licenc': no such name (did you mean "
        "'registry_licence'?)");
}

TEST_CASE("a comparison of unlike things is found") {
  const auto d = diagnosed([](pack::Sources& s) { leaf(s, 6)["feel"] = "birth_date >= 16"; });
  CHECK(first(d, "feel.type") ==
        "feel.type /subtypes/0/eligibleWhen/all/6/feel@1:15: '16': is a number where a day is expected");
}

TEST_CASE("an option that the question does not have is found") {
  const auto d = diagnosed([](pack::Sources& s) { leaf(s, 2)["feel"] = "registry_medical = \"exist\""; });
  CHECK(first(d, "feel.member") ==
        "feel.member /subtypes/0/eligibleWhen/all/2/feel@1:20: '\"exist\"': is none of its values (did you mean "
        "'exists'?)");
}

TEST_CASE("all mistakes of one expression are told at once") {
  const auto d = diagnosed([](pack::Sources& s) {
    leaf(s, 0)["feel"] = "registry_licenc = \"none\" and birth_date > 5 and category = \"Z\"";
  });
  const std::string place = "/subtypes/0/eligibleWhen/all/0/feel@1:";
  CHECK(first(d, "feel.name").rfind("feel.name " + place + "1:", 0) == 0);
  CHECK(first(d, "feel.type").rfind("feel.type " + place + "43:", 0) == 0);
  CHECK(first(d, "feel.member").rfind("feel.member " + place + "60:", 0) == 0);
}

TEST_CASE("a comparison with null is a mistake where the answer is never null") {
  const auto never = diagnosed([](pack::Sources& s) { leaf(s, 6)["feel"] = "category != null"; });
  CHECK(first(never, "feel.null") == "feel.null /subtypes/0/eligibleWhen/all/6/feel@1:1: 'category': is never null");
  // has_experience is not always asked, so it may be absent.
  const auto sometimes = diagnosed([](pack::Sources& s) { leaf(s, 6)["feel"] = "has_experience != null"; });
  CHECK(first(sometimes, "feel.null") == "none");
}

TEST_CASE("a question may not be called by a word that FEEL keeps for itself") {
  const auto d = diagnosed([](pack::Sources& s) {
    s.fields["fields"]["between"] = s.fields["fields"]["has_experience"];
    s.pack["screens"][1]["fields"].push_back("between");
  });
  CHECK(first(d, "pack.value").find("/fields/between") != std::string::npos);
}

TEST_CASE("a text missing in one language is found, with the language") {
  const auto d = diagnosed([](pack::Sources& s) { s.service_texts["kk"].erase("screen.category.title"); });
  CHECK(first(d, "text.missing") == "text.missing screen.category.title: not in kk");
  const auto shared = diagnosed([](pack::Sources& s) { s.shared_texts["ru"].erase("ui.back"); });
  CHECK(first(shared, "text.missing") == "text.missing ui.back: not in ru");
}

TEST_CASE("a text that nothing shows is found") {
  const auto d = diagnosed([](pack::Sources& s) { s.service_texts["en"]["screen.old.title"] = "Old"; });
  CHECK(first(d, "text.unused") == "text.unused screen.old.title: ");
}

TEST_CASE("a stage and a condition that do not exist are found where they are named") {
  const auto stage = diagnosed([](pack::Sources& s) { s.pack["checks"][0]["stage"] = 55; });
  CHECK(first(stage, "pack.unknown_stage") == "pack.unknown_stage /checks/0/stage: 55");
  const auto condition = diagnosed([](pack::Sources& s) { s.pack["checks"][1]["passWhen"] = "no_bars"; });
  CHECK(first(condition, "pack.unknown_condition") ==
        "pack.unknown_condition /checks/1/passWhen: no_bars (did you mean 'no_bar'?)");
  const auto block = diagnosed([](pack::Sources& s) { s.pack["screens"][8]["blocks"][0] = "age_61"; });
  CHECK(first(block, "pack.unknown_condition").rfind("pack.unknown_condition /screens/8/blocks: age_61", 0) == 0);
}

TEST_CASE("questions whose being asked waits for itself are found") {
  const auto d = diagnosed([](pack::Sources& s) {
    s.pack["ask"]["military_referral"] = "has_experience";
    s.pack["ask"]["has_experience"] = "military_referral";
  });
  CHECK(first(d, "pack.cycle").rfind("pack.cycle /ask: ", 0) == 0);
  const auto self = diagnosed([](pack::Sources& s) { s.pack["ask"]["has_experience"] = "not(has_experience)"; });
  CHECK(first(self, "pack.cycle").find("has_experience") != std::string::npos);
}

TEST_CASE("law that is not in the list of acts, or not cited at all, is found") {
  const auto act = diagnosed([](pack::Sources& s) { leaf(s, 0)["law"] = Json::array({"constitution:1"}); });
  CHECK(first(act, "law.act") ==
        "law.act /subtypes/0/eligibleWhen/all/0/law: no act 'constitution' in assets/law/acts.json");
  const auto condition = diagnosed([](pack::Sources& s) { leaf(s, 0).erase("law"); });
  CHECK(first(condition, "pack.missing") ==
        "pack.missing /subtypes/0/eligibleWhen/all/0/law: a condition cites its clause");
  const auto stage = diagnosed([](pack::Sources& s) { s.pack["stages"][4]["law"] = Json::array(); });
  CHECK(first(stage, "pack.missing").rfind("pack.missing /stages/4/law", 0) == 0);
  const auto deep = diagnosed([](pack::Sources& s) { leaf(s, 0)["law"] = Json::array({"lrt:1.2.3.4.5"}); });
  CHECK(first(deep, "law.form").rfind("law.form", 0) == 0);
}

TEST_CASE("a day that does not exist, and a term that ends before it begins, are found") {
  const auto day = diagnosed([](pack::Sources& s) { s.pack["law"][0]["until"] = "2026-02-30"; });
  CHECK(first(day, "pack.value") == "pack.value /law/0/until: not a date YYYY-MM-DD: 2026-02-30");
  const auto order = diagnosed([](pack::Sources& s) { s.pack["law"][0]["until"] = "2025-10-16"; });
  CHECK(first(order, "pack.value") == "pack.value /law/0/until: before 'from'");
}

TEST_CASE("an id used twice is found") {
  const auto screen = diagnosed([](pack::Sources& s) { s.pack["screens"][12]["id"] = "phone"; });
  CHECK(first(screen, "pack.repeated") == "pack.repeated /screens/12/id: phone");
  const auto condition = diagnosed([](pack::Sources& s) { leaf(s, 1)["id"] = "no_licence"; });
  CHECK(first(condition, "pack.repeated") == "pack.repeated /subtypes/0/eligibleWhen/all/1/id: no_licence");
}

TEST_CASE("a question that the dictionary does not have is found, with the one that was meant") {
  const auto d = diagnosed([](pack::Sources& s) { s.pack["screens"][7]["fields"][0] = "birthdate"; });
  CHECK(first(d, "pack.unknown_field") == "pack.unknown_field /screens/7: birthdate (did you mean 'birth_date'?)");
}

TEST_CASE("two mistakes are both reported in one run") {
  const auto d = diagnosed([](pack::Sources& s) {
    leaf(s, 0)["feel"] = "nonsense";
    s.pack["law"][0]["until"] = "soon";
    s.service_texts["kk"].erase("summary");
  });
  CHECK(first(d, "feel.name").rfind("feel.name", 0) == 0);
  CHECK(first(d, "pack.value").rfind("pack.value /law/0/until", 0) == 0);
  CHECK(first(d, "text.missing") == "text.missing summary: not in kk");
}

TEST_CASE("values of the wrong kind are diagnostics, never a crash") {
  const Json kValues[] = {nullptr, -1.5, "x", Json::array({1}), Json::array({Json::object()})};
  for (const auto& member : real_sources("licence-first").pack.items()) {
    for (const Json& value : kValues) {
      if (value == member.value()) continue;
      CAPTURE(member.key());
      CAPTURE(value.dump());
      pack::Sources sources = real_sources("licence-first");
      sources.pack[member.key()] = value;
      pack::Diagnostics diagnostics;
      const auto compiled = pack::compile(sources, diagnostics);
      CHECK(compiled.has_value() == diagnostics.empty());
    }
  }
}

TEST_CASE("one level deeper, too: every member of every object may be wrong") {
  const Json kValues[] = {99999999999, Json::array({"x"}), Json::object()};
  for (const char* list : {"law", "subtypes", "checks", "screens", "stages", "notes", "refusalGrounds"}) {
    const Json& entries = real_sources("licence-first").pack[list];
    for (const auto& member : entries[0].items()) {
      for (const Json& value : kValues) {
        pack::Sources sources = real_sources("licence-first");
        sources.pack[list][0][member.key()] = value;
        pack::Diagnostics diagnostics;
        const auto compiled = pack::compile(sources, diagnostics);
        CHECK(compiled.has_value() == diagnostics.empty());
      }
    }
  }
}

TEST_CASE("the term is data: another last day in the JSON is another last day of the service") {
  pack::Sources sources = real_sources("licence-first");
  const base::Date last = base::parse_date("2026-08-31").value();
  CHECK(service::opening(real_pack("licence-first").model, last).open);
  CHECK_FALSE(service::opening(real_pack("licence-first").model, last.plus_days(1)).open);
  for (Json& law : sources.pack["law"]) law["until"] = "2027-08-31";
  pack::Diagnostics diagnostics;
  const auto compiled = pack::compile(sources, diagnostics);
  REQUIRE(compiled);
  CHECK(service::opening(compiled->model, last.plus_days(1)).open);
  CHECK(service::opening(compiled->model, base::parse_date("2027-08-31").value()).open);
  CHECK_FALSE(service::opening(compiled->model, base::parse_date("2027-09-01").value()).open);
}

TEST_CASE("the fee is computed exactly, year by year, and unknown for a year without a rate") {
  const service::Model& model = real_pack("licence-first").model;
  const auto on = [&](const char* day) {
    const auto* amount = service::amount_on(model, base::parse_date(day).value());
    return amount == nullptr ? "" : amount->value;
  };
  CHECK(on("2026-08-01") == "5406.25");
  CHECK(on("2025-12-31") == "4915");
  CHECK(on("2027-01-01").empty());
}

TEST_CASE("every check names in the consent what it asks for") {
  for (const service::Check& check : real_pack("licence-first").model.checks) {
    for (const auto& texts : real_pack("licence-first").texts) CHECK_FALSE(texts.get(check.consent).empty());
  }
}

TEST_CASE("documents have their days, their hint and their notes, and are asked for on those days only") {
  pack::Sources sources = real_sources("licence-first");
  sources.pack["subtypes"][0]["items"] = Json::parse(R"([
    {"id": "photo", "kind": "copy", "required": "always", "law": ["pilot:1"], "notes": ["consent"],
     "from": "2026-01-01", "until": "2026-06-30"},
    {"id": "proof", "kind": "data", "required": "when", "when": "category = \"B\"", "law": ["pilot:1"]}])");
  for (auto& [lang, texts] : sources.service_texts) {
    texts["item.photo"] = "photo";
    texts["item.photo.hint"] = "3.5 x 4.5";
    texts["item.proof"] = "proof";
    texts["item.proof.when"] = "for category B only";
  }
  pack::Diagnostics diagnostics;
  const auto compiled = pack::compile(sources, diagnostics);
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
  REQUIRE(compiled);
  const service::Item& photo = compiled->model.subtypes[0].items[0];
  CHECK(photo.hint != service::kNoText);
  CHECK(compiled->model.notes[photo.notes.at(0)].id == "consent");
  engine::State state;
  const auto asked = [&](const char* day, std::size_t item) {
    engine::Setting setting;
    setting.as_of = base::parse_date(day).value();
    state = engine::begin(compiled->model, setting);
    return engine::is_asked_for(compiled->model, state, compiled->model.subtypes[0].items[item]);
  };
  CHECK(asked("2025-12-31", 0) == engine::Truth::no);
  CHECK(asked("2026-01-01", 0) == engine::Truth::yes);
  CHECK(asked("2026-06-30", 0) == engine::Truth::yes);
  CHECK(asked("2026-07-01", 0) == engine::Truth::no);
  CHECK(asked("2026-07-01", 1) == engine::Truth::unknown);  // the category is not given
}

TEST_CASE("definitions stand for their expression wherever FEEL is read, also within each other") {
  pack::Sources sources = real_sources("licence-first");
  sources.pack["definitions"] = {{"is_16", "age >= 16"},
                                 {"age", "years and months duration(birth_date, today()).years"}};
  leaf(sources, 6)["feel"] = "category != \"A1\" or is_16";
  pack::Diagnostics diagnostics;
  const auto compiled = pack::compile(sources, diagnostics);
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
  REQUIRE(compiled);
  // The index of what an answer may change knows what they read.
  const service::Model& model = compiled->model;
  const std::uint16_t birth_date = service::find_field(model, "birth_date");
  bool reads = false;
  for (const std::uint16_t c : model.readers[birth_date]) reads = reads || model.conditions[c].id == "age_16";
  CHECK(reads);
}

TEST_CASE("what is wrong with a definition is said once, there; what is wrong behind one is said in its own columns") {
  const auto broken = diagnosed([](pack::Sources& s) {
    s.pack["definitions"] = {{"age", "years(birth_date"}};
    leaf(s, 6)["feel"] = "age >= 16";
  });
  REQUIRE(broken.size() == 1);
  CHECK(broken[0].place.rfind("/definitions/age@", 0) == 0);
  const auto behind = diagnosed([](pack::Sources& s) {
    s.pack["definitions"] = {{"age", "years and months duration(birth_date, today()).years"}};
    leaf(s, 6)["feel"] = "age >= 16 and nonsense";
  });
  CHECK(first(behind, "feel.name").rfind("feel.name /subtypes/0/eligibleWhen/all/6/feel@1:15: 'nonsense'", 0) == 0);
  const auto cycle = diagnosed([](pack::Sources& s) {
    s.pack["definitions"] = {{"one", "two = 1"}, {"two", "if one then 1 else 2"}};
  });
  CHECK(first(cycle, "pack.cycle").rfind("pack.cycle /definitions/", 0) == 0);
  const auto taken = diagnosed([](pack::Sources& s) { s.pack["definitions"] = {{"category", "1"}}; });
  CHECK(first(taken, "pack.repeated") == "pack.repeated /definitions/category: a question has this name");
}

TEST_CASE("migrations must lead to the pack's version and to questions that there are") {
  const auto lost = diagnosed([](pack::Sources& s) {
    s.pack["version"] = "3";
    s.pack["migrations"] = Json::parse(R"([{"from": "1", "to": "2", "rename": {"a": "b"}}])");
  });
  CHECK(first(lost, "pack.value") == "pack.value /migrations/0/to: no step leads from here to version 3");
  const auto field = diagnosed([](pack::Sources& s) {
    s.pack["version"] = "2";
    s.pack["migrations"] = Json::parse(R"([{"from": "1", "to": "2", "rename": {"a": "phon"}}])");
  });
  CHECK(first(field, "pack.unknown_field") == "pack.unknown_field /migrations/0/rename: phon (did you mean 'phone'?)");
  const auto option = diagnosed([](pack::Sources& s) {
    s.pack["version"] = "2";
    s.pack["migrations"] = Json::parse(R"([{"from": "1", "to": "2", "options": {"channel": {"a": "portall"}}}])");
  });
  CHECK(first(option, "pack.value") == "pack.value /migrations/0/options/channel: portall (did you mean 'portal'?)");
  const auto circle = diagnosed([](pack::Sources& s) {
    s.pack["version"] = "3";
    s.pack["migrations"] = Json::parse(R"([{"from": "1", "to": "2"}, {"from": "2", "to": "1"}])");
  });
  CHECK(first(circle, "pack.value").find("no step leads from here") != std::string::npos);
}

TEST_CASE("times, windows and hours are read and cite their clause") {
  const auto d = diagnosed([](pack::Sources& s) {
    s.pack["timeLimit"] = Json::parse(R"({"workingDays": 0, "law": ["pilot:1"]})");
    s.pack["windows"] = Json::parse(R"([{"from": "02-30", "to": "06-30"}])");
    s.pack["hours"] = Json::parse(R"([{"from": "9:00", "to": "18:30", "law": ["pilot:1"]}])");
  });
  CHECK(first(d, "pack.value") == "pack.value /timeLimit/workingDays: 1 to 365");
  CHECK(first(d, "pack.missing") == "pack.missing /windows/0/law: a window cites its clause");
  CHECK(d.size() == 4);
}

TEST_CASE(
    "what the provider finds out itself and where to ask are in the service, with their clause, in the pack's order") {
  const service::Model& model = real_pack("licence-first").model;
  const i18n::Texts& kk = real_pack("licence-first").texts[0];
  REQUIRE(model.obtained.size() == 6);
  CHECK(kk.get(model.obtained[2]) == "073/у нысаны бойынша медициналық анықтама");
  pack::Sources sources = testing::sample_sources(testing::sample_document());
  sources.pack["contacts"] = {"8 800 080 7777", "title"};
  sources.pack["lawOf"]["obtainedByProvider"] = sources.pack["subtypes"][0]["law"];
  pack::Diagnostics diagnostics;
  const auto compiled = pack::compile(sources, diagnostics);
  for (const pack::Diagnostic& d : diagnostics) FAIL_CHECK(text(d));
  REQUIRE(compiled);
  REQUIRE(compiled->model.contacts.size() == 2);
  CHECK(compiled->model.contacts[0].phone == "8 800 080 7777");
  CHECK(compiled->model.contacts[1].text == compiled->model.words.title);
  REQUIRE_FALSE(compiled->model.obtained.empty());
  CHECK_FALSE(compiled->model.obtained_law.empty());
}

TEST_CASE("a sample of a form says what stands in it, and names screens and documents that exist") {
  const auto with = [](const char* json) {
    return diagnosed([&](pack::Sources& s) {
      s.pack["samples"] = Json::array({Json::parse(json)});
      for (auto& [lang, texts] : s.service_texts) {
        texts["sample.paper.title"] = "a paper";
        texts["sample.paper.name"] = "name";
        texts["sample.paper.name.value"] = "somebody";
      }
    });
  };
  CHECK(with(R"({"id": "paper", "law": ["pilot:1"], "rows": ["name"], "screens": ["start"]})").empty());
  CHECK(first(with(R"({"id": "paper", "law": ["pilot:1"], "rows": []})"), "pack.missing").rfind("pack.missing", 0) ==
        0);
  CHECK(first(with(R"({"id": "paper", "law": [], "rows": ["name"]})"), "pack.missing").rfind("pack.missing", 0) == 0);
  CHECK(first(with(R"({"id": "paper", "law": ["pilot:1"], "rows": ["name"], "screens": ["stat"]})"),
              "pack.unknown_screen") == "pack.unknown_screen /samples/0/screens: stat (did you mean 'start'?)");
  CHECK(first(with(R"({"id": "paper", "law": ["pilot:1"], "rows": ["name"], "items": ["photo"]})"), "pack.unknown_item")
            .rfind("pack.unknown_item", 0) == 0);
}

TEST_CASE("a document asked for only in some case needs that case in words") {
  const auto d = diagnosed([](pack::Sources& s) {
    s.pack["subtypes"][0]["items"] = Json::parse(
        R"([{"id": "proof", "kind": "copy", "required": "when", "when": "category = \"B\"", "law": ["pilot:1"]}])");
    for (auto& [lang, texts] : s.service_texts) texts["item.proof"] = "proof";
  });
  CHECK(first(d, "text.missing").find("item.proof.when") != std::string::npos);
}
