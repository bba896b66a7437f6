// The finder compiler's inside: the packs that it is made of, and how their words and conditions are taken over.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "i18n/texts.hpp"
#include "pack/finder.hpp"
#include "pack/import_program.hpp"
#include "pack/json_reader.hpp"
#include "pack/text_table.hpp"

namespace qadam::pack {

// Words of the lists: texts "found.<name>", in the order of service::FinderWord.
inline constexpr std::string_view kFinderWords[] = {
    "fits",  "not_fits", "unknown", "see",  "nothing", "open_questions", "not_said", "tell",  "registers",
    "later", "open",     "resume",  "show", "reasons", "not_looked",     "progress", "about", "change"};
static_assert(std::size(kFinderWords) == static_cast<std::size_t>(service::FinderWord::count));

class Covering {
 public:
  // Both must outlive this.
  Covering(const std::vector<CoveredPack>& packs, const JsonReader& finder, TextTable& texts);

  [[nodiscard]] const CoveredPack* pack(const std::string& service) const;

  // The question that says which case of the service it is; "" where there is none.
  [[nodiscard]] const std::string& case_of(const std::string& service) const;

  // A text of a pack in the finder's own table, in every language and form.
  service::TextId taken(const CoveredPack& pack, service::TextId text);

  // The questions that a subtype's conditions read, and whether they are asked.
  [[nodiscard]] std::vector<std::string> fields_read(const CoveredPack& pack, const std::string& subtype) const;

  // The page of the first service that asks just this.
  struct Page {
    const CoveredPack* pack = nullptr;
    const service::Screen* screen = nullptr;
  };

  [[nodiscard]] Page page_asking(const std::string& field) const;

  // How a pack's questions read in one entry: the case is that of the entry, and is claimed where a claim is given; a
  // question that the service asks under a condition is null where that does not hold.
  [[nodiscard]] ProgramImport::Reading reading(const CoveredPack& pack, std::uint16_t case_field,
                                               const std::string& value, service::ExprId claim,
                                               const service::Model& finder, ProgramImport& import) const;

 private:
  const std::vector<CoveredPack>& packs_;
  TextTable& texts_;
  std::map<std::string, std::string> cases_;
  std::map<std::string, std::array<std::unique_ptr<i18n::Texts>, 3>> tables_;
  std::map<std::pair<std::string, service::TextId>, service::TextId> taken_;
};

}  // namespace qadam::pack
