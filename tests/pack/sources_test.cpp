// SPDX-License-Identifier: MIT
#include "pack/sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

using namespace qadam;

namespace {

namespace fs = std::filesystem;

// A folder of its own that goes when the test ends.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("qadam-sources-" + std::to_string(std::rand()));

  Folder() { fs::create_directories(path); }

  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }

  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return path / name;
  }
};

pack::Diagnostics read(const fs::path& path) {
  pack::Diagnostics diagnostics;
  (void)pack::read_json(path, "shown.json", diagnostics);
  return diagnostics;
}

}  // namespace

TEST_CASE("a JSON mistake is told with its line and column") {
  const Folder folder;
  const auto diagnostics = read(folder.write("a.json", "{\n  \"a\": 1,\n  \"b\" 2\n}\n"));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "json.syntax");
  CHECK(diagnostics[0].file == "shown.json");
  CAPTURE(diagnostics[0].detail);
  CHECK(diagnostics[0].detail.rfind("at line 3, column 7", 0) == 0);
}

TEST_CASE("a file that is not there, too large or no object is a diagnostic, not a crash") {
  const Folder folder;
  const auto code = [](const pack::Diagnostics& d) { return d.empty() ? "" : d[0].code; };
  CHECK(code(read(folder.path / "none.json")) == "file.missing");
  CHECK(code(read(folder.path)) == "file.missing");
  CHECK(code(read(folder.write("array.json", "[1]"))) == "json.shape");
  CHECK(code(read(folder.write("empty.json", ""))) == "json.syntax");
  CHECK(code(read(folder.write("large.json", std::string((4u << 20) + 1, ' ')))) == "file.large");
  CHECK(code(read(folder.write("good.json", "{}"))).empty());
}

TEST_CASE("the services are those of the folder, without the dictionary of fields") {
  const fs::path source = QADAM_SOURCE_DIR;
  const auto services = pack::all_services({source / "assets", source / "i18n"});
  CHECK(std::find(services.begin(), services.end(), "licence-first") != services.end());
  CHECK(std::find(services.begin(), services.end(), "licence-exchange") != services.end());
  CHECK(std::find(services.begin(), services.end(), "fields") == services.end());
  CHECK(pack::all_services({"/nonexistent", "/nonexistent"}).empty());
}

TEST_CASE("brackets without end are refused before anything walks them") {
  const Folder folder;
  const std::string open(100'000, '[');
  CHECK(read(folder.write("deep.json", "{\"a\":" + open)).at(0).code == "json.deep");
  // In a text they are letters.
  CHECK(read(folder.write("text.json", "{\"a\":\"\\\"" + open + "\"}")).empty());
}
