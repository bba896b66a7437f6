// SPDX-License-Identifier: MIT
#include <fstream>
#include <set>

#include "fixture.hpp"
#include "server/problem.hpp"

namespace qadam::server::testing {

TEST_CASE_FIXTURE(Fixture, "health tells the mode, so that nobody takes a demonstration for the real thing") {
  const Answer answer = ask("GET", "/api/health");
  CHECK(answer.status == 200);
  CHECK(answer.json == Json({{"status", "ok"}, {"mode", "demonstration"}}));
}

TEST_CASE_FIXTURE(Fixture, "unknown paths and methods are problems with their codes") {
  CHECK(ask("GET", "/api").status == 404);
  CHECK(ask("GET", "/api/").code() == "not_found");
  CHECK(ask("GET", "/api/applications/").code() == "not_found");
  CHECK(ask("GET", "/api//health").code() == "not_found");
  CHECK(ask("GET", "/api/health/").code() == "not_found");
  CHECK(ask("GET", "/api/applications").status == 405);
  CHECK(ask("DELETE", "/api/applications/X").code() == "method");
  CHECK(Api::match("PUT", "/api/consents/x").allow == "DELETE");
  CHECK(Api::match("GET", "/api/applications/DEMO-1/slots").route == "/api/applications/{number}/slots");
}

TEST_CASE_FIXTURE(Fixture, "a problem has type, title, status and a code that pages can word") {
  const Answer answer = ask("POST", "/api/sessions", R"({"iin":"123"})");
  CHECK(answer.status == 422);
  CHECK(answer.json["type"] == "urn:qadam:problem:iin.invalid");
  CHECK(answer.json["status"] == 422);
  CHECK(answer.json["code"] == "iin.invalid");
  CHECK(answer.json["title"].is_string());
}

TEST_CASE_FIXTURE(Fixture, "bodies that are not what the contract says are refused, never crash") {
  const std::string deep = "{\"iin\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("[]"), std::string("null"), std::string("{\"iin\":1}"),
        std::string("{\"iin\":null}"), std::string("{\"iin\":\"1\",\"iin\":\"2\"}"), std::string("{\"iin\":\"\xFF\"}"),
        std::string("{}"), std::string("\0{}", 3), deep}) {
    const Answer answer = ask("POST", "/api/sessions", body);
    CHECK(answer.status == 400);
    CHECK(answer.code() == "request.malformed");
  }
  CHECK(ask("POST", "/api/sessions", std::string(kMaxJsonBytes + 1, ' ')).code() == "too_large");
  CHECK(ask("POST", "/api/consents", R"({"service":"licence-first","checks":"licence"})").json["place"] == "checks");
  CHECK(ask("POST", "/api/consents", R"({"service":"licence-first","checks":[1]})").json["place"] == "checks");
  CHECK(ask("POST", "/api/applications", R"({"application":[],"signing":{}})").json["place"] == "application");
  CHECK(ask("POST", "/api/applications", R"({"application":{},"signing":{"id":"x"}})").json["place"] == "signing");
  CHECK(ask("POST", "/api/applications/X/bookings", R"({"stage":"13","slot":"x"})").json["place"] == "stage");
  CHECK(ask("POST", "/api/applications/X/bookings", R"({"stage":-1,"slot":"x"})").json["place"] == "stage");
  CHECK(ask("POST", "/api/applications/X/bookings", R"({"stage":13.5,"slot":"x"})").json["place"] == "stage");
  CHECK(ask("POST", "/api/applications/X/bookings", R"({"stage":99999999999999999999,"slot":"x"})").status == 400);
  CHECK(ask("GET", "/api/applications/X/slots", {}, "secret").json["place"] == "stage");
  CHECK(ask("GET", "/api/applications/X/slots?stage=-1", {}, "secret").json["place"] == "stage");
  CHECK(ask("GET", "/api/applications/X/slots?stage=13", {}, "secret").code() == "status.not_found");
}

TEST_CASE_FIXTURE(Fixture, "what needs a session or the operator's token is closed without it") {
  CHECK(ask("POST", "/api/consents", R"({"service":"licence-first","checks":["bar"]})").status == 401);
  CHECK(ask("POST", "/api/checks/bar", R"({"consent":"x"})", "guess").code() == "session");
  CHECK(ask("DELETE", "/api/consents/x").code() == "session");
  CHECK(ask("POST", "/api/signing-codes", R"({"digest":"x"})").code() == "session");
  CHECK(ask("PUT", "/api/documents/x", "bytes").code() == "session");
  CHECK(ask("POST", "/api/applications", R"({"application":{},"signing":{"id":"x","code":"y"}})").code() == "session");
  CHECK(ask("GET", "/api/operator/applications").code() == "operator");
  CHECK(ask("GET", "/api/operator/applications", {}, "the operato").code() == "operator");
  CHECK(ask("POST", "/api/operator/applications/X/moves", R"({"move":"passed"})").status == 401);
  CHECK(ask("POST", "/api/operator/applications/X/moves", R"({"move":"passed"})", "the operator").code() ==
        "status.not_found");
}

TEST_CASE_FIXTURE(Fixture, "check answers carry the result and its facts; a silent register is the server's trouble") {
  const Visitor barred = visit("bar_seven");
  const Answer bar = ask("POST", "/api/checks/bar", dump({{"consent", barred.consent}}), barred.token);
  CHECK(bar.json == Json({{"result", "barred"}, {"bar_last_day", "2031-05-02"}}));
  const Visitor silent = visit("silent");
  const Answer none = ask("POST", "/api/checks/medical", dump({{"consent", silent.consent}}), silent.token);
  CHECK(none.status == 503);
  CHECK(none.code() == "silent");
  CHECK(ask("POST", "/api/checks/diagnosis", dump({{"consent", silent.consent}}), silent.token).code() ==
        "check.unknown");
}

TEST_CASE_FIXTURE(Fixture, "there is one invented person for every branch, with a number that is nobody's") {
  REQUIRE(world.personas.size() == 14);
  REQUIRE(world.centres.size() == 3);
  for (const backend::Persona& persona : world.personas) {
    CAPTURE(persona.id);
    CHECK(backend::is_invented(persona.iin));
    CHECK(persona.iin.substr(0, 6) ==
          persona.birth_date.substr(2, 2) + persona.birth_date.substr(5, 2) + persona.birth_date.substr(8, 2));
    CHECK(persona.checks.size() == licence().checks.size());
    for (const service::Check& check : licence().checks) {
      const backend::RegistryAnswer& answer = persona.checks.at(check.id);
      bool known = answer.silent;
      for (const service::Option& option : licence().fields[check.field].options)
        known |= option.value == answer.result;
      CHECK(known);
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "one address cannot guess without end") {
  api->settings.requests_per_minute = 3;
  Api strict(*backend, crypto, api->settings);
  Request request;
  request.method = "GET";
  request.path = "/api/applications/DEMO-0000-0000";
  request.client = "192.0.2.1";
  for (int i = 0; i < 3; ++i) CHECK(respond(strict, *files, request).status == 404);
  CHECK(respond(strict, *files, request).status == 429);
  request.client = "192.0.2.2";
  CHECK(respond(strict, *files, request).status == 404);
  request.client = "192.0.2.1";
  now.seconds += 60;
  CHECK(respond(strict, *files, request).status == 404);
}

TEST_CASE("in preparation nothing can be filed") {
  Fixture fixture("preparation");
  CHECK(fixture.ask("POST", "/api/sessions", dump({{"iin", fixture.iin_of("all_clear")}})).code() == "mode");
}

TEST_CASE("a connected server shows no code and gives no number that says DEMO") {
  Fixture fixture("connected");
  const Answer session = fixture.ask("POST", "/api/sessions", dump({{"iin", fixture.iin_of("all_clear")}}));
  CHECK(session.status == 201);
  CHECK_FALSE(session.json.contains("code"));
}

TEST_CASE(
    "assets/openapi.json describes this server: its endpoints, its codes and their statuses, no more and no fewer") {
  std::ifstream file(std::filesystem::path(QADAM_SOURCE_DIR) / "assets" / "openapi.json");
  const Json contract = Json::parse(file, nullptr, false);
  REQUIRE(contract.is_object());
  int operations = 0;
  for (const auto& [path, methods] : contract["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      std::string upper = method;
      for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
      const Api::Match match = Api::match(upper, path);
      CHECK(match.endpoint != nullptr);
      CHECK(match.route == path);
      ++operations;
    }
  }
  CHECK(operations == Api::endpoints());
  std::set<std::string> described;
  for (const Json& code : contract["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]) {
    described.insert(code.get<std::string>());
  }
  std::set<std::string> known;
  for (const std::string_view code : problem_codes()) known.emplace(code);
  CHECK(described == known);
  for (const auto& [name, response] : contract["components"]["responses"].items()) {
    const Json& problem = response["content"]["application/problem+json"];
    for (const Json& code : problem["schema"]["allOf"][1]["properties"]["code"]["enum"]) {
      CHECK(status_of(code.get<std::string>()) == problem["example"]["status"].get<int>());
    }
  }
}

TEST_CASE("the bytes of a member come out as they went in") {
  CHECK(raw_member(R"({"a": {"x":"}\"" , "y":[1,2]} ,"b":2})", "a") == R"({"x":"}\"" , "y":[1,2]})");
  CHECK(raw_member(R"({"a":1,"b":"\\"})", "b") == R"("\\")");
  CHECK(raw_member(R"({"a":1})", "b").empty());
  CHECK(raw_member("{}", "a").empty());
}

TEST_CASE("an application is flattened as the page flattens answers") {
  const base::Record flat = flattened(Json::parse(R"({"a":{"b":"c","d":[true,{"e":2}],"f":null},"g":[]})"));
  CHECK(base::encode(flat) == "qadam-record 1\na.b\tc\na.d.0\ttrue\na.d.1.e\t2\na.d.count\t2\ng.count\t0\n");
}

}  // namespace qadam::server::testing
