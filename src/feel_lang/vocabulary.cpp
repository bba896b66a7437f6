// SPDX-License-Identifier: MIT
#include "feel_lang/syntax.hpp"

namespace qadam::feel_lang {

void Vocabulary::add(std::string_view name) {
  const auto tokens = tokenize(name);
  if (!tokens || tokens->size() < 2) return;
  Entry entry{std::string(name), {}};
  bool plain = true;
  for (const Token& token : *tokens) {
    if (token.kind == TokenKind::end) break;
    plain = plain && token.kind == TokenKind::name;
    entry.words.push_back(token.text);
  }
  if (!plain) entries_.push_back(std::move(entry));
}

std::size_t Vocabulary::longest(const std::vector<Token>& tokens, std::size_t at, std::string& name) const {
  std::size_t best = 0;
  for (const Entry& entry : entries_) {
    const std::size_t size = entry.words.size();
    if (size <= best || at + size > tokens.size()) continue;
    bool fits = true;
    for (std::size_t i = 0; i < size && fits; ++i) {
      fits = tokens[at + i].text == entry.words[i] && tokens[at + i].kind != TokenKind::string;
    }
    if (!fits) continue;
    best = size;
    name = entry.name;
  }
  return best;
}

}  // namespace qadam::feel_lang
