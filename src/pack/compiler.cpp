// SPDX-License-Identifier: MIT
#include "pack/compiler.hpp"

#include <algorithm>

#include "pack/compilation.hpp"
#include "service/file.hpp"
#include "service/soundness.hpp"

namespace qadam::pack {
namespace {

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

// The JSON library throws at shapes that no reader asked about.
template <class F>
void guarded(const Sources& sources, Diagnostics& diagnostics, F&& f) {
  try {
    f();
  } catch (const Json::exception& e) {
    diagnostics.push_back({"json.shape", sources.pack_file, "", e.what()});
  }
}

}  // namespace

Compilation::Compilation(const Sources& sources, Diagnostics& diagnostics)
    : sources_(sources),
      diagnostics_(diagnostics),
      texts_(sources, diagnostics),
      pack_(sources.pack, sources.pack_file, "", diagnostics) {}

void Compilation::run() {
  head();
  collect_fields();
  definitions_.read(pack_.object("definitions"), names_, m_.program);
  stages();
  notes();
  subtypes();
  paper_fields();
  official_hints();
  checks();
  asks();
  screens();
  place_notes();
  samples();
  grounds();
  remedies();
  migrations();
  obtained();
  if (m_.fields.size() > service::kMaxFields) pack_.report("pack.limit", "screens", "more than 256 fields");
  head_laws();
  if (const std::string cycle = index_dependencies(m_, out_.reads); !cycle.empty()) {
    pack_.report("pack.cycle", "ask", "whether it is asked depends on itself: " + cycle);
  }
  texts_.report_unused();
}

Analysis Compilation::analysis() {
  for (const Expression& e : out_.expressions) {
    const auto used = definitions_.used_in(e.text);
    out_.used.insert(used.begin(), used.end());
  }
  out_.definitions = pack_.object("definitions").keys();
  out_.is_sound = service::unsound_table(m_).empty();
  out_.model = std::move(m_);
  return std::move(out_);
}

std::uint16_t Compilation::cite(const std::string& id, const std::string& place) {
  for (std::size_t i = 0; i < m_.laws.size(); ++i) {
    if (m_.laws[i].id == id) return static_cast<std::uint16_t>(i);
  }
  m_.laws.push_back({id, texts_.citation(id, place)});
  return static_cast<std::uint16_t>(m_.laws.size() - 1);
}

std::vector<std::uint16_t> Compilation::laws(const JsonReader& of, const char* key) {
  std::vector<std::uint16_t> out;
  for (const std::string& id : of.strings(key)) out.push_back(cite(id, of.place() + "/" + key));
  return out;
}

std::vector<std::uint16_t> Compilation::needed_laws(const JsonReader& of, const char* what) {
  std::vector<std::uint16_t> out = laws(of);
  if (out.empty()) of.report("pack.missing", "law", std::string(what) + " cites its clause");
  return out;
}

// Citations that no screen shows: checked, not shipped.
void Compilation::cited(const JsonReader& of, const char* key) {
  for (const std::string& id : of.strings(key)) (void)texts_.knows_citation(id, of.place() + "/" + key);
}

std::optional<CompiledPack> compile(const Sources& sources, Diagnostics& diagnostics) {
  if (has_errors(diagnostics)) return std::nullopt;  // files that could not be read would only give echoes
  CompiledPack pack;
  guarded(sources, diagnostics, [&] {
    Compilation compilation(sources, diagnostics);
    compilation.run();
    pack.binary = service::write(compilation.model());
    for (std::size_t i = 0; i < 3; ++i) pack.texts[i] = compilation.write_texts(i);
    const std::string table = service::unsound_table(compilation.model());
    if (!table.empty() && !has_errors(diagnostics)) {
      diagnostics.push_back({"pack.limit", sources.pack_file, "", "the compiled service is not sound: " + table});
    }
    pack.model = std::move(compilation.model());
  });
  if (has_errors(diagnostics)) return std::nullopt;
  return pack;
}

Analysis analyse(const Sources& sources, Diagnostics& diagnostics) {
  Analysis out;
  guarded(sources, diagnostics, [&] {
    Compilation compilation(sources, diagnostics);
    compilation.run();
    out = compilation.analysis();
  });
  return out;
}

}  // namespace qadam::pack
