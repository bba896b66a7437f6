// SPDX-License-Identifier: MIT
#include "base/record.hpp"

#include "base/text.hpp"

namespace qadam::base {
namespace {

constexpr std::string_view kHeader = "qadam-record 1";

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
}

bool unescape(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return false;
    switch (text[i]) {
      case '\\':
        out += '\\';
        break;
      case 'n':
        out += '\n';
        break;
      case 't':
        out += '\t';
        break;
      case 'r':
        out += '\r';
        break;
      default:
        return false;
    }
  }
  return true;
}

}  // namespace

std::string_view Record::get(std::string_view key) const {
  const auto it = entries_.find(key);
  return it == entries_.end() ? std::string_view{} : std::string_view{it->second};
}

std::string encode(const Record& record) {
  std::string out{kHeader};
  out += '\n';
  for (const auto& entry : record.entries()) {
    append_escaped(out, entry.first);
    out += '\t';
    append_escaped(out, entry.second);
    out += '\n';
  }
  return out;
}

Result<Record> decode_record(std::string_view text) {
  if (text.size() > kMaxRecordBytes) return fail("record.large");
  if (!is_utf8(text)) return fail("record.form", "0", "not UTF-8");
  Record record;
  std::size_t line_number = 0;
  while (!text.empty()) {
    ++line_number;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return fail("record.form", std::to_string(line_number), "no end of line");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line_number == 1) {
      if (line != kHeader) return fail("record.version", "1");
      continue;
    }
    if (line_number > kMaxRecordEntries + 1) return fail("record.large", std::to_string(line_number));
    const std::size_t tab = line.find('\t');
    std::string key;
    std::string value;
    if (tab == std::string_view::npos || !unescape(line.substr(0, tab), key) ||
        !unescape(line.substr(tab + 1), value)) {
      return fail("record.form", std::to_string(line_number));
    }
    if (record.has(key)) return fail("record.repeated", std::to_string(line_number), key);
    record.set(std::move(key), std::move(value));
  }
  if (line_number == 0) return fail("record.version", "1");
  return record;
}

}  // namespace qadam::base
