// JsonWriter: appends one JSON value to a string, without a document in memory.
//
// Knows no reader. Strings are escaped as RFC 8785 (JCS) wants, so a caller that writes its keys in sorted order gets
// the canonical form. Texts must be UTF-8 (the engine and the codecs let nothing else in); this and the right order of
// calls are the caller's part and are not checked.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qadam::base {

void append_json_string(std::string& out, std::string_view text);

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }

  JsonWriter& end_object() { return close('}'); }

  JsonWriter& begin_array() { return open('['); }

  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  // A whole JSON value made elsewhere.
  JsonWriter& raw(std::string_view json);

  JsonWriter& member(std::string_view name, std::string_view text) { return key(name).string(text); }

  JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).number(value); }

  [[nodiscard]] const std::string& text() const { return out_; }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
};

}  // namespace qadam::base
