// Functions on texts, which are counted in code points.
// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "feel/call.hpp"
#include "feel/letter_case.hpp"

namespace qadam::feel {
namespace {

const std::string& text(const Arguments& arguments, std::size_t index) {
  return *arguments[index].as<std::string>();
}

// Where `part` begins in `whole`, or npos. A long search is paid for: the library's one is quadratic at worst.
std::size_t find(const std::string& whole, const std::string& part, Budget& budget) {
  const std::uint64_t cost = (whole.size() / 64 + 1) * std::uint64_t{part.size() / 64 + 1};
  if (!budget.steps(static_cast<std::uint32_t>(cost > kMaxSteps ? kMaxSteps + 1 : cost))) return std::string::npos;
  return whole.find(part);
}

// The byte at which the code point number `n` begins (0-based), at most the end.
std::size_t offset(const std::string& whole, std::int64_t n) {
  std::size_t at = 0;
  while (n-- > 0 && at < whole.size()) base::next_code_point(whole, at);
  return at;
}

Value substring(const Arguments& arguments, Budget& budget) {
  const std::string& whole = text(arguments, 0);
  const auto length = static_cast<std::int64_t>(base::length(whole));
  const std::int64_t position = whole_of(arguments, 1, 0);
  const std::int64_t wanted = whole_of(arguments, 2, length + 1);
  if (position == 0 || wanted < 1) return budget.error();
  const std::int64_t begin = position > 0 ? position - 1 : length + position;
  if (begin < 0) return budget.error();
  if (begin >= length) return std::string();
  const std::size_t from = offset(whole, begin);
  const std::string tail = whole.substr(from);
  return budget.text(tail.substr(0, offset(tail, wanted)));
}

Value joined(const Arguments& arguments, Budget& budget) {
  const auto* delimiter = arguments.size() > 1 ? arguments[1].as<std::string>() : nullptr;
  std::string out;
  bool first = true;
  for (const Value& item : arguments[0].list()->items) {
    if (item.is_null()) continue;
    const auto* part = item.as<std::string>();
    if (part == nullptr) return budget.error();
    if (!first && delimiter != nullptr) out += *delimiter;
    out += *part;
    first = false;
    if (out.size() > kMaxBytes) break;
  }
  return budget.text(std::move(out));
}

}  // namespace

Value call_text(Function f, const Arguments& arguments, Budget& budget) {
  if (f == Function::string_join) return joined(arguments, budget);
  if (f == Function::substring) return substring(arguments, budget);
  const std::string& whole = text(arguments, 0);
  switch (f) {
    case Function::string_length:
      return base::Decimal::whole(static_cast<std::int64_t>(base::length(whole)));
    case Function::upper_case:
      return budget.text(upper_case(whole));
    case Function::lower_case:
      return budget.text(lower_case(whole));
    default:
      break;
  }
  const std::string& part = text(arguments, 1);
  const bool fits = part.size() <= whole.size();
  if (f == Function::starts_with) return fits && whole.compare(0, part.size(), part) == 0;
  if (f == Function::ends_with) return fits && whole.compare(whole.size() - part.size(), part.size(), part) == 0;
  const std::size_t at = find(whole, part, budget);
  const bool found = at != std::string::npos;
  if (f == Function::contains) return found;
  if (!found) return std::string();
  return budget.text(f == Function::substring_before ? whole.substr(0, at) : whole.substr(at + part.size()));
}

}  // namespace qadam::feel
