// Trees back to text.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "feel_lang/syntax.hpp"

namespace qadam::feel_lang {
namespace {

// How tightly an expression binds; the numbers are the parser's levels.
constexpr int kTest = -2;
constexpr int kWhole = -1;
constexpr int kOr = 0;
constexpr int kAnd = 1;
constexpr int kComparison = 2;
constexpr int kAdditive = 3;
constexpr int kMultiplicative = 4;
constexpr int kPower = 5;
constexpr int kUnary = 6;
constexpr int kPrimary = 7;

int level_of(const Syntax& s) {
  switch (s.kind) {
    case SyntaxKind::if_else:
    case SyntaxKind::for_each:
    case SyntaxKind::some:
    case SyntaxKind::every:
      return kWhole;
    case SyntaxKind::test:
      return kTest;
    case SyntaxKind::junction:
      return s.text == "or" ? kOr : kAnd;
    case SyntaxKind::between:
    case SyntaxKind::in:
      return kComparison;
    case SyntaxKind::binary:
      if (s.text == "+" || s.text == "-") return kAdditive;
      if (s.text == "*" || s.text == "/") return kMultiplicative;
      return s.text == "**" ? kPower : kComparison;
    case SyntaxKind::negate:
      return kUnary;
    default:
      return kPrimary;
  }
}

// A filter that no brackets of its own shield: at the end of a range its "[" would close the range.
bool shows_filter(const Syntax& s) {
  const bool open = s.kind == SyntaxKind::negate || s.kind == SyntaxKind::binary || s.kind == SyntaxKind::path;
  return s.kind == SyntaxKind::filter || (open && std::any_of(s.kids.begin(), s.kids.end(), shows_filter));
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

std::string key_text(const std::string& key) {
  const auto tokens = tokenize(key);
  bool plain = tokens && tokens->size() > 1;
  std::string joined;
  for (std::size_t i = 0; plain && i + 1 < tokens->size(); ++i) {
    plain = (*tokens)[i].kind == TokenKind::name;
    joined += (i == 0 ? "" : " ") + (*tokens)[i].text;
  }
  return plain && joined == key ? key : quoted(key);
}

class Printer {
 public:
  std::string text(const Syntax& s, int least) {
    const std::string bare = body(s);
    return level_of(s) < least ? "(" + bare + ")" : bare;
  }

 private:
  // Where a whole expression may stand.
  std::string whole(const Syntax& s) { return text(s, kWhole); }

  // Where "< 5" may stand without brackets too.
  std::string tested(const Syntax& s) { return text(s, kTest); }

  std::string listed(const Syntax& s, std::size_t first) {
    std::string out;
    for (std::size_t i = first; i < s.kids.size(); ++i) {
      if (i != first) out += ", ";
      if (i < s.names.size()) out += (s.kind == SyntaxKind::context ? key_text(s.names[i]) : s.names[i]) + ": ";
      out += s.kind == SyntaxKind::list || s.kind == SyntaxKind::in ? tested(s.kids[i]) : whole(s.kids[i]);
    }
    return out;
  }

  // One operand needs no brackets; with them a text that may just be read would print as one too deep to be read.
  std::string tests(const Syntax& s) {
    const bool bare = s.kids.size() == 2 && level_of(s.kids[1]) >= kAdditive;
    return bare ? text(s.kids[1], kAdditive) : "(" + listed(s, 1) + ")";
  }

  std::string domain(const Syntax& s) {
    if (s.kind != SyntaxKind::span) return text(s, kAdditive);
    return text(s.kids[0], kAdditive) + ".." + text(s.kids[1], kAdditive);
  }

  std::string iteration(const Syntax& s, const std::string& first, const std::string& last) {
    std::string out = first;
    for (std::size_t i = 0; i < s.names.size(); ++i) {
      out += (i == 0 ? " " : ", ") + s.names[i] + " in " + domain(s.kids[i]);
    }
    return out + " " + last + " " + whole(s.kids.back());
  }

  std::string literal(const Syntax& s) {
    if (s.token.kind == TokenKind::string) return quoted(s.text);
    return s.token.kind == TokenKind::at_string ? "@" + quoted(s.text) : s.text;
  }

  std::string range(const Syntax& s) {
    const std::string high = text(s.kids[1], kAdditive);
    return s.text.substr(0, 1) + text(s.kids[0], kAdditive) + ".." +
           (shows_filter(s.kids[1]) ? "(" + high + ")" : high) + s.text.substr(1);
  }

  std::string body(const Syntax& s) {
    switch (s.kind) {
      case SyntaxKind::literal:
        return literal(s);
      case SyntaxKind::name:
        return s.text;
      case SyntaxKind::subject:
        return "?";
      case SyntaxKind::negate:
        return "-" + text(s.kids[0], kUnary);
      case SyntaxKind::binary: {
        const int level = level_of(s);
        const int left = level == kComparison ? kAdditive : level;
        return text(s.kids[0], left) + " " + s.text + " " + text(s.kids[1], level + 1);
      }
      case SyntaxKind::junction: {
        std::string out;
        for (const Syntax& kid : s.kids) {
          out += (out.empty() ? "" : " " + s.text + " ") + text(kid, level_of(s) + 1);
        }
        return out;
      }
      case SyntaxKind::between:
        return text(s.kids[0], kAdditive) + " between " + text(s.kids[1], kAdditive) + " and " +
               text(s.kids[2], kAdditive);
      case SyntaxKind::in:
        return text(s.kids[0], kAdditive) + " in " + tests(s);
      case SyntaxKind::test:
        return s.text + " " + text(s.kids[0], kAdditive);
      case SyntaxKind::if_else:
        return "if " + whole(s.kids[0]) + " then " + whole(s.kids[1]) + " else " + whole(s.kids[2]);
      case SyntaxKind::for_each:
        return iteration(s, "for", "return");
      case SyntaxKind::some:
        return iteration(s, "some", "satisfies");
      case SyntaxKind::every:
        return iteration(s, "every", "satisfies");
      case SyntaxKind::span:
        return domain(s);
      case SyntaxKind::path:
        return text(s.kids[0], kPrimary) + "." + s.text;
      case SyntaxKind::filter:
        return text(s.kids[0], kPrimary) + "[" + tested(s.kids[1]) + "]";
      case SyntaxKind::call:
        return s.text + "(" + listed(s, 0) + ")";
      case SyntaxKind::list:
        return "[" + listed(s, 0) + "]";
      case SyntaxKind::context:
        return "{" + listed(s, 0) + "}";
      case SyntaxKind::range:
        return range(s);
    }
    return {};
  }
};

}  // namespace

std::string print(const Syntax& syntax) {
  return Printer().text(syntax, kWhole);
}

bool same_tree(const Syntax& a, const Syntax& b) {
  if (a.kind != b.kind || a.text != b.text || a.names != b.names || a.kids.size() != b.kids.size()) return false;
  if (a.kind == SyntaxKind::literal && a.token.kind != b.token.kind) return false;
  for (std::size_t i = 0; i < a.kids.size(); ++i) {
    if (!same_tree(a.kids[i], b.kids[i])) return false;
  }
  return true;
}

}  // namespace qadam::feel_lang
