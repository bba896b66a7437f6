// SPDX-License-Identifier: MIT
#include "server/server.hpp"

#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include "backend/engine_judge.hpp"
#include "server/app.hpp"
#include "server/crypto.hpp"
#include "server/files.hpp"
#include "server/sqlite_store.hpp"

namespace qadam::server {
namespace {

base::Instant wall_clock() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count()};
}

int cannot(const base::Error& error) {
  std::fprintf(stderr, "qadam serve: %s%s%s%s%s\n", error.code.c_str(), error.place.empty() ? "" : ": ",
               error.place.c_str(), error.detail.empty() ? "" : ": ", error.detail.c_str());
  return 1;
}

std::optional<backend::Mode> mode_named(std::string_view name) {
  if (name == "demonstration") return backend::Mode::Demonstration;
  if (name == "preparation") return backend::Mode::Preparation;
  if (name == "connected") return backend::Mode::Connected;
  return std::nullopt;
}

// All that must be there before the first request, and lives until the last.
struct House {
  OpenSslCrypto crypto;
  backend::World world;
  std::string operator_token;
  std::unique_ptr<backend::EngineJudge> judge;
  std::unique_ptr<SqliteStore> store;
};

base::Done furnish(const ServeOptions& options, House& house) {
  const std::optional<backend::Mode> mode = mode_named(options.mode);
  if (!mode) return base::fail("mode.unknown", options.mode);
  const bool is_named = !options.operator_name.empty() && !options.operator_bin.empty();
  if (*mode == backend::Mode::Connected && !is_named) return base::fail("mode.operator", "connected needs an operator");
  house.world.mode = *mode;
  house.world.as_of = options.as_of;
  const base::Done folder = private_folder(options.data_dir);
  if (!folder) return folder;
  base::Result<std::string> token = secret_file(options.data_dir / "operator.token", house.crypto);
  if (!token) return token.failure();
  base::Result<std::string> pepper = secret_file(options.data_dir / "server.key", house.crypto);
  if (!pepper) return pepper.failure();
  house.operator_token = *token;
  house.world.pepper = *pepper;
  const base::Done personas = read_personas(options.assets_dir / "personas.json", house.world);
  if (!personas) return personas;
  // Invented people are known only where everything is invented.
  if (*mode != backend::Mode::Demonstration) house.world.personas.clear();
  base::Result<std::vector<service::Model>> models = read_services(options.services_dir);
  if (!models) return models.failure();
  for (const service::Model& model : *models) house.world.services.push_back(backend::life_of(model));
  house.judge = std::make_unique<backend::EngineJudge>(*std::move(models));
  base::Result<std::unique_ptr<SqliteStore>> store = SqliteStore::open((options.data_dir / "qadam.sqlite").string());
  if (!store) return store.failure();
  house.store = *std::move(store);
  return base::done();
}

// Ends the server at SIGTERM or SIGINT, which must be blocked in every thread.
class Stopper {
 public:
  explicit Stopper(HttpServer& server) : thread_([this, &server] { watch(server); }) {}

  Stopper(const Stopper&) = delete;
  Stopper& operator=(const Stopper&) = delete;

  ~Stopper() {
    over_ = true;
    thread_.join();
  }

  static sigset_t signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
  }

 private:
  void watch(HttpServer& server) {
    const sigset_t set = signals();
    const timespec patience{0, 200'000'000};
    while (!over_) {
      if (sigtimedwait(&set, nullptr, &patience) > 0) return server.stop();
    }
  }

  std::atomic<bool> over_ = false;
  std::thread thread_;
};

}  // namespace

int serve(const ServeOptions& options) {
  const sigset_t signals = Stopper::signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  ::umask(S_IRWXG | S_IRWXO);
  House house;
  const base::Done furnished = furnish(options, house);
  if (!furnished) return cannot(furnished.error());
  backend::Backend the_backend(*house.store, house.crypto, *house.judge, house.world);
  Api api(the_backend, house.crypto,
          {options.mode, house.crypto.sha256(house.operator_token), options.requests_per_minute, wall_clock});
  StaticFiles files(options.web_dir,
                    mode_attributes(options.mode, options.operator_name, options.operator_bin,
                                    options.as_of ? options.as_of->iso() : std::string()),
                    house.crypto);
  HttpServer server([&](const Request& head) { return plan(api, files, head); },
                    [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); });
  const int port = server.bind(options.host, options.port);
  if (port <= 0) return cannot({"port.taken", options.host + ":" + std::to_string(options.port)});
  const std::string token_file = (options.data_dir / "operator.token").string();
  std::printf("Qadam (%s) at http://%s:%d/\nOperator's page /operator/, its token in %s\n", options.mode.c_str(),
              options.host.c_str(), port, token_file.c_str());
  std::fflush(stdout);
  const Stopper stopper(server);
  return server.listen_after_bind() ? 0 : 1;
}

}  // namespace qadam::server
