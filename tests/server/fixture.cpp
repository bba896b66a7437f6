// SPDX-License-Identifier: MIT
#include "fixture.hpp"

#include <fstream>

#include "engine/draft.hpp"
#include "pack/compiler.hpp"
#include "server/files.hpp"
#include "submission/application.hpp"

namespace qadam::server::testing {
namespace {

namespace fs = std::filesystem;

std::vector<service::Model> compile_all() {
  const pack::Root root{fs::path(QADAM_SOURCE_DIR) / "assets", fs::path(QADAM_SOURCE_DIR) / "i18n"};
  std::vector<service::Model> models;
  for (const std::string& id : pack::all_services(root)) {
    pack::Diagnostics diagnostics;
    const pack::Sources sources = pack::read_sources(root, id, diagnostics);
    std::optional<pack::CompiledPack> compiled = pack::compile(sources, diagnostics);
    REQUIRE(compiled);
    models.push_back(std::move(compiled->model));
  }
  return models;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "qadam-test-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

void TemporaryFolder::write(const std::string& name, std::string_view text) const {
  fs::create_directories((path / name).parent_path());
  std::ofstream(path / name, std::ios::binary) << text;
}

const std::vector<service::Model>& all_models() {
  static const std::vector<service::Model> models = compile_all();
  return models;
}

const service::Model& licence() {
  for (const service::Model& model : all_models()) {
    if (model.id == "licence-first") return model;
  }
  std::abort();
}

Fixture::Fixture(std::string_view mode) {
  if (mode == "connected") world.mode = backend::Mode::Connected;
  if (mode == "preparation") world.mode = backend::Mode::Preparation;
  world.pepper = crypto.random(16);
  REQUIRE(read_personas(fs::path(QADAM_SOURCE_DIR) / "assets" / "personas.json", world));
  for (const service::Model& model : all_models()) world.services.push_back(backend::life_of(model));
  auto opened = SqliteStore::open((folder.path / "test.sqlite").string());
  REQUIRE(opened);
  store = *std::move(opened);
  judge = std::make_unique<backend::EngineJudge>(all_models());
  backend = std::make_unique<backend::Backend>(*store, crypto, *judge, world);
  api = std::make_unique<Api>(*backend, crypto,
                              Api::Settings{mode, crypto.sha256("the operator"), 1000, [this] { return now; }});
  files = std::make_unique<StaticFiles>(folder.path / "web", "", crypto);
}

Answer Fixture::ask(const std::string& method, const std::string& path, const std::string& body,
                    const std::string& bearer, const std::string& key) {
  Request request;
  request.method = method;
  const std::size_t mark = path.find('?');
  request.path = path.substr(0, mark);
  if (mark != std::string::npos) {
    const std::string query = path.substr(mark + 1);
    request.query[query.substr(0, query.find('='))] = query.substr(query.find('=') + 1);
  }
  request.client = "test";
  request.content_type = "application/json";
  if (!bearer.empty()) request.authorization = "Bearer " + bearer;
  request.idempotency_key = key;
  request.body = body;
  const Reply reply = respond(*api, *files, request);
  return {reply.status, reply.body ? Json::parse(*reply.body, nullptr, false) : Json()};
}

std::string Fixture::iin_of(std::string_view persona) const {
  for (const backend::Persona& known : world.personas) {
    if (known.id == persona) return known.iin;
  }
  std::abort();
}

Fixture::Visitor Fixture::visit(std::string_view persona) {
  Visitor out;
  out.persona = persona;
  out.iin = iin_of(persona);
  const Answer session = ask("POST", "/api/sessions", dump({{"iin", out.iin}}));
  REQUIRE(session.status == 201);
  const Answer in = ask("POST", "/api/sessions/" + session.json["session"].get<std::string>() + "/confirmation",
                        dump({{"code", session.json["code"]}}));
  REQUIRE(in.status == 200);
  out.token = in.json["token"].get<std::string>();
  out.birth_date = in.json["birth_date"].get<std::string>();
  Json checks = Json::array();
  for (const service::Check& check : licence().checks) checks.push_back(check.id);
  const Answer consent =
      ask("POST", "/api/consents", dump({{"service", "licence-first"}, {"checks", checks}}), out.token);
  REQUIRE(consent.status == 201);
  out.consent = consent.json["consent"].get<std::string>();
  for (const service::Check& check : licence().checks) {
    const Answer answer = ask("POST", "/api/checks/" + check.id, dump({{"consent", out.consent}}), out.token);
    REQUIRE((answer.status == 200 || answer.status == 503));
  }
  return out;
}

std::string Fixture::application(const Visitor& visitor, std::string_view as_of) {
  base::Record draft;
  draft.set("service", "licence-first");
  if (!as_of.empty()) draft.set("asOf", std::string(as_of));
  for (const auto& [field, value] : std::map<std::string, std::string>{{"for_whom", "self"},
                                                                       {"channel", "hkko_app"},
                                                                       {"iin", visitor.iin},
                                                                       {"birth_date", visitor.birth_date},
                                                                       {"category", "B"},
                                                                       {"military_referral", "true"},
                                                                       {"phone", "+77012345678"},
                                                                       {"region", "75"}}) {
    draft.set("answer." + field, "value:" + value);
  }
  for (const service::Check& check : licence().checks) {
    const backend::RegistryAnswer given = backend::ask_registry(world, visitor.iin, check.id);
    if (given.silent || given.result == "unknown") continue;
    draft.set("answer." + licence().fields[check.field].id, "value:" + given.result);
    for (const std::uint16_t fact : check.facts) {
      const std::string& id = licence().fields[fact].id;
      draft.set("answer." + id, given.facts.count(id) == 0 ? "none" : "value:" + given.facts.at(id));
    }
  }
  engine::Setting setting;
  setting.now = now;
  auto restored = engine::restore(licence(), draft, setting);
  REQUIRE(restored);
  engine::State& state = (*restored).state;
  state.session.consent = visitor.consent;
  state.signing.made_at = now;
  return submission::application(licence(), state, "kk");
}

Answer Fixture::submit(const Visitor& visitor, const std::string& text, const std::string& key) {
  const Answer signing = ask("POST", "/api/signing-codes", dump({{"digest", crypto.sha256(text)}}), visitor.token);
  REQUIRE(signing.status == 201);
  const Json proof{{"id", signing.json["signing"]}, {"code", signing.json["code"]}};
  return ask("POST", "/api/applications", "{\"application\":" + text + ",\"signing\":" + dump(proof) + "}",
             visitor.token, key);
}

}  // namespace qadam::server::testing
