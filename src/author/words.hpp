// Words: what a pack and its tools say in one language on one day, with every placeholder filled in.
//
// For pages that authors and lawyers read, never for a citizen's screen. Texts that a language lacks are "" (the
// compiler has already refused a pack whose own texts are not whole).
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "i18n/texts.hpp"
#include "pack/compiler.hpp"
#include "pack/text_table.hpp"

namespace qadam::author {

class Words {
 public:
  // `sources` and `pack` must outlive this. `authoring`: i18n/authoring/<lang>.json.
  Words(const pack::Sources& sources, const pack::CompiledPack& pack, std::string lang, base::Date day,
        pack::Json authoring);

  [[nodiscard]] const pack::Sources& sources() const { return sources_; }

  [[nodiscard]] const pack::CompiledPack& pack() const { return pack_; }

  [[nodiscard]] const std::string& lang() const { return lang_; }

  [[nodiscard]] base::Date day() const { return day_; }

  // The pack's own text, else a shared one.
  [[nodiscard]] std::string text(const std::string& key) const;

  // A heading or word of the tools; the key itself when it is missing.
  [[nodiscard]] std::string tool(const std::string& key, const std::vector<i18n::Argument>& arguments = {}) const;

  // "1 September 2026" of "2026-09-01"; "1 March" of "03-01"; what is no date comes back as it is.
  [[nodiscard]] std::string date(const std::string& iso) const;

  // "First day: ..; last day: .." of a validity, "" when it has neither.
  [[nodiscard]] std::string validity(const std::string& from, const std::string& until) const;

  // "Law on road traffic, article 74 (2)" of "lrt:74.2".
  [[nodiscard]] std::string citation(const std::string& id) const;

  // Those of a list of ids, one line for each act: "Law on road traffic, article 74 (2); article 74 (3)".
  [[nodiscard]] std::vector<std::string> citations(const pack::Json& list) const;

 private:
  [[nodiscard]] std::string filled(const std::string& pattern) const;

  // Words citations that no screen of the service shows.
  struct Uncited {
    explicit Uncited(const pack::Sources& sources) : table(sources, ignored) {}

    pack::Diagnostics ignored;
    pack::TextTable table;
  };

  const pack::Sources& sources_;
  const pack::CompiledPack& pack_;
  std::string lang_;
  base::Date day_;
  pack::Json authoring_;
  i18n::Texts texts_;
  std::shared_ptr<Uncited> uncited_;
};

}  // namespace qadam::author
