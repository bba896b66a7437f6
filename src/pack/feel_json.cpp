// SPDX-License-Identifier: MIT
#include "pack/feel_json.hpp"

#include "feel/literal.hpp"

namespace qadam::pack {
namespace {

using Json = nlohmann::ordered_json;
using base::Decimal;
using feel::Value;

constexpr int kMaxLevels = 100;

std::optional<Value> read(const Json& json, std::uint32_t question, int level);

std::optional<Value> read_number(const std::string& text) {
  const auto number = Decimal::parse(text);
  return number ? std::optional<Value>(*number) : std::nullopt;
}

std::optional<Value> read_special(const Json& json, std::uint32_t question) {
  const std::string kind = json.begin().key();
  if (kind == "$unknown") {
    feel::Unknown unknown;
    unknown.questions.add(question);
    return unknown;
  }
  if (!json.begin()->is_string()) return std::nullopt;
  const std::string text = json.begin()->get<std::string>();
  if (kind == "$number") return read_number(text);
  if (kind == "$date") {
    const auto date = feel::parse_far_date(text);
    return date ? std::optional<Value>(*date) : std::nullopt;
  }
  if (kind != "$duration") return std::nullopt;
  Value duration = feel::parse_duration(text);
  return duration.is_null() ? std::nullopt : std::optional<Value>(std::move(duration));
}

std::optional<Value> read_object(const Json& json, std::uint32_t question, int level) {
  if (json.size() == 1 && json.begin().key().compare(0, 1, "$") == 0) return read_special(json, question);
  std::vector<std::pair<std::string, Value>> entries;
  for (const auto& item : json.items()) {
    auto value = read(item.value(), question, level + 1);
    if (!value) return std::nullopt;
    entries.emplace_back(item.key(), std::move(*value));
  }
  return feel::make_context(std::move(entries));
}

std::optional<Value> read(const Json& json, std::uint32_t question, int level) {
  if (level > kMaxLevels) return std::nullopt;
  if (json.is_null()) return Value();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number()) return read_number(json.dump());
  if (json.is_object()) return read_object(json, question, level);
  std::vector<Value> items;
  for (const Json& each : json) {
    auto item = read(each, question, level + 1);
    if (!item) return std::nullopt;
    items.push_back(std::move(*item));
  }
  return feel::make_list(std::move(items));
}

// Whether a double, which is what most readers of JSON make of it, keeps all of it.
bool is_plain(const Decimal& number) {
  const std::string text = number.text();
  return text.size() <= 16;
}

}  // namespace

std::optional<Value> feel_value(const Json& json, std::uint32_t question) {
  return read(json, question, 0);
}

Json feel_json(const Value& value) {
  if (const auto* b = value.as<bool>()) return *b;
  if (const auto* s = value.as<std::string>()) return *s;
  if (const auto* d = value.as<base::Date>()) return {{"$date", d->iso()}};
  if (value.is(feel::Kind::months) || value.is(feel::Kind::seconds)) return {{"$duration", feel::text_of(value)}};
  if (value.is(feel::Kind::range)) return feel::text_of(value);
  if (const auto* n = value.as<Decimal>()) {
    if (const auto whole = n->to_whole(); whole && is_plain(*n)) return *whole;
    Json parsed = is_plain(*n) ? Json::parse(n->text(), nullptr, false) : Json();
    return parsed.is_number() ? parsed : Json{{"$number", n->text()}};
  }
  if (const feel::List* list = value.list()) {
    Json out = Json::array();
    for (const Value& item : list->items) out.push_back(feel_json(item));
    return out;
  }
  if (const feel::Context* context = value.context()) {
    Json out = Json::object();
    for (const auto& entry : context->entries) out[entry.first] = feel_json(entry.second);
    return out;
  }
  return nullptr;
}

bool agrees(const Value& value, const Value& expected) {
  const auto* a = value.as<Decimal>();
  const auto* b = expected.as<Decimal>();
  if (a != nullptr && b != nullptr) {
    auto difference = Decimal::subtract(*a, *b);
    if (!difference) return false;
    if (difference->negative()) difference = difference->negated();
    return Decimal::compare(*difference, *Decimal::parse("0.00000001")) <= 0;
  }
  if (value.kind() != expected.kind()) return false;
  if (const feel::List* list = value.list()) {
    const auto& items = expected.list()->items;
    if (list->items.size() != items.size()) return false;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!agrees(list->items[i], items[i])) return false;
    }
    return true;
  }
  if (const feel::Context* context = value.context()) {
    if (context->entries.size() != expected.context()->entries.size()) return false;
    for (const auto& entry : context->entries) {
      const Value* other = expected.context()->get(entry.first);
      if (other == nullptr || !agrees(entry.second, *other)) return false;
    }
    return true;
  }
  return value.is_null() || feel::equal(value, expected).is_true();
}

}  // namespace qadam::pack
