// World: everything that is given to the backend and does not change while it runs: the mode, the invented people and
// centres, the services' later stages.
//
// Nothing here is read from a file: a shell reads assets/personas.json and the compiled services and hands them in.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace qadam::backend {

enum class Mode { Demonstration, Preparation, Connected };

// What one registry says of one person: the value of the check's field, and the facts that come with it (field id ->
// text). A silent registry gives no answer at all, which is neither a pass nor a stop.
struct RegistryAnswer {
  std::string result;
  std::map<std::string, std::string> facts{};
  bool silent = false;
};

struct Persona {
  std::string id;
  std::string iin;
  std::string birth_date;  // "YYYY-MM-DD"
  std::map<std::string, RegistryAnswer> checks;
};

struct Place {
  std::string kk;
  std::string ru;
  std::string en;
};

struct Stage {
  int number = 0;
  std::string id;
  std::string kind;  // of assets/services: choose link signIn consent check form number booking duty review print issue
};

struct ServiceLife {
  std::string id;
  std::vector<std::string> checks;    // ids of the registry checks it may ask
  std::vector<Stage> stages;          // in order of number
  std::vector<std::string> grounds;   // ids of its refusal grounds
  std::vector<std::string> papers{};  // ids of the items that it asks for, of all its subtypes
};

struct World {
  Mode mode = Mode::Demonstration;
  std::vector<Persona> personas;
  std::vector<Place> centres;
  std::vector<ServiceLife> services;
  std::optional<base::Date> as_of{};  // the day that counts as today when an application is judged
  std::string pepper;  // random, kept apart from the database: without it nothing can be derived from the database
};

// Null when there is none.
[[nodiscard]] const Persona* find_persona(const World& world, std::string_view iin);
[[nodiscard]] const ServiceLife* find_service(const World& world, std::string_view id);
[[nodiscard]] const Stage* find_stage(const ServiceLife& service, int number);

// A number that nobody alive has (the seventh digit names the nineteenth century), in valid form.
[[nodiscard]] bool is_invented(std::string_view iin);

// The registry's answer about a person. Anyone but an invented person "cannot be checked here": the result is
// "unknown", never a pass or a stop (DESIGN.md 1.3).
[[nodiscard]] RegistryAnswer ask_registry(const World& world, std::string_view iin, std::string_view check);

}  // namespace qadam::backend
