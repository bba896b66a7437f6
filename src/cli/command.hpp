// The commands of `qadam`: each takes its arguments, prints, and returns the exit code (DESIGN.md 5):
// 0 done or valid, 1 the input is invalid (reasons printed), 2 wrong usage.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "author/words.hpp"
#include "base/date.hpp"
#include "engine/state.hpp"
#include "pack/compiler.hpp"

namespace qadam::cli {

inline constexpr int kDone = 0;
inline constexpr int kInvalid = 1;
inline constexpr int kUsage = 2;

// What every command may need from its surroundings.
struct Context {
  std::filesystem::path root;  // of the repository: assets/, i18n/
  base::Instant now;

  [[nodiscard]] pack::Root packs() const { return {root / "assets", root / "i18n"}; }
};

// A command adds its options to `app` and stores what to do in `run`, called after the arguments were read.
using Run = std::function<int()>;

void add_services(CLI::App& app, const Context& context, Run& run);
void add_describe(CLI::App& app, const Context& context, Run& run);
void add_compile(CLI::App& app, const Context& context, Run& run);
void add_find(CLI::App& app, const Context& context, Run& run);
void add_run(CLI::App& app, const Context& context, Run& run);
void add_deadline(CLI::App& app, const Context& context, Run& run);
void add_iin(CLI::App& app, const Context& context, Run& run);
void add_eval(CLI::App& app, const Context& context, Run& run);
void add_trace(CLI::App& app, const Context& context, Run& run);
void add_lint(CLI::App& app, const Context& context, Run& run);
void add_test(CLI::App& app, const Context& context, Run& run);
void add_graph(CLI::App& app, const Context& context, Run& run);
void add_schema(CLI::App& app, const Context& context, Run& run);
void add_diff(CLI::App& app, const Context& context, Run& run);
void add_preview(CLI::App& app, const Context& context, Run& run);
void add_rulebook(CLI::App& app, const Context& context, Run& run);
void add_serve(CLI::App& app, const Context& context, Run& run);

// Prints every diagnostic on stderr, one a line.
void print(const pack::Diagnostics& diagnostics);

// The sources and the compiled pack of `service`; prints what is wrong and returns nothing when it does not compile. An
// unknown id is answered with the nearest known one.
struct Loaded {
  pack::Sources sources;
  pack::CompiledPack pack;
};

[[nodiscard]] std::optional<Loaded> load_pack(const Context& context, const std::string& service);

// The finder, compiled from all packs that it covers; prints what is wrong with it or with one of them.
[[nodiscard]] std::optional<pack::CompiledPack> load_finder(const Context& context);

// The words of a pack and of the tools (i18n/authoring/) in one language; prints what is wrong with them. `loaded` must
// outlive it.
[[nodiscard]] std::optional<author::Words> words_for(const Context& context, const Loaded& loaded,
                                                     const std::string& lang, base::Date day);

// The UTC instant of "YYYY-MM-DD" (noon in Kazakhstan) or "YYYY-MM-DDThh:mm" (civil time of Kazakhstan). Error:
// "date.form".
[[nodiscard]] base::Result<base::Instant> parse_moment(const std::string& text);

// Puts the whole text into the file, by way of a neighbour, so that nobody ever reads half of it. False when it cannot.
[[nodiscard]] bool write_file(const std::filesystem::path& path, const std::string& bytes);

// Everything in the file, at most 8 MiB; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path);

}  // namespace qadam::cli
