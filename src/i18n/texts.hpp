// Texts: the words of one service in one language, as the pack compiler laid them out.
//
// First come the product's own words (keys.inc), then the service's, by the number that the compiled service holds.
// A text may have an `.other` form for someone who fills in for another person. Views live as long as the Texts. Not a
// JSON reader: the compiler made this file, and a damaged one is refused on load.
//
//   "QDTX" u16 format u64 checksum-of-the-rest | lang service-id u64 service-checksum | u32 n, n x (u8 has-other, text
//   [, other]) | u32 m, m x (u16 field, u32 k, k x u16 option): the order of a field's options in this language
//
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace qadam::i18n {

enum class Key : std::uint16_t {
#define QADAM_KEY(name, text) name,
#include "i18n/keys.inc"
#undef QADAM_KEY
  count
};

// "ui.back" for Key::ui_back.
[[nodiscard]] std::string_view key_name(Key key);

// The key of a name such as "error.iin.checksum"; Key::count when there is none.
[[nodiscard]] Key key_of(std::string_view name);

using TextId = std::uint16_t;
inline constexpr TextId kNoText = 0xFFFF;
inline constexpr std::uint16_t kTextsFormat = 1;
inline constexpr std::string_view kTextsMagic = "QDTX";

using Argument = std::pair<std::string_view, std::string_view>;

class Texts {
 public:
  // Takes the file's bytes over. Errors: "texts.magic", "texts.format", "texts.damaged" (place: byte offset).
  static base::Result<Texts> load(std::string bytes);

  [[nodiscard]] std::string_view lang() const { return lang_; }  // kk ru en

  [[nodiscard]] std::string_view service() const { return service_; }

  // The checksum of the compiled service that these texts belong to.
  [[nodiscard]] std::uint64_t service_checksum() const { return service_checksum_; }

  [[nodiscard]] std::string_view get(Key key) const { return entries_[static_cast<std::size_t>(key)].normal; }

  // Empty for kNoText and for numbers that the table does not have. `other`: the form for a helper, if there is one.
  [[nodiscard]] std::string_view get(TextId id, bool other = false) const;

  // Positions of a field's options in this language's order; nullptr when the pack's own order stands.
  [[nodiscard]] const std::vector<std::uint16_t>* order(std::uint16_t field) const;

 private:
  struct Entry {
    std::string_view normal;
    std::string_view other;
  };

  std::vector<char> bytes_;  // a vector: moving it keeps the views valid, which a short std::string would not
  std::string_view lang_;
  std::string_view service_;
  std::uint64_t service_checksum_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::pair<std::uint16_t, std::vector<std::uint16_t>>> orders_;
};

// Puts arguments in: "{name}" becomes the argument of that name; an unknown name stays as it is. Also
// "{name, plural, one {...} few {...} other {...}}", where # is the number (ICU MessageFormat; CLDR 48 rules of kk ru
// en).
[[nodiscard]] std::string format(std::string_view pattern, std::string_view lang,
                                 const std::vector<Argument>& arguments);

// CLDR plural category of a whole number: "one", "few", "many" or "other".
[[nodiscard]] std::string_view plural_category(std::string_view lang, std::int64_t n);

// As the pattern format.date of the language says: "27 March 2026".
[[nodiscard]] std::string format_date(const Texts& texts, base::Date date);

// As format.day_month says, for a day of any year: "27 March".
[[nodiscard]] std::string format_day_month(const Texts& texts, int month, int day);

// "09:30", civil time of Kazakhstan.
[[nodiscard]] std::string format_time(const Texts& texts, int minute_of_day);

// "5406.25" -> "5 406,25" (kk, ru: no-break spaces) or "5,406.25" (en). `plain` as base::Decimal writes it.
[[nodiscard]] std::string format_amount(std::string_view lang, std::string_view plain);

}  // namespace qadam::i18n
