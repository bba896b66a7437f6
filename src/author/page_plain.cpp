// A Page as text for a terminal (see page.hpp).
// SPDX-License-Identifier: MIT
#include "author/page.hpp"

namespace qadam::author {
namespace {

std::string indent(std::size_t depth) {
  return std::string(depth * 2, ' ');
}

void put(std::string& out, const Lines& lines, std::size_t depth) {
  for (const Line& line : lines) {
    const std::string mark = line.tone == Tone::code ? "= " : "";
    std::string text = line.text;
    const std::string next = "\n" + indent(depth);
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += next.size()) {
      text.replace(at, 1, next);
    }
    out += indent(depth) + mark + text + "\n";
  }
}

void put(std::string& out, const std::vector<Rule>& rules, std::size_t depth) {
  for (const Rule& rule : rules) {
    Lines lines = rule.lines;
    if (!lines.empty()) out += indent(depth) + rule.number + " " + lines.front().text + "\n";
    if (!lines.empty()) lines.erase(lines.begin());
    put(out, lines, depth + 2);
    put(out, rule.rules, depth + 1);
  }
}

void put(std::string& out, const Table& table) {
  if (!table.caption.empty()) out += table.caption + "\n";
  for (const std::vector<Lines>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      if (i > 0 && i < table.head.size()) out += indent(1) + table.head[i] + ":\n";
      put(out, row[i], i == 0 ? 1 : 2);
    }
  }
}

}  // namespace

std::string plain(const Page& page) {
  std::string out;
  for (const Block& block : page.blocks) {
    switch (block.kind) {
      case BlockKind::heading:
        out += "\n" + std::string(static_cast<std::size_t>(block.level), '#') + " " + block.lines.front().text + "\n";
        break;
      case BlockKind::paragraph:
        put(out, block.lines, 0);
        break;
      case BlockKind::notice:
        put(out, block.lines, 1);
        break;
      case BlockKind::facts:
        for (const Fact& fact : block.facts) {
          out += fact.label + ":\n";
          put(out, fact.lines, 1);
        }
        break;
      case BlockKind::rules:
        put(out, block.rules, 0);
        break;
      case BlockKind::table:
        put(out, block.table);
        break;
      case BlockKind::signature:
        out += "\n## " + block.lines[0].text + "\n" + block.lines[1].text + "\n";
        for (std::size_t i = 2; i < block.lines.size(); ++i) out += block.lines[i].text + ": ____________________\n";
        break;
    }
  }
  return out + "\n" + page.footer + "\n";
}

}  // namespace qadam::author
