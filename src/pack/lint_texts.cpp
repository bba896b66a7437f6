// What stands in texts: placeholders, letters, sentences (see lint_parts.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "pack/letters.hpp"
#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

constexpr std::size_t kMaxWords = 25;  // of one sentence, beyond which plain language asks for two

struct Placeholder {
  std::string name;
  std::size_t end = 0;  // the code point after its closing brace
};

// "{name}" and "{name, plural, ...}", whose inner braces are its own.
std::vector<Placeholder> placeholders(const std::u32string& text) {
  std::vector<Placeholder> out;
  int depth = 0;
  std::u32string name;
  bool in_name = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') {
      if (depth++ == 0) {
        name.clear();
        in_name = true;
      }
    } else if (text[i] == '}' && depth > 0) {
      if (--depth == 0) out.push_back({utf8(name), i + 1});
    } else if (depth == 1 && in_name) {
      if (text[i] == ',') {
        in_name = false;
      } else {
        name += text[i];
      }
    }
  }
  return out;
}

std::set<std::string> names_of(const std::string& text) {
  std::set<std::string> names;
  for (const Placeholder& each : placeholders(code_points(text))) names.insert(each.name);
  return names;
}

std::string joined(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "{" : ", {") + name + "}";
  return out.empty() ? "none" : out;
}

// Endings that follow a number or an abbreviation behind a hyphen and agree with its last sound: case, number,
// possession, ordinal. Whole nouns ("{n}-" + "step") do not.
const std::vector<std::u32string>& endings() {
  static const std::vector<std::u32string> kEndings = {U"\u0448\u044B",
                                                       U"\u0448\u0456",
                                                       U"\u043D\u0448\u044B",
                                                       U"\u043D\u0448\u0456",
                                                       U"\u044B\u043D\u0448\u044B",
                                                       U"\u0456\u043D\u0448\u0456",  // ordinal
                                                       U"\u0493\u0430",
                                                       U"\u0433\u0435",
                                                       U"\u049B\u0430",
                                                       U"\u043A\u0435",
                                                       U"\u043D\u0430",
                                                       U"\u043D\u0435",  // to
                                                       U"\u0434\u0430",
                                                       U"\u0434\u0435",
                                                       U"\u0442\u0430",
                                                       U"\u0442\u0435",
                                                       U"\u043D\u0434\u0430",
                                                       U"\u043D\u0434\u0435",  // in
                                                       U"\u0434\u0430\u043D",
                                                       U"\u0434\u0435\u043D",
                                                       U"\u0442\u0430\u043D",
                                                       U"\u0442\u0435\u043D",
                                                       U"\u043D\u0430\u043D",
                                                       U"\u043D\u0435\u043D",  // from
                                                       U"\u043D\u044B\u04A3",
                                                       U"\u043D\u0456\u04A3",
                                                       U"\u0434\u044B\u04A3",
                                                       U"\u0434\u0456\u04A3",
                                                       U"\u0442\u044B\u04A3",
                                                       U"\u0442\u0456\u04A3",  // of
                                                       U"\u043D\u044B",
                                                       U"\u043D\u0456",
                                                       U"\u0434\u044B",
                                                       U"\u0434\u0456",
                                                       U"\u0442\u044B",
                                                       U"\u0442\u0456",  // object
                                                       U"\u043C\u0435\u043D",
                                                       U"\u0431\u0435\u043D",
                                                       U"\u043F\u0435\u043D",  // with
                                                       U"\u043B\u0430\u0440",
                                                       U"\u043B\u0435\u0440",
                                                       U"\u0434\u0430\u0440",
                                                       U"\u0434\u0435\u0440",
                                                       U"\u0442\u0430\u0440",
                                                       U"\u0442\u0435\u0440",  // plural
                                                       U"\u0441\u044B",
                                                       U"\u0441\u0456",
                                                       U"\u044B",
                                                       U"\u0456",
                                                       U"\u044B\u043D",
                                                       U"\u0456\u043D",  // its
                                                       U"\u0434\u0430\u0493\u044B",
                                                       U"\u0434\u0435\u0433\u0456",
                                                       U"\u0442\u0430\u0493\u044B",
                                                       U"\u0442\u0435\u0433\u0456"};
  return kEndings;
}

// A placeholder's value is not known when the text is written, so an ending that agrees with it would often be wrong.
void suffixes(const std::string& file, const std::string& key, const std::u32string& text, Diagnostics& diagnostics) {
  for (const Placeholder& each : placeholders(text)) {
    std::size_t at = each.end;
    const bool hyphen = at < text.size() && text[at] == '-';
    at += hyphen;
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end == at) continue;
    const std::u32string word = lower(std::u32string_view(text).substr(at, end - at));
    if (hyphen && std::find(endings().begin(), endings().end(), word) == endings().end()) continue;
    diagnostics.push_back({"text.suffix", file, key,
                           "{" + each.name + "}" + (hyphen ? "-" : "") + utf8(word) +
                               ": the ending must agree with a value that is not known yet; turn the sentence so that "
                               "{" +
                               each.name + "} stands by itself"});
  }
}

std::string code_of(char32_t c) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "U+0000";
  for (std::size_t i = 0; i < 4; ++i) out[5 - i] = kDigits[c >> (4 * i) & 15];
  return out;
}

void lookalikes(const std::string& file, const std::string& key, const std::string& lang, const std::u32string& text,
                Diagnostics& diagnostics) {
  for (const Word& word : words(text)) {
    const auto latin = static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), is_latin));
    const bool mixed = latin != 0 && latin != word.text.size();
    // A lone small letter where a word of the other alphabet is meant: Russian s, i, k, u, o, a.
    const bool lone = lang != "en" && word.text.size() == 1 && latin == 1 && word.text[0] >= 'a' &&
                      (word.at == 0 || text[word.at - 1] == ' ') &&
                      (word.at + 1 >= text.size() || text[word.at + 1] == ' ');
    if (!mixed && !lone) continue;
    const bool latin_is_wrong = lone || latin * 2 <= word.text.size();
    std::string where;
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      if (is_latin(word.text[i]) != latin_is_wrong) continue;
      where += (where.empty() ? "" : ", ") + utf8(word.text.substr(i, 1)) + " (" + code_of(word.text[i]) +
               ") at letter " + std::to_string(i + 1);
    }
    diagnostics.push_back({"text.lookalike", file, key,
                           "'" + utf8(word.text) + "': " + (latin_is_wrong ? "Latin " : "Cyrillic ") + where});
  }
}

void sentences(const std::string& file, const std::string& key, const std::u32string& text, Diagnostics& diagnostics) {
  std::size_t count = 0;
  bool in_word = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char32_t c = i < text.size() ? text[i] : U'\n';
    const bool stops =
        c == '\n' || ((c == '.' || c == '!' || c == '?') && (i + 1 >= text.size() || text[i + 1] == ' '));
    if (c == ' ' || stops) {
      count += in_word;
      in_word = false;
    } else {
      in_word = in_word || is_letter(c) || (c >= '0' && c <= '9');
    }
    if (!stops) continue;
    if (count > kMaxWords) {
      diagnostics.push_back({"text.long_sentence", file, key,
                             std::to_string(count) + " words: " + utf8(text.substr(begin, 40)) + "...",
                             Severity::info});
    }
    count = 0;
    begin = i + 2;
  }
}

}  // namespace

void lint_texts(const std::string& folder, const std::map<std::string, Json>& texts, Diagnostics& diagnostics) {
  for (const char* lang : kLanguages) {
    const std::string file = folder + "/" + lang + ".json";
    for (const auto& item : texts.at(lang).items()) {
      if (!item.value().is_string()) {
        diagnostics.push_back({"pack.type", file, item.key(), "a text is expected"});
        continue;
      }
      const std::string text = item.value().get<std::string>();
      const std::u32string points = code_points(text);
      lookalikes(file, item.key(), lang, points, diagnostics);
      sentences(file, item.key(), points, diagnostics);
      if (std::string_view(lang) == "kk") {
        suffixes(file, item.key(), points, diagnostics);
        continue;
      }
      const auto kazakh = texts.at("kk").find(item.key());
      if (kazakh == texts.at("kk").end() || !kazakh->is_string()) continue;
      const std::set<std::string> wanted = names_of(kazakh->get<std::string>());
      const std::set<std::string> found = names_of(text);
      if (wanted == found) continue;
      diagnostics.push_back(
          {"text.placeholder", file, item.key(), "has " + joined(found) + ", the Kazakh text has " + joined(wanted)});
    }
  }
}

void lint_missing(const std::string& folder, const std::map<std::string, Json>& texts, Diagnostics& diagnostics) {
  std::map<std::string, std::string> missing;  // key -> languages without it
  for (const char* has : kLanguages) {
    for (const auto& item : texts.at(has).items()) {
      std::string& without = missing[item.key()];
      if (!without.empty()) continue;
      for (const char* lang : kLanguages) {
        if (!texts.at(lang).contains(item.key())) without += (without.empty() ? "" : ", ") + std::string(lang);
      }
    }
  }
  for (const auto& [key, without] : missing) {
    if (!without.empty()) diagnostics.push_back({"text.missing", folder, key, "not in " + without});
  }
}

}  // namespace qadam::pack
