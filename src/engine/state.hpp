// State: one person's session with one service, whole; plain data, copied and compared freely.
//
// It holds no clock, no connection and no words. Everything in it comes from the Model, the Setting and the Actions so
// far. Numbers given by the compiler (fields, screens) stay in memory; what is kept is a record of ids (draft.hpp).
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "engine/action.hpp"
#include "engine/answer.hpp"
#include "engine/truth.hpp"
#include "service/model.hpp"

namespace qadam::engine {

struct Setting {
  service::Mode mode = service::Mode::demonstration;
  std::string operator_name;
  std::string operator_bin;
  std::string seed;  // random text of the shell's, from which idempotency keys are made
  base::Instant now;
  std::optional<base::Date> as_of;  // a marked demonstration of another day

  // The day of application.
  [[nodiscard]] base::Date today() const { return as_of ? *as_of : base::civil_time(now).date; }

  // What is filed is filed now; on a demonstration's day, at its noon: whoever looks at a day wants its office hours.
  [[nodiscard]] base::Instant moment() const {
    constexpr int kNoon = 12 * 60;
    return as_of ? base::instant_of(*as_of, kNoon) : now;
  }
};

// Which page stands before the person: a screen of the pack, or one of the engine's own.
enum class Page : std::uint8_t { screen, closed, status, booking, ended, erased, plan, card };

// Inputs that belong to no field of the dictionary and are never submitted as answers.
enum class Input : std::uint8_t { code, signing_code, status_number, status_secret, slot, count };

// "code", "signing_code", "status_number", "status_secret", "slot".
[[nodiscard]] std::string_view name(Input input);

struct Issue {
  std::string id;    // field or input; empty = the page
  std::string code;  // "error.<code>"; empty when `condition` speaks
  std::uint16_t condition = service::kNone;
};

enum class CheckState : std::uint8_t { waiting, running, passed, stopped, unavailable, uncheckable };

struct Session {
  std::string id;
  std::string demonstration_code;
  std::string token;
  std::string consent;
  bool refused = false;
};

struct Signing {
  std::string id;
  std::string demonstration_code;
  std::string key;        // the same for every try of one submission
  base::Instant made_at;  // device clock when the application was made
};

struct Place {
  std::string kk;
  std::string ru;
  std::string en;
};

struct Slot {
  std::string id;
  base::Instant at;
  Place place;
};

struct Booking {
  std::uint16_t stage = 0;  // number as in the order
  base::Instant at;
  Place place;
};

struct Case {
  std::string number;
  std::string secret;
  base::Instant accepted;
  std::uint16_t stage = 0;  // number as in the order
  std::string state;        // current booked stopped done
  std::string ground;
  std::vector<Booking> bookings;
  std::string paper;  // the item that a refusal hit, if it names one
};

// The refused application that the one under way corrects; without a number there is none.
struct Earlier {
  std::string number;
  std::string secret;
  std::string ground;
  std::string paper;
  std::uint16_t blank = service::kNone;  // where it began anew, because no answer of the refused one is here
};

struct Pending {
  std::uint32_t id = 0;
  EffectKind kind = EffectKind::session;
  std::uint16_t subject = service::kNone;  // check: its number; slots and book: the stage's number
};

struct State {
  Setting setting;
  std::vector<Answer> answers;     // by field
  std::vector<Truth> asked;        // by field: is it asked (relevance)
  std::vector<Verdict> verdicts;   // by condition
  std::vector<CheckState> checks;  // by check
  std::array<std::string, static_cast<std::size_t>(Input::count)> inputs;

  Page page = Page::screen;
  std::uint16_t screen = 0;
  bool returning = false;            // a "Change" from the summary: go back there when done
  bool carried = false;              // begun with answers given elsewhere: questions that they answer are passed over
  std::vector<std::uint16_t> trail;  // the finder: pages that led to this one
  std::vector<Issue> issues;
  std::string trouble;  // code of a page-wide message that is not the person's mistake ("offline", "server", ...)

  Session session;
  Signing signing;
  Case application;
  Earlier earlier;
  std::vector<Slot> slots;
  std::uint16_t slots_stage = service::kNone;

  std::vector<std::string> uploaded;  // digests of files that the backend has taken in this session

  std::vector<Pending> pending;
  std::uint32_t next_effect = 1;
  std::uint32_t revision = 0;
};

}  // namespace qadam::engine
