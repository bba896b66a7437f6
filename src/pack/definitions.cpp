// SPDX-License-Identifier: MIT
#include "pack/definitions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "feel_lang/token.hpp"

namespace qadam::pack {
namespace {

using feel_lang::Token;
using feel_lang::TokenKind;

// Tells the names that `declared` is compiled already, where the front half can be told so. Else its text is put in
// wherever its name stands.
template <class Declared, class Compiled>
bool declare(Declared& declared, const Compiled& compiled, const std::set<std::uint32_t>& reads) {
  declared.type = compiled.type;
  if constexpr (requires {
                  declared.root = compiled.root;
                  declared.shape = compiled.shape;
                }) {
    declared.root = compiled.root;
    declared.reads = reads;
    declared.shape = compiled.shape;
    return true;
  } else {
    return false;
  }
}

template <class Program>
std::optional<feel_lang::Compiled> compiled_by(const std::string& text, const feel_lang::Names& names,
                                               feel_lang::Type wanted, Program& program,
                                               std::vector<base::Error>& errors) {
  if constexpr (requires { feel_lang::compile(text, names, wanted, program, errors); }) {
    return feel_lang::compile(text, names, wanted, program, errors);
  } else {
    auto compiled = feel_lang::compile(text, names, wanted, program);
    if (compiled) return std::move(compiled).value();
    errors.push_back(compiled.error());
    return std::nullopt;
  }
}

bool is_name(const std::string& text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && std::all_of(text.begin(), text.end(), fits);
}

// The byte offset of "line:column" (from 1, columns in code points).
std::size_t offset_of(const std::string& text, int line, int column) {
  std::size_t at = 0;
  for (int l = 1; l < line && at < text.size(); ++at) l += text[at] == '\n';
  for (int c = 1; c < column && at < text.size(); ++c) (void)base::next_code_point(text, at);
  return at;
}

std::string place_of(const std::string& text, std::size_t offset) {
  int line = 1;
  int column = 1;
  for (std::size_t at = 0; at < offset && at < text.size();) {
    const bool ends = text[at] == '\n';
    (void)base::next_code_point(text, at);
    line += ends;
    column = ends ? 1 : column + 1;
  }
  return std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace

std::optional<feel_lang::Compiled> compile_feel(const std::string& text, const feel_lang::Names& names,
                                                feel_lang::Type wanted, feel::Program& program,
                                                std::vector<base::Error>& errors) {
  return compiled_by(text, names, wanted, program, errors);
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
    if (!is_name(key)) json.report("pack.value", key, "a name is small Latin letters, digits and _");
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
    const auto compiled = compile_feel(expanded(text), names, feel_lang::Type::any, program, errors);
    definition.is_broken = !compiled;
    if (compiled) {
      definition.reads = compiled->reads;
      for (const std::uint32_t field : reads_of(text)) definition.reads.insert(field);
      feel_lang::Declared declared;
      definition.is_declared = declare(declared, *compiled, definition.reads);
      if (definition.is_declared) names.emplace(name, std::move(declared));
    }
    for (const base::Error& error : errors)
      json.report(error.code, name + "@" + place_in(text, error.place), error.detail);
  }
  all_[name] = std::move(definition);
}

std::string Definitions::with_definitions(const std::string& text, bool of_all) const {
  const auto tokens = feel_lang::tokenize(text);
  if (!tokens) return text;
  std::string out;
  std::size_t done = 0;
  for (const Token& token : *tokens) {
    const auto it = token.kind == TokenKind::name ? all_.find(token.text) : all_.end();
    if (it == all_.end() || (it->second.is_declared && !of_all)) continue;
    const std::size_t at = offset_of(text, token.line, token.column);
    out += text.substr(done, at - done) + "(" + it->second.text + ")";
    done = at + token.text.size();
  }
  return out + text.substr(done);
}

std::string Definitions::place_in(const std::string& text, const std::string& place) const {
  const auto tokens = feel_lang::tokenize(text);
  const std::size_t colon = place.find(':');
  if (!tokens || colon == std::string::npos) return place;
  const std::string whole = expanded(text);
  const auto number = [](std::string_view digits) { return static_cast<int>(base::parse_whole(digits)); };
  const std::string_view view = place;
  const std::size_t wanted = offset_of(whole, number(view.substr(0, colon)), number(view.substr(colon + 1)));
  std::size_t grown = 0;  // by how much the expanded text is ahead
  for (const Token& token : *tokens) {
    const auto it = token.kind == TokenKind::name ? all_.find(token.text) : all_.end();
    if (it == all_.end() || it->second.is_declared) continue;
    const std::size_t at = offset_of(text, token.line, token.column);
    if (wanted < at + grown) break;
    const std::size_t size = it->second.text.size() + 2;
    if (wanted < at + grown + size) return place_of(text, at);  // within the definition: the name that stands for it
    grown += size - token.text.size();
  }
  return place_of(text, wanted - grown);
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

std::set<std::uint32_t> Definitions::reads_of(const std::string& text) const {
  std::set<std::uint32_t> reads;
  for (const std::string& name : used_in(text)) {
    const auto& more = all_.at(name).reads;
    reads.insert(more.begin(), more.end());
  }
  return reads;
}

bool Definitions::is_broken(const std::string& text) const {
  for (const std::string& name : used_in(text)) {
    if (all_.at(name).is_broken) return true;
  }
  return false;
}

}  // namespace qadam::pack
