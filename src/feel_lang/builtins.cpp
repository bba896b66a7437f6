// SPDX-License-Identifier: MIT
#include "feel_lang/builtins.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace qadam::feel_lang {

using feel::Function;

const std::vector<Builtin>& builtins() {
  static const std::vector<Builtin> kAll = {
      {"date", Function::date_of_text, "from", 'd'},
      {"date", Function::date_of_parts, "year, month, day", 'd'},
      {"duration", Function::duration, "from", 'a'},
      {"years and months duration", Function::years_and_months_duration, "from, to", 'm'},
      {"number", Function::number, "from, grouping separator, decimal separator", 'n'},
      {"string", Function::string, "from", 's'},
      {"context", Function::context, "entries", 'c'},
      {"not", Function::negation, "negand", 'b'},
      {"all", Function::all, "list", 'b'},
      {"any", Function::any, "list", 'b'},
      {"is", Function::is, "value1, value2", 'b'},
      {"abs", Function::abs, "n", '1'},
      {"floor", Function::floor, "n, scale", 'n'},
      {"ceiling", Function::ceiling, "n, scale", 'n'},
      {"round up", Function::round_up, "n, scale", 'n'},
      {"round down", Function::round_down, "n, scale", 'n'},
      {"round half up", Function::round_half_up, "n, scale", 'n'},
      {"round half down", Function::round_half_down, "n, scale", 'n'},
      {"decimal", Function::decimal, "n, scale", 'n'},
      {"modulo", Function::modulo, "dividend, divisor", 'n'},
      {"odd", Function::odd, "number", 'b'},
      {"even", Function::even, "number", 'b'},
      {"string length", Function::string_length, "string", 'n'},
      {"upper case", Function::upper_case, "string", 's'},
      {"lower case", Function::lower_case, "string", 's'},
      {"substring", Function::substring, "string, start position, length", 's'},
      {"substring before", Function::substring_before, "string, match", 's'},
      {"substring after", Function::substring_after, "string, match", 's'},
      {"contains", Function::contains, "string, match", 'b'},
      {"starts with", Function::starts_with, "string, match", 'b'},
      {"ends with", Function::ends_with, "string, match", 'b'},
      {"string join", Function::string_join, "list, delimiter", 's'},
      {"list contains", Function::list_contains, "list, element", 'b'},
      {"count", Function::count, "list", 'n'},
      {"min", Function::minimum, "list", 'i'},
      {"max", Function::maximum, "list", 'i'},
      {"sum", Function::sum, "list", 'i'},
      {"mean", Function::mean, "list", 'n'},
      {"sublist", Function::sublist, "list, start position, length", 'l'},
      {"append", Function::append, "list, item", 'l'},
      {"concatenate", Function::concatenate, "list", 'l'},
      {"insert before", Function::insert_before, "list, position, newItem", 'l'},
      {"remove", Function::remove, "list, position", 'l'},
      {"list replace", Function::list_replace, "list, position, newItem", 'l'},
      {"reverse", Function::reverse, "list", '1'},
      {"index of", Function::index_of, "list, match", 'l'},
      {"union", Function::union_of, "list", 'l'},
      {"distinct values", Function::distinct_values, "list", '1'},
      {"flatten", Function::flatten, "list", 'l'},
      {"day of week", Function::day_of_week, "date", 's'},
      {"day of year", Function::day_of_year, "date", 'n'},
      {"month of year", Function::month_of_year, "date", 's'},
      {"week of year", Function::week_of_year, "date", 'n'},
      {"today", Function::today, "", 'd'},
      {"get value", Function::get_value, "m, key", 'a'},
      {"get entries", Function::get_entries, "m", 'l'},
      {"before", Function::before, "point1, point2", 'b'},
      {"before", Function::before, "point, range", 'b'},
      {"before", Function::before, "range, point", 'b'},
      {"before", Function::before, "range1, range2", 'b'},
      {"after", Function::after, "point1, point2", 'b'},
      {"after", Function::after, "point, range", 'b'},
      {"after", Function::after, "range, point", 'b'},
      {"after", Function::after, "range1, range2", 'b'},
      {"meets", Function::meets, "range1, range2", 'b'},
      {"met by", Function::met_by, "range1, range2", 'b'},
      {"overlaps", Function::overlaps, "range1, range2", 'b'},
      {"overlaps before", Function::overlaps_before, "range1, range2", 'b'},
      {"overlaps after", Function::overlaps_after, "range1, range2", 'b'},
      {"finishes", Function::finishes, "point, range", 'b'},
      {"finishes", Function::finishes, "range1, range2", 'b'},
      {"finished by", Function::finished_by, "range, point", 'b'},
      {"finished by", Function::finished_by, "range1, range2", 'b'},
      {"includes", Function::includes, "range, point", 'b'},
      {"includes", Function::includes, "range1, range2", 'b'},
      {"during", Function::during, "point, range", 'b'},
      {"during", Function::during, "range1, range2", 'b'},
      {"starts", Function::starts, "point, range", 'b'},
      {"starts", Function::starts, "range1, range2", 'b'},
      {"started by", Function::started_by, "range, point", 'b'},
      {"started by", Function::started_by, "range1, range2", 'b'},
      {"coincides", Function::coincides, "point1, point2", 'b'},
      {"coincides", Function::coincides, "range1, range2", 'b'},
  };
  return kAll;
}

bool is_outside(std::string_view name) {
  constexpr std::string_view kOutside[] = {
      "time",   "date and time", "now",         "sort",          "sqrt",  "exp",     "log",     "median", "mode",
      "stddev", "product",       "context put", "context merge", "range", "matches", "replace", "split"};
  return std::find(std::begin(kOutside), std::end(kOutside), name) != std::end(kOutside);
}

std::vector<std::string> names_of(const Builtin& builtin) {
  std::vector<std::string> out;
  base::split(builtin.parameters, ',', [&](std::string_view name) { out.emplace_back(base::trim(name)); });
  return out;
}

}  // namespace qadam::feel_lang
