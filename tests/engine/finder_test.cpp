// The finder leads each person to what fits, asks little, and never turns silence into a no.
// SPDX-License-Identifier: MIT
#include "engine/finder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "../pack/packs.hpp"
#include "citizen.hpp"
#include "engine/draft.hpp"
#include "engine/judge.hpp"

using namespace qadam;
using namespace qadam::testing;
using engine::AnswerState;
using engine::State;
using engine::Truth;
using service::kNone;

namespace {

using Answers = std::map<std::string, std::string>;

const service::Model& finder() {
  return real_pack("finder").model;
}

engine::Setting on(const char* iso) {
  return setting_on(iso);
}

std::string id_of(std::uint16_t field) {
  return finder().fields[field].id;
}

State answered(const Answers& answers, const char* iso = "2026-04-10") {
  State state = engine::begin(finder(), on(iso));
  for (const auto& given : answers) {
    const std::string& id = given.first;
    const std::string& text = given.second;
    const std::uint16_t field = service::find_field(finder(), id);
    REQUIRE_MESSAGE(field != kNone, id);
    state.answers[field] = engine::read_answer(finder().fields[field], AnswerState::value, text, state.setting.today());
    REQUIRE_MESSAGE(state.answers[field].given(), id, " = ", text);
  }
  engine::judge_all(finder(), state);
  return state;
}

Truth verdict(const State& state, const std::string& entry) {
  const std::uint16_t number = engine::find_entry(finder(), entry);
  REQUIRE_MESSAGE(number != kNone, entry);
  return engine::verdict_of(finder(), state, number).truth;
}

std::vector<std::string> reasons_against(const State& state, const std::string& entry) {
  std::vector<std::string> out;
  for (const std::uint16_t leaf :
       engine::because(finder(), state, finder().subtypes[engine::find_entry(finder(), entry)].condition))
    out.push_back(finder().conditions[leaf].id);
  return out;
}

bool has(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Somebody for whom the entry is: what he would say if asked. Whatever else is asked he answers by "no", or by the last
// option, which is "none of these" where there is one.
struct Person {
  std::string entry;
  Answers says;
};

const std::vector<Person>& persons() {
  static const std::vector<Person> kPersons = {
      {"registration.citizenship", {{"reason", "register"}, {"register_event", "citizenship"}}},
      {"registration.left_service", {{"reason", "register"}, {"register_event", "left_service"}}},
      {"registration.released",
       {{"reason", "register"},
        {"register_event", "none"},
        {"released_from_prison", "true"},
        {"registered_before", "true"}}},
      {"registration.speciality", {{"reason", "register"}, {"register_event", "speciality"}, {"sex", "female"}}},
      {"registration.never_registered",
       {{"reason", "register"}, {"register_event", "never"}, {"birth_date", "2008-6-1"}}},
      {"deferment.family_care",
       {{"reason", "family"},
        {"family_kind", "care"},
        {"family_situation", "parents_wife_grandparents"},
        {"care_relative", "mother"},
        {"relative_unable", "true"}}},
      {"deferment.child_without_mother",
       {{"reason", "family"}, {"family_kind", "child_alone"}, {"child_dependent", "true"}}},
      {"deferment.former_guardians",
       {{"reason", "family"}, {"family_kind", "raisers"}, {"raised_two_years", "true"}, {"raised_because", "true"}}},
      {"deferment.married_with_child", {{"reason", "family"}, {"family_kind", "married,child"}}},
      {"deferment.study", {{"reason", "study"}, {"study_kind", "full_time"}}},
      {"deferment.health", {{"reason", "health"}, {"temporarily_unfit", "true"}}},
      {"deferment.teacher", {{"reason", "work"}, {"work_kind", "teacher"}, {"listed_school", "true"}}},
      {"deferment.rural_doctor", {{"reason", "work"}, {"work_kind", "doctor"}, {"relevant_education", "true"}}},
      {"deferment.deputy", {{"reason", "work"}, {"work_kind", "deputy"}}},
      {"deferment.proceedings", {{"reason", "other"}, {"under_proceedings", "true"}}},
      {"deferment.civil_aviation", {{"reason", "work"}, {"work_kind", "aviation"}, {"relevant_education", "true"}}},
      {"deferment.ship_crew", {{"reason", "work"}, {"work_kind", "ship"}, {"relevant_education", "true"}}},
      {"deferment.law_enforcement_training",
       {{"reason", "study"}, {"study_kind", "training"}, {"training_place", "law_enforcement"}}},
      {"exemption.health", {{"reason", "health"}, {"found_unfit", "true"}}},
      {"exemption.age_27", {{"reason", "other"}, {"birth_date", "1998-3-1"}, {"lawfully_not_called", "true"}}},
      {"exemption.relative", {{"reason", "family"}, {"family_kind", "none"}, {"relative_on_duty", "true"}}},
      {"exemption.service_abroad", {{"reason", "other"}, {"served_abroad", "true"}}},
      {"exemption.special_bodies", {{"reason", "work"}, {"work_kind", "special_bodies"}}},
      {"exemption.degree", {{"reason", "study"}, {"study_kind", "degree"}}},
      {"exemption.clergy", {{"reason", "other"}, {"is_clergy", "true"}, {"association_registered", "true"}}}};
  return kPersons;
}

std::string said(const Person& person, const std::string& field) {
  const auto it = person.says.find(field);
  if (it != person.says.end()) return it->second;
  const Answers often = {{"birth_date", "2004-5-14"}, {"sex", "male"}, {"citizenship", "true"}, {"for_whom", "self"}};
  const auto common = often.find(field);
  if (common != often.end()) return common->second;
  const service::Field& asked = finder().fields[service::find_field(finder(), field)];
  return asked.options.empty() ? "false" : asked.options.back().value;
}

void say(State& state, std::uint16_t field, const std::string& text) {
  state.answers[field] = engine::read_answer(finder().fields[field], AnswerState::value, text, state.setting.today());
  REQUIRE_MESSAGE(state.answers[field].given(), id_of(field), " = ", text);
  engine::judge_after(finder(), state, field);
}

struct Way {
  State state;
  std::vector<std::string> asked;
  std::size_t until_found = 0;  // questions until the entry fits; 0: it never did
};

Way lead(const Person& person, const char* iso = "2026-04-10") {
  Way way{engine::begin(finder(), on(iso)), {}, 0};
  for (int i = 0; i < 60; ++i) {
    const auto open = engine::open_questions(finder(), way.state);
    if (open.empty()) break;
    way.asked.push_back(id_of(open.front()));
    say(way.state, open.front(), said(person, id_of(open.front())));
    if (way.until_found == 0 && verdict(way.state, person.entry) == Truth::yes) way.until_found = way.asked.size();
  }
  return way;
}

std::uint32_t seed() {
  const char* given = std::getenv("QADAM_SEED");
  return given == nullptr ? 20261125u : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

class Chance {
 public:
  explicit Chance(std::uint32_t start) : random_(start) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  // A way to answer or not to answer.
  engine::Answer answer(const service::Field& field, base::Date today) {
    if (below(4) == 0) {
      constexpr AnswerState kWays[] = {AnswerState::unanswered, AnswerState::dont_know, AnswerState::withheld};
      return engine::read_answer(field, kWays[below(3)], "", today);
    }
    std::string text;
    switch (field.type) {
      case service::FieldType::boolean:
        text = below(2) == 0 ? "true" : "false";
        break;
      case service::FieldType::choice:
        text = field.options[below(static_cast<std::uint32_t>(field.options.size()))].value;
        break;
      case service::FieldType::choices:
        for (const service::Option& option : field.options) {
          if (below(3) == 0) text += (text.empty() ? "" : ",") + option.value;
        }
        break;
      case service::FieldType::date:
        text = today.plus_days(-static_cast<std::int64_t>(16 * 365 + below(46 * 365))).iso();
        break;
      default:
        break;
    }
    return engine::read_answer(field, AnswerState::value, text, today);
  }

  // Some questions answered, some not; with a person, mostly as he would.
  State state(const char* iso, const Person* person = nullptr) {
    State out = engine::begin(finder(), on(iso));
    for (std::size_t i = 0; i < finder().fields.size(); ++i) {
      const service::Field& field = finder().fields[i];
      if (field.source != service::Source::ask || below(person == nullptr ? 3 : 10) == 0) continue;
      out.answers[i] =
          person == nullptr || below(12) == 0
              ? answer(field, out.setting.today())
              : engine::read_answer(field, AnswerState::value, said(*person, field.id), out.setting.today());
    }
    engine::judge_all(finder(), out);
    return out;
  }

  std::mt19937& source() { return random_; }

 private:
  std::mt19937 random_;
};

// The verdict of the service itself, for the record with which its session would begin.
Truth own_verdict(const State& state, std::size_t entry) {
  const service::Finder::Entry& found = finder().finder.entries[entry];
  const service::Model& model = real_pack(finder().finder.services[found.service].id).model;
  const auto restored = engine::restore(model, engine::handover(finder(), state, entry), state.setting);
  REQUIRE(restored);
  CHECK(restored->dropped.empty());
  for (const service::Subtype& subtype : model.subtypes) {
    if (subtype.id == found.subtype) return restored->state.verdicts[subtype.condition].truth;
  }
  FAIL("no such subtype");
  return Truth::unknown;
}

// Entries whose case is claimed by answers of the finder's own: there the finder may say "no" where the service would
// believe whoever chose that case.
bool is_claimed(const std::string& entry) {
  return entry.rfind("registration.", 0) == 0 || entry == "exemption.service_abroad" ||
         entry == "exemption.special_bodies" || entry == "exemption.degree" || entry == "exemption.clergy";
}

}  // namespace

TEST_CASE("Each of the 25 kinds of the three services is found by a person whom it fits, in few questions") {
  std::vector<std::size_t> until_found;
  std::vector<std::size_t> until_done;
  std::set<std::string> led;
  for (const Person& person : persons()) {
    CAPTURE(person.entry);
    const Way way = lead(person);
    std::string asked;
    for (const std::string& each : way.asked) asked += " " + each;
    CAPTURE(asked);
    CHECK(verdict(way.state, person.entry) == Truth::yes);
    CHECK(way.until_found != 0);
    MESSAGE(person.entry << ": fits after " << way.until_found << ", done after " << way.asked.size() << ":" << asked);
    until_found.push_back(way.until_found);
    until_done.push_back(way.asked.size());
    led.insert(person.entry);
  }
  CHECK(led.size() == 25);
  std::sort(until_found.begin(), until_found.end());
  std::sort(until_done.begin(), until_done.end());
  MESSAGE("until it fits: median " << until_found[12] << ", at most " << until_found.back()
                                   << "; until nothing is left: median " << until_done[12] << ", at most "
                                   << until_done.back());
  CHECK(until_done[12] <= 8);
  CHECK(until_done.back() <= 12);
}

TEST_CASE("No question has more than seven options, and each can be left unsaid") {
  for (const service::Screen& screen : finder().screens) {
    for (const std::uint16_t field : screen.fields) {
      CAPTURE(id_of(field));
      CHECK(finder().fields[field].options.size() <= 7);
      if (id_of(field) == "for_whom") continue;
      CHECK(finder().fields[field].has(service::kMayNotKnow));
      CHECK(finder().fields[field].has(service::kMayWithhold));
    }
  }
}

TEST_CASE(
    "What is sensitive is asked as yes or no, or about the family, only for a chosen reason and after the neutral") {
  Chance chance(seed());
  for (int i = 0; i < 300; ++i) {
    State state = engine::begin(finder(), on("2026-04-10"));
    for (int step = 0; step < 30; ++step) {
      const auto open = engine::open_questions(finder(), state);
      if (open.empty()) break;
      bool sensitive = false;
      for (const std::uint16_t field : open) {
        CHECK_FALSE((sensitive && !finder().fields[field].has(service::kSensitive)));
        sensitive = sensitive || finder().fields[field].has(service::kSensitive);
        if (!finder().fields[field].has(service::kSensitive)) continue;
        bool is_chosen = false;
        for (std::size_t entry = 0; entry < finder().subtypes.size(); ++entry) {
          const auto& questions = engine::verdict_of(finder(), state, entry).questions;
          is_chosen = is_chosen || (questions.contains(field) &&
                                    engine::is_chosen(finder(), state, finder().subtypes[entry]) == Truth::yes);
        }
        CHECK(is_chosen);
      }
      state.answers[open.front()] = chance.answer(finder().fields[open.front()], state.setting.today());
      if (!state.answers[open.front()].given())
        state.answers[open.front()] =
            engine::read_answer(finder().fields[open.front()], AnswerState::withheld, "", state.setting.today());
      engine::judge_after(finder(), state, open.front());
    }
    CHECK(engine::open_questions(finder(), state).empty());
  }
}

TEST_CASE("The finder's verdict is the service's own for the same answers") {
  Chance chance(seed() + 1);
  std::map<std::string, std::array<int, 3>> seen;
  for (std::size_t i = 0; i < 600; ++i) {
    const Person* person = i % 2 == 0 ? nullptr : &persons()[i % persons().size()];
    const State state = chance.state(i % 4 < 2 ? "2026-04-10" : "2026-08-20", person);
    for (std::size_t entry = 0; entry < finder().subtypes.size(); ++entry) {
      if (finder().subtypes[entry].condition == kNone) continue;
      const std::string& id = finder().subtypes[entry].id;
      if (id == "licence-first.licence-first") continue;  // registers answer in the service only
      CAPTURE(id);
      const Truth found = engine::verdict_of(finder(), state, entry).truth;
      const Truth own = own_verdict(state, entry);
      ++seen[id][static_cast<std::size_t>(found)];
      if (!is_claimed(id)) {
        CHECK(found == own);
      } else if (found == Truth::yes) {
        CHECK(own == Truth::yes);
      } else if (own == Truth::no) {
        CHECK(found == Truth::no);
      }
    }
  }
  for (const auto& each : seen) {
    CAPTURE(each.first);
    for (const int count : each.second) CHECK(count > 0);  // the test looked at a yes, a no and an unknown
  }
}

TEST_CASE("The order in which questions are answered changes no verdict") {
  Chance chance(seed() + 2);
  for (int i = 0; i < 200; ++i) {
    const State whole = chance.state("2026-04-10");
    std::vector<std::uint16_t> order;
    for (std::size_t f = 0; f < finder().fields.size(); ++f) order.push_back(static_cast<std::uint16_t>(f));
    std::shuffle(order.begin(), order.end(), chance.source());
    State state = engine::begin(finder(), on("2026-04-10"));
    for (const std::uint16_t field : order) {
      state.answers[field] = whole.answers[field];
      engine::judge_after(finder(), state, field);
    }
    for (std::size_t c = 0; c < finder().conditions.size(); ++c)
      CHECK(state.verdicts[c].truth == whole.verdicts[c].truth);
    CHECK(engine::open_questions(finder(), state) == engine::open_questions(finder(), whole));
  }
}

TEST_CASE("Reasons withhold questions and decide nothing") {
  State state = answered({{"reason", "licence"}, {"birth_date", "2004-5-14"}});
  CHECK(verdict(state, "deferment.study") == Truth::unknown);
  for (const std::uint16_t field : engine::open_questions(finder(), state)) CHECK(id_of(field) == "has_licence");
  const State without = answered(
      {{"study_kind", "full_time"}, {"level_used", "false"}, {"study_abroad", "false"}, {"religious_school", "false"}});
  CHECK(verdict(without, "deferment.study") == Truth::yes);
}

TEST_CASE("Whoever would rather not say anything is told no nowhere, and is asked each thing once") {
  State state = engine::begin(finder(), on("2026-04-10"));
  const std::uint16_t reason = service::find_field(finder(), "reason");
  say(state, reason, "study,family,work,health,register,licence,other");
  std::set<std::uint16_t> asked;
  for (int i = 0; i < 100; ++i) {
    const auto open = engine::open_questions(finder(), state);
    if (open.empty()) break;
    CHECK(asked.insert(open.front()).second);
    state.answers[open.front()] =
        engine::read_answer(finder().fields[open.front()], AnswerState::withheld, "", state.setting.today());
    engine::judge_after(finder(), state, open.front());
  }
  CHECK(engine::open_questions(finder(), state).empty());
  for (std::size_t entry = 0; entry < finder().subtypes.size(); ++entry)
    CHECK(engine::verdict_of(finder(), state, entry).truth == Truth::unknown);
}

TEST_CASE("Answers that contradict a ground say which part of it fails") {
  const State state = answered({{"reason", "family"}, {"family_kind", "married"}});
  CHECK(verdict(state, "deferment.married_with_child") == Truth::no);
  CHECK(reasons_against(state, "deferment.married_with_child") == std::vector<std::string>{"has_child"});
}

TEST_CASE("A service's own question, answered itself, counts before what follows from another") {
  CHECK(verdict(answered({{"married", "true"}, {"has_child", "true"}, {"reserve_programme", "false"}}),
                "deferment.married_with_child") == Truth::yes);
  CHECK(verdict(
            answered(
                {{"family_kind", "none"}, {"married", "true"}, {"has_child", "true"}, {"reserve_programme", "false"}}),
            "deferment.married_with_child") == Truth::yes);
}

TEST_CASE("Ages: registration at seventeen, exemption at twenty-seven and not a day before") {
  const Answers boy = {{"reason", "register"},
                       {"register_event", "never"},
                       {"sex", "male"},
                       {"citizenship", "true"},
                       {"permanently_abroad", "false"}};
  Answers seventeen = boy;
  seventeen["birth_date"] = "2009-4-10";
  CHECK(verdict(answered(seventeen), "registration.never_registered") == Truth::yes);
  Answers sixteen = boy;
  sixteen["birth_date"] = "2009-4-11";
  CHECK(reasons_against(answered(sixteen), "registration.never_registered") ==
        std::vector<std::string>{"never_registered_age_17"});
  const Answers man = {{"reason", "other"}, {"lawfully_not_called", "true"}, {"citizenship", "true"}};
  Answers day_before = man;
  day_before["birth_date"] = "1999-4-11";
  CHECK(reasons_against(answered(day_before), "exemption.age_27") == std::vector<std::string>{"age_27_reached"});
  Answers birthday = man;
  birthday["birth_date"] = "1999-4-10";
  CHECK(verdict(answered(birthday), "exemption.age_27") == Truth::yes);
}

TEST_CASE("A seventeen-year-old who asks about his studies is led to the register") {
  Person boy{
      "registration.never_registered",
      {{"reason", "study"}, {"study_kind", "full_time"}, {"birth_date", "2009-1-1"}, {"register_event", "never"}}};
  const Way way = lead(boy);
  CHECK(verdict(way.state, "registration.never_registered") == Truth::yes);
  CHECK_FALSE(has(way.asked, "released_from_prison"));
}

TEST_CASE("A woman without a speciality and a foreigner hear why the register is not theirs") {
  const State woman = answered(
      {{"reason", "register"}, {"register_event", "citizenship"}, {"sex", "female"}, {"military_speciality", "false"}});
  CHECK(reasons_against(woman, "registration.citizenship") == std::vector<std::string>{"citizenship_subject"});
  const State foreigner = answered({{"reason", "register"}, {"register_event", "never"}, {"citizenship", "false"}});
  CHECK(reasons_against(foreigner, "registration.never_registered") ==
        std::vector<std::string>{"never_registered_citizen"});
}

TEST_CASE("The record handed over begins the service's session with what was said, and with the kind that was found") {
  const Way way = lead(persons()[9]);
  const std::uint16_t entry = engine::find_entry(finder(), "deferment.study");
  const base::Record record = engine::handover(finder(), way.state, entry);
  CHECK(record.get("service") == "deferment");
  CHECK(record.get("answer.deferment_case") == "value:study");
  CHECK(record.get("answer.study_form") == "value:full_time");
  CHECK(record.get("answer.level_used") == "value:false");
  CHECK_FALSE(record.has("answer.reason"));
  CHECK_FALSE(record.has("answer.is_teacher"));
}

TEST_CASE("A finder session: reasons, questions, lists at any moment, an answer changed without losing another") {
  Citizen c(finder(), on("2026-04-10"));
  c.press("continue");
  CHECK(c.at("reason"));
  c.press("continue");
  CHECK(c.at("reason"));
  c.give("for_whom", "self").give("reason", "study").press("continue");
  CHECK(c.at("study_kind"));
  c.press("found");
  CHECK(c.at("found"));
  c.press("continue");
  CHECK(c.at("study_kind"));
  c.give("study_kind", "full_time").press("continue");
  CHECK_FALSE(c.at("study_kind"));
  c.press("found").press("change:study_kind");
  CHECK(c.at("study_kind"));
  c.give("study_kind", "none").press("continue");
  CHECK(c.at("found"));
  CHECK(c.answer_to("reason").text == "study");
  c.press("back");
  CHECK_FALSE(c.at("found"));
}

TEST_CASE("Back goes to the question asked before, and from the first to the start") {
  Citizen c(finder(), on("2026-04-10"));
  c.press("continue").give("for_whom", "self").give("reason", "health").press("continue");
  const std::string first = c.screen();
  c.give(first, first == "birth_date" ? "2004-5-14" : "true").press("continue");
  CHECK(c.screen() != first);
  c.press("back");
  CHECK(c.screen() == first);
  c.press("back");
  CHECK(c.at("reason"));
  c.press("back");
  CHECK(c.at("start"));
}

TEST_CASE("A birth date in the future is refused in words and decides nothing") {
  Citizen c(finder(), on("2026-04-10"));
  c.press("continue").give("for_whom", "self").give("reason", "other").give("birth_date", "2030-1-1");
  CHECK(c.answer_to("birth_date").issue == "date.future");
  CHECK(verdict(c.state(), "exemption.age_27") == Truth::unknown);
}
