// SPDX-License-Identifier: MIT
#include "author/graph.hpp"

#include <doctest/doctest.h>

#include "work.hpp"

using namespace qadam;
using namespace qadam::testing;

TEST_CASE("quotes, backslashes and line ends of a text cannot end a DOT string") {
  CHECK(author::dot_text("a \"b\" \\n c") == "\"a \\\"b\\\" \\\\n c\"");
  CHECK(author::dot_text("one\ntwo") == "\"one\\ntwo\"");
  CHECK(author::dot_text("") == "\"\"");
}

TEST_CASE("long texts are broken between words, by letters and not by bytes") {
  CHECK(author::dot_text("жол жүріс ереже", 9) == "\"жол жүріс\\nереже\"");
  CHECK(author::dot_text("unbreakable", 4) == "\"unbreakable\"");
}

TEST_CASE("the graph holds every screen, question, check, stage and condition, and is the same each time") {
  const Work w = work();
  const std::string dot = author::graph(words(w, "ru", "2026-08-20"));
  CHECK(dot == author::graph(words(w, "ru", "2026-08-20")));
  for (const service::Screen& screen : w.pack.model.screens) CHECK(has(dot, "\"screen." + screen.id + "\" ["));
  for (const service::Check& check : w.pack.model.checks) CHECK(has(dot, "\"check." + check.id + "\" ["));
  for (const service::Stage& stage : w.pack.model.stages) CHECK(has(dot, "\"stage." + stage.id + "\" ["));
  for (const service::Condition& c : w.pack.model.conditions) {
    if (c.kind == service::ConditionKind::leaf) CHECK(has(dot, "(" + c.id + ")"));
  }
  // Who comes by no link goes past that page; the condition stands on the edge.
  CHECK(has(dot, "\"if.link\" -> \"screen.link\" [label=\"channel in (\\\"portal\\\", \\\"egov_mobile\\\")\"]"));
  CHECK(has(dot, "\"if.link\" -> \"screen.sign_in\""));
}

TEST_CASE("a hostile title stays inside its string") {
  const Work w = work([](pack::Sources& s) {
    for (const char* lang : pack::kLanguages) s.service_texts[lang]["title"] = "x\"]; evil [label=\"";
  });
  CHECK(has(author::graph(words(w, "en", "2026-08-20")), "label=\"x\\\"]; evil [label=\\\"\""));
}
