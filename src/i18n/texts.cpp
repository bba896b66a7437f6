// SPDX-License-Identifier: MIT
#include "i18n/texts.hpp"

#include "base/bytes.hpp"
#include "base/text.hpp"

namespace qadam::i18n {
namespace {

constexpr std::string_view kNames[] = {
#define QADAM_KEY(name, text) text,
#include "i18n/keys.inc"
#undef QADAM_KEY
};

}  // namespace

std::string_view key_name(Key key) {
  return kNames[static_cast<std::size_t>(key)];
}

Key key_of(std::string_view name) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Key::count); ++i) {
    if (kNames[i] == name) return static_cast<Key>(i);
  }
  return Key::count;
}

base::Result<Texts> Texts::load(std::string bytes) {
  Texts texts;
  texts.bytes_.assign(bytes.begin(), bytes.end());
  const std::string_view file(texts.bytes_.data(), texts.bytes_.size());
  if (file.substr(0, 4) != kTextsMagic) return base::fail("texts.magic", "0");
  base::ByteReader in(file);
  in.u32();
  if (in.u16() != kTextsFormat) return base::fail("texts.format", "4");
  const std::uint64_t sum = in.u64();
  if (!in.ok() || sum != base::checksum(file.substr(in.at()))) return base::fail("texts.damaged", "6");
  texts.lang_ = in.text();
  texts.service_ = in.text();
  texts.service_checksum_ = in.u64();
  const std::uint32_t n = in.count(5);
  texts.entries_.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    const bool has_other = in.u8() != 0;
    const std::string_view normal = in.text();
    texts.entries_.push_back({normal, has_other ? in.text() : normal});
  }
  const std::uint32_t m = in.count(6);
  for (std::uint32_t i = 0; i < m; ++i) {
    const std::uint16_t field = in.u16();
    std::vector<std::uint16_t> order(in.count(2));
    for (std::uint16_t& option : order) option = in.u16();
    texts.orders_.emplace_back(field, std::move(order));
  }
  if (!in.ok() || !in.at_end() || n < static_cast<std::uint32_t>(Key::count) || !base::is_utf8(file.substr(in.at()))) {
    return base::fail("texts.damaged", std::to_string(in.at()));
  }
  for (const Entry& entry : texts.entries_) {
    if (!base::is_utf8(entry.normal) || !base::is_utf8(entry.other)) return base::fail("texts.damaged", "utf-8");
  }
  return texts;
}

std::string_view Texts::get(TextId id, bool other) const {
  if (id >= entries_.size()) return {};
  return other ? entries_[id].other : entries_[id].normal;
}

const std::vector<std::uint16_t>* Texts::order(std::uint16_t field) const {
  for (const auto& entry : orders_) {
    if (entry.first == field) return &entry.second;
  }
  return nullptr;
}

namespace {

std::string_view month_name(const Texts& texts, int month) {
  return texts.get(static_cast<Key>(static_cast<int>(Key::month_1) + month - 1));
}

}  // namespace

std::string format_date(const Texts& texts, base::Date date) {
  return format(texts.get(Key::format_date), texts.lang(),
                {{"day", std::to_string(date.day())},
                 {"month", month_name(texts, date.month())},
                 {"year", std::to_string(date.year())}});
}

std::string format_day_month(const Texts& texts, int month, int day) {
  return format(texts.get(Key::format_day_month), texts.lang(),
                {{"day", std::to_string(day)}, {"month", month_name(texts, month)}});
}

std::string format_time(const Texts& texts, int minute_of_day) {
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return format(texts.get(Key::format_time), texts.lang(),
                {{"hour", two(minute_of_day / 60)}, {"minute", two(minute_of_day % 60)}});
}

}  // namespace qadam::i18n
