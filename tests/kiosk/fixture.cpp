// SPDX-License-Identifier: MIT
#include "fixture.hpp"

#include <fstream>

namespace qadam::kiosk::fixture {
namespace {

view::Screen base(const std::string& id) {
  const std::vector<std::string>& kk = words();
  view::Screen screen;
  screen.id = id;
  screen.kind = "question";
  screen.service = "licence-first";
  screen.service_title = kk[2];
  screen.lang = "kk";
  screen.mode = {"demonstration", kk[0], kk[1], {}};
  screen.title = kk[3];
  screen.progress = {5, 12, kk[13]};
  screen.actions = {{"continue", "primary", kk[5], {}}, {"back", "link", kk[6], {}}, {"erase", "danger", kk[7], kk[8]}};
  screen.chrome = {{"dont_know", kk[9]}, {"error_title", kk[11]}, {"why", kk[14]},  {"back", kk[6]},
                   {"day", kk[15]},      {"month", kk[16]},       {"year", kk[17]}, {"working", "Working"},
                   {"change", "Change"}, {"law", "Law"}};
  return screen;
}

view::Field field(const std::string& id, const std::string& kind, const std::string& label) {
  view::Field made;
  made.id = id;
  made.kind = kind;
  made.label = label;
  made.state = "unanswered";
  return made;
}

}  // namespace

const std::vector<std::string>& words() {
  static const std::vector<std::string> lines = [] {
    std::vector<std::string> read;
    std::ifstream file(QADAM_SOURCE_DIR "/tests/kiosk/words.kk.txt");
    for (std::string line; std::getline(file, line);) read.push_back(line);
    read.resize(18);
    return read;
  }();
  return lines;
}

view::Screen choice() {
  view::Screen screen = base("category");
  screen.lead = words()[4];
  view::Field made = field("category", "choice", words()[3]);
  made.options = {{"A", "A", words()[4]}, {"B", words()[10], {}}, {"Tm", words()[12], {}}};
  made.may_not_know = true;
  made.why = words()[4];
  screen.fields = {made};
  return screen;
}

view::Screen date() {
  view::Screen screen = base("birth_date");
  view::Field made = field("birth_date", "date", words()[3]);
  made.may_not_know = true;
  screen.fields = {made};
  return screen;
}

view::Screen iin() {
  view::Screen screen = base("sign_in");
  view::Field made = field("iin", "iin", "IIN");
  made.max_length = 12;
  made.examples = {{"180101500011", "180101500011", "All checks pass"}};
  made.error = "Enter twelve digits";
  screen.fields = {made};
  screen.errors = {{"iin", "Enter twelve digits"}};
  return screen;
}

view::Screen reading() {
  view::Screen screen = base("summary");
  for (const char* kind : {"info", "warning", "stop", "note", "success", "details", "list", "sample"}) {
    screen.notices.push_back({kind, kind, "Title", "First line\nSecond line", {{"lrt:74.2", "Clause 74"}}});
  }
  view::Field row = field("category", "summaryRow", "Category");
  row.shown = "B";
  row.action = "change:category";
  row.action_text = "Change: category";
  view::Field check = field("registry_school", "checkRow", "Driving school");
  check.shown = "Passed";
  check.state = "passed";
  view::Field stage = field("stage.12", "stageRow", "Theory exam");
  stage.shown = "Now";
  stage.state = "current";
  screen.fields = {row, check, stage, field("paper", "file", "Certificate"), field("fee", "fact", "Fee")};
  screen.law = {{"lrt:74.2", "Clause 74"}};
  return screen;
}

view::Screen text() {
  view::Screen screen = base("contact");
  view::Field name = field("name", "text", "Name");
  name.required = false;
  view::Field phone = field("phone", "phone", "Phone");
  phone.may_withhold = true;
  view::Field ways = field("ways", "choices", "Ways");
  ways.options = {{"call", "Call", {}}, {"letter", "Letter", {}}};
  screen.fields = {name, phone, ways};
  return screen;
}

}  // namespace qadam::kiosk::fixture
