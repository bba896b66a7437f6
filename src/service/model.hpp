// Model: one public service as the shells know it: numbers, no names to look up, no JSON, no FEEL text.
//
// Filled by the pack compiler or by `load`, then never changed. It knows no service by name; all rules are data.
// Indices in it (fields, conditions, texts, ...) are checked once, on load, so that users need not check them again.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "feel/program.hpp"

namespace qadam::service {

using TextId = std::uint16_t;  // number of a text in i18n::Texts
inline constexpr TextId kNoText = 0xFFFF;
using ExprId = std::uint32_t;  // root node in Model::program
inline constexpr ExprId kNoExpr = 0xFFFFFFFF;
inline constexpr std::uint16_t kNone = 0xFFFF;  // no such index
inline constexpr std::uint32_t kMaxFields = 256;

enum class FieldType : std::uint8_t { text, iin, phone, date, choice, choices, boolean, file, number, last = number };
enum class Source : std::uint8_t { ask, registry, last = registry };

enum FieldFlag : std::uint8_t {
  kMayNotKnow = 1,   // offers "I don't know"
  kMayWithhold = 2,  // offers "I'd rather not say"
  kMayBeNone = 4,    // "if any": may be left out, which is the answer `none`
  kSensitive = 8,    // never in a URL, title, file name, QR or log
  kPast = 16,        // a date that must not lie after the day of application
};

struct Option {
  std::string value;
  TextId text = kNoText;
  TextId hint = kNoText;
  TextId group = kNoText;  // heading under which it stands with its neighbours
};

struct Field {
  std::string id;
  FieldType type = FieldType::text;
  Source source = Source::ask;
  std::uint8_t flags = 0;
  std::uint16_t max_length = 0;  // code points; 0 = the engine's own limit
  ExprId ask = kNoExpr;          // asked only when true; kNoExpr = always
  TextId title = kNoText;
  TextId hint = kNoText;
  TextId why = kNoText;
  std::vector<Option> options;
  std::vector<Option> examples;  // demonstration values
  std::vector<std::uint16_t> law;

  [[nodiscard]] bool has(FieldFlag flag) const { return (flags & flag) != 0; }
};

enum class ConditionKind : std::uint8_t { leaf, all, any, last = any };

// A condition holds from its first day to its last day, both inclusive; outside them it is met by nobody's being asked.
struct Condition {
  ConditionKind kind = ConditionKind::leaf;
  std::string id;
  ExprId expr = kNoExpr;  // leaf
  TextId text = kNoText;  // what must hold
  TextId stop = kNoText;  // what to do when it does not
  std::vector<std::uint16_t> law;
  std::vector<std::uint16_t> children;  // conditions with smaller numbers
  base::Date from;
  base::Date until;
};

inline constexpr base::Date kFirstDay = base::Date::from_days(-719'162);  // 0001-01-01
inline constexpr base::Date kLastDay = base::Date::from_days(2'932'896);  // 9999-12-31

// Whether an element with a first and a last day, both inclusive, exists on `day`.
template <class T>
[[nodiscard]] bool in_force(const T& element, base::Date day) {
  return day >= element.from && day <= element.until;
}

enum class Required : std::uint8_t { always, if_any, when, last = when };
enum class ItemKind : std::uint8_t { application, copy, data, last = data };

// A paper or a fact that the order asks for; outside its days it is asked of nobody.
struct Item {
  std::string id;
  ItemKind kind = ItemKind::copy;
  std::uint16_t field = kNone;  // the file field that holds it
  Required required = Required::always;
  ExprId when = kNoExpr;
  TextId title = kNoText;
  TextId hint = kNoText;  // who issues it, what must stand in it
  std::vector<std::uint16_t> law;
  std::vector<std::uint16_t> notes;
  TextId condition = kNoText;  // `when` in words
  bool slow = false;           // made by others in a time that nobody has set: to be asked for first
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

struct Subtype {
  std::uint16_t number = 0;
  std::string id;
  TextId title = kNoText;
  ExprId chosen = kNoExpr;  // the answers point at this subtype; kNoExpr = always
  std::uint16_t condition = kNone;
  std::vector<std::uint16_t> law;
  std::vector<Item> items;  // in the order's sequence
};

// One question to a state register, at one stage of the order.
struct Check {
  std::string id;
  std::uint16_t stage = 0;  // index in stages
  std::uint16_t field = 0;  // holds the result
  std::uint16_t condition = 0;
  bool sensitive = false;  // a stop reads neutrally at first
  TextId label = kNoText;
  TextId pass = kNoText;
  TextId consent = kNoText;          // the data asked for, as the consent must name it
  std::vector<std::uint16_t> facts;  // fields that the register may fill beside the result
};

enum class ScreenKind : std::uint8_t {
  start,
  question,
  information,
  sign_in,
  consent,
  checks,
  summary,
  sign,
  case_status,
  prepared,
  documents,
  found,  // the finder's lists
  last = found
};

enum class Mode : std::uint8_t { demonstration, preparation, connected };

struct Screen {
  std::string id;
  ScreenKind kind = ScreenKind::question;
  std::uint16_t stage = kNone;  // index in stages
  std::uint8_t modes = 7;       // bit 1 << Mode
  ExprId show = kNoExpr;
  TextId title = kNoText;
  TextId lead = kNoText;
  TextId body = kNoText;
  TextId other_note = kNoText;  // start: for whoever fills in for another
  std::vector<std::uint16_t> fields;
  bool ends = false;                  // where it is shown, the journey ends: there is nothing to apply for
  std::vector<std::uint16_t> blocks;  // conditions that, when false, do not let one go on from here
  std::vector<std::uint16_t> notes;
  std::vector<std::uint16_t> law;
  std::vector<std::uint16_t> samples;
};

enum class StageKind : std::uint8_t {
  choose,
  link,
  sign_in,
  consent,
  check,
  form,
  number,
  booking,
  duty,
  review,
  print,
  issue,
  last = issue
};

struct Stage {
  std::uint16_t number = 0;  // as in the order
  std::string id;
  StageKind kind = StageKind::choose;
  TextId title = kNoText;
  TextId system = kNoText;
  TextId now = kNoText;
  TextId booked = kNoText;
  TextId stop_title = kNoText;
  TextId stop_text = kNoText;
  TextId stop_todo = kNoText;
  TextId fact_known = kNoText;    // when a fact beside the result is known
  TextId fact_unknown = kNoText;  // when it is not
  std::vector<std::uint16_t> law;
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

struct Law {
  std::string id;  // "lrt:74.2"
  TextId text = kNoText;
};

enum class NoteKind : std::uint8_t { defect, gap, outside, last = outside };

// What the order itself slips on, leaves open, or what lies outside it.
struct Note {
  std::string id;
  NoteKind kind = NoteKind::gap;
  TextId text = kNoText;
  std::vector<std::uint16_t> law;
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

// The service may be had from `from` to `until`, both inclusive, as far as this act goes.
struct Term {
  base::Date from;
  base::Date until;
  std::vector<std::uint16_t> law;
};

struct Amount {
  base::Date from;
  base::Date until;
  std::string value;  // plain decimal, tenge
};

// A form of the order as it looks when filled in, with invented data.
struct Sample {
  std::string id;
  TextId title = kNoText;
  std::vector<TextId> rows;  // label, value, label, value, ...
  std::vector<std::uint16_t> law;
};

struct Ground {
  std::string id;
  TextId text = kNoText;
  std::vector<std::uint16_t> law;
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

// When a remedy is told of: `preliminary` while a decision is awaited and after a refusal, `appeal` after a refusal,
// `silence` when no answer came in time, `duty` from the number on (what an application does not excuse from), `result`
// once it is granted (what it means, what ends it).
enum class RemedyKind : std::uint8_t { preliminary, appeal, silence, duty, result, last = result };
enum class Confidence : std::uint8_t { verified, likely, unknown, last = unknown };

// What a person may do, or still must, once an application is on its way.
struct Remedy {
  std::string id;
  RemedyKind kind = RemedyKind::appeal;
  Confidence confidence = Confidence::unknown;  // of the reading of its clauses
  TextId title = kNoText;
  TextId text = kNoText;
  std::vector<std::uint16_t> law;
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

// How a draft of version `from` becomes one of version `to`: fields renamed, then options of fields (by their new
// names), then answers that mean nothing any more dropped.
struct Migration {
  struct Rename {
    std::string before;
    std::string after;
  };

  struct Move {
    std::string field;
    std::string before;
    std::string after;
  };

  std::string from;
  std::string to;
  bool impossible = false;
  std::vector<Rename> renames;
  std::vector<Move> moves;
  std::vector<std::string> drops;
};

// Where to ask: a phone number as it is dialled, or a text.
struct Contact {
  std::string phone;  // empty: `text` speaks
  TextId text = kNoText;
};

// The answer is due so many working days after the day of acceptance.
struct TimeLimit {
  std::uint16_t working_days = 0;  // 1..365
  std::vector<std::uint16_t> law;
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

// Applications are taken from one day of the year to another, both inclusive; it may span New Year.
struct Window {
  std::uint16_t first = 0;  // month * 100 + day
  std::uint16_t last = 0;
  std::vector<std::uint16_t> law;
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

// When the office works, on working days; minutes of the day.
struct Hours {
  std::uint16_t opens = 0;
  std::uint16_t closes = 0;
  std::uint16_t lunch_from = 0;
  std::uint16_t lunch_to = 0;  // 0: no break is named
  std::vector<std::uint16_t> law;
  base::Date from = kFirstDay;
  base::Date until = kLastDay;
};

// Which days work. Beyond first..last only weekends are known; after `sure_until` exchanges of days may still come.
struct Calendar {
  base::Date first = kFirstDay;
  base::Date last = kFirstDay;
  base::Date sure_until = kFirstDay;
  std::vector<std::uint16_t> turned;  // days after `first`, ascending: weekdays off and weekend days that work
  std::vector<std::uint16_t> law;     // how terms are counted
};

// Empty for a service with neither a time limit nor windows.
struct Times {
  std::vector<TimeLimit> limits;
  std::vector<Window> windows;
  std::vector<Hours> hours;
  Calendar calendar;
};

struct Words {
  TextId title = kNoText;
  TextId summary = kNoText;
  TextId provider = kNoText;
  TextId result = kNoText;
  TextId fee = kNoText;
  TextId need = kNoText;
  TextId time = kNoText;
  TextId closed_title = kNoText;
  TextId closed_lead = kNoText;
  TextId closed_what = kNoText;
  TextId early_title = kNoText;
  TextId early_lead = kNoText;
  TextId done = kNoText;  // the last stage is passed
};

// What the finder's lists say, by number in Finder::words.
enum class FinderWord : std::uint8_t {
  fits,
  not_fits,
  unknown,
  see,
  nothing,
  open_questions,
  not_said,
  tell,
  registers,
  later,
  open,
  resume,
  show,
  reasons,
  not_looked,
  progress,
  about,
  change,
  count
};

// Only in the finder's model, else empty. Its subtypes are entries: one subtype of a service, or a service to read about.
struct Finder {
  // A service that the finder leads to.
  struct Covered {
    std::string id;
    TextId title = kNoText;
    TextId closed = kNoText;            // what it says on a day on which it cannot be had
    base::Date from = kFirstDay;        // it may be had from here
    base::Date until = kLastDay;        // to here, both inclusive
    std::vector<std::uint16_t> fields;  // its questions that the finder knows, too
  };

  // An answer that choosing an entry gives in the service.
  struct Given {
    std::string field;
    ExprId value = kNoExpr;
  };

  struct Entry {  // by subtype
    std::uint16_t service = 0;
    std::string subtype;              // its id in the service; empty: nothing is judged, the service is to be read
    TextId label = kNoText;           // a few words; Subtype::title is the order's own wording
    std::vector<Given> gives;         // which case it is
    ExprId also = kNoExpr;            // opens it without its reason, for neutral questions; kNoExpr: never
    std::vector<std::uint16_t> asks;  // only these are asked for it; empty: whatever would settle it
  };

  std::uint16_t reason = kNone;  // the question that opens the others
  std::vector<Covered> services;
  std::vector<Entry> entries;
  std::vector<ExprId> derived;  // by field: its answer while nobody gave one; null or kNoExpr: ask
  std::vector<TextId> words;    // view/found_page.cpp names them
};

struct Model {
  std::string id;
  std::string version;
  bool is_application = false;        // else information only
  bool eligibility_is_advice = true;  // false: what the registers stop cannot be submitted (DESIGN.md 1.4)
  std::uint64_t checksum = 0;         // of the compiled file; 0 until written or loaded
  ExprId other_when = kNoExpr;        // true: texts address someone who fills in for another
  Words words;
  feel::Program program;
  std::vector<Law> laws;
  std::vector<Field> fields;
  std::vector<Condition> conditions;
  std::vector<Subtype> subtypes;
  std::vector<Check> checks;
  std::vector<Screen> screens;
  std::vector<Stage> stages;
  std::vector<Note> notes;
  std::vector<Term> terms;
  std::vector<Amount> amounts;  // the fee, by period
  std::vector<Ground> grounds;
  std::vector<TextId> obtained;             // what the provider finds out itself: nobody is asked to bring it
  std::vector<std::uint16_t> obtained_law;  // clauses that say so
  std::vector<Contact> contacts;            // in the pack's order
  std::vector<Remedy> remedies;
  std::vector<std::uint16_t> result_law;  // clauses of words.result
  std::vector<Sample> samples;
  std::vector<std::uint16_t> title_law;  // clauses of the head, as a card for the clerk cites them
  std::vector<std::uint16_t> provider_law;
  std::vector<std::uint16_t> fee_law;
  std::vector<Migration> migrations;  // of drafts of older versions
  Times times;
  std::vector<std::vector<std::uint16_t>> readers;  // by field: leaf conditions that its answer may change
  std::vector<std::uint16_t> asks;                  // fields with `ask`, each after those it reads
  std::vector<std::vector<std::uint16_t>> askers;   // by field: fields of `asks`, in its order, that it may change
  Finder finder;
};

// The field of that id, or kNone.
[[nodiscard]] std::uint16_t find_field(const Model& model, std::string_view id);

// The item of that id in any subtype, or nullptr.
[[nodiscard]] const Item* find_item(const Model& model, std::string_view id);

// Open on `day` as far as every term goes; `first_closed` tells the term that is not, or kNone.
struct Opening {
  bool open = true;
  bool early = false;  // not yet rather than no longer
  std::uint16_t term = kNone;
};

[[nodiscard]] Opening opening(const Model& model, base::Date day);

// The amount of the fee on `day`, or nullptr when no period covers it: never that of another year.
[[nodiscard]] const Amount* amount_on(const Model& model, base::Date day);

}  // namespace qadam::service
