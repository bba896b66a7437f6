// The linter's questions, one function and one file each (see lint.hpp).
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/json_reader.hpp"
#include "pack/lint.hpp"

namespace qadam::pack {

// lint_texts.cpp: what stands in texts, whatever they are for. `folder`: "i18n" or "i18n/<service>". Codes:
// "text.placeholder", "text.suffix", "text.lookalike", "text.long_sentence".
void lint_texts(const std::string& folder, const std::map<std::string, Json>& texts, Diagnostics& diagnostics);

// Keys that not every language has, where the compiler does not look: "text.missing".
void lint_missing(const std::string& folder, const std::map<std::string, Json>& texts, Diagnostics& diagnostics);

// lint_readers.cpp: a text that addresses the reader and has no form for someone who fills in for another: "text.other".
void lint_readers(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics);

// Whether a text speaks to the person whom the service is for, as far as its language shows.
[[nodiscard]] bool addresses_reader(std::string_view lang, std::string_view text);

// lint_translations.cpp: "text.stale".
void lint_translations(const std::string& folder, const Json& kazakh, const Json& record, Diagnostics& diagnostics);

// lint_flow.cpp: "flow.*".
void lint_flow(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics);

// lint_facts.cpp: "date.*" and the rate of the fee; then the facts that packs share, "fact.*".
void lint_dates(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics);
void lint_rates(const Json& rates, Diagnostics& diagnostics);
void lint_acts(const Sources& sources, const std::map<std::string, Json>& acts, Diagnostics& diagnostics);

// A fact that is not in the two orders says where it stands, when that was read and how sure one is: "fact.source",
// "fact.read", "fact.confidence", "fact.unsure".
void lint_provenance(const JsonReader& fact, Diagnostics& diagnostics, const std::string& file);

// A remedy that says it is surer than the clauses it rests on: "fact.surer".
void lint_remedies(const Sources& sources, const std::map<std::string, Json>& acts, Diagnostics& diagnostics);

// The days of a FEEL text's date literals, each with its "line:column".
[[nodiscard]] std::vector<std::pair<base::Date, std::string>> date_literals(const std::string& feel);

// lint_names.cpp: "names.*" and the shape of the dictionary's fields that no service uses.
void lint_definitions(const Sources& sources, const Analysis& analysis, Diagnostics& diagnostics);
void lint_dictionary(const std::vector<Sources>& all, bool are_all, Diagnostics& diagnostics);

}  // namespace qadam::pack
