// SPDX-License-Identifier: MIT
#include "server/static_files.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "base/html.hpp"
#include "base/text.hpp"
#include "server/problem.hpp"

namespace qadam::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxCachedBytes = 8u << 20;
constexpr std::string_view kModeMark = "mode=\"demonstration\"";

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".txt", "text/plain; charset=utf-8"},
    {".pdf", "application/pdf"},
    {".ics", "text/calendar; charset=utf-8"},
    {".woff2", "font/woff2"},
    {".map", "application/json"},
    {".bin", "application/octet-stream"},
}};

std::string_view type_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  for (const auto& [known, type] : kTypes) {
    if (known == extension) return type;
  }
  return "application/octet-stream";
}

// "name.<8 or more hexadecimal digits>.ext"
bool is_hashed(const std::string& name) {
  bool hashed = false;
  std::size_t part = 0;
  base::split(name, '.', [&](std::string_view text) {
    const bool inner = part++ > 0;
    hashed |= inner && text.size() >= 8 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  });
  return hashed;
}

bool takes(std::string_view accept_encoding, std::string_view coding) {
  bool taken = false;
  base::split(accept_encoding, ',', [&](std::string_view item) {
    const std::string_view name = base::trim(item.substr(0, item.find(';')));
    const std::size_t q = item.find("q=");
    const std::string_view weight = q == std::string_view::npos ? "1" : base::trim(item.substr(q + 2));
    if (name == coding) taken = weight.find_first_not_of("0.") != std::string_view::npos;
  });
  return taken;
}

bool names(std::string_view if_none_match, std::string_view etag) {
  bool found = base::trim(if_none_match) == "*";
  base::split(if_none_match, ',', [&](std::string_view item) {
    item = base::trim(item);
    if (item.substr(0, 2) == "W/") item.remove_prefix(2);
    found |= item == etag;
  });
  return found;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

bool is_regular(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

std::string mode_attributes(std::string_view mode, std::string_view operator_name, std::string_view bin,
                            std::string_view as_of) {
  if (mode == "demonstration" && as_of.empty()) return {};
  std::string out = "mode=\"" + base::html_escaped(mode) + '"';
  if (!operator_name.empty()) out += " operator=\"" + base::html_escaped(operator_name) + '"';
  if (!bin.empty()) out += " bin=\"" + base::html_escaped(bin) + '"';
  if (!as_of.empty()) out += " as-of=\"" + base::html_escaped(as_of) + '"';
  return out;
}

StaticFiles::StaticFiles(const fs::path& directory, std::string mode_attributes, const backend::Crypto& crypto)
    : mode_attributes_(std::move(mode_attributes)), crypto_(crypto) {
  std::error_code error;
  root_ = fs::canonical(directory, error);
  if (error) root_.clear();
}

// Empty for a path that leaves the directory, also through a link, or that could mean two things.
fs::path StaticFiles::inside(std::string_view path) const {
  if (root_.empty() || path.empty() || path.front() != '/') return {};
  if (path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos) return {};
  fs::path out = root_;
  bool plain = true;
  base::split(path.substr(1), '/', [&](std::string_view part) {
    if (part.empty() || part.front() == '.') plain = false;  // also "." and "..", and hidden files
    out /= part;
  });
  if (!plain) return {};
  std::error_code error;
  const fs::path real = fs::canonical(out, error);
  if (error) return {};
  const auto [end_of_root, rest] = std::mismatch(root_.begin(), root_.end(), real.begin(), real.end());
  return end_of_root == root_.end() ? real : fs::path{};
}

std::shared_ptr<const StaticFiles::File> StaticFiles::load(const fs::path& path, bool is_html) {
  std::error_code error;
  const fs::file_time_type changed = fs::last_write_time(path, error);
  if (error) return nullptr;
  {
    const std::lock_guard lock(mutex_);
    const auto found = cache_.find(path.string());
    if (found != cache_.end() && found->second->changed == changed) return found->second;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return nullptr;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  std::string body = bytes.str();
  if (is_html && !mode_attributes_.empty()) replace_all(body, kModeMark, mode_attributes_);
  std::string etag = '"' + crypto_.sha256(body).substr(0, 32) + '"';
  auto file = std::make_shared<const File>(
      File{changed, std::make_shared<const std::string>(std::move(body)), std::move(etag)});
  if (file->body->size() <= kMaxCachedBytes) {
    const std::lock_guard lock(mutex_);
    cache_[path.string()] = file;
  }
  return file;
}

Reply StaticFiles::send(const Request& request, const fs::path& path) {
  const std::string_view type = type_of(path);
  const bool is_html = path.extension() == ".html";
  // A rewritten page has no compressed neighbour.
  const bool has_neighbours = !(is_html && !mode_attributes_.empty());
  Reply reply{200, std::string(type), nullptr, {}};
  std::shared_ptr<const File> file;
  for (const auto& [coding, suffix] : {std::pair("br", ".br"), std::pair("gzip", ".gz")}) {
    const fs::path neighbour = path.string() + suffix;
    if (!has_neighbours || !takes(request.accept_encoding, coding) || !is_regular(neighbour)) continue;
    file = load(neighbour, false);
    if (file == nullptr) continue;
    reply.headers.emplace_back("Content-Encoding", coding);
    break;
  }
  if (file == nullptr) file = load(path, is_html);
  if (file == nullptr) return problem("not_found");
  const bool for_ever = !is_html && is_hashed(path.filename().string());
  reply.headers.emplace_back("Cache-Control", for_ever ? "public, max-age=31536000, immutable" : "no-cache");
  reply.headers.emplace_back("ETag", file->etag);
  reply.headers.emplace_back("Vary", "Accept-Encoding");
  reply.headers.emplace_back("Accept-Ranges", "none");
  if (names(request.if_none_match, file->etag)) {
    reply.status = 304;
    return reply;
  }
  reply.body = file->body;
  return reply;
}

Reply StaticFiles::get(const Request& request) {
  if (request.method != "GET" && request.method != "HEAD") {
    Reply reply = problem("method");
    reply.headers.emplace_back("Allow", "GET, HEAD");
    return reply;
  }
  const bool folder = !request.path.empty() && request.path.back() == '/';
  const fs::path path = inside(folder ? request.path + "index.html" : request.path);
  if (path.empty()) return problem("not_found");
  if (is_regular(path)) return send(request, path);
  if (!is_regular(path / "index.html")) return problem("not_found");
  // Relative, so that a path of several slashes cannot become another host.
  const std::size_t last = request.path.find_last_of('/');
  return {308, {}, nullptr, {{"Location", "./" + request.path.substr(last + 1) + "/"}, {"Cache-Control", "no-cache"}}};
}

}  // namespace qadam::server
