// The finder out of all packs (see finder.hpp and compilation.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "feel_lang/suggest.hpp"
#include "i18n/texts.hpp"
#include "pack/compilation.hpp"
#include "pack/finder.hpp"
#include "pack/finder_parts.hpp"
#include "service/file.hpp"
#include "service/soundness.hpp"

namespace qadam::pack {
namespace {

using service::kNone;
using service::kNoText;

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

// "deferment.study" -> deferment, study; "military-id" -> military-id, "".
std::pair<std::string, std::string> split_id(const std::string& id) {
  const std::size_t dot = id.find('.');
  return dot == std::string::npos ? std::pair{id, std::string()} : std::pair{id.substr(0, dot), id.substr(dot + 1)};
}

}  // namespace

void Compilation::find(const std::vector<CoveredPack>& packs) {
  Covering covering(packs, pack_, texts_);
  pack_.allow(shape::kFinder);
  if (pack_.whole("format") != 1) pack_.report("pack.value", "format", "this compiler reads format 1");
  m_.id = pack_.string("id");
  m_.version = pack_.string("version");
  m_.is_application = false;
  m_.words.title = texts_.own("title");
  m_.words.summary = texts_.own("summary");
  for (const std::string_view word : kFinderWords) m_.finder.words.push_back(texts_.own("found." + std::string(word)));
  finder_fields(covering);
  definitions_.read(pack_.object("definitions"), names_, m_.program);
  if (pack_.has("otherWhen")) m_.other_when = expression(pack_, "otherWhen", pack_.string("otherWhen"));
  m_.finder.reason = field_index(pack_, "reason", pack_.string("reason"));
  derived();
  std::vector<bool> booleans;
  for (const service::Field& field : m_.fields) booleans.push_back(field.type == service::FieldType::boolean);
  ProgramImport import(m_.program, booleans);
  finder_services(covering);
  for (const JsonReader& json : pack_.objects("entries")) entry(json, covering, import);
  finder_screens(covering);
  (void)index_dependencies(m_, out_.reads);  // nothing here is asked under a condition of its own
  texts_.report_unused();
}

// The finder's questions, then what conditions read besides them.
void Compilation::finder_fields(Covering& covering) {
  for (const JsonReader& question : pack_.objects("questions")) {
    for (const std::string& id : question.strings("fields")) add_field(id, question);
  }
  for (const JsonReader& json : pack_.objects("entries")) {
    const auto parts = split_id(json.string("id"));
    const CoveredPack* pack = covering.pack(parts.first);
    if (pack == nullptr) continue;
    for (const std::string& id : covering.fields_read(*pack, parts.second)) {
      if (id != covering.case_of(parts.first)) add_field(id, json);
    }
  }
  for (service::Field& field : m_.fields) {
    if (field.source == service::Source::registry || field.id == "for_whom") continue;
    field.flags = static_cast<std::uint8_t>(field.flags | (service::kMayNotKnow | service::kMayWithhold));
  }
}

void Compilation::derived() {
  m_.finder.derived.assign(m_.fields.size(), service::kNoExpr);
  const JsonReader all = pack_.object("derived");
  std::set<std::uint32_t> is_derived;
  for (const std::string& key : all.keys()) {
    const std::uint16_t field = field_index(all, key.c_str(), key);
    if (field != kNone) is_derived.insert(field);
  }
  for (const std::string& key : all.keys()) {
    const std::uint16_t field = service::find_field(m_, key);
    if (field == kNone) continue;
    const service::ExprId root = expression(all, key, all.string(key.c_str()), feel_lang::Type::any);
    m_.finder.derived[field] = root;
    for (const std::uint32_t read : out_.reads[root]) {
      if (is_derived.count(read) == 0) continue;
      all.report("finder.cycle", key, "reads " + m_.fields[read].id + ", which is derived itself");
      m_.finder.derived[field] = service::kNoExpr;
    }
  }
}

void Compilation::finder_services(Covering& covering) {
  for (const JsonReader& json : pack_.objects("services")) {
    json.allow(shape::kFinderService);
    const CoveredPack* pack = covering.pack(json.string("id"));
    if (pack == nullptr) {
      json.report("finder.service", "id", "no such service: " + json.string("id"));
      continue;
    }
    const service::Model& model = pack->pack.model;
    service::Finder::Covered out;
    out.id = model.id;
    out.title = covering.taken(*pack, model.words.title);
    out.closed = covering.taken(*pack, model.words.closed_title);
    for (const service::Term& term : model.terms) {
      out.from = std::max(out.from, term.from);
      out.until = std::min(out.until, term.until);
    }
    for (const service::Field& field : model.fields) {
      const std::uint16_t here = service::find_field(m_, field.id);
      if (here != kNone && field.source == service::Source::ask) out.fields.push_back(here);
    }
    m_.finder.services.push_back(std::move(out));
  }
}

void Compilation::entry(const JsonReader& json, Covering& covering, ProgramImport& import) {
  json.allow(shape::kFinderEntry);
  const std::string id = json.string("id");
  const auto parts = split_id(id);
  const std::string& service_id = parts.first;
  const std::string& subtype_id = parts.second;
  const CoveredPack* pack = covering.pack(service_id);
  const auto& services = m_.finder.services;
  const auto covered =
      std::find_if(services.begin(), services.end(), [&wanted = service_id](const auto& s) { return s.id == wanted; });
  if (pack == nullptr || covered == services.end()) {
    json.report("finder.service", "id", "not among the services of the finder: " + service_id);
    return;
  }
  service::Finder::Entry out;
  out.service = static_cast<std::uint16_t>(covered - services.begin());
  out.subtype = subtype_id;
  service::Subtype made;
  made.id = id;
  std::string when;
  for (const std::string& reason : json.strings("reasons")) {
    when +=
        (when.empty() ? "" : " or ") + std::string("list contains(") + pack_.string("reason") + ", \"" + reason + "\")";
  }
  made.chosen = expression(json, "reasons", when.empty() ? "false" : when);
  if (json.has("openWhen")) out.also = expression(json, "openWhen", json.string("openWhen"));
  const service::Model& model = pack->pack.model;
  for (const std::string& asked : json.strings("asks")) {
    const std::uint16_t field = field_index(json, "asks", asked);
    if (field != kNone) out.asks.push_back(field);
  }
  if (subtype_id.empty()) {
    made.title = covering.taken(*pack, model.words.summary);
    out.label = covering.taken(*pack, model.words.title);
  } else {
    const auto subtype = std::find_if(model.subtypes.begin(), model.subtypes.end(),
                                      [&wanted = subtype_id](const auto& s) { return s.id == wanted; });
    if (subtype == model.subtypes.end()) {
      std::vector<std::string> known;
      for (const auto& each : model.subtypes) known.push_back(model.id + "." + each.id);
      json.report("finder.entry", "id", id + feel_lang::suggestion(id, known));
      return;
    }
    made.number = subtype->number;
    made.title = covering.taken(*pack, subtype->title);
    for (const std::uint16_t law : subtype->law) made.law.push_back(cite(model.laws[law].id, json.place()));
    const std::string& case_field = covering.case_of(service_id);
    const std::uint16_t number = service::find_field(model, case_field);
    out.label = covering.taken(*pack, model.words.title);
    if (number != kNone) {
      for (const service::Option& option : model.fields[number].options) {
        if (option.value == subtype_id) out.label = covering.taken(*pack, option.text);
      }
      out.gives.push_back({case_field, import.text(subtype_id)});
    }
    service::ExprId claim = service::kNoExpr;
    if (json.has("claim")) claim = expression(json, "claim", json.string("claim"));
    const ProgramImport::Reading reading = covering.reading(*pack, number, subtype_id, claim, m_, import);
    if (subtype->condition != kNone) made.condition = imported(*pack, subtype->condition, covering, import, reading);
    finder_questions(json, made.condition);
  }
  m_.subtypes.push_back(std::move(made));
  m_.finder.entries.push_back(std::move(out));
  out_.subtypes.push_back(json.place());
}

// A condition with what is below it; what the case makes true in any event is left out.
std::uint16_t Compilation::imported(const CoveredPack& pack, std::uint16_t number, Covering& covering,
                                    ProgramImport& import, const ProgramImport::Reading& reading) {
  const service::Condition& from = pack.pack.model.conditions[number];
  service::Condition made = from;
  made.text = covering.taken(pack, from.text);
  made.stop = covering.taken(pack, from.stop);
  made.children.clear();
  made.law.clear();
  for (const std::uint16_t law : from.law) made.law.push_back(cite(pack.pack.model.laws[law].id, pack_.place()));
  if (from.kind == service::ConditionKind::leaf) {
    made.expr = import.take(pack.pack.model.program, from.expr, reading);
    const auto fixed = import.constant(made.expr);
    if (fixed && *fixed) return kNone;
    std::set<std::uint32_t> reads;
    import.reads(made.expr, reads);
    const std::set<std::uint32_t> direct = reads;
    for (const std::uint32_t field : direct) {
      const service::ExprId root = m_.finder.derived[field];
      if (root != service::kNoExpr) reads.insert(out_.reads[root].begin(), out_.reads[root].end());
    }
    out_.reads[made.expr].insert(reads.begin(), reads.end());
  } else {
    for (const std::uint16_t child : from.children) {
      const std::uint16_t taken = imported(pack, child, covering, import, reading);
      if (taken != kNone) made.children.push_back(taken);
      if (taken == kNone && from.kind == service::ConditionKind::any) return kNone;
    }
    if (made.children.empty()) return kNone;
  }
  m_.conditions.push_back(std::move(made));
  out_.conditions.push_back(pack_.place());
  return static_cast<std::uint16_t>(m_.conditions.size() - 1);
}

// Whatever a condition reads is asked, follows from what is asked, or is for a register or the service to settle.
void Compilation::finder_questions(const JsonReader& json, std::uint16_t condition) {
  if (condition == kNone || json.has("asks")) return;
  const service::Condition& c = m_.conditions[condition];
  for (const std::uint16_t child : c.children) finder_questions(json, child);
  if (c.kind != service::ConditionKind::leaf) return;
  for (const std::uint32_t field : out_.reads[c.expr]) {
    const service::Field& f = m_.fields[field];
    if (f.source == service::Source::registry || m_.finder.derived[field] != service::kNoExpr) continue;
    bool asked = false;
    for (const JsonReader& question : pack_.objects("questions")) {
      const auto fields = question.strings("fields");
      asked = asked || std::find(fields.begin(), fields.end(), f.id) != fields.end();
    }
    if (!asked) json.report("finder.question", "id", c.id + " reads " + f.id + ", which no question asks");
  }
}

void Compilation::finder_screens(Covering& covering) {
  const auto page = [&](const std::string& id, service::ScreenKind kind) {
    service::Screen screen;
    screen.id = id;
    screen.kind = kind;
    const std::string key = "screen." + id;
    screen.title = texts_.own(key + ".title");
    screen.lead = texts_.own(key + ".lead", Need::optional);
    screen.body = texts_.own(key + ".body", Need::optional);
    return screen;
  };
  const auto add = [&](service::Screen screen, const JsonReader& json) {
    m_.screens.push_back(std::move(screen));
    out_.screens.push_back(json.place());
  };
  add(page("start", service::ScreenKind::start), pack_);
  m_.screens.back().other_note = texts_.own("screen.start.other_note", Need::optional);
  for (const JsonReader& json : pack_.objects("questions")) {
    json.allow(shape::kFinderQuestion);
    const auto fields = json.strings("fields");
    const std::string id = json.string_or("id", fields.empty() ? "" : fields.front());
    // A page of the finder's own words, or that of the first service that asks the same by itself.
    const bool own = sources_.service_texts.at("kk").contains("screen." + id + ".title");
    const Covering::Page theirs = own ? Covering::Page{} : covering.page_asking(id);
    service::Screen screen;
    if (theirs.screen == nullptr) {
      screen = page(id, service::ScreenKind::question);
    } else {
      screen.id = id;
      screen.title = covering.taken(*theirs.pack, theirs.screen->title);
      screen.lead = covering.taken(*theirs.pack, theirs.screen->lead);
      for (const std::uint16_t law : theirs.screen->law)
        screen.law.push_back(cite(theirs.pack->pack.model.laws[law].id, json.place()));
    }
    if (json.has("law")) screen.law = laws(json);
    screen.body = texts_.own("tell." + json.string_or("tell", "body"));
    for (const std::string& field : fields) screen.fields.push_back(field_index(json, "fields", field));
    add(std::move(screen), json);
  }
  for (const JsonReader& json : pack_.objects("notices")) {
    json.allow(shape::kFinderNotice);
    service::Screen screen = page(json.string("id"), service::ScreenKind::information);
    screen.show = expression(json, "when", json.string("when"));
    screen.law = needed_laws(json, "a notice");
    add(std::move(screen), json);
  }
  add(page("found", service::ScreenKind::found), pack_);
}

bool has_finder(const Root& root) {
  std::error_code error;
  return std::filesystem::exists(root.assets / "services" / "finder.json", error);
}

std::vector<CoveredPack> covered_packs(const Root& root, const Sources& finder, Diagnostics& diagnostics) {
  std::vector<CoveredPack> out;
  const auto services = finder.pack.find("services");
  if (services == finder.pack.end() || !services->is_array()) return out;
  const std::vector<std::string> known = all_services(root);
  for (const Json& each : *services) {
    const auto id = each.is_object() ? each.find("id") : each.end();
    if (!each.is_object() || id == each.end() || !id->is_string()) continue;
    if (std::find(known.begin(), known.end(), id->get<std::string>()) == known.end()) continue;
    CoveredPack pack{read_sources(root, id->get<std::string>(), diagnostics), {}};
    auto compiled = compile(pack.sources, diagnostics);
    if (!compiled) continue;
    pack.pack = std::move(*compiled);
    out.push_back(std::move(pack));
  }
  return out;
}

std::optional<CompiledPack> compile_finder(const Sources& finder, const std::vector<CoveredPack>& covered,
                                           Diagnostics& diagnostics) {
  if (has_errors(diagnostics)) return std::nullopt;
  CompiledPack pack;
  try {
    Compilation compilation(finder, diagnostics);
    compilation.find(covered);
    pack.binary = service::write(compilation.model());
    for (std::size_t i = 0; i < 3; ++i) pack.texts[i] = compilation.write_texts(i);
    const std::string table = service::unsound_table(compilation.model());
    if (!table.empty() && !has_errors(diagnostics))
      diagnostics.push_back({"pack.limit", finder.pack_file, "", "the compiled finder is not sound: " + table});
    pack.model = std::move(compilation.model());
  } catch (const Json::exception& e) {
    diagnostics.push_back({"json.shape", finder.pack_file, "", e.what()});
  }
  if (has_errors(diagnostics)) return std::nullopt;
  return pack;
}

Analysis analyse_finder(const Sources& finder, const std::vector<CoveredPack>& covered, Diagnostics& diagnostics) {
  Analysis out;
  try {
    Compilation compilation(finder, diagnostics);
    compilation.find(covered);
    out = compilation.analysis();
  } catch (const Json::exception& e) {
    diagnostics.push_back({"json.shape", finder.pack_file, "", e.what()});
  }
  return out;
}

}  // namespace qadam::pack
