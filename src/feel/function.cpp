// SPDX-License-Identifier: MIT
#include "feel/function.hpp"

namespace qadam::feel {
namespace {

// In the order of Function. Short texts in one array: a table of pointers would cost the browser's module relocations.
constexpr char kParameters[][5] = {
    "a",  "nnn", "s",  "dd",  "sSS", "a",  "l",                             // conversion
    "B",  "a+",  "a+", "aA",                                                // boolean
    "x",  "nm",  "nm", "nn",  "nn",  "nn", "nn",  "nn",  "nn", "n",   "n",  // number
    "s",  "s",   "s",  "snm", "ss",  "ss", "ss",  "ss",  "ss", "lS",        // string
    "la", "l",   "a+", "a+",  "a+",  "a+", "lnm", "la+", "l+", "lna", "ln", "lna", "l",  "la", "l+", "l", "l",  // list
    "d",  "d",   "d",  "d",   "",                                                                               // date
    "cs", "c",                                                                                  // context
    "pp", "pp",  "rr", "rr",  "rr",  "rr", "rr",  "pr",  "rp", "rp",  "pr", "pr",  "rp", "pp",  // periods
};
static_assert(sizeof kParameters / sizeof kParameters[0] == static_cast<std::size_t>(Function::count_of));

}  // namespace

std::string_view parameters(Function function) {
  return kParameters[static_cast<std::size_t>(function)];
}

Arity arity(Function function) {
  Arity a{0, 0};
  for (const char letter : parameters(function)) {
    if (letter == '+') {
      a.most = 0xFFFF;
    } else {
      ++a.most;
      if (letter >= 'a' && letter != 'm') a.least = a.most;
    }
  }
  // not(null) is null, but not() says nothing.
  if (function == Function::negation) a.least = 1;
  return a;
}

}  // namespace qadam::feel
