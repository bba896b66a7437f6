// Compiled services altered anywhere, the checksum made to fit: refused, or sound enough to be judged.
// SPDX-License-Identifier: MIT
#include "base/bytes.hpp"
#include "bytes.hpp"
#include "engine/judge.hpp"
#include "engine/update.hpp"
#include "pack/compiler.hpp"
#include "service/file.hpp"

namespace {

using namespace qadam;
using testing::Bytes;

constexpr std::size_t kHeader = 14;

const std::string& real() {
  static const std::string kReal = [] {
    const std::filesystem::path root = QADAM_SOURCE_DIR;
    pack::Diagnostics diagnostics;
    const auto sources = pack::read_sources({root / "assets", root / "i18n"}, "licence-first", diagnostics);
    const auto compiled = pack::compile(sources, diagnostics);
    if (!compiled) testing::finding("the real pack does not compile");
    return compiled->binary;
  }();
  return kReal;
}

std::string altered(Bytes& in) {
  std::string file = real();
  for (int i = 0; i < 16 && !in.empty(); ++i) {
    const std::size_t at = kHeader + (in.word() | std::size_t{in.byte()} << 16) % (file.size() - kHeader);
    switch (in.below(4)) {
      case 0:
        file.erase(at, 1 + in.below(8));
        break;
      case 1:
        file.insert(at, 1 + in.below(8), static_cast<char>(in.byte()));
        break;
      case 2:
        file[at] = static_cast<char>(file[at] ^ in.byte());
        break;
      default:
        file[at] = static_cast<char>(in.byte());
    }
    if (file.size() < kHeader + 64) break;
  }
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes in(data, size);
  std::string file = in.byte() % 4 == 0 ? real().substr(0, kHeader) + in.rest() : altered(in);
  base::ByteWriter sum;
  sum.u64(base::checksum(std::string_view(file).substr(kHeader)));
  file.replace(6, 8, sum.bytes());
  const auto model = service::load(file);
  if (!model) return 0;
  engine::Setting setting;
  setting.seed = "fuzz";
  setting.now = base::instant_of(base::Date::from_days(20'667), 600);
  engine::State state = engine::begin(*model, setting);
  engine::judge_all(*model, state);
  for (std::uint16_t i = 0; i < model->conditions.size(); ++i) (void)engine::because(*model, state, i);
  return 0;
}
