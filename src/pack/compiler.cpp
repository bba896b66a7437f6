// SPDX-License-Identifier: MIT
#include "pack/compiler.hpp"

#include <algorithm>
#include <set>

#include "feel_lang/compile.hpp"
#include "feel_lang/suggest.hpp"
#include "pack/dependencies.hpp"
#include "pack/json_reader.hpp"
#include "pack/text_table.hpp"
#include "service/file.hpp"
#include "service/soundness.hpp"

namespace qadam::pack {
namespace {

using service::kNone;
using service::kNoText;

template <class T, std::size_t N>
std::optional<T> choose(const std::pair<std::string_view, T> (&table)[N], std::string_view name) {
  for (const auto& entry : table) {
    if (entry.first == name) return entry.second;
  }
  return std::nullopt;
}

constexpr std::pair<std::string_view, service::FieldType> kFieldTypes[] = {
    {"text", service::FieldType::text},       {"iin", service::FieldType::iin},
    {"phone", service::FieldType::phone},     {"date", service::FieldType::date},
    {"choice", service::FieldType::choice},   {"choices", service::FieldType::choices},
    {"boolean", service::FieldType::boolean}, {"file", service::FieldType::file},
    {"number", service::FieldType::number}};

constexpr std::pair<std::string_view, service::ScreenKind> kScreenKinds[] = {
    {"start", service::ScreenKind::start},
    {"question", service::ScreenKind::question},
    {"information", service::ScreenKind::information},
    {"signIn", service::ScreenKind::sign_in},
    {"consent", service::ScreenKind::consent},
    {"checks", service::ScreenKind::checks},
    {"summary", service::ScreenKind::summary},
    {"sign", service::ScreenKind::sign},
    {"case", service::ScreenKind::case_status},
    {"prepared", service::ScreenKind::prepared}};

constexpr std::pair<std::string_view, service::StageKind> kStageKinds[] = {
    {"choose", service::StageKind::choose},  {"link", service::StageKind::link},
    {"signIn", service::StageKind::sign_in}, {"consent", service::StageKind::consent},
    {"check", service::StageKind::check},    {"form", service::StageKind::form},
    {"number", service::StageKind::number},  {"booking", service::StageKind::booking},
    {"duty", service::StageKind::duty},      {"review", service::StageKind::review},
    {"print", service::StageKind::print},    {"issue", service::StageKind::issue}};

constexpr std::pair<std::string_view, service::Required> kRequired[] = {
    {"always", service::Required::always}, {"ifAny", service::Required::if_any}, {"when", service::Required::when}};

feel_lang::Type feel_type(service::FieldType type) {
  switch (type) {
    case service::FieldType::date:
      return feel_lang::Type::date;
    case service::FieldType::boolean:
      return feel_lang::Type::boolean;
    case service::FieldType::number:
      return feel_lang::Type::number;
    case service::FieldType::choices:
      return feel_lang::Type::list;
    default:
      return feel_lang::Type::string;
  }
}

class Compiler {
 public:
  Compiler(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources),
        diagnostics_(diagnostics),
        texts_(sources, diagnostics),
        pack_(sources.pack, sources.pack_file, "", diagnostics) {}

  CompiledPack run() {
    head();
    collect_fields();
    stages();
    notes();
    subtypes();
    checks();
    asks();
    screens();
    for (const JsonReader& ground : pack_.objects("refusalGrounds")) {
      ground.allow({"id", "law"});
      m_.grounds.push_back({ground.string("id"), texts_.own("ground." + ground.string("id")), laws(ground)});
    }
    for (const std::string& key : pack_.strings("obtainedByProvider")) texts_.own(key);
    if (const std::string cycle = index_dependencies(m_, reads_); !cycle.empty()) {
      pack_.report("pack.cycle", "ask", "whether it is asked depends on itself: " + cycle);
    }
    texts_.report_unused();
    CompiledPack out;
    out.binary = service::write(m_);
    for (std::size_t i = 0; i < 3; ++i) out.texts[i] = texts_.write(i, m_);
    if (const std::string table = service::unsound_table(m_); !table.empty() && diagnostics_.empty()) {
      pack_.report("pack.limit", "", "the compiled service is not sound: " + table);
    }
    out.model = std::move(m_);
    return out;
  }

 private:
  void head() {
    pack_.allow({"format",         "id",        "version",
                 "kind",           "law",       "provider",
                 "channels",       "timeLimit", "fee",
                 "result",         "windows",   "hours",
                 "signing",        "otherWhen", "eligibilityIsAdvice",
                 "subtypes",       "checks",    "ask",
                 "screens",        "stages",    "obtainedByProvider",
                 "refusalGrounds", "notes"});
    if (pack_.whole("format") != 1) pack_.report("pack.value", "format", "this compiler reads format 1");
    m_.id = pack_.string("id");
    if (m_.id != sources_.service) pack_.report("pack.value", "id", "must be the file's name: " + sources_.service);
    m_.version = pack_.string("version");
    const std::string kind = pack_.string("kind");
    if (kind != "application" && kind != "information")
      pack_.report("pack.value", "kind", "application or information");
    m_.is_application = kind == "application";
    m_.eligibility_is_advice = pack_.boolean_or("eligibilityIsAdvice", true);
    words();
    for (const JsonReader& law : pack_.objects("law")) {
      law.allow({"id", "from", "until", "cites", "note"});
      service::Term term{law.date("from"), last_day(), laws(law, "cites")};
      if (law.has("until")) term.until = law.date("until");
      if (term.until < term.from) law.report("pack.value", "until", "before 'from'");
      if (term.law.empty()) term.law.push_back(cite(law.string("id"), law.place()));
      m_.terms.push_back(std::move(term));
    }
    fee();
  }

  void words() {
    service::Words& w = m_.words;
    w.title = texts_.own("title");
    w.summary = texts_.own("summary");
    w.provider = texts_.own(pack_.string("provider"));
    w.result = texts_.own(pack_.string("result"));
    w.fee = texts_.own("fee", Need::optional);
    w.need = texts_.own("screen.start.need", Need::optional);
    w.time = texts_.own("screen.start.time", Need::optional);
    w.closed_title = texts_.own("closed.title", Need::optional);
    w.closed_lead = texts_.own("closed.lead", Need::optional);
    w.closed_what = texts_.own("closed.what", Need::optional);
    w.early_title = texts_.own("early.title", Need::optional);
    w.early_lead = texts_.own("early.lead", Need::optional);
    w.done = texts_.own("stage.done", Need::optional);
  }

  static base::Date first_day() { return *base::Date::from_ymd(1, 1, 1); }

  static base::Date last_day() { return *base::Date::from_ymd(9999, 12, 31); }

  // The fee of each period: times x rate, exact; a year without a rate has no amount.
  void fee() {
    const JsonReader fee = pack_.object("fee");
    fee.allow({"free", "id", "times", "rate", "law"});
    if (fee.boolean_or("free", false) || !fee.has("rate")) return;
    laws(fee);
    const auto times = base::Decimal::parse(fee.string("times"));
    const std::string rate = fee.string("rate");
    if (!times) fee.report("pack.value", "times", "a decimal number as text is expected");
    if (!sources_.rates.contains("rates") || !sources_.rates["rates"].contains(rate)) {
      fee.report("pack.value", "rate", "no rate '" + rate + "' in assets/rates.json");
      return;
    }
    const JsonReader periods(sources_.rates["rates"][rate], "assets/rates.json", "/rates/" + rate, diagnostics_);
    for (const JsonReader& period : periods.objects("periods")) {
      period.allow({"from", "until", "value", "source", "read", "confidence"});
      period.need("source");
      const auto value = base::Decimal::parse(period.string("value"));
      const auto amount = value && times ? base::Decimal::multiply(*value, *times) : std::nullopt;
      if (!amount) {
        period.report("pack.value", "value", "a decimal number as text is expected");
        continue;
      }
      m_.amounts.push_back({period.date("from"), period.date("until"), amount->text()});
    }
  }

  std::uint16_t cite(const std::string& id, const std::string& place) {
    for (std::size_t i = 0; i < m_.laws.size(); ++i) {
      if (m_.laws[i].id == id) return static_cast<std::uint16_t>(i);
    }
    m_.laws.push_back({id, texts_.citation(id, place)});
    return static_cast<std::uint16_t>(m_.laws.size() - 1);
  }

  std::vector<std::uint16_t> laws(const JsonReader& of, const char* key = "law") {
    std::vector<std::uint16_t> out;
    for (const std::string& id : of.strings(key)) out.push_back(cite(id, of.place() + "/" + key));
    return out;
  }

  // The fields that this service asks or is told, in the order of its screens: only their names may stand in
  // conditions.
  void collect_fields() {
    for (const JsonReader& screen : pack_.objects("screens")) {
      for (const std::string& id : screen.strings("fields")) add_field(id, screen);
    }
    for (const JsonReader& check : pack_.objects("checks")) {
      add_field(check.string("field"), check);
      for (const std::string& id : check.strings("facts")) add_field(id, check);
    }
    if (m_.fields.size() > service::kMaxFields) pack_.report("pack.limit", "screens", "more than 256 fields");
  }

  void add_field(const std::string& id, const JsonReader& where) {
    if (names_.count(id) != 0) return;
    if (!sources_.fields.contains("fields") || !sources_.fields["fields"].contains(id)) {
      std::vector<std::string> known;
      if (sources_.fields.contains("fields")) {
        for (const auto& item : sources_.fields["fields"].items()) known.push_back(item.key());
      }
      where.report("pack.unknown_field", "", id + feel_lang::suggestion(id, known));
      return;
    }
    const JsonReader json(sources_.fields["fields"][id], "assets/services/fields.json", "/fields/" + id, diagnostics_);
    json.allow({"type", "options", "source", "sensitive", "past", "dontKnow", "withhold", "ifAny", "maxLength",
                "sorted", "law"});
    service::Field field;
    field.id = id;
    const auto type = choose(kFieldTypes, json.string("type"));
    if (!type) json.report("pack.value", "type", "no such type of field");
    field.type = type.value_or(service::FieldType::text);
    if (json.string_or("source", "ask") == "registry") field.source = service::Source::registry;
    const std::pair<const char*, service::FieldFlag> flags[] = {{"dontKnow", service::kMayNotKnow},
                                                                {"withhold", service::kMayWithhold},
                                                                {"ifAny", service::kMayBeNone},
                                                                {"sensitive", service::kSensitive},
                                                                {"past", service::kPast}};
    for (const auto& flag : flags) {
      if (json.boolean_or(flag.first, false)) field.flags = static_cast<std::uint8_t>(field.flags | flag.second);
    }
    if (json.has("maxLength")) field.max_length = static_cast<std::uint16_t>(json.whole("maxLength"));
    field.law = laws(json);
    const bool is_asked = field.source == service::Source::ask;
    if (is_asked) {
      field.title = texts_.shared("field." + id + ".title");
      field.hint = texts_.shared("field." + id + ".hint", Need::optional);
      field.why = texts_.shared("field." + id + ".why", Need::optional);
    }
    feel_lang::Declared declared{feel_type(field.type), static_cast<std::uint32_t>(m_.fields.size()), {}};
    for (const std::string& option : json.strings("options")) {
      declared.members.push_back(option);
      const std::string key = "field." + id + ".option." + option;
      field.options.push_back({option, is_asked ? texts_.shared(key) : kNoText,
                               is_asked ? texts_.shared(key + ".hint", Need::optional) : kNoText});
    }
    const bool needs_options = field.type == service::FieldType::choice || field.type == service::FieldType::choices;
    if (needs_options == field.options.empty())
      json.report("pack.value", "options", "belong to choice and choices, and only there");
    if (field.type == service::FieldType::iin && m_.is_application) examples(field);
    names_.emplace(id, std::move(declared));
    m_.fields.push_back(std::move(field));
  }

  void examples(service::Field& field) {
    const JsonReader personas(sources_.personas, "assets/personas.json", "", diagnostics_);
    for (const JsonReader& person : personas.objects("personas")) {
      field.examples.push_back(
          {person.string("iin"), texts_.own("persona." + person.string("id"), Need::optional), kNoText});
    }
    // A service whose texts do not speak of a person does not offer it.
    std::erase_if(field.examples, [](const service::Option& o) { return o.text == kNoText; });
  }

  service::ExprId expression(const JsonReader& at, const std::string& key, const std::string& text,
                             feel_lang::Type wanted = feel_lang::Type::boolean) {
    const auto compiled = feel_lang::compile(text, names_, wanted, m_.program);
    if (!compiled) {
      at.report(compiled.error().code, key + "@" + compiled.error().place, compiled.error().detail);
      return service::kNoExpr;
    }
    reads_[compiled->root] = compiled->reads;
    return compiled->root;
  }

  void stages() {
    for (const JsonReader& json : pack_.objects("stages")) {
      json.allow({"number", "id", "kind", "system", "law", "onStop"});
      service::Stage stage;
      stage.number = static_cast<std::uint16_t>(json.whole("number"));
      stage.id = json.string("id");
      const auto kind = choose(kStageKinds, json.string("kind"));
      if (!kind) json.report("pack.value", "kind", "no such kind of stage");
      stage.kind = kind.value_or(service::StageKind::choose);
      stage.title = texts_.own("stage." + stage.id);
      if (json.has("system")) stage.system = texts_.shared("system." + json.string("system"));
      stage.now = texts_.own("stage." + stage.id + ".now", Need::optional);
      stage.booked = texts_.own("stage." + stage.id + ".booked", Need::optional);
      stage.law = laws(json);
      if (stage.law.empty()) json.report("pack.missing", "law", "a stage cites its clause");
      if (json.has("onStop")) {
        const std::string stop = json.string("onStop");
        stage.stop_title = texts_.own(stop + ".title");
        stage.stop_text = texts_.own(stop + ".text");
        stage.stop_todo = texts_.own(stop + ".todo", Need::optional);
        stage.fact_known = texts_.own(stop + ".until", Need::optional);
        stage.fact_unknown = texts_.own(stop + ".until_unknown", Need::optional);
      }
      m_.stages.push_back(std::move(stage));
    }
  }

  std::uint16_t stage_index(const JsonReader& json) {
    if (!json.has("stage")) return kNone;
    const std::int64_t number = json.whole("stage");
    for (std::size_t i = 0; i < m_.stages.size(); ++i) {
      if (m_.stages[i].number == number) return static_cast<std::uint16_t>(i);
    }
    json.report("pack.unknown_stage", "stage", std::to_string(number));
    return kNone;
  }

  void notes() {
    for (const JsonReader& json : pack_.objects("notes")) {
      json.allow({"id", "law", "screens"});
      const std::string id = json.string("id");
      m_.notes.push_back({id, texts_.own("note." + id), laws(json)});
    }
  }

  void subtypes() {
    for (const JsonReader& json : pack_.objects("subtypes")) {
      json.allow({"number", "id", "title", "law", "eligibleWhen", "items"});
      service::Subtype subtype;
      subtype.number = static_cast<std::uint16_t>(json.whole("number"));
      subtype.id = json.string("id");
      subtype.title = texts_.own(json.string("title"));
      subtype.law = laws(json);
      if (json.has("eligibleWhen")) subtype.condition = condition(json.object("eligibleWhen"));
      for (const JsonReader& item : json.objects("items")) subtype.items.push_back(read_item(item));
      m_.subtypes.push_back(std::move(subtype));
    }
  }

  service::Item read_item(const JsonReader& json) {
    json.allow({"id", "kind", "required", "when", "field", "law", "notes"});
    service::Item item;
    item.id = json.string("id");
    const auto required = choose(kRequired, json.string("required"));
    if (!required) json.report("pack.value", "required", "always, ifAny or when");
    item.required = required.value_or(service::Required::always);
    if (json.has("when")) item.when = expression(json, "when", json.string("when"));
    item.title = texts_.own("item." + item.id);
    if (json.has("field")) item.field = field_index(json, json.string("field"));
    item.law = laws(json);
    return item;
  }

  std::uint16_t field_index(const JsonReader& at, const std::string& id) {
    const std::uint16_t field = service::find_field(m_, id);
    if (field == kNone) at.report("pack.unknown_field", "", id);
    return field;
  }

  // Children first, so that a child's number is smaller than its parent's.
  std::uint16_t condition(const JsonReader& json) {
    json.allow({"id", "all", "any", "feel", "law", "from", "until"});
    service::Condition c;
    c.from = json.has("from") ? json.date("from") : first_day();
    c.until = json.has("until") ? json.date("until") : last_day();
    c.id = json.string_or("id", "");
    const int kinds = json.has("all") + json.has("any") + json.has("feel");
    if (kinds != 1) json.report("pack.value", "", "a condition has one of 'all', 'any' and 'feel'");
    if (json.has("feel")) {
      c.expr = expression(json, "feel", json.string("feel"));
      json.need("id");
      c.text = texts_.own("condition." + c.id);
      c.stop = texts_.own("condition." + c.id + ".stop", Need::optional);
      c.law = laws(json);
      if (c.law.empty()) json.report("pack.missing", "law", "a condition cites its clause");
      if (c.expr == service::kNoExpr) c.expr = 0;  // reported; keeps the tree's shape
    } else {
      c.kind = json.has("any") ? service::ConditionKind::any : service::ConditionKind::all;
      for (const JsonReader& child : json.objects(json.has("any") ? "any" : "all"))
        c.children.push_back(condition(child));
      if (c.children.empty()) json.report("pack.value", "", "an empty group decides nothing");
    }
    const auto number = static_cast<std::uint16_t>(m_.conditions.size());
    if (!c.id.empty() && !conditions_.emplace(c.id, number).second) json.report("pack.repeated", "id", c.id);
    m_.conditions.push_back(std::move(c));
    return number;
  }

  std::uint16_t condition_named(const JsonReader& at, const char* key, const std::string& id) {
    const auto it = conditions_.find(id);
    if (it != conditions_.end()) return it->second;
    std::vector<std::string> known;
    for (const auto& entry : conditions_) known.push_back(entry.first);
    at.report("pack.unknown_condition", key, id + feel_lang::suggestion(id, known));
    return 0;
  }

  void checks() {
    for (const JsonReader& json : pack_.objects("checks")) {
      json.allow({"id", "stage", "field", "facts", "passWhen", "sensitive"});
      service::Check check;
      check.id = json.string("id");
      check.stage = stage_index(json);
      check.field = field_index(json, json.string("field"));
      for (const std::string& fact : json.strings("facts")) check.facts.push_back(field_index(json, fact));
      check.condition = condition_named(json, "passWhen", json.string("passWhen"));
      check.sensitive = json.boolean_or("sensitive", false);
      check.label = texts_.own("check." + check.id + ".label");
      check.pass = texts_.own("check." + check.id + ".pass");
      check.consent = texts_.own("check." + check.id + ".consent", Need::optional);
      if (check.consent == kNoText) check.consent = check.label;
      m_.checks.push_back(std::move(check));
    }
  }

  void asks() {
    if (pack_.has("otherWhen")) m_.other_when = expression(pack_, "otherWhen", pack_.string("otherWhen"));
    const JsonReader asks = pack_.object("ask");
    for (const auto& item : asks.json().items()) {
      const std::uint16_t field = field_index(asks, item.key());
      if (field == kNone) continue;
      m_.fields[field].ask = expression(asks, item.key(), asks.string(item.key().c_str()));
    }
  }

  void screens() {
    std::set<std::string> ids;
    for (const JsonReader& json : pack_.objects("screens")) {
      json.allow({"id", "kind", "stage", "fields", "showWhen", "modes", "blocks", "law"});
      service::Screen screen;
      screen.id = json.string("id");
      if (!ids.insert(screen.id).second) json.report("pack.repeated", "id", screen.id);
      const auto kind = choose(kScreenKinds, json.string("kind"));
      if (!kind) json.report("pack.value", "kind", "no such kind of screen");
      screen.kind = kind.value_or(service::ScreenKind::question);
      screen.stage = stage_index(json);
      for (const std::string& id : json.strings("fields")) screen.fields.push_back(field_index(json, id));
      if (json.has("showWhen")) screen.show = expression(json, "showWhen", json.string("showWhen"));
      for (const std::string& id : json.strings("blocks")) screen.blocks.push_back(condition_named(json, "blocks", id));
      screen.law = laws(json);
      if (screen.law.empty() && screen.stage != kNone) screen.law = m_.stages[screen.stage].law;
      if (json.has("modes")) screen.modes = modes(json);
      const std::string key = "screen." + screen.id;
      screen.title = texts_.own(key + ".title");
      screen.lead = texts_.own(key + ".lead", Need::optional);
      screen.body = texts_.own(key + ".body", Need::optional);
      if (screen.body == kNoText) screen.body = texts_.own(key + ".steps", Need::optional);
      if (screen.kind == service::ScreenKind::start)
        screen.other_note = texts_.own(key + ".other_note", Need::optional);
      screen_notes(screen);
      m_.screens.push_back(std::move(screen));
    }
  }

  std::uint8_t modes(const JsonReader& json) {
    constexpr std::string_view kModes[] = {"demonstration", "preparation", "connected"};
    int bits = 0;
    for (const std::string& mode : json.strings("modes")) {
      bool known = false;
      for (int i = 0; i < 3; ++i) {
        if (kModes[i] != mode) continue;
        bits |= 1 << i;
        known = true;
      }
      if (!known) json.report("pack.value", "modes", mode);
    }
    return static_cast<std::uint8_t>(bits);
  }

  void screen_notes(service::Screen& screen) {
    std::uint16_t number = 0;
    for (const JsonReader& note : pack_.objects("notes")) {
      const std::vector<std::string> on = note.strings("screens");
      if (std::find(on.begin(), on.end(), screen.id) != on.end()) screen.notes.push_back(number);
      ++number;
    }
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
  TextTable texts_;
  JsonReader pack_;
  service::Model m_;
  feel_lang::Names names_;
  Reads reads_;
  std::map<std::string, std::uint16_t> conditions_;
};

}  // namespace

std::optional<CompiledPack> compile(const Sources& sources, Diagnostics& diagnostics) {
  if (!diagnostics.empty()) return std::nullopt;  // files that could not be read would only give echoes
  try {
    CompiledPack pack = Compiler(sources, diagnostics).run();
    if (diagnostics.empty()) return pack;
  } catch (const Json::exception& e) {
    diagnostics.push_back({"json.shape", sources.pack_file, "", e.what()});
  }
  return std::nullopt;
}

}  // namespace qadam::pack
