// SPDX-License-Identifier: MIT
#include "pack/definitions.hpp"

#include <algorithm>

#include "feel_lang/token.hpp"

namespace qadam::pack {
namespace {

using feel_lang::Token;
using feel_lang::TokenKind;

}  // namespace

bool is_feel_name(const std::string& text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  if (text.empty() || text[0] < 'a' || text[0] > 'z' || !std::all_of(text.begin(), text.end(), fits)) return false;
  const auto tokens = feel_lang::tokenize(text);
  return tokens && tokens->front().kind == TokenKind::name;
}

std::set<std::string> names_in(const std::string& text) {
  std::set<std::string> names;
  const auto tokens = feel_lang::tokenize(text);
  if (!tokens) return names;
  for (const Token& token : *tokens) {
    if (token.kind == TokenKind::name) names.insert(token.text);
  }
  return names;
}

void Definitions::read(const JsonReader& json, feel_lang::Names& names, feel::Program& program) {
  std::map<std::string, std::set<std::string>> waiting;
  const std::vector<std::string> keys = json.keys();
  for (const std::string& key : keys) {
    if (!is_feel_name(key)) json.report("pack.value", key, "a name is small Latin letters, digits and _");
    if (names.count(key) != 0) json.report("pack.repeated", key, "a question has this name");
    for (const std::string& name : names_in(json.string(key.c_str()))) {
      if (std::find(keys.begin(), keys.end(), name) != keys.end()) waiting[key].insert(name);
    }
  }
  // Each after those that it uses.
  for (bool progress = true; progress;) {
    progress = false;
    for (const std::string& key : keys) {
      if (all_.count(key) != 0) continue;
      const auto& needs = waiting[key];
      if (!std::all_of(needs.begin(), needs.end(), [&](const auto& n) { return all_.count(n) != 0; })) continue;
      compile(json, key, names, program);
      progress = true;
    }
  }
  for (const std::string& key : keys) {
    if (all_.count(key) != 0) continue;
    json.report("pack.cycle", key, "it uses itself, by way of others perhaps");
    all_[key].is_broken = true;
  }
}

void Definitions::compile(const JsonReader& json, const std::string& name, feel_lang::Names& names,
                          feel::Program& program) {
  const std::string text = json.string(name.c_str());
  Definition definition;
  definition.uses = used_in(text);
  definition.text = spelled_out(text);
  definition.is_broken = is_broken(text);
  if (!definition.is_broken && names.count(name) == 0) {
    std::vector<base::Error> errors;
    const auto compiled = feel_lang::compile(text, names, feel_lang::Type::any, program, errors);
    definition.is_broken = !compiled;
    if (compiled) {
      feel_lang::Declared declared;
      declared.type = compiled->type;
      declared.root = compiled->root;
      declared.reads = compiled->reads;
      declared.shape = compiled->shape;
      names.emplace(name, std::move(declared));
    }
    for (const base::Error& error : errors) json.report(error.code, name + "@" + error.place, error.detail);
  }
  all_[name] = std::move(definition);
}

std::string Definitions::spelled_out(const std::string& text) const {
  const auto tokens = feel_lang::tokenize(text);
  if (!tokens) return text;
  std::string out;
  std::size_t done = 0;
  for (const Token& token : *tokens) {
    const auto it = token.kind == TokenKind::name ? all_.find(token.text) : all_.end();
    if (it == all_.end()) continue;
    out += text.substr(done, token.begin - done) + "(" + it->second.text + ")";
    done = token.end;
  }
  return out + text.substr(done);
}

std::set<std::string> Definitions::used_in(const std::string& text) const {
  std::set<std::string> used;
  for (const std::string& name : names_in(text)) {
    const auto it = all_.find(name);
    if (it == all_.end()) continue;
    used.insert(name);
    used.insert(it->second.uses.begin(), it->second.uses.end());
  }
  return used;
}

bool Definitions::is_broken(const std::string& text) const {
  for (const std::string& name : used_in(text)) {
    if (all_.at(name).is_broken) return true;
  }
  return false;
}

}  // namespace qadam::pack
