// Texts that speak to the person whom the service is for (see lint_parts.hpp).
//
// Whoever fills in for a son or a client reads the same screens. Imperatives ("choose", "enter") and plain "if you"
// choices in Kazakh verb endings hold for him as well; what is the applicant's own (his answers, his duty, his birth)
// does not. So only pronouns count, and in Kazakh, which needs none, possessive endings where they cannot be an
// imperative: before a case ending, before another word of the same clause, and in questions.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "pack/definitions.hpp"
#include "pack/letters.hpp"
#include "pack/lint_parts.hpp"

namespace qadam::pack {
namespace {

using std::u32string;
using std::u32string_view;

bool one_of(u32string_view word, std::initializer_list<u32string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool english(const u32string& word) {
  return one_of(word, {U"you", U"your", U"yours", U"yourself"});
}

bool russian(const u32string& word) {
  constexpr u32string_view kYour = U"\u0432\u0430\u0448";
  return one_of(word, {U"\u0432\u044B", U"\u0432\u0430\u0441", U"\u0432\u0430\u043C", U"\u0432\u0430\u043C\u0438"}) ||
         (word.size() <= kYour.size() + 3 && u32string_view(word).substr(0, kYour.size()) == kYour);
}

constexpr u32string_view kYourBack = U"\u04A3\u044B\u0437";   // -ngyz
constexpr u32string_view kYourFront = U"\u04A3\u0456\u0437";  // -ngiz

bool has_your(u32string_view word) {
  return ends_with(word, kYourBack) || ends_with(word, kYourFront);
}

// "your ...": with a case ending behind it, which no imperative takes.
bool has_your_and_case(u32string_view word) {
  for (const u32string_view ending :
       {U"\u0493\u0430", U"\u0433\u0435", U"\u0434\u0430", U"\u0434\u0435", U"\u0434\u044B", U"\u0434\u0456"}) {
    if (ends_with(word, ending) && has_your(word.substr(0, word.size() - ending.size()))) return true;
  }
  for (const u32string_view ending : {U"\u0434\u0430\u043D", U"\u0434\u0435\u043D", U"\u0434\u044B\u04A3",
                                      U"\u0434\u0456\u04A3", U"\u0431\u0435\u043D"}) {
    if (ends_with(word, ending) && has_your(word.substr(0, word.size() - ending.size()))) return true;
  }
  return false;
}

bool pronoun_kazakh(u32string_view word) {
  constexpr u32string_view kYou = U"\u0441\u0456\u0437";
  if (word.substr(0, kYou.size()) != kYou) return false;
  return one_of(word.substr(kYou.size()),
                {U"", U"\u0433\u0435", U"\u0434\u0435", U"\u0434\u0435\u043D", U"\u0434\u0456", U"\u0434\u0456\u04A3",
                 U"\u0431\u0435\u043D", U"\u0434\u0435\u0440"});
}

// and, or, but, "said": a clause may end before them.
bool joins_clauses(u32string_view word) {
  return one_of(word,
                {U"\u0436\u04D9\u043D\u0435", U"\u043D\u0435\u043C\u0435\u0441\u0435", U"\u0434\u0430", U"\u0434\u0435",
                 U"\u0442\u0430", U"\u0442\u0435", U"\u043D\u0435", U"\u0430\u043B", U"\u0431\u0456\u0440\u0430\u049B",
                 U"\u0434\u0435\u043F", U"\u0434\u0435\u0433\u0435\u043D", U"\u0431\u043E\u043B\u0430\u0434\u044B"});
}

// -sangyz, -sengiz: "if you".
bool is_conditional(u32string_view word) {
  return ends_with(word, U"\u0441\u0430\u04A3\u044B\u0437") || ends_with(word, U"\u0441\u0435\u04A3\u0456\u0437");
}

bool kazakh(const u32string& text, const std::vector<Word>& all, std::size_t i) {
  const u32string word = lower(all[i].text);
  if (pronoun_kazakh(word) || has_your_and_case(word)) return true;
  const std::size_t end = all[i].at + all[i].text.size();
  const std::size_t stop = text.find_first_of(U".?!\n", end);
  const bool is_question = stop != u32string::npos && text[stop] == '?';
  const bool you_are = ends_with(word, U"\u0441\u044B\u0437") || ends_with(word, U"\u0441\u0456\u0437");
  if (is_question && (has_your(word) || (you_are && i + 1 < all.size() && all[i + 1].text.size() == 2))) return true;
  if (!has_your(word) || is_conditional(word)) return false;
  const bool goes_on = i + 1 < all.size() && end < text.size() && text[end] == ' ' && all[i + 1].at == end + 1;
  return goes_on && !joins_clauses(lower(all[i + 1].text));
}

// Screens up to the question that decides for whom: until then nobody fills in for another.
std::set<std::string> screens_before(const Sources& sources, const Analysis& analysis) {
  std::set<std::string> before;
  const std::set<std::string> deciding = names_in(sources.pack.value("otherWhen", ""));
  for (const service::Screen& screen : analysis.model.screens) {
    before.insert(screen.id);
    for (const std::uint16_t field : screen.fields) {
      if (field != service::kNone && deciding.count(analysis.model.fields[field].id) != 0) return before;
    }
  }
  return before;
}

bool begins_with(const std::string& key, const std::string& prefix) {
  return key.compare(0, prefix.size(), prefix) == 0 && (key.size() == prefix.size() || key[prefix.size()] == '.');
}

class Readers {
 public:
  Readers(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics)
      : diagnostics_(diagnostics), before_(screens_before(sources, analysis)) {
    const Json only = sources.pack.value("applicantOnly", Json::array());
    for (const Json& prefix : only) {
      if (prefix.is_string()) exempt_.push_back(prefix.get<std::string>());
    }
    // The start page, and pages on which nobody has begun.
    for (const char* prefix : {"title", "summary", "fee", "closed", "early", "persona"}) exempt_.emplace_back(prefix);
    for (const char* member : {"provider", "result"}) exempt_.push_back(sources.pack.value(member, "-"));
    for (const std::string& screen : before_) exempt_.push_back("screen." + screen);
  }

  void examine(const std::string& folder, const std::map<std::string, Json>& texts, const std::string& key) {
    if (key.size() > 6 && key.compare(key.size() - 6, 6, ".other") == 0) return;
    if (texts.at("kk").contains(key + ".other")) return;
    for (const std::string& prefix : exempt_) {
      if (begins_with(key, prefix)) return;
    }
    std::string in;
    for (const char* lang : kLanguages) {
      const auto it = texts.at(lang).find(key);
      if (it == texts.at(lang).end() || !it->is_string()) continue;
      if (addresses_reader(lang, it->get<std::string>())) in += (in.empty() ? "" : ", ") + std::string(lang);
    }
    if (in.empty()) return;
    diagnostics_.push_back({"text.other", folder, key,
                            "addresses the reader (" + in + "): write " + key +
                                ".other for someone who fills in for another, or word it without the address",
                            Severity::warning});
  }

  [[nodiscard]] const std::set<std::string>& before() const { return before_; }

 private:
  Diagnostics& diagnostics_;
  std::set<std::string> before_;
  std::vector<std::string> exempt_;
};

}  // namespace

bool addresses_reader(std::string_view lang, std::string_view text) {
  const u32string points = code_points(text);
  const std::vector<Word> all = words(points);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const u32string word = lower(all[i].text);
    if (lang == "kk" ? kazakh(points, all, i) : lang == "ru" ? russian(word) : english(word)) return true;
  }
  return false;
}

void lint_readers(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics) {
  const auto other = sources.pack.find("otherWhen");
  if (other == sources.pack.end() || !other->is_string()) return;
  Readers readers(sources, analysis, diagnostics);
  for (const auto& item : sources.service_texts.at("kk").items()) {
    readers.examine("i18n/" + sources.service, sources.service_texts, item.key());
  }
  // The questions' own words, for those that are asked after it is known for whom.
  std::set<std::string> early;
  for (const service::Screen& screen : analysis.model.screens) {
    if (readers.before().count(screen.id) == 0) continue;
    for (const std::uint16_t field : screen.fields) {
      if (field != service::kNone) early.insert(analysis.model.fields[field].id);
    }
  }
  for (const service::Field& field : analysis.model.fields) {
    if (early.count(field.id) != 0) continue;
    for (const auto& item : sources.shared_texts.at("kk").items()) {
      if (begins_with(item.key(), "field." + field.id)) readers.examine("i18n", sources.shared_texts, item.key());
    }
  }
}

}  // namespace qadam::pack
