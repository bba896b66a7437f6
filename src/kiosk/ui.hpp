// What the kiosk's drawing needs from frame to frame beside the Screen: type sizes, keys pressed, half-typed texts, and
// where each item was drawn. No rule of any service, no word.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

struct ImFont;

namespace qadam::kiosk {

// What a person did, in the words of the engine. Answer: `id` is a field, `state` one of unanswered dontKnow withheld
// value. Act: `id` is an action. Language: `id` is a language code.
struct Intent {
  enum class Kind { Answer, Act, Language };

  Kind kind = Kind::Act;
  std::string id;
  std::string state;
  std::string value;
};

// CSS pixels from the window's top left corner.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;
};

// Something that can be pressed. `id` is stable: "<field>=<option>", "<field>" or "<field>.day" (inputs),
// "<field>~<example>", "action.<id>", "lang.<code>", "key.<sign>", "details.<id>", "error.<n>", "scroll.up".
// Items of one `group` (the options of a question, the keypad) are one stop of the Tab key.
struct Item {
  std::string id;
  std::string group;
  Rect rect;
  Rect seen;  // the part inside the page; w = 0 when scrolled out of sight
  bool is_chosen = false;
};

enum class Key { Next, Previous, Up, Down, Left, Right, Press, Erase, Close };

struct Language {
  std::string code;
  std::string name;  // in itself, for a person
};

// Letter heights are em sizes in CSS pixels.
struct Sizes {
  float scale = 1;
  float small_em = 24;
  float body_em = 28;
  float title_em = 46;
  float target = 76;  // least side of anything to press
};

// Scale 1 is a portrait 1080 x 1920 screen of 21.5 inches: capitals of 5 mm, targets of 19 mm.
Sizes sizes_for(float width, float height);

struct Fonts {
  ImFont* small = nullptr;
  ImFont* body = nullptr;
  ImFont* title = nullptr;
};

struct Ui {
  // Set by the shell.
  Sizes sizes;
  Fonts fonts;
  std::vector<Language> languages;
  std::vector<Key> keys;  // since the last frame; emptied by draw()
  std::string typed;      // UTF-8, since the last frame; emptied by draw()

  // Kept by draw() for the next frame and for tests.
  std::vector<Item> items;
  std::string screen;
  std::uint32_t revision = 0;
  std::string focus;                          // id of the item that keys act on
  bool shows_focus = false;                   // keys were used last, not a finger
  bool wants_press = false;                   // Enter or Space for `focus`
  std::string reveal;                         // id of an item to scroll into sight
  std::string active;                         // id of the input that takes digits and letters
  std::map<std::string, std::string> drafts;  // input id -> text not yet sent
  std::set<std::string> opened;               // details
  std::string asking;                         // action whose question is on the screen
  float scroll = 0;
  float content_height = 0;
  float page_top = 0;
  float page_height = 0;
  bool wants_frame = false;  // the layout has not settled
};

}  // namespace qadam::kiosk
