// serve(): the backend stub and the built web pages as one process, from options to a clean end.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace qadam::server {

struct ServeOptions {
  int port = 8080;  // 0: any free port
  std::string host = "127.0.0.1";
  std::filesystem::path data_dir;      // the database and two secrets; made and kept closed to others
  std::filesystem::path web_dir;       // built pages; may be missing
  std::filesystem::path services_dir;  // compiled packs
  std::filesystem::path assets_dir;    // personas.json
  std::string mode = "demonstration";  // preparation, connected
  std::string operator_name;           // connected
  std::string operator_bin;
  std::optional<base::Date> as_of{};  // the day that counts as today
  int requests_per_minute = 600;      // of one address, where guessing would pay
};

// Serves until SIGTERM or SIGINT. Prints the address and where the operator's token is on stdout once it listens; log
// lines and what keeps it from starting go to stderr. 0 after a clean end, 1 when it could not start. Blocks the two
// signals in the calling thread.
int serve(const ServeOptions& options);

}  // namespace qadam::server
