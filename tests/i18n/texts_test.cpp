// SPDX-License-Identifier: MIT
#include "i18n/texts.hpp"

#include <doctest/doctest.h>

#include "base/bytes.hpp"

using namespace qadam;
using i18n::Key;
using i18n::Texts;

namespace {

constexpr auto kKeys = static_cast<std::uint32_t>(Key::count);

struct Body {
  std::string lang = "en";
  std::uint32_t count = kKeys + 2;
  std::string first = "Qadam";
  std::string tail{};

  [[nodiscard]] std::string bytes() const {
    base::ByteWriter out;
    out.text(lang);
    out.text("small");
    out.u64(42);
    out.u32(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      const bool own = i == kKeys;
      out.u8(own ? 1 : 0);
      out.text(i == 0 ? first : own ? "yours" : "x");
      if (own) out.text("his");
    }
    out.u32(1);
    out.u16(7);
    out.u32(3);
    for (const std::uint32_t position : {2u, 0u, 1u}) out.u16(position);
    out.raw(tail);
    return out.bytes();
  }
};

std::string file(const std::string& body, std::string_view magic = i18n::kTextsMagic,
                 std::uint32_t format = i18n::kTextsFormat) {
  base::ByteWriter out;
  out.raw(magic);
  out.u16(format);
  out.u64(base::checksum(body));
  out.raw(body);
  return out.bytes();
}

std::string error(const std::string& bytes) {
  const auto texts = Texts::load(bytes);
  return texts ? "" : texts.error().code;
}

}  // namespace

TEST_CASE("a table gives its texts by number, for the person and for a helper") {
  auto loaded = Texts::load(file(Body{}.bytes()));
  REQUIRE(loaded);
  const Texts texts = std::move(loaded).value();
  CHECK(texts.lang() == "en");
  CHECK(texts.service() == "small");
  CHECK(texts.service_checksum() == 42);
  CHECK(texts.get(Key::ui_product) == "Qadam");
  CHECK(texts.get(static_cast<i18n::TextId>(kKeys)) == "yours");
  CHECK(texts.get(static_cast<i18n::TextId>(kKeys), true) == "his");
  CHECK(texts.get(static_cast<i18n::TextId>(kKeys + 1), true) == "x");  // no form for a helper: the ordinary one
  CHECK(texts.get(i18n::kNoText).empty());
  CHECK(texts.get(static_cast<i18n::TextId>(kKeys + 2)).empty());
  REQUIRE(texts.order(7) != nullptr);
  CHECK(*texts.order(7) == std::vector<std::uint16_t>{2, 0, 1});
  CHECK(texts.order(8) == nullptr);
}

TEST_CASE("damage is found and named") {
  const std::string good = file(Body{}.bytes());
  CHECK(error("") == "texts.magic");
  CHECK(error(file(Body{}.bytes(), "QDSV")) == "texts.magic");
  CHECK(error(file(Body{}.bytes(), "QDTX", 9)) == "texts.format");
  for (std::size_t i = 6; i < good.size(); i += 11) {
    std::string altered = good;
    altered[i] = static_cast<char>(altered[i] ^ 4);
    CHECK(error(altered) == "texts.damaged");
  }
  for (std::size_t size = 4; size < good.size(); size += 5) CHECK_FALSE(error(good.substr(0, size)).empty());
}

TEST_CASE("a table whose checksum was made to fit is still checked") {
  CHECK(error(file(Body{.tail = "x"}.bytes())) == "texts.damaged");
  CHECK(error(file(Body{.count = kKeys - 1}.bytes())) == "texts.damaged");  // fewer texts than the product needs
  CHECK(error(file(Body{.first = "\xFF"}.bytes())) == "texts.damaged");
  const std::string body = Body{}.bytes();
  for (std::size_t size = 0; size < body.size(); size += 3) CHECK(error(file(body.substr(0, size))) == "texts.damaged");
  for (std::size_t i = 0; i + 4 < body.size(); ++i) {
    std::string forged = body;
    forged.replace(i, 4, "\xFF\xFF\xFF\x7F");
    (void)error(file(forged));  // refused or read; the sanitizers say whether it was sane
  }
}

TEST_CASE("every key has a name of its own, and names lead back") {
  for (std::uint32_t i = 0; i < kKeys; ++i)
    CHECK(i18n::key_of(i18n::key_name(static_cast<Key>(i))) == static_cast<Key>(i));
  CHECK(i18n::key_of("nonsense") == Key::count);
  CHECK(i18n::key_of("") == Key::count);
}
