// Packs, fields and texts of any shape through the pack compiler: a compiled service, or diagnostics; never a crash.
// SPDX-License-Identifier: MIT
#include "bytes.hpp"
#include "pack/compiler.hpp"
#include "service/file.hpp"

namespace {

using namespace qadam;
using pack::Json;
using testing::Bytes;

const pack::Sources& real() {
  static const pack::Sources kReal = [] {
    const std::filesystem::path root = QADAM_SOURCE_DIR;
    pack::Diagnostics diagnostics;
    return pack::read_sources({root / "assets", root / "i18n"}, "licence-exchange", diagnostics);
  }();
  return kReal;
}

Json& part(pack::Sources& sources, std::uint32_t which) {
  switch (which) {
    case 0:
      return sources.fields;
    case 1:
      return sources.acts;
    case 2:
      return sources.rates;
    case 3:
      return sources.personas;
    case 4:
      return sources.shared_texts["ru"];
    case 5:
      return sources.service_texts["kk"];
    default:
      return sources.pack;
  }
}

// Somewhere inside, as the bytes lead.
Json* place(Bytes& in, Json& whole) {
  Json* at = &whole;
  while (at->is_structured() && !at->empty() && in.below(8) != 0) {
    auto it = at->begin();
    std::advance(it, in.below(static_cast<std::uint32_t>(at->size())));
    at = &*it;
  }
  return at;
}

void edit(Bytes& in, pack::Sources& sources) {
  Json& whole = part(sources, in.below(12));
  Json* at = place(in, whole);
  switch (in.below(12)) {
    case 0:
      *at = nullptr;
      break;
    case 1:
      *at = static_cast<std::int8_t>(in.byte());
      break;
    case 2:
      *at = std::string(in.below(4), static_cast<char>(in.byte() % 127));
      break;
    case 3:
      *at = Json::array();
      break;
    case 4:
      *at = Json::object();
      break;
    case 5:
      *at = Json(*place(in, sources.pack));
      break;
    case 6:
      *at = true;
      break;
    case 7:
      if (at->is_structured() && !at->empty()) at->erase(at->begin());
      break;
    case 8:
      if (at->is_array()) at->push_back(Json(*place(in, whole)));
      break;
    case 9:
      if (at->is_object()) (*at)[std::string(1, static_cast<char>('a' + in.below(26)))] = Json(*place(in, whole));
      break;
    case 10:
      *at = 1e300;
      break;
    default:
      if (at->is_string()) {
        std::string text = at->get<std::string>();
        const auto where = in.below(static_cast<std::uint32_t>(text.size() + 1));
        *at = text.insert(where, 1, static_cast<char>(in.byte() % 127));
      }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes in(data, size);
  pack::Sources sources = real();
  if (in.byte() % 4 == 0) {
    Json& whole = part(sources, in.below(12));
    Json parsed = Json::parse(in.rest(), nullptr, false);
    if (parsed.is_discarded()) return 0;
    whole = std::move(parsed);
  } else {
    for (int i = 0; i < 8 && !in.empty(); ++i) edit(in, sources);
  }
  pack::Diagnostics diagnostics;
  const auto compiled = pack::compile(sources, diagnostics);
  for (const auto& diagnostic : diagnostics) (void)pack::text(diagnostic);
  if (compiled.has_value() == diagnostics.empty()) {
    if (compiled && !service::load(compiled->binary)) testing::finding("what is compiled does not load");
    return 0;
  }
  if (!compiled) testing::finding("refused without a word");
  return 0;
}
