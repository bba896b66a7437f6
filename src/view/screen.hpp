// Screen: everything a person sees at one moment, already worded in one language.
//
// It names no widget, no DOM and no pixel; web and kiosk both draw it, so a rule never sits in a shell. Built anew
// after each action (it is small) and matched by stable ids. Design: DESIGN.md 6.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace qadam::view {

// A clause of an act: `id` as packs cite it ("lrt:74.2"), `text` as a person reads it.
struct Law {
  std::string id;
  std::string text;
};

struct Option {
  std::string value;
  std::string text{};
  std::string hint{};
  std::string group{};  // slots: the day; options of one group stand together
};

// One thing to fill in or to read. `kind` is one of: text iin phone date code choice choices yesNo file slot
// (answered by `answer(id, ...)`) and summaryRow checkRow stageRow fact foundHeading foundRow (read only).
struct Field {
  std::string id;
  std::string kind;
  std::string label;
  std::string hint;
  std::string value;  // raw text as last given; dates "Y-M-D" also when they do not exist; choices "a,b"
  std::string shown;  // the value in words (summaryRow, fact), or the status in words (checkRow, stageRow)
  std::string state;  // inputs: unanswered dontKnow withheld none value; checkRow: waiting running passed
                      // stopped unavailable notAsked; stageRow: done current later stopped;
                      // foundRow: fits notFits unknown see
  std::string error;
  std::string why;
  bool required = true;
  bool may_not_know = false;     // offers "I don't know"
  bool may_withhold = false;     // offers "I'd rather not say"
  std::string action;            // summaryRow: id of the action that changes it, else empty
  std::string action_text;       // its accessible name
  std::uint32_t max_length = 0;  // characters; 0 = no limit of the field's own
  std::vector<Option> options;   // choice, choices, yesNo, slot
  std::vector<Option> examples;  // iin: demonstration numbers
  std::vector<Law> law;
};

// `kind`: info warning stop note success details list sample. `list`: one item per line of `text`.
// `details` are closed at first, `title` is what one taps. `sample` is a form as it looks when filled in: the first line
// of `text` says that it is one (a stamp), each further line is "label<tab>value".
struct Notice {
  std::string id;
  std::string kind;
  std::string title;
  std::string text;
  std::vector<Law> law;
};

// `kind`: primary secondary link danger. A shell sends `act(id)` back; "print" prints, "file:<id>" saves view::file(id). `ask`: a question to confirm first, if any.
struct Button {
  std::string id;
  std::string kind;
  std::string text;
  std::string ask;
};

struct FieldError {
  std::string field;  // id of a field of this screen, or empty
  std::string text;
};

// The mode stands on every screen (DESIGN.md 1.1).
struct ModeNotice {
  std::string id;  // demonstration preparation connected
  std::string banner;
  std::string detail;
  std::string as_of;  // "Shown as of ...", empty on an ordinary day
};

struct Progress {
  std::uint32_t step = 0;
  std::uint32_t total = 0;  // 0: not known
  std::string text;         // empty: no progress mark on this screen
};

// Words that belong to every screen: key (without "ui.") -> text. See view::kChrome.
struct Chrome {
  std::string key;
  std::string text;
};

struct Screen {
  std::string id;
  // start question information signIn consent checks summary sign case booking status closed early prepared ended
  // erased found plan card
  std::string kind;
  std::string service;
  std::string service_title;
  std::string lang;
  std::string body_lang;  // of the notices, where it is another one
  ModeNotice mode;
  std::string title;
  std::string lead;
  Progress progress;
  std::vector<Notice> notices;
  std::vector<Field> fields;
  std::vector<FieldError> errors;
  std::vector<Button> actions;  // in order: primary first; includes "back" (kind link) and "erase" (kind danger)
  std::vector<Law> law;
  std::vector<Chrome> chrome;  // filled by whoever draws (view::chrome): it changes with the language only
  bool busy = false;           // an effect is under way: show progress, keep controls but do not repeat actions
  std::uint32_t revision = 0;  // grows with every action
};

}  // namespace qadam::view
