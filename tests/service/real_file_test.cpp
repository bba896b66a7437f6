// What a damaged or forged file of a real service may do: be refused with a clear error, or be a sound model that can be
// judged; never more. (Driving whole sessions on forged files: tests/pack/compiled_file_test.cpp.)
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <set>

#include "../engine/citizen.hpp"
#include "../pack/packs.hpp"
#include "base/bytes.hpp"
#include "engine/judge.hpp"
#include "service/file.hpp"
#include "service/soundness.hpp"

using namespace qadam;
using testing::real_pack;

namespace {

constexpr std::size_t kHeader = 14;  // magic, format, checksum

void fit_checksum(std::string& file) {
  base::ByteWriter sum;
  sum.u64(base::checksum(std::string_view(file).substr(kHeader)));
  file.replace(6, 8, sum.bytes());
}

struct Tally {
  int refused = 0;
  int judged = 0;
  std::set<std::string> codes;
};

void load_and_judge(const std::string& file, Tally& tally) {
  const auto model = service::load(file);
  if (!model) {
    ++tally.refused;
    tally.codes.insert(model.error().code);
    return;
  }
  ++tally.judged;
  engine::State state = engine::begin(*model, testing::setting_on("2026-08-01"));
  engine::judge_all(*model, state);
  for (std::uint16_t i = 0; i < model->conditions.size(); ++i) (void)engine::because(*model, state, i);
}

}  // namespace

TEST_CASE("every byte of a real service altered: found by the checksum; with one that fits, refused or sound") {
  Tally plain;
  Tally forged;
  for (const char* service : {"licence-first", "licence-exchange"}) {
    const std::string& real = real_pack(service).binary;
    for (std::size_t i = 0; i < real.size(); ++i) {
      for (const char mask : {'\xFF', '\x01', '\x80'}) {
        std::string file = real;
        file[i] = static_cast<char>(file[i] ^ mask);
        load_and_judge(file, plain);
        if (i < kHeader) continue;
        fit_checksum(file);
        load_and_judge(file, forged);
      }
    }
  }
  CHECK(plain.judged == 0);
  CHECK(plain.codes == std::set<std::string>{"service.damaged", "service.format", "service.magic"});
  CHECK(forged.codes == std::set<std::string>{"service.damaged", "service.unsound"});
  CHECK(forged.refused > 1000);
  CHECK(forged.judged > 1000);
}

TEST_CASE("a real service cut at any length is refused, also when its checksum fits") {
  const std::string& real = real_pack("licence-first").binary;
  Tally tally;
  for (std::size_t size = 0; size < real.size(); ++size) {
    std::string file = real.substr(0, size);
    load_and_judge(file, tally);
    if (size < kHeader || size % 3 != 0) continue;
    fit_checksum(file);
    load_and_judge(file, tally);
  }
  CHECK(tally.judged == 0);
  CHECK(tally.codes == std::set<std::string>{"service.damaged", "service.format", "service.magic"});
}

TEST_CASE("a real service of an older or newer format is refused as that") {
  std::string file = real_pack("licence-first").binary;
  for (int format = 0; format < 256; ++format) {
    if (format == service::kFormat) continue;
    file[4] = static_cast<char>(format);
    const auto model = service::load(file);
    REQUIRE_FALSE(model);
    CHECK(model.error().code == "service.format");
  }
}

TEST_CASE("a finder whose tables do not fit each other is found, and one whose derived answers wait for themselves") {
  using service::Model;
  const auto finder = [](auto&& breaks) {
    Model model = qadam::testing::real_pack("finder").model;
    breaks(model);
    return service::unsound_table(model);
  };
  const auto number = [](const char* id) { return service::find_field(qadam::testing::real_pack("finder").model, id); };
  CHECK(finder([](Model&) {}).empty());
  CHECK(finder([](Model& m) { m.finder.entries.pop_back(); }) == "finder");
  CHECK(finder([](Model& m) { m.finder.words.pop_back(); }) == "finder");
  CHECK(finder([](Model& m) { m.finder.derived.pop_back(); }) == "finder");
  CHECK(finder([](Model& m) { m.finder.reason = service::kNone; }) == "finder");
  CHECK(finder([](Model& m) { m.finder.services[0].fields = {5000}; }) == "finder");
  CHECK(finder([](Model& m) { m.finder.entries[0].service = 99; }) == "finder");
  CHECK(finder([](Model& m) { m.finder.entries[0].asks = {5000}; }) == "finder");
  CHECK(finder([](Model& m) { m.finder.entries[0].gives[0].value = service::kNoExpr; }) == "finder");
  CHECK(finder([&](Model& m) { m.finder.derived[number("family_kind")] = m.finder.derived[number("married")]; }) ==
        "finder");
  CHECK(finder([](Model& m) { m.screens.back().kind = service::ScreenKind::summary; }) == "finder");
}
