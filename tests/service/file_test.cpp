// SPDX-License-Identifier: MIT
#include "service/file.hpp"

#include <doctest/doctest.h>

#include "base/bytes.hpp"
#include "small_model.hpp"

using namespace qadam;
using testing::small_model;

namespace {

std::string written() {
  service::Model model = small_model();
  return service::write(model);
}

std::string error(const std::string& file) {
  const auto model = service::load(file);
  return model ? "" : model.error().code;
}

// The file with its checksum made to fit again.
std::string forged(std::string file) {
  base::ByteWriter sum;
  sum.u64(base::checksum(std::string_view(file).substr(14)));
  return file.replace(6, 8, sum.bytes());
}

}  // namespace

TEST_CASE("what is written is what is loaded, to the last byte") {
  service::Model model = small_model();
  const std::string file = service::write(model);
  auto loaded = service::load(file);
  REQUIRE(loaded);
  CHECK(loaded->checksum == model.checksum);
  CHECK(loaded->checksum != 0);
  CHECK(loaded->id == "small");
  CHECK(loaded->fields[1].options[0].hint == 2);
  CHECK(loaded->fields[1].ask == 0);
  CHECK(loaded->conditions[0].until == model.conditions[0].until);
  CHECK(loaded->program.numbers[0] == model.program.numbers[0]);
  CHECK(loaded->program.integers == model.program.integers);
  CHECK(loaded->amounts[1].value == "5406.25");
  CHECK(loaded->times.limits[0].working_days == 6);
  CHECK(loaded->times.windows[0].last == 630);
  CHECK(loaded->times.hours[0].closes == 1110);
  CHECK(loaded->times.calendar.turned == model.times.calendar.turned);
  CHECK(loaded->times.calendar.sure_until == testing::day(2026, 6, 30));
  CHECK(service::write(*loaded) == file);
}

TEST_CASE("another kind of file or format is refused as such") {
  std::string file = written();
  CHECK(error("") == "service.magic");
  CHECK(error("QDS") == "service.magic");
  CHECK(error("QDTX" + file.substr(4)) == "service.magic");
  for (const char format : {'\0', '\1', '\2', '\4'}) {  // an older one too: its nodes mean something else
    file[4] = format;
    CHECK(error(file) == "service.format");
    CHECK(error(forged(file)) == "service.format");
  }
  CHECK(error("QDSV") == "service.format");
}

TEST_CASE("a byte altered anywhere is found") {
  const std::string file = written();
  for (std::size_t i = 0; i < file.size(); ++i) {
    for (const int bit : {0, 3, 7}) {
      std::string altered = file;
      altered[i] = static_cast<char>(altered[i] ^ (1 << bit));
      CAPTURE(i);
      CHECK_FALSE(error(altered).empty());
    }
  }
}

TEST_CASE("a file cut at any length is refused, also when its checksum fits") {
  const std::string file = written();
  for (std::size_t size = 0; size < file.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(error(file.substr(0, size)).empty());
    if (size >= 14) CHECK(error(forged(file.substr(0, size))) == "service.damaged");
  }
  CHECK(error(forged(file + '\0')) == "service.damaged");
}

TEST_CASE("a forged count does not make us allocate what is not there") {
  const std::string file = written();
  for (std::size_t i = 14; i + 4 <= file.size(); ++i) {
    std::string altered = file;
    altered.replace(i, 4, "\xFF\xFF\xFF\x7F");
    (void)error(forged(altered));  // refused or read: the allocator, and the sanitizers, say whether it was sane
  }
  CHECK(error(forged(file.substr(0, 14) + "\xFF\xFF\xFF\xFF")) == "service.damaged");
}

TEST_CASE("text that is not UTF-8 is damage") {
  service::Model model = small_model();
  model.fields[0].id = "\xFF";
  CHECK(error(service::write(model)) == "service.damaged");
}
