// Expressions that try to hang or exhaust the page. Each ends: with an error of the compiler, or stopped by a limit, or
// with the value that it has. How long it took is not asserted; a test that hangs says it.
// SPDX-License-Identifier: MIT
#include "feel_text.hpp"

using namespace qadam;
using testing::Answers;
using testing::meant;

namespace {

std::string repeated(const std::string& part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

// {a: <first>, b: <next>, ...}.z with `step` for each further entry, in which "@" is the one before.
std::string chain(const std::string& first, const std::string& step, int length, const std::string& last) {
  std::string out = "{v0: " + first;
  for (int i = 1; i <= length; ++i) {
    std::string entry = step;
    const std::string before = "v" + std::to_string(i - 1);
    for (std::size_t at = entry.find('@'); at != std::string::npos; at = entry.find('@')) entry.replace(at, 1, before);
    out += ", v" + std::to_string(i) + ": " + entry;
  }
  std::string end = last;
  const std::string before = "v" + std::to_string(length);
  for (std::size_t at = end.find('@'); at != std::string::npos; at = end.find('@')) end.replace(at, 1, before);
  return out + ", end: " + end + "}.end";
}

// A list of 2^17 items in few steps, and then `body` on it ("@") many times over.
std::string often(const std::string& item, const std::string& body) {
  std::string entry = body;
  for (std::size_t at = entry.find('@'); at != std::string::npos; at = entry.find('@')) entry.replace(at, 1, "v14");
  return chain("[" + repeated(item + ", ", 7) + item + "]", "concatenate(@, @)", 14,
               "count(for i in 1..50000 return " + entry + ")");
}

}  // namespace

TEST_CASE("loops inside loops are stopped") {
  CHECK(meant("for x in 1..1000000 return x") == "exhausted");
  CHECK(meant("for x in 1..1000, y in 1..1000 return 1") == "exhausted");
  CHECK(meant("some x in 1..1000, y in 1..1000 satisfies x + y = 0") == "exhausted");
  CHECK(meant("every x in 1..1000 satisfies every y in 1..1000 satisfies true") == "exhausted");
  CHECK(meant("for x in -9000000000000000000..9000000000000000000 return x") == "exhausted");
  CHECK(meant("for x in @\"-999999999-01-01\"..@\"999999999-01-01\" return x") == "exhausted");
  CHECK(meant("for x in [1..1e18] return x") == "exhausted");
  CHECK(meant("count(for a in 1..300, b in 1..300 return for c in 1..300 return 1)") == "exhausted");
  CHECK(meant("(for x in 1..1000 return x)[item in (for y in 1..1000 return y)][-1]") == "exhausted");
}

TEST_CASE("texts and lists that double are stopped") {
  CHECK(meant(chain("\"xxxxxxxx\"", "@ + @", 40, "string length(@)")) == "exhausted");
  CHECK(meant(chain("[1, 2]", "concatenate(@, @)", 60, "count(@)")) == "exhausted");
  CHECK(meant(chain("[1, 2]", "[@, @]", 60, "count(flatten(@))")) == "exhausted");
  CHECK(meant(chain("{a: 1}", "{a: @, b: @}", 60, "@ = @")) == "exhausted");
  // Ranges of ranges weighed nothing: comparing two of them took for ever.
  CHECK(meant(chain("[1..2]", "[@..@]", 60, "@ = @")) == "exhausted");
  CHECK(meant(chain("[1..2]", "[@..@]", 60, "string length(string(@))")) == "exhausted");
  CHECK(meant(chain("[1, 2]", "string join([string(@), string(@)])", 40, "1")) == "exhausted");
  CHECK(meant("string length(string(for i in 1..90000 return 1e6000))") == "exhausted");
  const std::string key(12000, 'k');
  CHECK(meant("count(for i in 1..90000 return {\"" + key + "\": i})") == "exhausted");
  CHECK(meant("count(for i in 1..90000 return [\"" + key + "\"..\"z\"])") == "exhausted");
}

TEST_CASE("functions on long lists, called again and again, are stopped") {
  for (const char* body : {"sum(@)",
                           "min(@)",
                           "mean(@)",
                           "remove(@, 0)",
                           "insert before(@, 0, 1)",
                           "reverse(@)",
                           "list contains(@, 2)",
                           "index of(@, 2)",
                           "flatten(@)",
                           "append(@, 1)",
                           "sublist(@, 2)",
                           "all(@)",
                           "string join(@, \"\")",
                           "count(union(@, [2]))",
                           "@ = @",
                           "2 in @",
                           "@[item = 2]",
                           "is(@, @)",
                           "string(@)",
                           "concatenate(@, @, @, @, @, @, @, @)",
                           "distinct values(@)"}) {
    CAPTURE(body);
    CHECK(meant(often("1", body)) == "exhausted");
  }
  // Used to be free of charge, 50,000 times 131,072 items.
  CHECK(meant(often("[1..1]", "2 in @")) == "exhausted");
  CHECK(meant(often("n", "sum(@)")) == "exhausted");
  CHECK(meant(often("n", "@ < 1")) != "");
  CHECK(meant(often("n", "[@..1]")) != "");
  CHECK(meant(often("{a: 1}", "@.a")) == "exhausted");
  CHECK(meant(often("true", "any(false, @)")) == "exhausted");
  CHECK(meant(often("null", "string join(@)")) == "exhausted");
}

TEST_CASE("searches that would be quadratic are stopped") {
  const std::string a(3000, 'a');
  const std::string long_text = chain("\"" + a + "\"", "@ + @", 8, "@");
  CHECK(meant("contains(" + long_text + ", \"b\")") == "false");
  CHECK(meant("count(for i in 1..50000 return contains(" + long_text + ", \"b\"))") == "exhausted");
  CHECK(meant(chain("\"" + a + "\"", "@ + @", 8, "contains(@ + \"c\", @ + \"b\")")) == "exhausted");
  CHECK(meant(chain("for i in 1..40000 return i", "@", 1, "count(distinct values(@))")) == "exhausted");
  CHECK(meant(chain("for i in 1..40000 return {key: string(i), value: i}", "@", 1, "context(@)")) == "exhausted");
}

TEST_CASE("huge numbers are held or refused, not computed for ever") {
  CHECK(meant("2 ** 1e18") == "null");
  CHECK(meant("1.0000001 ** 9223372036854775807") == "null");
  CHECK(meant("(-1) ** 9223372036854775807") == "-1");
  CHECK(meant("string length(string(1e6000))") == "6001");
  CHECK(meant("modulo(1e6000, 3) < 3") != "");
  CHECK(meant("round up(1e-6000, 6000)") != "");
  CHECK(meant("1e99999999999") == "feel.literal 1:1");
  CHECK(meant(repeated("9", 16000)).substr(0, 12) == "feel.literal");
  CHECK(meant("." + repeated("0", 16000) + "1").substr(0, 12) == "feel.literal");
}

TEST_CASE("16 KiB of anything is read, or refused with its place") {
  for (const std::string part : {"(",
                                 "[",
                                 "{",
                                 "{a:",
                                 "-",
                                 "?",
                                 "@",
                                 "\"",
                                 "'",
                                 "/*",
                                 "//\n",
                                 "for x in ",
                                 "if ",
                                 "1 in (",
                                 "x[",
                                 "x.",
                                 "not(",
                                 "[1..",
                                 "]1..",
                                 "a and ",
                                 "years and months ",
                                 "1,",
                                 "\xD3\x98",
                                 "{a:[(",
                                 "some x in [x] satisfies ",
                                 "x in x in ",
                                 "x between ",
                                 "f(a:",
                                 "[[]..",
                                 "1.",
                                 "..",
                                 "instance of "}) {
    CAPTURE(part);
    const std::string text = repeated(part, feel_lang::kMaxExpressionBytes / part.size());
    CHECK(meant(text).substr(0, 5) == "feel.");
  }
}

TEST_CASE("every level that the compiler lets through is evaluated") {
  for (const char* bracket : {"not(", "[", "-", "(", "{a: ", "if true then 0 else "}) {
    const std::string open = bracket;
    std::string close = open == "not(" || open == "(" ? ")" : open == "[" ? "]" : open == "{a: " ? "}" : "";
    CAPTURE(open);
    for (const std::size_t levels : {90u, 180u}) {
      const std::string value = meant(repeated(open, levels) + "a" + repeated(close, levels));
      CHECK(value.substr(0, 5) != "feel.");
    }
  }
}

TEST_CASE("more variables than there are slots are refused") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += (i == 0 ? "for x" : ", x") + std::to_string(i) + " in [1]";
  CHECK(meant(text + " return x0").substr(0, 10) == "feel.slots");
  std::string context = "{";
  for (int i = 0; i < 400; ++i) context += (i == 0 ? "k" : ", k") + std::to_string(i) + ": 1";
  CHECK(meant(context + "}").substr(0, 10) == "feel.slots");
}
