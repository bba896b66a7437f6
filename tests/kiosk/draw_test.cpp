// The kiosk's drawing under Dear ImGui without a screen: what is pressed becomes the right intent, all is large enough
// to touch, and nothing leaves the window.
// SPDX-License-Identifier: MIT
#include "fixture.hpp"
#include "hand.hpp"

namespace qadam::kiosk {
namespace {

struct Shape {
  float width;
  float height;
};

constexpr Shape kShapes[] = {{1080, 1920}, {1280, 800}, {1920, 1080}, {800, 1280}};

void check_answer(const std::vector<Intent>& intents, std::size_t at, const std::string& field,
                  const std::string& state, const std::string& value) {
  REQUIRE(intents.size() > at);
  CHECK(intents[at].kind == Intent::Kind::Answer);
  CHECK(intents[at].id == field);
  CHECK(intents[at].state == state);
  CHECK(intents[at].value == value);
}

void check_act(const std::vector<Intent>& intents, std::size_t at, const std::string& id) {
  REQUIRE(intents.size() > at);
  CHECK(intents[at].kind == Intent::Kind::Act);
  CHECK(intents[at].id == id);
}

TEST_CASE("tapping an option answers its field, and nothing else happens") {
  Hand hand(fixture::choice(), 1080, 1920);
  const std::vector<Intent> intents = hand.tap("category=B");
  REQUIRE(intents.size() == 1);
  check_answer(intents, 0, "category", "value", "B");
  CHECK(hand.settle().empty());
}

TEST_CASE("not knowing is an answer without a value") {
  Hand hand(fixture::choice(), 1080, 1920);
  check_answer(hand.tap("category=dontKnow"), 0, "category", "dontKnow", "");
}

TEST_CASE("each of three quick taps counts once, and a tap beside everything does nothing") {
  Hand hand(fixture::choice(), 1080, 1920);
  const Rect rect = hand.find("action.continue")->rect;
  for (int i = 0; i < 3; ++i) {
    hand.pointer.press(rect.x + 20, rect.y + 20);
    hand.pointer.release(rect.x + 20, rect.y + 20, true);
  }
  CHECK(hand.settle().size() == 3);
  hand.pointer.press(2, 1000);
  hand.pointer.release(2, 1000, true);
  CHECK(hand.settle().empty());
}

TEST_CASE("sliding off before letting go, or a touch taken away, presses nothing") {
  Hand hand(fixture::choice(), 1080, 1920);
  const Rect rect = hand.find("action.continue")->rect;
  hand.pointer.press(rect.x + 20, rect.y + 20);
  hand.pointer.release(2, 1000, true);
  CHECK(hand.settle().empty());
  hand.pointer.press(rect.x + 20, rect.y + 20);
  hand.pointer.cancel();
  CHECK(hand.settle().empty());
}

TEST_CASE("every action and language of every screen is at least 44 px and inside the window") {
  for (const Shape& shape : kShapes) {
    for (view::Screen screen :
         {fixture::choice(), fixture::date(), fixture::iin(), fixture::reading(), fixture::text()}) {
      INFO(screen.id, " ", shape.width, " x ", shape.height);
      const std::vector<view::Button> actions = screen.actions;
      Hand hand(std::move(screen), shape.width, shape.height);
      for (const view::Button& action : actions) {
        const Item* item = hand.find("action." + action.id);
        REQUIRE(item != nullptr);
        CHECK(item->rect.y + item->rect.h <= shape.height);
      }
      CHECK(hand.find("lang.kk") != nullptr);
      for (const Item& item : hand.ui.items) {
        INFO(item.id);
        CHECK(item.rect.w >= 44);
        CHECK(item.rect.h >= 44);
        CHECK(item.rect.x >= 0);
        CHECK(item.rect.x + item.rect.w <= shape.width);
      }
    }
  }
}

TEST_CASE("long Kazakh text wraps inside the window, also a word wider than the window") {
  for (const Shape& shape : kShapes) {
    Hand hand(fixture::choice(), shape.width, shape.height);
    const ImDrawData* data = ImGui::GetDrawData();
    int vertices = 0;
    for (int n = 0; n < data->CmdListsCount; ++n) {
      for (const ImDrawVert& vertex : data->CmdLists[n]->VtxBuffer) {
        // The stripes of the banner run over the edge on purpose and are cut off there.
        if (vertex.pos.y < 200) continue;
        ++vertices;
        CHECK(vertex.pos.x >= -0.5f);
        CHECK(vertex.pos.x <= shape.width + 0.5f);
      }
    }
    CHECK(vertices > 1000);
  }
}

TEST_CASE("the Kazakh letters are in the font") {
  Hand hand(fixture::choice(), 1080, 1920);
  for (const int letter : {0x4D9, 0x493, 0x49B, 0x4A3, 0x4E9, 0x4B1, 0x4AF, 0x4BB, 0x456,  0x4D8,  0x492,
                           0x49A, 0x4A2, 0x4E8, 0x4B0, 0x4AE, 0x4BA, 0x406, 0x451, 0x20B8, 0x2116, 0x201E}) {
    INFO(letter);
    CHECK(hand.ui.fonts.body->FindGlyphNoFallback(static_cast<ImWchar>(letter)) != nullptr);
  }
}

TEST_CASE("what does not fit is reached by the scroll buttons") {
  Hand hand(fixture::choice(), 1280, 800);
  REQUIRE(hand.find("scroll.down") != nullptr);
  for (int i = 0; i < 10; ++i) hand.tap("scroll.down");
  check_answer(hand.tap("category=dontKnow"), 0, "category", "dontKnow", "");
}

TEST_CASE("a date is typed on the keypad, goes on by itself, and is sent before the action") {
  Hand hand(fixture::date(), 1080, 1920);
  for (const char* sign : {"2", "7", "0", "3", "2", "0", "0", "5"}) CHECK(hand.tap(std::string("key.") + sign).empty());
  const std::vector<Intent> intents = hand.tap("action.continue");
  REQUIRE(intents.size() == 2);
  check_answer(intents, 0, "birth_date", "value", "2005-03-27");
  check_act(intents, 1, "continue");
}

TEST_CASE("a date that does not exist or is half typed is sent as it stands: judging it is not the shell's") {
  Hand hand(fixture::date(), 1280, 800);
  hand.type("31");
  hand.type("2");
  const std::vector<Intent> intents = hand.tap("action.continue");
  check_answer(intents, 0, "birth_date", "value", "-2-31");
}

TEST_CASE("typing erased again is no answer") {
  Hand hand(fixture::date(), 1080, 1920);
  hand.tap("key.5");
  hand.tap("key.erase");
  check_answer(hand.tap("action.continue"), 0, "birth_date", "unanswered", "");
}

TEST_CASE("an IIN takes twelve digits and no letter; an example fills it at one tap") {
  Hand hand(fixture::iin(), 1080, 1920);
  hand.type("18x0101 5000112345");
  check_answer(hand.tap("action.continue"), 0, "iin", "value", "180101500011");
  check_answer(hand.tap("iin~180101500011"), 0, "iin", "value", "180101500011");
}

TEST_CASE("an error in the summary leads to its field") {
  Hand hand(fixture::iin(), 1280, 800);
  hand.ui.active.clear();
  hand.tap("error.0");
  CHECK(hand.ui.active == "iin");
  REQUIRE(hand.find("iin") != nullptr);
  CHECK(hand.find("iin")->seen.h > 40);
}

TEST_CASE("an error of the whole page is read, not pressed") {
  Hand hand(fixture::iin(), 1280, 800);
  hand.screen.errors = {{"", "No connection"}};
  hand.settle();
  CHECK(hand.find("error.0") == nullptr);
}

TEST_CASE("text is sent when its field is left") {
  Hand hand(fixture::text(), 1080, 1920);
  hand.tap("name");
  hand.type("\xD3\x98");
  hand.type("b ");
  check_answer(hand.tap("phone"), 0, "name", "value",
               "\xD3\x98"
               "b ");
  hand.tap("key.+");
  hand.tap("key.7");
  check_answer(hand.tap("action.continue"), 0, "phone", "value", "+7");
}

TEST_CASE("a tick of several adds to the list in the order of the options, and takes out again") {
  Hand hand(fixture::text(), 1080, 1920);
  hand.screen.fields[2].state = "value";
  hand.screen.fields[2].value = "letter";
  check_answer(hand.tap("ways=call"), 0, "ways", "value", "call,letter");
  check_answer(hand.tap("ways=letter"), 0, "ways", "unanswered", "");
}

TEST_CASE("an action that asks first is sent only after yes") {
  Hand hand(fixture::choice(), 1080, 1920);
  CHECK(hand.tap("action.erase").empty());
  CHECK(hand.find("action.continue") == nullptr);
  CHECK(hand.tap("ask.no").empty());
  REQUIRE(hand.find("action.continue") != nullptr);
  hand.tap("action.erase");
  check_act(hand.tap("ask.yes"), 0, "erase");
}

TEST_CASE("while the engine is busy no action is repeated") {
  Hand hand(fixture::choice(), 1080, 1920);
  hand.screen.busy = true;
  hand.settle();
  CHECK(hand.tap("action.continue").empty());
}

TEST_CASE("a language is asked for by its code; the current one is not") {
  Hand hand(fixture::choice(), 1080, 1920);
  const std::vector<Intent> intents = hand.tap("lang.en");
  REQUIRE(intents.size() == 1);
  CHECK(intents[0].kind == Intent::Kind::Language);
  CHECK(intents[0].id == "en");
  CHECK(hand.tap("lang.kk").empty());
}

TEST_CASE("a half-typed text outlives a change of language") {
  Hand hand(fixture::date(), 1080, 1920);
  hand.tap("key.2");
  hand.screen.lang = "en";
  hand.screen.revision = 7;
  hand.settle();
  check_answer(hand.tap("action.continue"), 0, "birth_date", "value", "--2");
}

TEST_CASE("rows to read offer their change and their details") {
  Hand hand(fixture::reading(), 1080, 1920);
  for (int i = 0;
       i < 5 && (hand.find("action.change:category") == nullptr || hand.find("action.change:category")->seen.h < 40);
       ++i) {
    hand.tap("scroll.down");
  }
  check_act(hand.tap("action.change:category"), 0, "change:category");
}

TEST_CASE("keys alone answer and go on: Tab to the question, arrows inside it, Space, Tab to the action, Enter") {
  Hand hand(fixture::choice(), 1080, 1920);
  hand.key(Key::Next);
  CHECK(hand.ui.focus == "lang.kk");
  hand.key(Key::Next);
  CHECK(hand.ui.focus == "category=A");
  hand.key(Key::Down);
  CHECK(hand.ui.focus == "category=B");
  check_answer(hand.type(" "), 0, "category", "value", "B");
  while (hand.ui.focus != "action.continue") hand.key(Key::Next);
  check_act(hand.key(Key::Press), 0, "continue");
  hand.key(Key::Previous);
  CHECK(hand.ui.focus != "action.continue");
}

TEST_CASE("what keys focus is brought into sight") {
  Hand hand(fixture::choice(), 1280, 800);
  hand.key(Key::Next);
  hand.key(Key::Next);
  for (int i = 0; i < 3; ++i) hand.key(Key::Down);
  CHECK(hand.ui.focus == "category=dontKnow");
  CHECK(hand.find("category=dontKnow")->seen.h > 40);
}

}  // namespace
}  // namespace qadam::kiosk
