// SPDX-License-Identifier: MIT
#include "writer.hpp"

#include <cstdlib>
#include <vector>

#include "feel_text.hpp"

namespace qadam::testing {

using feel_lang::Type;

std::uint32_t seed(std::uint32_t otherwise) {
  const char* given = std::getenv("QADAM_SEED");
  return given == nullptr ? otherwise : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

std::string Writer::pick(std::initializer_list<const char*> of) {
  return of.begin()[below(static_cast<std::uint32_t>(of.size()))];
}

std::string Writer::expression(int depth) {
  switch (below(10)) {
    case 0:
      return number(depth);
    case 1:
      return text(depth);
    case 2:
      return date(depth);
    case 3:
      return numbers(depth);
    case 4:
      return texts(depth);
    case 5:
      return contexts(depth);
    case 6:
      return below(2) == 0 ? context(depth) : range(depth);
    default:
      return boolean(depth);
  }
}

// A number bound further out, if any.
std::string Writer::local(const char* otherwise) {
  if (locals_.empty()) return otherwise;
  return std::string(1, locals_[below(static_cast<std::uint32_t>(locals_.size()))]);
}

std::string Writer::test(int depth, bool of_subject) {
  switch (of_subject ? below(7) : below(2)) {
    case 0:
      return pick({"< ", "<= ", "> ", ">= ", "= ", "!= "}) + number(depth);
    case 1:
      return pick({"[", "(", "]"}) + number(depth) + "..(" + number(depth) + pick({")]", "))"});
    case 2:
      return "? " + std::string(pick({"< ", ">= ", "= ", "!= "})) + number(depth);
    case 3:
      return "not(? in (" + number(depth) + "))";
    case 4:
      return numbers(depth);
    case 5:
      return "null";
    default:
      return number(depth);
  }
}

std::string Writer::condition_on(const std::string& variable, int depth) {
  locals_ += variable[0];
  std::string out;
  switch (below(5)) {
    case 0:
      out = variable + pick({" > ", " <= ", " = ", " != "}) + number(depth);
      break;
    case 1:
      out = variable + " in (" + test(depth) + ")";
      break;
    case 2:
      out = variable + " between 0 and " + number(depth);
      break;
    default:
      out = boolean(depth);
  }
  locals_.pop_back();
  return out;
}

std::string Writer::period(int depth) {
  const std::string two = pick({"before", "after", "meets", "met by", "overlaps", "overlaps before", "overlaps after",
                                "finishes", "finished by", "includes", "during", "starts", "started by", "coincides"});
  return two + "(" + range(depth) + ", " + range(depth) + ")";
}

std::string Writer::boolean(int depth) {
  if (depth <= 0) return pick({"a", "b", "c", "true", "false", "null", "a", "b", "c"});
  const int d = depth - 1;
  switch (below(30)) {
    case 0:
    case 1:
      return "(" + boolean(d) + " and " + boolean(d) + ")";
    case 2:
    case 3:
      return "(" + boolean(d) + " or " + boolean(d) + " or " + boolean(d) + ")";
    case 4:
      return "not(" + boolean(d) + ")";
    case 5:
      return "(" + number(d) + pick({" < ", " <= ", " > ", " >= ", " = ", " != "}) + number(d) + ")";
    case 6:
      return "(" + text(d) + pick({" = ", " != ", " < "}) + text(d) + ")";
    case 7:
      return "(" + date(d) + pick({" < ", " >= ", " = ", " != "}) + date(d) + ")";
    case 8:
      return "(if " + boolean(d) + " then " + boolean(d) + " else " + boolean(d) + ")";
    case 9:
      return "(" + number(d) + " in (" + test(d) + ", " + test(d) + "))";
    case 10:
      return "list contains(" + texts(d) + ", " + text(d) + ")";
    case 11:
      return "(" + number(d) + " between " + number(d) + " and " + number(d) + ")";
    case 12:
      return "(" + text(d) + " in (" + text(d) + ", " + texts(d) + "))";
    case 13:
      return "(" + texts(d) + pick({" = ", " != ", " in "}) + texts(d) + ")";
    case 14:
      return "(" + expression(d) + pick({" = ", " != "}) + expression(d) + ")";
    case 15:
      return pick({"all", "any"}) + std::string("([") + boolean(d) + ", " + boolean(d) + "])";
    case 16:
      return pick({"all", "any"}) + std::string("(") + boolean(d) + ", " + boolean(d) + ")";
    case 17:
      return "(some x in " + numbers(d) + " satisfies " + condition_on("x", d) + ")";
    case 18:
      return "(every y in " + numbers(d) + " satisfies " + condition_on("y", d) + ")";
    case 19:
      return "(some x in " + numbers(d) + ", y in " + numbers(d) + " satisfies x " + pick({"<", "=", "!="}) + " y)";
    case 20:
      return pick({"contains", "starts with", "ends with"}) + std::string("(") + text(d) + ", " + text(d) + ")";
    case 21:
      return pick({"odd", "even"}) + std::string("(") + number(d) + ")";
    case 22:
      return period(d);
    case 23:
      return "is(" + expression(d) + ", " + expression(d) + ")";
    case 24:
      return "(" + months(d) + pick({" < ", " = ", " != "}) + months(d) + ")";
    case 25:
      return "(" + seconds(d) + pick({" > ", " = ", " != "}) + seconds(d) + ")";
    case 26:
      return "list contains(" + numbers(d) + ", " + number(d) + ")";
    case 27:
      return "(" + contexts(d) + pick({" = ", " != "}) + contexts(d) + ")";
    case 28:
      return "(every z in " + contexts(d) + " satisfies z.k " + pick({"<", "=", "!="}) + " " + number(d) + ")";
    default:
      return range(d) + pick({".start included", ".end included"});
  }
}

std::string Writer::number(int depth) {
  if (depth <= 0) return below(3) == 0 ? local("n") : pick({"n", "m", "1", "2", "0", "18", "-0.5", "n", "m"});
  const int d = depth - 1;
  switch (below(23)) {
    case 0:
      return "(" + number(d) + pick({" + ", " - ", " * ", " / ", " ** "}) + number(d) + ")";
    case 1:
      return "(if " + boolean(d) + " then " + number(d) + " else " + number(d) + ")";
    case 2:
      return months(d) + pick({".years", ".months"});
    case 3:
      return seconds(d) + pick({".days", ".hours"});
    case 4:
      return "count(" + pick({"", "reverse"}) + std::string("(") + numbers(d) + "))";
    case 5:
      return "count(" + texts(d) + ")";
    case 6:
      return pick({"min", "max", "sum", "mean"}) + std::string("(") + number(d) + ", " + number(d) + ")";
    case 7:
      return pick({"min", "max", "sum", "mean"}) + std::string("(") + numbers(d) + ")";
    case 8:
      return "string length(" + text(d) + ")";
    case 9:
      return date(d) + pick({".year", ".month", ".day", ".weekday"});
    case 10:
      return pick({"floor", "ceiling"}) + std::string("(") + number(d) + ")";
    case 11:
      return pick({"round up", "round down", "round half up", "round half down", "decimal"}) + std::string("(") +
             number(d) + ", " + pick({"0", "1", "-1", "n"}) + ")";
    case 12:
      return "modulo(" + number(d) + ", " + number(d) + ")";
    case 13:
      return "abs(" + number(d) + ")";
    case 14:
      return pick({"day of year", "week of year"}) + std::string("(") + date(d) + ")";
    case 15:
      return numbers(d) + "[" + pick({"1", "-1", "2", "n"}) + "]";
    case 16:
      return context(d) + ".k";
    case 17:
      return "get value(" + context(d) + ", " + pick({"\"k\"", "\"t\"", "s"}) + ")";
    case 18:
      return "number(" + text(d) + ")";
    case 19:
      return range(d) + pick({".start", ".end"});
    case 20:
      return "{p: " + number(d) + ", q: p + " + number(d) + "}.q";
    case 21:
      return contexts(d) + "[" + pick({"1", "-1"}) + "].k";
    default:
      return "-" + number(d);
  }
}

std::string Writer::text(int depth) {
  if (depth <= 0 || below(3) == 0) return pick({"s", "e", "\"x\"", "\"y\"", "e", "s", "\"z\"", "\"5\""});
  const int d = depth - 1;
  switch (below(10)) {
    case 0:
      return "(if " + boolean(d) + " then " + text(d) + " else " + text(d) + ")";
    case 1:
      return "(" + text(d) + " + " + text(d) + ")";
    case 2:
      return pick({"upper case", "lower case"}) + std::string("(") + text(d) + ")";
    case 3:
      return pick({"substring before", "substring after"}) + std::string("(") + text(d) + ", " + text(d) + ")";
    case 4:
      return "substring(" + text(d) + ", " + pick({"1", "-1", "n"}) + ")";
    case 5:
      return "string(" + expression(d) + ")";
    case 6:
      return "string join(" + texts(d) + ", " + text(d) + ")";
    case 7:
      return pick({"day of week", "month of year"}) + std::string("(") + date(d) + ")";
    case 8:
      return context(d) + ".t";
    default:
      return texts(d) + "[" + pick({"1", "-1", "2"}) + "]";
  }
}

std::string Writer::date(int depth) {
  if (depth <= 0 || below(2) == 0) return pick({"d", "today()", "@\"2008-02-29\"", "d"});
  const int d = depth - 1;
  switch (below(5)) {
    case 0:
      return "(" + date(d) + pick({" + ", " - "}) + months(d) + ")";
    case 1:
      return "(" + date(d) + pick({" + ", " - "}) + seconds(d) + ")";
    case 2:
      return "date(2024, " + number(d) + ", 28)";
    case 3:
      return "max(" + date(d) + ", " + date(d) + ")";
    default:
      return "date(string(" + date(d) + "))";
  }
}

std::string Writer::months(int depth) {
  if (depth <= 0 || below(2) == 0) return pick({"@\"P18Y\"", "@\"P1M\"", "(-@\"P1Y\")"});
  const int d = depth - 1;
  switch (below(4)) {
    case 0:
      return "(" + months(d) + " * " + number(d) + ")";
    case 1:
      return "(" + months(d) + pick({" + ", " - "}) + months(d) + ")";
    default:
      return "years and months duration(" + date(d) + ", " + date(d) + ")";
  }
}

std::string Writer::seconds(int depth) {
  if (depth <= 0 || below(2) == 0) return pick({"@\"P10D\"", "@\"PT1H\"", "duration(\"P1D\")"});
  const int d = depth - 1;
  switch (below(4)) {
    case 0:
      return "(" + seconds(d) + pick({" * ", " / "}) + number(d) + ")";
    case 1:
      return "abs(" + seconds(d) + ")";
    default:
      return "(" + date(d) + " - " + date(d) + ")";
  }
}

std::string Writer::numbers(int depth) {
  if (depth <= 0) return pick({"[]", "[n]", "[1, n, m]", "[1, 2]", "[m, 6]", "[null, n]", "[n, n]"});
  const int d = depth - 1;
  switch (below(20)) {
    case 0:
      return numbers(d) + "[item " + pick({">", "<=", "=", "!="}) + " " + number(d) + "]";
    case 1:
      return numbers(d) + "[" + test(d, false) + "]";
    case 2:
      return numbers(d) + "[" + boolean(d) + "]";
    case 3: {
      const std::string domain = numbers(d);
      locals_ += 'x';
      const std::string body = number(d);
      locals_.pop_back();
      return "(for x in " + domain + " return " + body + ")";
    }
    case 4:
      return "(for x in " + numbers(d) + ", y in " + numbers(d) + " return x + y)";
    case 5:
      return "(for x in " + std::string(pick({"0", "n", "1"})) + ".." + pick({"3", "m", "-1"}) + " return x)";
    case 6:
      return "append(" + numbers(d) + ", " + number(d) + ")";
    case 7:
      return "concatenate(" + numbers(d) + ", " + numbers(d) + ")";
    case 8:
      return "reverse(" + numbers(d) + ")";
    case 9:
      return "sublist(" + numbers(d) + ", " + pick({"1", "2", "-1", "n"}) + ")";
    case 10:
      return "insert before(" + numbers(d) + ", " + pick({"1", "2", "m"}) + ", " + number(d) + ")";
    case 11:
      return "remove(" + numbers(d) + ", " + pick({"1", "-1", "n"}) + ")";
    case 12:
      return "list replace(" + numbers(d) + ", " + pick({"1", "2"}) + ", " + number(d) + ")";
    case 13:
      return "distinct values(" + numbers(d) + ")";
    case 14:
      return "union(" + numbers(d) + ", " + numbers(d) + ")";
    case 15:
      return "index of(" + numbers(d) + ", " + number(d) + ")";
    case 16:
      return "flatten([" + numbers(d) + ", " + number(d) + "])";
    case 17:
      return contexts(d) + ".k";
    case 18:
      return "(if " + boolean(d) + " then " + numbers(d) + " else " + numbers(d) + ")";
    default:
      return "[" + number(d) + ", " + number(d) + "]";
  }
}

std::string Writer::texts(int depth) {
  switch (depth <= 0 ? below(4) : below(8)) {
    case 0:
      return "[]";
    case 1:
      return "[" + text(depth - 1) + "]";
    case 2:
      return "[" + text(0) + ", " + text(0) + "]";
    case 3:
    case 4:
      return "l";
    case 5:
      return "l[item " + std::string(pick({"=", "!=", "<"})) + " " + text(depth - 1) + "]";
    case 6:
      return "(for w in " + texts(depth - 1) + " return w + " + text(depth - 1) + ")";
    default:
      return contexts(depth - 1) + ".t";
  }
}

std::string Writer::context(int depth) {
  const int d = depth - 1;
  switch (depth <= 0 ? below(2) : below(5)) {
    case 0:
      return "{k: n, t: s}";
    case 1:
      return "{t: e, k: 1}";
    case 2:
      return "{k: " + number(d) + ", t: " + text(d) + "}";
    case 3:
      return "context(get entries(" + context(d) + "))";
    default:
      return "(if " + boolean(d) + " then " + context(d) + " else " + context(d) + ")";
  }
}

std::string Writer::contexts(int depth) {
  const int d = depth - 1;
  switch (depth <= 0 ? below(2) : below(6)) {
    case 0:
      return "[" + context(0) + "]";
    case 1:
      return "[{k: 1, t: \"x\"}, {k: m, t: e}]";
    case 2:
      return contexts(d) + "[k " + pick({">", "=", "!="}) + " " + number(d) + "]";
    case 3:
      return contexts(d) + "[t = " + text(d) + "]";
    case 4:
      return "(for x in " + numbers(d) + " return {k: x, t: " + text(d) + "})";
    default:
      return "[" + context(d) + ", " + context(d) + "]";
  }
}

std::string Writer::range(int depth) {
  if (below(4) == 0) return "(" + std::string(pick({"<", "<=", ">", ">=", "=", "!="})) + " " + number(depth - 1) + ")";
  return pick({"[", "("}) + number(depth - 1) + "..(" + number(depth - 1) + pick({")]", "))"});
}

feel::Value Writer::value(const std::string& name) {
  if (below(7) == 0) return {};
  switch (names().find(name)->second.type) {
    case Type::boolean:
      return below(2) == 0;
    case Type::number:
      return below(3) == 0 ? base::Decimal::whole(below(3)) : base::Decimal::whole(std::int64_t{below(5)} * 6 - 6);
    case Type::date:
      return date_of("2008-02-29").plus_days(static_cast<std::int32_t>(below(400)) - 30);
    case Type::list: {
      std::vector<feel::Value> items;
      for (std::uint32_t i = below(3); i > 0; --i) items.emplace_back(std::string(pick({"x", "y", "z"})));
      return feel::make_list(std::move(items));
    }
    default:
      return std::string(pick({"x", "y", "z", "5"}));
  }
}

}  // namespace qadam::testing
