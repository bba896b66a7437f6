// SPDX-License-Identifier: MIT
#include "pack/text_table.hpp"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "i18n/texts.hpp"

namespace qadam::pack {
namespace {

using service::kNoText;
using service::TextId;

std::string text_of(const Json& texts, const std::string& key) {
  const auto it = texts.find(key);
  return it != texts.end() && it->is_string() ? it->get<std::string>() : std::string();
}

bool is_part(const std::string& step) {
  return step.size() > 1 && step[0] == 'p' && step.find_first_not_of("0123456789", 1) == std::string::npos;
}

// Takes "p2" (part 2) and the head "0" to what is worded, and tells the shape of the place: "2" two numbers, "1p1" a
// number, a part and a number, "head", "head.1" (assets/law/README.md).
std::string place_shape(std::vector<std::string>& steps) {
  std::string shape;
  if (!steps.empty() && steps[0] == "0") {
    steps.erase(steps.begin());
    return steps.empty() ? "head" : "head." + std::to_string(steps.size());
  }
  std::size_t numbers = 0;
  for (std::string& step : steps) {
    if (!is_part(step)) {
      ++numbers;
      continue;
    }
    step.erase(0, 1);
    shape += std::to_string(numbers) + "p";
    numbers = 0;
  }
  return numbers != 0 || shape.empty() ? shape + std::to_string(numbers) : shape;
}

}  // namespace

TextTable::TextTable(const Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(i18n::Key::count); ++i) {
    // Their numbers are their enumerators, so each takes its place even when its text is missing.
    const std::string key(i18n::key_name(static_cast<i18n::Key>(i)));
    if (find(sources_.shared_texts, false, key, Need::required) == kNoText) entries_.push_back({key, {}, {}, false});
  }
}

TextId TextTable::own(const std::string& key, Need need) {
  return find(sources_.service_texts, true, key, need);
}

TextId TextTable::shared(const std::string& key, Need need) {
  return find(sources_.shared_texts, false, key, need);
}

TextId TextTable::find(const std::map<std::string, Json>& texts, bool is_own, const std::string& key, Need need) {
  const auto known = numbers_.find({is_own, key});
  if (known != numbers_.end()) return known->second;
  Entry entry;
  entry.key = key;
  std::string missing;
  std::size_t found = 0;
  std::size_t found_other = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const Json& language = texts.at(kLanguages[i]);
    const bool has = language.contains(key);
    entry.normal[i] = text_of(language, key);
    entry.other[i] = text_of(language, key + ".other");
    found += has;
    found_other += language.contains(key + ".other");
    if (!has) missing += (missing.empty() ? "" : ", ") + std::string(kLanguages[i]);
  }
  if (found == 0 && need == Need::optional) return kNoText;
  const std::string file = is_own ? "i18n/" + sources_.service : "i18n";
  if (found < 3) {
    diagnostics_.push_back({"text.missing", file, key, "not in " + missing});
    numbers_[{is_own, key}] = kNoText;  // said once; and what the other languages have is not unused
    return kNoText;
  }
  if (found_other != 0 && found_other != 3)
    diagnostics_.push_back({"text.missing", file, key + ".other", "not in every language"});
  entry.has_other = found_other == 3;
  entries_.push_back(std::move(entry));
  const auto number = static_cast<TextId>(entries_.size() - 1);
  numbers_[{is_own, key}] = number;
  return number;
}

TextId TextTable::taken(const std::array<std::string, 3>& normal, const std::array<std::string, 3>& other) {
  Entry entry;
  entry.normal = normal;
  entry.other = other;
  entry.has_other = normal != other;
  for (std::size_t i = static_cast<std::size_t>(i18n::Key::count); i < entries_.size(); ++i) {
    const Entry& each = entries_[i];
    if (each.normal == normal && each.has_other == entry.has_other && (!each.has_other || each.other == other))
      return static_cast<TextId>(i);
  }
  entries_.push_back(std::move(entry));
  return static_cast<TextId>(entries_.size() - 1);
}

TextId TextTable::citation(const std::string& id, const std::string& place) {
  const auto known = numbers_.find({true, "law:" + id});
  if (known != numbers_.end()) return known->second;
  auto entry = worded(id, place);
  if (!entry) return kNoText;
  entries_.push_back(std::move(*entry));
  const auto number = static_cast<TextId>(entries_.size() - 1);
  numbers_[{true, "law:" + id}] = number;
  return number;
}

bool TextTable::knows_citation(const std::string& id, const std::string& place) {
  return worded(id, place).has_value();
}

std::optional<TextTable::Entry> TextTable::worded(const std::string& id, const std::string& place) {
  const std::size_t colon = id.find(':');
  const std::string act = id.substr(0, colon);
  const Json& acts = sources_.acts.value("acts", Json::object());
  if (!acts.contains(act)) {
    diagnostics_.push_back({"law.act", sources_.pack_file, place, "no act '" + act + "' in assets/law/acts.json"});
    return std::nullopt;
  }
  std::vector<std::string> parts;
  if (colon != std::string::npos) {
    base::split(std::string_view(id).substr(colon + 1), '.', [&](std::string_view part) { parts.emplace_back(part); });
  }
  const std::string form = "law.form." + acts[act].value("form", "") + "." + place_shape(parts);
  Entry entry;
  entry.key = "law:" + id;
  for (std::size_t i = 0; i < 3; ++i) {
    const Json& texts = sources_.shared_texts.at(kLanguages[i]);
    const std::string pattern = text_of(texts, form);
    const std::string title = text_of(texts, "law.act." + act);
    if (pattern.empty() || title.empty()) {
      diagnostics_.push_back(
          {"law.form", "i18n/" + std::string(kLanguages[i]) + ".json", place, form + " or law.act." + act});
      return std::nullopt;
    }
    std::vector<i18n::Argument> arguments{{"act", title}};
    const std::string numbers[] = {"1", "2", "3", "4"};
    for (std::size_t n = 0; n < parts.size() && n < 4; ++n) arguments.emplace_back(numbers[n], parts[n]);
    entry.normal[i] = i18n::format(pattern, kLanguages[i], arguments);
  }
  return entry;
}

std::string TextTable::write(std::size_t lang, const service::Model& model) const {
  base::ByteWriter body;
  body.text(kLanguages[lang]);
  body.text(model.id);
  body.u64(model.checksum);
  body.u32(static_cast<std::uint32_t>(entries_.size()));
  for (const Entry& entry : entries_) {
    body.u8(entry.has_other ? 1 : 0);
    body.text(entry.normal[lang]);
    if (entry.has_other) body.text(entry.other[lang]);
  }
  std::vector<std::uint16_t> sorted_fields;
  const Json& fields = sources_.fields.value("fields", Json::object());
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    const auto it = fields.find(model.fields[f].id);
    if (it != fields.end() && it->value("sorted", false)) sorted_fields.push_back(static_cast<std::uint16_t>(f));
  }
  body.u32(static_cast<std::uint32_t>(sorted_fields.size()));
  for (const std::uint16_t field : sorted_fields) {
    std::vector<std::string> texts;
    for (const service::Option& option : model.fields[field].options)
      texts.push_back(entries_[option.text].normal[lang]);
    body.u16(field);
    const std::vector<std::uint16_t> order = collated(kLanguages[lang], texts);
    body.u32(static_cast<std::uint32_t>(order.size()));
    for (const std::uint16_t option : order) body.u16(option);
  }
  base::ByteWriter file;
  file.raw(i18n::kTextsMagic);
  file.u16(i18n::kTextsFormat);
  file.u64(base::checksum(body.bytes()));
  file.raw(body.bytes());
  return file.bytes();
}

void TextTable::report_unused() {
  constexpr std::string_view kOther = ".other";
  for (const char* lang : kLanguages) {
    for (const auto& item : sources_.service_texts.at(lang).items()) {
      std::string key = item.key();
      if (key.size() > kOther.size() && std::string_view(key).substr(key.size() - kOther.size()) == kOther) {
        key.resize(key.size() - kOther.size());
      }
      if (key.rfind("persona.", 0) == 0 || numbers_.count({true, key}) != 0) continue;
      diagnostics_.push_back({"text.unused", "i18n/" + sources_.service + "/" + lang + ".json", item.key(), ""});
    }
  }
}

std::vector<std::uint16_t> collated(const std::string& lang, const std::vector<std::string>& texts) {
  std::vector<std::uint16_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale(lang.c_str()), status));
  if (U_FAILURE(status) != 0) return order;
  std::stable_sort(order.begin(), order.end(), [&](std::uint16_t a, std::uint16_t b) {
    UErrorCode each = U_ZERO_ERROR;
    return collator->compare(icu::UnicodeString::fromUTF8(texts[a]), icu::UnicodeString::fromUTF8(texts[b]), each) ==
           UCOL_LESS;
  });
  return order;
}

}  // namespace qadam::pack
