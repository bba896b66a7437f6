// SPDX-License-Identifier: MIT
#include "pack/glossary.hpp"

#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

constexpr const char* kFile = "i18n/glossary.json";

const Json& terms_of(const Json& glossary) {
  static const Json kNone = Json::array();
  const auto it = glossary.find("terms");
  return it != glossary.end() && it->is_array() ? *it : kNone;
}

// The words of a term in a language; a shape that is none has none.
std::vector<std::string> words_of(const Json& term, const char* lang) {
  std::vector<std::string> out;
  const Json words = term.is_object() ? term.value("words", Json::object()) : Json::object();
  if (!words.is_object() || !words.contains(lang)) return out;
  for (const Json& word : words[lang]) {
    if (word.is_string() && !word.get<std::string>().empty()) out.push_back(word.get<std::string>());
  }
  return out;
}

bool has_one(const std::string& text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (text.find(word) != std::string::npos) return true;
  }
  return false;
}

// Calls use(lang, file, key) for each text that has one of the term's words.
template <class F>
void each_use(const Json& term, const std::vector<Folder>& folders, F&& use) {
  for (const Folder& folder : folders) {
    for (const char* lang : kLanguages) {
      const auto texts = folder.texts->find(lang);
      const std::vector<std::string> words = words_of(term, lang);
      if (texts == folder.texts->end() || words.empty()) continue;
      for (const auto& text : texts->second.items()) {
        if (!text.value().is_string() || !has_one(text.value().get<std::string>(), words)) continue;
        use(lang, folder.name + "/" + lang + ".json", text.key());
      }
    }
  }
}

}  // namespace

Json read_glossary(const Root& root, Diagnostics& diagnostics) {
  return read_json(root.i18n / "glossary.json", kFile, diagnostics);
}

std::vector<Folder> folders_of(const std::vector<Sources>& all) {
  std::vector<Folder> out;
  if (!all.empty()) out.push_back({"i18n", &all.front().shared_texts});
  for (const Sources& each : all) out.push_back({"i18n/" + each.service, &each.service_texts});
  return out;
}

std::vector<TermUse> uses_of(const Json& glossary, const std::string& term, const std::vector<Folder>& folders) {
  std::vector<TermUse> out;
  for (const Json& each : terms_of(glossary)) {
    if (!each.is_object() || each.value("id", Json()) != term) continue;
    each_use(each, folders, [&](const char*, std::string file, std::string key) {
      out.push_back({std::move(file), std::move(key)});
    });
  }
  return out;
}

void lint_glossary(const Json& glossary, const std::vector<Folder>& folders, Diagnostics& diagnostics) {
  const JsonReader reader(glossary, kFile, "", diagnostics);
  for (const JsonReader& term : reader.objects("terms")) {
    const std::string id = term.string("id");
    lint_provenance(term, diagnostics, kFile);
    for (const char* lang : kLanguages) {
      if (words_of(term.json(), lang).empty()) term.report("pack.missing", "words", std::string("no words in ") + lang);
    }
    if (!term.has("from")) continue;
    const base::Date from = term.date("from");
    each_use(term.json(), folders, [&](const char* lang, const std::string& file, const std::string& key) {
      const Json now = term.json().value("new", Json::object());
      const std::string said = now.is_object() && now.contains(lang) ? now[lang].dump() : std::string("a new word");
      diagnostics.push_back({"text.renamed", file, key,
                             "'" + id + "' is called " + said + " since " + from.iso() + " (" + kFile + ")",
                             Severity::warning});
    });
  }
}

}  // namespace qadam::pack
