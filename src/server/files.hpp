// What the server reads from disk when it starts: its secrets, the invented people, the compiled services.
//
// Each either is whole or gives an Error whose place is the file. Nothing is read again while the server runs.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "backend/crypto.hpp"
#include "backend/world.hpp"
#include "base/result.hpp"
#include "service/model.hpp"

namespace qadam::server {

// The text of a secret file, made when there is none: readable by its owner alone, on disk before it is used.
// Errors: "file.secret".
base::Result<std::string> secret_file(const std::filesystem::path& path, backend::Crypto& crypto);

// Makes the folder if need be and closes it to others. Errors: "file.folder".
base::Done private_folder(const std::filesystem::path& path);

// Personas and centres into `world`. Errors: "personas.missing", "personas.form" (detail: of whom).
base::Done read_personas(const std::filesystem::path& path, backend::World& world);

// Every <service>.bin of the folder. Errors: "services.none", those of service::load.
base::Result<std::vector<service::Model>> read_services(const std::filesystem::path& folder);

}  // namespace qadam::server
