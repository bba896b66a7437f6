// Function: the built-ins of the subset, and what each takes; the one table behind arity, coercion and type checks.
//
// Names and parameter names are not here: only authors need them (feel_lang/builtins.hpp). Source: OMG DMN 1.5, 10.3.4.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace qadam::feel {

// Do not reorder: compiled files hold these. New ones go before `count_of`, with service::kFormat raised.
enum class Function : std::uint8_t {
  // conversion
  date_of_text,
  date_of_parts,
  duration,
  years_and_months_duration,
  number,
  string,
  context,
  // boolean
  negation,
  all,
  any,
  is,
  // number
  abs,
  floor,
  ceiling,
  round_up,
  round_down,
  round_half_up,
  round_half_down,
  decimal,
  modulo,
  odd,
  even,
  // string
  string_length,
  upper_case,
  lower_case,
  substring,
  substring_before,
  substring_after,
  contains,
  starts_with,
  ends_with,
  string_join,
  // list
  list_contains,
  count,
  minimum,
  maximum,
  sum,
  mean,
  sublist,
  append,
  concatenate,
  insert_before,
  remove,
  list_replace,
  reverse,
  index_of,
  union_of,
  distinct_values,
  flatten,
  // date
  day_of_week,
  day_of_year,
  month_of_year,
  week_of_year,
  today,
  // context
  get_value,
  get_entries,
  // periods
  before,
  after,
  meets,
  met_by,
  overlaps,
  overlaps_before,
  overlaps_after,
  finishes,
  finished_by,
  includes,
  during,
  starts,
  started_by,
  coincides,
  count_of,
};

// One letter a parameter: a any, b boolean, n number, s string, d date, l list, c context, p a point or a range, r a range,
// x a number or a duration, m a number that may be left out; a capital: null or left out is all right too. A "+" at the end repeats the last parameter.
[[nodiscard]] std::string_view parameters(Function function);

struct Arity {
  std::uint32_t least;
  std::uint32_t most;
};

[[nodiscard]] Arity arity(Function function);

}  // namespace qadam::feel
