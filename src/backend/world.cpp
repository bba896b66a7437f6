// SPDX-License-Identifier: MIT
#include "backend/world.hpp"

#include "person/identifier.hpp"

namespace qadam::backend {

const Persona* find_persona(const World& world, std::string_view iin) {
  for (const Persona& persona : world.personas) {
    if (persona.iin == iin) return &persona;
  }
  return nullptr;
}

const ServiceLife* find_service(const World& world, std::string_view id) {
  for (const ServiceLife& service : world.services) {
    if (service.id == id) return &service;
  }
  return nullptr;
}

const Stage* find_stage(const ServiceLife& service, int number) {
  for (const Stage& stage : service.stages) {
    if (stage.number == number) return &stage;
  }
  return nullptr;
}

bool is_invented(std::string_view iin) {
  const base::Result<person::Iin> parsed = person::parse_iin(iin);
  return parsed && parsed->demonstration;
}

RegistryAnswer ask_registry(const World& world, std::string_view iin, std::string_view check) {
  const Persona* persona = find_persona(world, iin);
  if (persona == nullptr) return {"unknown"};
  const auto found = persona->checks.find(std::string(check));
  return found == persona->checks.end() ? RegistryAnswer{"unknown"} : found->second;
}

}  // namespace qadam::backend
