// How many whole applications a core judges in a second: from the flat record of a received application to its verdict.
//
//   judge_bench COMPILED_SERVICE APPLICATION_RECORD SECONDS   prints one number: applications per second
//
// SPDX-License-Identifier: MIT
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/draft.hpp"
#include "service/file.hpp"
#include "submission/application.hpp"

namespace {

std::string read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace qadam;
  if (argc != 4) return 2;
  const auto model = service::load(read(argv[1]));
  const auto flat = base::decode_record(read(argv[2]));
  if (!model || !flat) return 1;
  engine::Setting setting;
  setting.now = base::instant_of(*base::parse_date("2026-08-20"), 720);
  const auto start = std::chrono::steady_clock::now();
  const double limit = std::atof(argv[3]);
  std::size_t judged = 0;
  std::size_t decided = 0;
  double seconds = 0;
  while (seconds < limit) {
    for (int i = 0; i < 256; ++i) {
      const auto draft = submission::draft_of(*flat);
      const auto restored = engine::restore(*model, *draft, setting);
      for (const auto& subtype : model->subtypes) {
        decided += restored->state.verdicts[subtype.condition].truth != engine::Truth::no;
      }
    }
    judged += 256;
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  if (decided == 0) return 1;  // the work was not done
  std::cout << static_cast<long long>(static_cast<double>(judged) / seconds) << '\n';
  return 0;
}
