// What a damaged or forged service file may do to a shell: be refused, or be shown; never more.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../engine/citizen.hpp"
#include "base/bytes.hpp"
#include "packs.hpp"
#include "service/file.hpp"
#include "submission/application.hpp"
#include "view/build.hpp"

using namespace qadam;
using testing::Citizen;
using testing::real_pack;

namespace {

constexpr std::size_t kHeader = 14;  // magic, format, checksum

std::string with_checksum(std::string file) {
  base::ByteWriter sum;
  sum.u64(base::checksum(std::string_view(file).substr(kHeader)));
  return file.replace(6, 8, sum.bytes());
}

// A short session on whatever loaded: every answer, on to the next screens, back again, each screen drawn.
std::size_t drive(const service::Model& model, const i18n::Texts& texts) {
  Citizen c(model);
  std::size_t drawn = 0;
  const auto draw = [&] { drawn += view::to_json(view::screen(model, c.state(), texts)).size(); };
  draw();
  for (const char* press : {"continue", "continue", "continue"}) c.press(press);
  for (const auto& answer : c.answers) c.give(answer.first, answer.second);
  for (const engine::Effect& effect : std::vector<engine::Effect>(c.effects())) {
    c.act(engine::Result{effect.id, engine::Outcome::ok, testing::record_of({{"session", "s"}, {"token", "t"}})});
  }
  for (int i = 0; i < 10; ++i) {
    const std::string before = c.state().page == engine::Page::screen ? c.screen() : "";
    c.press("continue").press("agree");
    if (!c.state().pending.empty()) {
      c.ok({{"session", "s"},
            {"token", "t"},
            {"consent", "c"},
            {"signing", "g"},
            {"result", i % 2 == 0 ? "none" : "exists"}});
    }
    c.give("code", "123456");
    if (i % 3 == 0) draw();
  }
  c.press("back").press("back").press("change:birth_date");
  c.state().screen = static_cast<std::uint16_t>(model.screens.size() - 1);
  c.state().page = engine::Page::screen;
  draw();
  c.act(engine::Now{base::instant_of(testing::day("2026-11-01"), 0)});
  draw();
  return drawn + submission::application(model, c.state(), "kk").size();
}

}  // namespace

TEST_CASE("the real file drives") {
  const auto& pack = real_pack("licence-first");
  CHECK(drive(pack.model, pack.texts[0]) > 1000);
}

TEST_CASE("a byte altered anywhere in a real service is found by its checksum") {
  const std::string& file = real_pack("licence-first").binary;
  std::string altered = file;
  int accepted = 0;
  for (std::size_t i = 0; i < file.size(); ++i) {
    altered[i] = static_cast<char>(altered[i] ^ 0x10);
    if (service::load(altered)) ++accepted;
    altered[i] = file[i];
  }
  CHECK(accepted == 0);
}

TEST_CASE("a real service cut at any length is refused, also when its checksum fits") {
  const std::string& file = real_pack("licence-first").binary;
  int accepted = 0;
  for (std::size_t size = 0; size < file.size(); ++size) {
    if (service::load(std::string_view(file).substr(0, size))) ++accepted;
    if (size < kHeader || size % 7 != 0) continue;
    if (service::load(with_checksum(file.substr(0, size)))) ++accepted;
  }
  CHECK(accepted == 0);
}

TEST_CASE("a byte altered anywhere, with a checksum made to fit, is refused or harmless") {
  const auto& pack = real_pack("licence-first");
  const char kMasks[] = {0x01, 0x04, 0x7F, static_cast<char>(0xFF)};
  int refused = 0;
  int driven = 0;
  for (std::size_t i = kHeader; i < pack.binary.size(); ++i) {
    std::string altered = pack.binary;
    altered[i] = static_cast<char>(altered[i] ^ kMasks[i % 4]);
    const auto model = service::load(with_checksum(std::move(altered)));
    if (!model) {
      CHECK_FALSE(model.error().code.empty());
      ++refused;
      continue;
    }
    ++driven;
    CHECK(drive(*model, pack.texts[i % 3]) > 0);
  }
  CHECK(refused > 1000);
  CHECK(driven > 1000);
}
