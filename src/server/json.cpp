// SPDX-License-Identifier: MIT
#include "server/json.hpp"

#include <algorithm>

namespace qadam::server {
namespace {

struct Member {
  std::string_view key;  // as written, without the quotes
  std::string_view value;
};

constexpr std::string_view kSpace = " \t\r\n";

// Walks over JSON text byte by byte and knows only where strings and brackets are; the text is checked elsewhere.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  // The deepest nesting; brackets within strings do not count.
  int depth() {
    int now = 0;
    int most = 0;
    for (at_ = 0; at_ < text_.size();) {
      const char c = text_[at_];
      if (c == '"') {
        skip_string();
        continue;
      }
      if (c == '{' || c == '[') most = std::max(most, ++now);
      if (c == '}' || c == ']') --now;
      ++at_;
    }
    return most;
  }

  std::vector<Member> members() {
    std::vector<Member> out;
    at_ = text_.find('{');
    if (at_ == std::string_view::npos) return out;
    ++at_;
    for (;;) {
      skip_space();
      if (at_ >= text_.size() || text_[at_] != '"') return out;
      const std::size_t key = at_ + 1;
      skip_string();
      Member member{text_.substr(key, at_ - 1 - key), {}};
      skip_space();
      ++at_;  // the colon
      skip_space();
      const std::size_t value = at_;
      skip_value();
      member.value = text_.substr(value, at_ - value);
      const std::size_t last = member.value.find_last_not_of(kSpace);
      member.value = member.value.substr(0, last == std::string_view::npos ? 0 : last + 1);
      out.push_back(member);
      ++at_;  // the comma, or the end
    }
  }

 private:
  void skip_space() { at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size()); }

  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  // Up to the comma or bracket that ends a member.
  void skip_value() {
    int depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        skip_string();
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}')) return;
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

void flatten(const std::string& at, const Json& value, base::Record& out) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) flatten(at.empty() ? key : at + '.' + key, member, out);
  } else if (value.is_array()) {
    out.set(at + ".count", std::to_string(value.size()));
    for (std::size_t i = 0; i < value.size(); ++i) flatten(at + '.' + std::to_string(i), value[i], out);
  } else if (value.is_string()) {
    out.set(at, value.get<std::string>());
  } else if (!value.is_null()) {
    out.set(at, dump(value));
  }
}

}  // namespace

base::Record flattened(const Json& object) {
  base::Record out;
  flatten({}, object, out);
  return out;
}

base::Result<Json> parse_object(std::string_view text) {
  // Before the parser: it is sound at any depth, but what it builds is walked by recursion.
  if (Walker(text).depth() > kMaxJsonDepth) return base::fail("request.malformed");
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return base::fail("request.malformed");
  if (Walker(text).members().size() != json.size()) return base::fail("request.malformed");
  return json;
}

std::string_view raw_member(std::string_view text, std::string_view key) {
  for (const Member& member : Walker(text).members()) {
    if (member.key == key) return member.value;
  }
  return {};
}

std::optional<std::string> text_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace qadam::server
