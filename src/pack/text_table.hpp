// TextTable: which text stands at which number in a service's string tables, in all languages.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/diagnostic.hpp"
#include "pack/sources.hpp"
#include "service/model.hpp"

namespace qadam::pack {

enum class Need { required, optional };

class TextTable {
 public:
  // Starts with the product's own words (i18n/keys.inc). Both must outlive this.
  TextTable(const Sources& sources, Diagnostics& diagnostics);

  // The number of the service's own text `key` (i18n/<service>/), or of a shared one (i18n/*.json). An optional text
  // that no language has gives kNoText; one that only some have is a diagnostic "text.missing".
  service::TextId own(const std::string& key, Need need = Need::required);
  service::TextId shared(const std::string& key, Need need = Need::required);

  // A text taken over from another service's tables, by language; `other` is its form for a helper, or the same.
  service::TextId taken(const std::array<std::string, 3>& normal, const std::array<std::string, 3>& other);

  // "order X, paragraph 3, subparagraph 5" of a citation "act:3.5". Diagnostics: "law.form", "law.act".
  service::TextId citation(const std::string& id, const std::string& place);

  // The same check for a citation that no screen shows: it takes no place in the tables.
  bool knows_citation(const std::string& id, const std::string& place);

  // The bytes of the string table of one language (see i18n/texts.hpp). `lang`: its place in kLanguages.
  [[nodiscard]] std::string write(std::size_t lang, const service::Model& model) const;

  // What stands at `number` in one language; empty for kNoText.
  [[nodiscard]] std::string_view text(service::TextId number, std::size_t lang) const {
    return number < entries_.size() ? std::string_view(entries_[number].normal[lang]) : std::string_view();
  }

  // Keys of the service's own texts that nothing used, by language file: "text.unused".
  void report_unused();

 private:
  struct Entry {
    std::string key;
    std::array<std::string, 3> normal;
    std::array<std::string, 3> other;
    bool has_other = false;
  };

  // The words of a citation, when act and form are known.
  std::optional<Entry> worded(const std::string& id, const std::string& place);

  service::TextId find(const std::map<std::string, Json>& texts, bool is_own, const std::string& key, Need need);

  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::vector<Entry> entries_;
  std::map<std::pair<bool, std::string>, service::TextId> numbers_;
};

// The order of a field's options in a language, by its own alphabet (ICU collation).
[[nodiscard]] std::vector<std::uint16_t> collated(const std::string& lang, const std::vector<std::string>& texts);

}  // namespace qadam::pack
