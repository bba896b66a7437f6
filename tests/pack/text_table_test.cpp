// SPDX-License-Identifier: MIT
#include "pack/text_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "packs.hpp"

using namespace qadam;
using testing::real_pack;

namespace {

std::vector<std::string> sorted(const std::string& lang, const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::uint16_t i : pack::collated(lang, words)) out.push_back(words[i]);
  return out;
}

}  // namespace

TEST_CASE("Kazakh letters sort by the Kazakh alphabet, not after the Russian ones") {
  // By code point, every word here would stand behind the last Russian letter.
  const std::vector<std::string> wanted = {
      "\u0410\u0431\u0430\u0439",                                // Abai
      "\u04d8\u0443\u043b\u0438\u0435",                          // Aulie
      "\u0411\u0430\u0442\u044b\u0441",                          // Batys
      "\u0492\u044b\u043b\u044b\u043c",                          // Gylym
      "\u049a\u0430\u0440\u0430\u0493\u0430\u043d\u0434\u044b",  // Qaraghandy
      "\u041c\u0430\u04a3\u0493\u044b\u0441\u0442\u0430\u0443",  // Mangghystau
      "\u04e8\u0441\u043a\u0435\u043c\u0435\u043d",              // Oskemen
      "\u0421\u043e\u043b\u0442\u04af\u0441\u0442\u0456\u043a",  // Soltustik
      "\u04b0\u043b\u044b\u0442\u0430\u0443",                    // Ulytau
      "\u0428\u044b\u043c\u043a\u0435\u043d\u0442",              // Shymkent
  };
  std::vector<std::string> mixed(wanted.rbegin(), wanted.rend());
  CHECK(sorted("kk", mixed) == wanted);
}

TEST_CASE("the regions stand in each language's own order") {
  const auto& licence = real_pack("licence-first");
  const std::uint16_t region = service::find_field(licence.model, "region");
  const auto& options = licence.model.fields[region].options;
  const char* kFirst[] = {"10", "11", "10"};  // Abai; Akmola (ru: Akmolinskaya); Abai
  for (std::size_t i = 0; i < 3; ++i) {
    const auto* order = licence.texts[i].order(region);
    REQUIRE(order != nullptr);
    REQUIRE(order->size() == options.size());
    std::vector<bool> seen(options.size(), false);
    for (const std::uint16_t at : *order) seen[at] = true;
    CHECK(std::find(seen.begin(), seen.end(), false) == seen.end());
    CHECK(options[order->front()].value == kFirst[i]);
  }
  const auto* order = licence.texts[0].order(region);
  const auto place = [&](const char* value) {
    for (std::size_t i = 0; i < order->size(); ++i) {
      if (options[(*order)[i]].value == value) return i;
    }
    return order->size();
  };
  CHECK(place("23") < place("27"));  // Atyrau before Batys
  CHECK(place("33") < place("35"));  // Zhetisu before Qaraghandy: Q with descender is not behind the last letter
  CHECK(place("62") < place("79"));  // Ulytau before Shymkent
  CHECK(place("62") > place("61"));  // and behind Turkistan
}

TEST_CASE("a list that the law orders keeps that order in every language") {
  const auto& licence = real_pack("licence-first");
  for (const auto& texts : licence.texts) CHECK(texts.order(service::find_field(licence.model, "category")) == nullptr);
}
