// SPDX-License-Identifier: MIT
#include "author/words.hpp"

#include <algorithm>

#include "author/dated.hpp"
#include "base/text.hpp"
#include "pack/text_table.hpp"

namespace qadam::author {
namespace {

using pack::Json;

std::size_t number_of(const std::string& lang) {
  for (std::size_t i = 0; i < std::size(pack::kLanguages); ++i) {
    if (lang == pack::kLanguages[i]) return i;
  }
  return 0;
}

// The compiler wrote them a moment ago, so they load.
i18n::Texts loaded(const pack::CompiledPack& pack, const std::string& lang) {
  return i18n::Texts::load(pack.texts[number_of(lang)]).value();
}

}  // namespace

Words::Words(const pack::Sources& sources, const pack::CompiledPack& pack, std::string lang, base::Date day,
             Json authoring)
    : sources_(sources),
      pack_(pack),
      lang_(std::move(lang)),
      day_(day),
      authoring_(std::move(authoring)),
      texts_(loaded(pack, lang_)),
      uncited_(std::make_shared<Uncited>(sources)) {}

std::string Words::filled(const std::string& pattern) const {
  if (pattern.find('{') == std::string::npos) return pattern;
  const service::Amount* amount = service::amount_on(pack_.model, day_);
  const std::string duty = amount == nullptr ? std::string(texts_.get(i18n::Key::ui_money_unknown))
                                             : i18n::format(texts_.get(i18n::Key::ui_money), lang_,
                                                            {{"amount", i18n::format_amount(lang_, amount->value)}});
  const std::string today = i18n::format_date(texts_, day_);
  std::vector<i18n::Argument> arguments{{"duty", duty}, {"today", today}};
  // Nobody has answered: the question itself stands where its answer will.
  std::vector<std::pair<std::string, std::string>> fields;
  for (const service::Field& field : pack_.model.fields) {
    const std::string title = text_or_empty(sources_.shared_texts.at(lang_), ("field." + field.id + ".title").c_str());
    fields.emplace_back("field:" + field.id, "[" + (title.empty() ? field.id : title) + "]");
  }
  for (const auto& field : fields) arguments.emplace_back(field.first, field.second);
  return i18n::format(pattern, lang_, arguments);
}

std::string Words::text(const std::string& key) const {
  const std::string own = text_or_empty(sources_.service_texts.at(lang_), key.c_str());
  return filled(own.empty() ? text_or_empty(sources_.shared_texts.at(lang_), key.c_str()) : own);
}

std::string Words::tool(const std::string& key, const std::vector<i18n::Argument>& arguments) const {
  const std::string pattern = text_or_empty(authoring_, key.c_str());
  return pattern.empty() ? key : i18n::format(pattern, lang_, arguments);
}

std::string Words::date(const std::string& iso) const {
  if (const auto day = base::parse_date(iso)) return i18n::format_date(texts_, *day);
  // A day of every year; 2000 has a 29 February.
  const auto day = base::parse_date("2000-" + iso);
  if (!day) return iso;
  const std::string number = std::to_string(day->day());
  return tool("day_and_month", {{"day", number}, {"month", text("month." + std::to_string(day->month()))}});
}

std::string Words::validity(const std::string& from, const std::string& until) const {
  const std::string first = date(from);
  const std::string last = date(until);
  if (from.empty() && until.empty()) return "";
  if (until.empty()) return tool("valid.from", {{"from", first}});
  if (from.empty()) return tool("valid.until", {{"until", last}});
  return tool("valid.both", {{"from", first}, {"until", last}});
}

std::string Words::citation(const std::string& id) const {
  for (const service::Law& law : pack_.model.laws) {
    if (law.id == id) return std::string(texts_.get(law.text));
  }
  // Cited only where no screen shows it: worded by the same table all the same.
  const service::TextId number = uncited_->table.citation(id, "");
  return number == service::kNoText ? id : std::string(uncited_->table.text(number, number_of(lang_)));
}

std::vector<std::string> Words::citations(const Json& list) const {
  std::vector<std::string> out;
  std::vector<std::string> acts;  // beside `out`
  for (const Json& id : list) {
    if (!id.is_string()) continue;
    const std::string all = id.get<std::string>();
    const std::string act = citation(all.substr(0, all.find(':')));
    const std::string words = citation(all);
    const auto known = std::find(acts.begin(), acts.end(), act);
    // "Law X, article 1" and "Law X, article 2" make one line: the act's long name stands once.
    const bool continues = known != acts.end() && words.rfind(act + ", ", 0) == 0;
    if (continues) {
      out[static_cast<std::size_t>(known - acts.begin())] += "; " + words.substr(act.size() + 2);
    } else {
      out.push_back(words);
      acts.push_back(act);
    }
  }
  return out;
}

}  // namespace qadam::author
