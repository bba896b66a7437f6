// SPDX-License-Identifier: MIT
#include "pack/json_reader.hpp"

#include <algorithm>

#include "feel_lang/suggest.hpp"

namespace qadam::pack {
namespace {

const Json& empty_object() {
  static const Json kEmpty = Json::object();
  return kEmpty;
}

}  // namespace

void JsonReader::report(const std::string& code, const std::string& key, const std::string& detail) const {
  diagnostics_->push_back({code, file_, key.empty() ? place_ : place_ + "/" + key, detail});
}

const Json* JsonReader::member(const char* key, bool required) const {
  if (has(key)) return &(*json_)[key];
  if (required) report("pack.missing", key, "");
  return nullptr;
}

void JsonReader::allow(const Shape& shape) const {
  if (!json_->is_object()) {
    report("pack.type", "", "an object is expected");
    return;
  }
  const std::vector<std::string> names(shape.members.begin(), shape.members.end());
  for (const std::string& key : keys()) {
    if (std::find(names.begin(), names.end(), key) != names.end()) continue;
    report("pack.unknown_key", key, "no such key here" + feel_lang::suggestion(key, names));
  }
}

std::vector<std::string> JsonReader::keys() const {
  std::vector<std::string> out;
  if (!json_->is_object()) return out;
  for (const auto& item : json_->items()) out.push_back(item.key());
  return out;
}

std::string JsonReader::string(const char* key) const {
  const Json* value = member(key, true);
  if (value == nullptr) return {};
  if (value->is_string() && !value->get<std::string>().empty()) return value->get<std::string>();
  report("pack.type", key, "a text is expected");
  return {};
}

std::int64_t JsonReader::whole(const char* key) const {
  const Json* value = member(key, true);
  if (value == nullptr) return 0;
  if (value->is_number_integer()) return value->get<std::int64_t>();
  report("pack.type", key, "a whole number is expected");
  return 0;
}

base::Date JsonReader::date(const char* key) const {
  const std::string value = string(key);
  const auto date = base::parse_date(value);
  if (date) return *date;
  if (!value.empty()) report("pack.value", key, "not a date YYYY-MM-DD: " + value);
  return {};
}

std::string JsonReader::string_or(const char* key, const std::string& otherwise) const {
  return has(key) ? string(key) : otherwise;
}

bool JsonReader::boolean_or(const char* key, bool otherwise) const {
  const Json* value = member(key, false);
  if (value == nullptr) return otherwise;
  if (value->is_boolean()) return value->get<bool>();
  report("pack.type", key, "true or false is expected");
  return otherwise;
}

std::vector<std::string> JsonReader::strings(const char* key) const {
  std::vector<std::string> out;
  const Json* value = member(key, false);
  if (value == nullptr) return out;
  if (!value->is_array()) {
    report("pack.type", key, "a list is expected");
    return out;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    if ((*value)[i].is_string()) {
      out.push_back((*value)[i].get<std::string>());
    } else {
      report("pack.type", std::string(key) + "/" + std::to_string(i), "a text is expected");
    }
  }
  return out;
}

std::vector<JsonReader> JsonReader::objects(const char* key) const {
  std::vector<JsonReader> out;
  const Json* value = member(key, false);
  if (value == nullptr) return out;
  if (!value->is_array()) {
    report("pack.type", key, "a list is expected");
    return out;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    out.emplace_back((*value)[i], file_, place_ + "/" + key + "/" + std::to_string(i), *diagnostics_);
  }
  return out;
}

std::vector<JsonReader> JsonReader::one_or_more(const char* key) const {
  if (has(key) && (*json_)[key].is_object()) return {object(key)};
  return objects(key);
}

JsonReader JsonReader::object(const char* key) const {
  const Json* value = member(key, false);
  if (value != nullptr && !value->is_object()) {
    report("pack.type", key, "an object is expected");
    value = nullptr;
  }
  return {value == nullptr ? empty_object() : *value, file_, place_ + "/" + key, *diagnostics_};
}

}  // namespace qadam::pack
