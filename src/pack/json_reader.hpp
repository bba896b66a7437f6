// JsonReader: typed reading of one JSON object, every mistake reported with its JSON pointer.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "pack/diagnostic.hpp"
#include "pack/shape.hpp"
#include "pack/sources.hpp"

namespace qadam::pack {

class JsonReader {
 public:
  // `json` and `diagnostics` must outlive this.
  JsonReader(const Json& json, std::string file, std::string place, Diagnostics& diagnostics)
      : json_(&json), file_(std::move(file)), place_(std::move(place)), diagnostics_(&diagnostics) {}

  // Reports every member that the shape does not have: a misspelt key would otherwise be silently ignored.
  void allow(const Shape& shape) const;

  [[nodiscard]] bool has(const char* key) const {
    return json_->is_object() && json_->contains(key) && !(*json_)[key].is_null();
  }

  // Required members: a missing or wrongly typed one is reported and gives an empty value.
  [[nodiscard]] std::string string(const char* key) const;
  [[nodiscard]] std::int64_t whole(const char* key) const;
  [[nodiscard]] base::Date date(const char* key) const;

  // Reports a missing or empty text that is for readers of the pack only.
  void need(const char* key) const { (void)string(key); }

  // Optional ones.
  [[nodiscard]] std::string string_or(const char* key, const std::string& otherwise) const;
  [[nodiscard]] bool boolean_or(const char* key, bool otherwise) const;
  [[nodiscard]] std::vector<std::string> strings(const char* key) const;

  // The members of an array of objects; none when it is missing.
  [[nodiscard]] std::vector<JsonReader> objects(const char* key) const;

  // The same for a member that may also be one object by itself.
  [[nodiscard]] std::vector<JsonReader> one_or_more(const char* key) const;

  // Empty when it is missing or no object (reported).
  [[nodiscard]] JsonReader object(const char* key) const;

  // The keys of this object, in the file's order.
  [[nodiscard]] std::vector<std::string> keys() const;

  void report(const std::string& code, const std::string& key, const std::string& detail) const;

  [[nodiscard]] const std::string& place() const { return place_; }

  [[nodiscard]] const Json& json() const { return *json_; }

 private:
  const Json* member(const char* key, bool required) const;

  const Json* json_;
  std::string file_;
  std::string place_;
  Diagnostics* diagnostics_;
};

}  // namespace qadam::pack
