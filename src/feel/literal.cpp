// SPDX-License-Identifier: MIT
#include "feel/literal.hpp"

#include "base/text.hpp"
#include "feel/program.hpp"

namespace qadam::feel {
namespace {

using base::Decimal;

// The digits at the front, at most `most` of them; taken off the text. Empty: none, or more.
std::string_view take_digits(std::string_view& text, std::size_t most) {
  std::size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  const std::string_view digits = n <= most ? text.substr(0, n) : std::string_view{};
  text.remove_prefix(n);
  return digits;
}

void append_part(std::string& out, std::int64_t n, char unit) {
  if (n != 0) out += std::to_string(n) + unit;
}

std::string months_text(std::int64_t count) {
  if (count == 0) return "P0M";
  std::string out = count < 0 ? "-P" : "P";
  const std::int64_t n = count < 0 ? -count : count;
  append_part(out, n / 12, 'Y');
  append_part(out, n % 12, 'M');
  return out;
}

std::string seconds_text(const Decimal& count) {
  if (count.is_zero()) return "PT0S";
  std::string out = count.negative() ? "-P" : "P";
  const Decimal size = count.negative() ? count.negated() : count;
  const Decimal whole_part = size.rounded(0, Decimal::Rounding::down).value_or(Decimal());
  const Decimal fraction = Decimal::subtract(size, whole_part).value_or(Decimal());
  const std::int64_t n = whole_part.to_whole().value_or(0);
  append_part(out, n / 86400, 'D');
  if (n % 86400 == 0 && fraction.is_zero()) return out;
  out += 'T';
  append_part(out, n % 86400 / 3600, 'H');
  append_part(out, n % 3600 / 60, 'M');
  const auto rest = Decimal::add(Decimal::whole(n % 60), fraction);
  if (rest && !rest->is_zero()) out += rest->text() + 'S';
  return out;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

void append(std::string& out, const Value& value, bool quote);

void append_range(std::string& out, const Range& r) {
  constexpr char kTests[][3] = {"", "<", "<=", ">", ">=", "=", "!="};
  if (r.test != Test::none) {
    out += '(';
    out += kTests[static_cast<std::size_t>(r.test)];
    out += ' ';
    append(out, r.low.is_null() ? r.high : r.low, true);
    out += ')';
    return;
  }
  out += r.low_included ? '[' : '(';
  append(out, r.low, true);
  out += "..";
  append(out, r.high, true);
  out += r.high_included ? ']' : ')';
}

void append(std::string& out, const Value& value, bool quote) {
  if (out.size() > kMaxBytes) return;  // no caller has use for more
  if (const auto* s = value.as<std::string>()) {
    if (quote) {
      append_quoted(out, *s);
    } else {
      out += *s;
    }
  } else if (const auto* b = value.as<bool>()) {
    out += *b ? "true" : "false";
  } else if (const auto* n = value.as<Decimal>()) {
    out += n->text();
  } else if (const auto* d = value.as<base::Date>()) {
    out += d->iso();
  } else if (const auto* m = value.as<Months>()) {
    out += months_text(m->count);
  } else if (const auto* t = value.as<Seconds>()) {
    out += seconds_text(t->count);
  } else if (const List* l = value.list()) {
    out += '[';
    for (const Value& item : l->items) {
      if (&item != &l->items.front()) out += ", ";
      append(out, item, true);
    }
    out += ']';
  } else if (const Context* c = value.context()) {
    out += '{';
    for (const auto& entry : c->entries) {
      if (&entry != &c->entries.front()) out += ", ";
      out += entry.first + ": ";
      append(out, entry.second, true);
    }
    out += '}';
  } else if (const Range* r = value.range()) {
    append_range(out, *r);
  } else {
    out += "null";
  }
}

}  // namespace

Value parse_duration(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() < 3 || text.front() != 'P') return {};
  text.remove_prefix(1);
  constexpr std::string_view kUnits = "YMDhms";  // in their order; the time part is lower case here
  constexpr std::int64_t kScale[] = {12, 1, 86400, 3600, 60, 1};
  Decimal total;
  bool in_time = false;
  bool any[2] = {false, false};  // months, seconds
  std::size_t next_unit = 0;
  while (!text.empty()) {
    if (text.front() == 'T') {
      if (in_time || text.size() == 1) return {};
      in_time = true;
      text.remove_prefix(1);
      continue;
    }
    const std::string_view digits = take_digits(text, 15);
    if (digits.empty() || text.empty()) return {};
    std::string number(digits);
    const bool fraction = in_time && text.front() == '.';
    if (fraction) {
      text.remove_prefix(1);
      const std::string_view behind = take_digits(text, 15);
      if (text.empty()) return {};
      if (!behind.empty()) (number += '.') += behind;
    }
    char unit = text.front();
    text.remove_prefix(1);
    if (in_time) unit = unit == 'H' ? 'h' : unit == 'M' ? 'm' : unit == 'S' ? 's' : '?';
    const std::size_t at = kUnits.find(unit);
    if (at == std::string_view::npos || at < next_unit || (at < 3) == in_time || (fraction && unit != 's')) return {};
    next_unit = at + 1;
    const auto part = Decimal::multiply(*Decimal::parse(number), Decimal::whole(kScale[at]));
    total = *Decimal::add(total, *part);  // at most 6 parts of 15 digits: nothing is rounded
    any[at < 2 ? 0 : 1] = true;
  }
  if (any[0] == any[1]) return {};
  if (Decimal::compare(total, Decimal::whole(any[0] ? kMaxMonths : kMaxSeconds)) > 0) return {};
  if (negative) total = total.negated();
  return any[0] ? Value(Months{*total.to_whole()}) : Value(Seconds{total});
}

std::optional<base::Date> parse_far_date(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::string_view year = take_digits(text, 9);
  if (year.size() < 4 || (year.size() > 4 && year.front() == '0')) return std::nullopt;
  if (text.size() != 6 || text[0] != '-' || text[3] != '-') return std::nullopt;
  const std::int64_t y = base::parse_whole(year);
  const auto date = base::Date::from_far_ymd(negative ? -y : y, base::parse_whole(text.substr(1, 2)),
                                             base::parse_whole(text.substr(4, 2)));
  return date ? std::optional<base::Date>(*date) : std::nullopt;
}

std::string text_of(const Value& value) {
  std::string out;
  append(out, value, false);
  return out;
}

}  // namespace qadam::feel
