// Compilation: one pack on its way to a Model. The compiler's inside; each question has a file of its own.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel_lang/compile.hpp"
#include "pack/compiler.hpp"
#include "pack/definitions.hpp"
#include "pack/import_program.hpp"
#include "pack/json_reader.hpp"
#include "pack/text_table.hpp"

namespace qadam::pack {

// The value that `table` gives for `name`.
template <class T, std::size_t N>
std::optional<T> choose(const std::pair<std::string_view, T> (&table)[N], std::string_view name) {
  for (const auto& entry : table) {
    if (entry.first == name) return entry.second;
  }
  return std::nullopt;
}

class Covering;
struct CoveredPack;

class Compilation {
 public:
  Compilation(const Sources& sources, Diagnostics& diagnostics);

  void run();

  // The finder instead of a service (finder.hpp).
  void find(const std::vector<CoveredPack>& packs);

  // After run(); the tables are made of the model, so its checksum must be set.
  [[nodiscard]] std::string write_texts(std::size_t lang) const { return texts_.write(lang, m_); }

  [[nodiscard]] service::Model& model() { return m_; }

  Analysis analysis();

 private:
  // compile_head.cpp
  void head();
  void identity();
  void words();
  void terms();
  void fee();
  void times();
  void time_limits();
  void windows();
  void hours();
  void contacts();
  void obtained();
  void head_laws();

  // compile_fields.cpp
  void collect_fields();
  void add_field(const std::string& id, const JsonReader& where);
  void option_groups(const JsonReader& json, service::Field& field);
  void examples(service::Field& field);
  std::uint16_t field_index(const JsonReader& at, const char* key, const std::string& id);

  // compile_conditions.cpp
  service::ExprId expression(const JsonReader& at, const std::string& key, const std::string& text,
                             feel_lang::Type wanted = feel_lang::Type::boolean);
  std::uint16_t condition(const JsonReader& json, int level = 0);
  std::uint16_t condition_named(const JsonReader& at, const char* key, const std::string& id);
  void asks();

  // compile_subtypes.cpp
  void subtypes();
  service::Item item(const JsonReader& json);
  void grounds();
  void remedies();
  void notes();
  void samples();

  // compile_papers.cpp
  void paper_fields();
  service::ExprId paper_asked(const service::Subtype& subtype, const service::Item& item);
  service::ExprId both(service::ExprId a, service::ExprId b);
  void official_hints();

  // compile_screens.cpp
  void stages();
  std::uint16_t stage_index(const JsonReader& json);
  void checks();
  void screens();
  std::uint8_t modes(const JsonReader& json);
  void place_notes();

  // compile_finder.cpp
  void finder_fields(Covering& covering);
  void derived();
  void finder_services(Covering& covering);
  void entry(const JsonReader& json, Covering& covering, ProgramImport& import);
  std::uint16_t imported(const CoveredPack& pack, std::uint16_t number, Covering& covering, ProgramImport& import,
                         const ProgramImport::Reading& reading);
  void finder_questions(const JsonReader& json, std::uint16_t condition);
  void finder_screens(Covering& covering);

  // compile_migrations.cpp
  void migrations();

  // compiler.cpp
  std::uint16_t cite(const std::string& id, const std::string& place);
  std::vector<std::uint16_t> laws(const JsonReader& of, const char* key = "law");
  std::vector<std::uint16_t> needed_laws(const JsonReader& of, const char* what);
  void cited(const JsonReader& of, const char* key = "law");

  template <class T>
  void read_days(const JsonReader& json, T& element, const char* from = "from", const char* until = "until") {
    if (json.has(from)) element.from = json.date(from);
    if (json.has(until)) element.until = json.date(until);
    if (element.until < element.from) json.report("pack.value", until, std::string("before '") + from + "'");
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
  TextTable texts_;
  JsonReader pack_;
  service::Model m_;
  feel_lang::Names names_;
  Definitions definitions_;
  Analysis out_;
  std::map<std::string, std::uint16_t> conditions_;
  std::map<std::string, std::uint16_t> notes_;
  std::vector<std::uint16_t> papers_;  // fields that take a paper
};

}  // namespace qadam::pack
