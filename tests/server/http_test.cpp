// The network side, over real sockets on a free port.
// SPDX-License-Identifier: MIT
#include <httplib.h>

#include <csignal>
#include <mutex>
#include <thread>

#include "fixture.hpp"
#include "server/http_server.hpp"

namespace qadam::server::testing {
namespace {

struct Running : Fixture {
  Running() {
    ::signal(SIGPIPE, SIG_IGN);  // the library's client writes to connections that the server has closed
    folder.write("web/index.html", "<p>page</p>");
    files = std::make_unique<StaticFiles>(folder.path / "web", "", crypto);
    server = std::make_unique<HttpServer>([this](const Request& head) { return plan(*api, *files, head); },
                                          [this](const std::string& line) {
                                            const std::lock_guard lock(mutex);
                                            log += line + '\n';
                                          });
    port = server->bind("127.0.0.1", 0);
    REQUIRE(port > 0);
    thread = std::thread([this] { server->listen_after_bind(); });
    while (!server->is_running()) std::this_thread::yield();
  }

  ~Running() {
    server->stop();
    thread.join();
  }

  httplib::Client client() const { return httplib::Client("127.0.0.1", port); }

  // Sends bytes as they are, returns all that comes until the server closes.
  std::string raw(const std::string& bytes) const;

  std::unique_ptr<HttpServer> server;
  std::thread thread;
  std::mutex mutex;
  std::string log;
  int port = 0;
};

std::string Running::raw(const std::string& bytes) const {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
  const timeval patience{8, 0};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  REQUIRE(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
  std::string out;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof(buffer), 0)) > 0;) {
    out.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(socket);
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// 0 when no answer came.
int status(const httplib::Result& result) {
  CHECK_MESSAGE(result, httplib::to_string(result.error()));
  return result ? result->status : 0;
}

constexpr char kJson[] = "application/json";

}  // namespace

TEST_CASE_FIXTURE(Running, "every answer, also an error, carries the security headers") {
  for (const char* path : {"/", "/nothing", "/api/health", "/api/nothing"}) {
    CAPTURE(path);
    const auto answer = client().Get(path);
    REQUIRE(answer);
    const std::string csp = answer->get_header_value("Content-Security-Policy");
    CHECK(has(csp, "default-src 'none'"));
    CHECK(has(csp, "script-src 'self' 'wasm-unsafe-eval'"));
    CHECK_FALSE(has(csp, "'unsafe-"));
    CHECK(answer->get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK(answer->get_header_value("Referrer-Policy") == "no-referrer");
    CHECK(answer->get_header_value("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(answer->has_header("Permissions-Policy"));
  }
}

TEST_CASE_FIXTURE(Running, "answers of the API are never kept by anyone, problems have their own type") {
  const auto answer = client().Post("/api/sessions", "{", kJson);
  REQUIRE(answer);
  CHECK(answer->status == 400);
  CHECK(answer->get_header_value("Content-Type") == "application/problem+json");
  CHECK(answer->get_header_value("Cache-Control") == "no-store");
}

TEST_CASE_FIXTURE(Running, "HEAD is answered as GET without a body, OPTIONS and the like are refused") {
  const auto head = client().Head("/");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->get_header_value("Content-Length") == "11");
  CHECK(status(client().Options("/api/health")) == 405);
  CHECK(status(client().Delete("/")) == 405);
  CHECK(status(client().Post("/", "x", "text/plain")) == 405);
  const auto patched = client().Patch("/api/sessions", "{}", kJson);
  CHECK(status(patched) == 405);
  CHECK(patched->get_header_value("Allow") == "POST");
}

TEST_CASE_FIXTURE(Running, "a range is not granted, whatever it asks for") {
  for (const char* range : {"bytes=0-3", "bytes=5-100000", "bytes=900-", "bytes=-3", "bytes=0-1,3-4"}) {
    const auto answer = client().Get("/", {{"Range", range}});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body == "<p>page</p>");
  }
}

TEST_CASE_FIXTURE(Running, "a body of another type, a packed one or one without a length is refused unread") {
  CHECK(status(client().Post("/api/sessions", "iin=1", "application/x-www-form-urlencoded")) == 415);
  CHECK(status(client().Post("/api/sessions", "{}", "text/plain")) == 415);
  CHECK(status(client().Post("/api/sessions", {{"Content-Encoding", "gzip"}}, "{}", kJson)) == 415);
  httplib::MultipartFormDataItems form{{"file", "x", "x.pdf", "application/pdf"}};
  CHECK(status(client().Post("/api/sessions", form)) == 415);
  CHECK(status(client().Put("/api/documents/x", form)) == 415);
  const std::string chunked = raw(
      "POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
      "2\r\n{}\r\n0\r\n\r\n");
  CHECK(has(chunked, " 411 "));
  CHECK(has(raw("POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n"), " 411 "));
  const std::string twice =
      raw("POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
          "Content-Length: 40\r\n\r\n{}");
  CHECK(has(twice, " 411 "));
}

TEST_CASE_FIXTURE(Running, "a huge body is refused before it is sent, and what was sent is not taken for a request") {
  const auto large = client().Post("/api/sessions", std::string(kMaxJsonBytes + 1, ' '), kJson);
  REQUIRE(large);
  CHECK(large->status == 413);
  CHECK(has(large->body, "too_large"));
  const std::string smuggled = raw(
      "POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n"
      "GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(has(smuggled, " 413 "));
  CHECK(count(smuggled, "HTTP/1.1 ") == 1);
}

TEST_CASE_FIXTURE(Running, "a document of ten megabytes passes, one byte more does not") {
  const Visitor visitor = visit("all_clear");
  std::string document(kMaxDocumentBytes, 'x');
  document.replace(0, 5, "%PDF-");
  const httplib::Headers headers{{"Authorization", "Bearer " + visitor.token}};
  const auto kept = client().Put("/api/documents/" + crypto.sha256(document), headers, document, "application/pdf");
  REQUIRE(kept);
  CHECK(kept->status == 201);
  document += 'x';
  const auto refused = client().Put("/api/documents/" + crypto.sha256(document), headers, document, "application/pdf");
  REQUIRE(refused);
  CHECK(refused->status == 413);
}

TEST_CASE_FIXTURE(Running, "requests follow one another on one connection") {
  const std::string both = raw(
      "GET /api/health HTTP/1.1\r\nHost: x\r\n\r\nGET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(count(both, "HTTP/1.1 200") == 2);
}

TEST_CASE_FIXTURE(Running, "what is no HTTP, a path without end, or headers without end, is refused and closed") {
  CHECK(has(raw("nonsense\r\n\r\n"), " 400 "));
  CHECK(has(raw("GET /" + std::string(2000, 'a') + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), " 414 "));
  std::string many = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 2000; ++i) many += "X-" + std::to_string(i) + ": " + std::string(20, 'v') + "\r\n";
  CHECK_FALSE(has(raw(many + "\r\n"), " 200 "));
  CHECK(status(client().Get("/%2e%2e/test.sqlite")) == 404);
  CHECK(status(client().Get("/..%2ftest.sqlite")) == 404);
  CHECK(status(client().Get("/%00")) == 404);
}

TEST_CASE_FIXTURE(Running, "a log line has method, route and status, and nothing that came from a person") {
  const Visitor visitor = visit("all_clear");
  client().Post("/api/sessions", dump({{"iin", visitor.iin}}), kJson);
  client().Get("/api/applications/DEMO-ABCD-EFGH?secret=QUERY", {{"Authorization", "Bearer HEADER-SECRET"}});
  client().Get("/private/path");
  server->stop();  // a line is written after its answer
  thread.join();
  thread = std::thread([] {});
  CHECK(has(log, "POST /api/sessions 201 "));
  CHECK(has(log, "GET /api/applications/{number} 404 "));
  CHECK(has(log, "GET static 404 "));
  for (const std::string& personal :
       {visitor.iin, std::string("ABCD"), std::string("QUERY"), std::string("SECRET"), std::string("private")}) {
    CHECK_FALSE(has(log, personal));
  }
}

TEST_CASE_FIXTURE(Running, "a second server on the same port fails instead of taking half of the requests") {
  HttpServer second([](const Request&) { return Plan{}; }, [](const std::string&) {});
  CHECK(second.bind("127.0.0.1", port) == -1);
}

TEST_CASE_FIXTURE(Running, "clients that stall do not keep others waiting") {
  std::vector<int> sockets;
  for (int i = 0; i < 40; ++i) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
    REQUIRE(::send(socket, "GET / HT", 8, MSG_NOSIGNAL) == 8);
    sockets.push_back(socket);
  }
  auto one = client();
  one.set_read_timeout(5, 0);
  const auto answer = one.Get("/api/health");
  CHECK(answer);
  for (const int socket : sockets) ::close(socket);
}

}  // namespace qadam::server::testing
