// Record: a flat map of string id -> text, and its one text form.
//
// Drafts, effect results, inspection reports and hand-overs from a host page all travel as records (DESIGN.md 2), so
// that there is one codec to test and numbers given by the compiler never leave memory.
//
//   qadam-record 1 LF
//   key TAB value LF ...        sorted by key, no key twice; \\ \n \t \r stand for themselves escaped
//
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace qadam::base {

// 1 MiB of text, 4,096 entries: far above any draft, far below what could exhaust a phone.
inline constexpr std::size_t kMaxRecordBytes = 1u << 20;
inline constexpr std::size_t kMaxRecordEntries = 4096;

class Record {
 public:
  using Map = std::map<std::string, std::string, std::less<>>;

  void set(std::string key, std::string value) { entries_[std::move(key)] = std::move(value); }

  // The empty text when there is no such key; `has` tells the two apart.
  [[nodiscard]] std::string_view get(std::string_view key) const;

  [[nodiscard]] bool has(std::string_view key) const { return entries_.find(key) != entries_.end(); }

  [[nodiscard]] const Map& entries() const { return entries_; }

 private:
  Map entries_;
};

[[nodiscard]] std::string encode(const Record& record);

// Errors, place = line number: "record.version", "record.form" (no TAB, unknown escape, not UTF-8, no end of line),
// "record.repeated", "record.large".
Result<Record> decode_record(std::string_view text);

}  // namespace qadam::base
