// SPDX-License-Identifier: MIT
#include "service/soundness.hpp"

#include <doctest/doctest.h>

#include "small_model.hpp"

using namespace qadam;
using feel::Op;
using service::unsound_table;
using testing::small_model;

namespace {

template <class F>
std::string broken(F&& breaks) {
  service::Model model = small_model();
  breaks(model);
  return unsound_table(model);
}

}  // namespace

TEST_CASE("a sound service passes") {
  CHECK(unsound_table(small_model()).empty());
}

TEST_CASE("an index that points at nothing is found in every table") {
  using service::Model;
  CHECK(broken([](Model& m) { m.screens.clear(); }) == "sizes");
  CHECK(broken([](Model& m) { m.fields.resize(257); }) == "sizes");
  CHECK(broken([](Model& m) { m.screens[0].kind = service::ScreenKind::question; }) == "screens");
  CHECK(broken([](Model& m) { m.screens[0].show = 0; }) == "screens");
  CHECK(broken([](Model& m) { m.program.nodes[0].a = 2; }) == "program");
  CHECK(broken([](Model& m) { m.other_when = 4; }) == "service");
  CHECK(broken([](Model& m) { m.fields[1].ask = 4; }) == "fields");
  CHECK(broken([](Model& m) { m.fields[1].law = {1}; }) == "fields");
  CHECK(broken([](Model& m) { m.conditions[0].expr = 4; }) == "conditions");
  CHECK(broken([](Model& m) { m.conditions[0].expr = service::kNoExpr; }) == "conditions");
  CHECK(broken([](Model& m) { m.conditions[0].children = {0}; }) == "conditions");
  CHECK(broken([](Model& m) { m.conditions[1].children = {1}; }) == "conditions");
  CHECK(broken([](Model& m) { m.conditions[1].children = {}; }) == "conditions");
  CHECK(broken([](Model& m) { m.subtypes[0].condition = 2; }) == "subtypes");
  CHECK(broken([](Model& m) {
          m.subtypes[0].items.emplace_back();
          m.subtypes[0].items[0].field = 2;
        }) == "items");
  CHECK(broken([](Model& m) {
          m.subtypes[0].items.emplace_back();
          m.subtypes[0].items[0].notes = {0};
        }) == "items");
  CHECK(broken([](Model& m) { m.subtypes[0].chosen = 4; }) == "subtypes");
  CHECK(broken([](Model& m) { m.screens[1].fields = {2}; }) == "screens");
  CHECK(broken([](Model& m) { m.screens[1].blocks = {2}; }) == "screens");
  CHECK(broken([](Model& m) { m.screens[1].notes = {0}; }) == "screens");
  CHECK(broken([](Model& m) { m.screens[1].stage = 0; }) == "screens");
  CHECK(broken([](Model& m) { m.screens[1].kind = service::ScreenKind::sign_in; }) == "screens");
  CHECK(broken([](Model& m) { m.terms[0].law = {1}; }) == "terms");
  CHECK(broken([](Model& m) { m.obtained_law = {1}; }) == "obtained");
  CHECK(broken([](Model& m) { m.contacts = {{}}; }) == "contacts");           // neither a number nor a text
  CHECK(broken([](Model& m) { m.contacts = {{"1414", 1}}; }) == "contacts");  // both
  CHECK(broken([](Model& m) { m.readers[0] = {2}; }) == "index");
  CHECK(broken([](Model& m) { m.readers.pop_back(); }) == "index");
  CHECK(broken([](Model& m) { m.readers[0] = {1}; }) == "index");  // a group has no expression to judge again
  CHECK(broken([](Model& m) { m.askers[0] = {2}; }) == "index");
  CHECK(broken([](Model& m) { m.asks = {0}; }) == "index");
  CHECK(broken([](Model& m) {
          service::Check check;
          m.checks = {check};  // its stage 0 does not exist
        }) == "checks");
}

TEST_CASE("times that would count for ever or cite nothing are found") {
  using service::Model;
  CHECK(broken([](Model& m) { m.times.limits = {{0, {}, m.terms[0].from, m.terms[0].until}}; }) == "times");
  CHECK(broken([](Model& m) { m.times.limits = {{366, {}, m.terms[0].from, m.terms[0].until}}; }) == "times");
  CHECK(broken([](Model& m) { m.times.windows = {{301, 630, {1}, m.terms[0].from, m.terms[0].until}}; }) == "times");
  CHECK(broken([](Model& m) { m.times.calendar.turned = {365}; }) == "times");  // beyond its last day
  CHECK(broken([](Model& m) {
          m.times.calendar.last = m.times.calendar.first.plus_days(9);
          m.times.calendar.turned = {2, 2};
        }) == "times");
  CHECK(broken([](Model& m) { m.times.calendar.law = {1}; }) == "times");
}

TEST_CASE("whether a question is asked may not depend on itself") {
  // Used to load; then an undecided relevance asked itself for its questions until the stack was gone.
  CHECK(broken([](service::Model& m) { m.fields[1].ask = 1; }) == "index");
  CHECK(broken([](service::Model& m) { m.fields[1].ask = 3; }) == "index");
  // Two that wait for each other.
  CHECK(broken([](service::Model& m) {
          m.fields[0].ask = 1;
          m.asks = {0, 1};
        }) == "index");
  // In the wrong order, or not in the order's list at all.
  CHECK(broken([](service::Model& m) { m.asks = {}; }) == "index");
  CHECK(broken([](service::Model& m) { m.asks = {1, 1}; }) == "index");
}

TEST_CASE("conditions are a tree of few levels, so explaining one cannot take for ever") {
  // A condition used twice on each of forty levels would be explained by 2^40 leaves.
  CHECK(broken([](service::Model& m) { m.conditions[1].children = {0, 0}; }) == "conditions");
  CHECK(broken([](service::Model& m) {
          for (int i = 0; i < 1000; ++i) {
            service::Condition group = m.conditions[1];
            group.children = {static_cast<std::uint16_t>(m.conditions.size() - 1)};
            m.conditions.push_back(group);
          }
        }) == "conditions");
}

TEST_CASE("the page of a finder's lists needs a finder") {
  CHECK(broken([](service::Model& m) { m.screens[1].kind = service::ScreenKind::found; }) == "finder");
}
