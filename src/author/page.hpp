// Page: a document for people who check rules, as blocks; printed as HTML or as text.
//
// Not a Screen: nobody answers on it. The HTML stands alone (no script, nothing from elsewhere), reads at 360 px and
// prints on A4; every text in it is escaped here and nowhere else.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace qadam::author {

enum class Tone { text, strong, code, law, remark };

struct Line {
  std::string text;
  Tone tone = Tone::text;
};

using Lines = std::vector<Line>;

// "2.1" and what it says; rules within it stand below.
struct Rule {
  std::string number;
  Lines lines;
  std::vector<Rule> rules;
};

struct Fact {
  std::string label;
  Lines lines;
};

// The first cell of each row names the row.
struct Table {
  std::string caption;
  std::vector<std::string> head;
  std::vector<std::vector<Lines>> rows;
};

enum class BlockKind { heading, paragraph, notice, facts, rules, table, signature };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 2;  // heading: 1 to 4
  Lines lines;    // heading, paragraph, notice; signature: title, statement, an empty field each
  std::vector<Fact> facts;
  std::vector<Rule> rules;
  Table table;
};

struct Page {
  std::string lang;
  std::string title;
  std::string footer;
  std::vector<Block> blocks;

  void heading(int level, const std::string& text);
  void paragraph(const std::string& text);
  void notice(const std::string& text);
  void facts(std::vector<Fact> facts);
  void rules(std::vector<Rule> rules);
  void table(Table table);
  void signature(const std::string& heading_text, const std::string& statement, const std::vector<std::string>& labels);
};

[[nodiscard]] std::string html(const Page& page);
[[nodiscard]] std::string plain(const Page& page);

}  // namespace qadam::author
