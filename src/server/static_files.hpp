// StaticFiles: the built web pages of one directory, and nothing outside it.
//
// Content-hashed names ("wizard.1a2b3c4d.js") are for ever, everything else is asked about each time by its ETag.
// Compressed neighbours (.br, .gz) are sent to who takes them. A page's `mode="demonstration"` is replaced while it is
// served when the mode or the day is another, so that one build serves all.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "backend/crypto.hpp"
#include "server/http.hpp"

namespace qadam::server {

class StaticFiles {
 public:
  // `mode_attributes` takes the place of mode="demonstration" in HTML; empty: pages are served as they are. A missing
  // directory serves nothing.
  StaticFiles(const std::filesystem::path& directory, std::string mode_attributes, const backend::Crypto& crypto);

  // 200, 304, 308 (a folder without its slash), or the problems "not_found" and "method".
  [[nodiscard]] Reply get(const Request& request);

 private:
  struct File {
    std::filesystem::file_time_type changed;
    std::shared_ptr<const std::string> body;
    std::string etag;
  };

  [[nodiscard]] std::filesystem::path inside(std::string_view path) const;
  [[nodiscard]] std::shared_ptr<const File> load(const std::filesystem::path& path, bool is_html);
  [[nodiscard]] Reply send(const Request& request, const std::filesystem::path& path);

  std::filesystem::path root_;
  std::string mode_attributes_;
  const backend::Crypto& crypto_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const File>> cache_;
};

// mode="connected" operator="NAME" bin="BIN" as-of="YYYY-MM-DD", safe within an HTML tag; empty for a demonstration of
// today. Empty arguments are left out.
[[nodiscard]] std::string mode_attributes(std::string_view mode, std::string_view operator_name, std::string_view bin,
                                          std::string_view as_of);

}  // namespace qadam::server
