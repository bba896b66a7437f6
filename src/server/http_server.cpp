// SPDX-License-Identifier: MIT
#include "server/http_server.hpp"

#include <algorithm>
#include <chrono>

#include "base/text.hpp"
#include "server/problem.hpp"
#include "server/stream.hpp"

namespace qadam::server {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kThreads = 64;
constexpr int kBacklog = 512;
constexpr int kRequestsPerConnection = 200;
constexpr auto kIdle = std::chrono::milliseconds(5000);
constexpr auto kGlance = std::chrono::milliseconds(200);  // how often an idle connection looks whether we are stopping

// Of the request that this thread is working on: the library hands its own request to every hook, and no place to add
// to it.
struct Current {
  Clock::time_point began;
  Plan plan;
  bool is_parsed = false;
  bool is_last = false;  // on its connection
};

Current& current() {
  thread_local Current of_this_thread;
  return of_this_thread;
}

constexpr std::pair<const char*, const char*> kSecurity[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
     "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; "
     "frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};

void fill(httplib::Response& response, const Reply& reply) {
  response.status = reply.status;
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
  if (reply.body == nullptr || reply.body->empty()) return;
  // A provider of known length: the library would compress (again) what is given to it as text.
  const auto body = reply.body;
  response.set_content_provider(body->size(), reply.content_type,
                                [body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                  if (offset > body->size()) return false;
                                  const std::size_t count = std::min(length, body->size() - offset);
                                  return sink.write(body->data() + offset, count);
                                });
}

Request head_of(const httplib::Request& request) {
  Request head;
  // HEAD is GET whose body the library leaves out; routes need not know.
  head.method = request.method == "HEAD" ? "GET" : request.method;
  head.path = request.path;
  for (const auto& [name, value] : request.params) head.query.emplace(name, value);
  head.client = request.remote_addr;
  head.content_type = request.get_header_value("Content-Type");
  head.authorization = request.get_header_value("Authorization");
  head.idempotency_key = request.get_header_value("Idempotency-Key");
  head.accept_encoding = request.get_header_value("Accept-Encoding");
  head.if_none_match = request.get_header_value("If-None-Match");
  return head;
}

// The announced length, or -1 when it is missing, said twice or no number.
std::int64_t announced_length(const httplib::Request& request) {
  if (request.get_header_value_count("Content-Length") != 1) return -1;
  return base::parse_whole(request.get_header_value("Content-Length"));
}

bool may_have_body(const httplib::Request& request) {
  return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

// A body that is not read must not be taken for the next request.
void say_goodbye(httplib::Response& response) {
  response.set_header("Connection", "close");
  current().is_last = true;
}

// Empty, or the code of the problem with what is announced about the body.
std::string body_problem(const httplib::Request& request, const Plan& plan) {
  // Bodies of unknown length, or packed ones that grow, would escape the limits.
  if (request.has_header("Transfer-Encoding")) return "length";
  const std::int64_t length = announced_length(request);
  if (length < 0) return "length";
  if (request.has_header("Content-Encoding")) return "media_type";
  const std::string media = media_type(request.get_header_value("Content-Type"));
  if (plan.media.empty() ? media.rfind("multipart/", 0) == 0 : media != plan.media) return "media_type";
  if (static_cast<std::size_t>(length) > plan.body_limit) return "too_large";
  return {};
}

}  // namespace

HttpServer::HttpServer(Planner planner, Log log) : planner_(std::move(planner)) {
  new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  set_payload_max_length(kMaxDocumentBytes);
  // Not the library's SO_REUSEPORT: a second server on the same port must fail, not take half of the requests.
  set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
  set_tcp_nodelay(true);
  set_keep_alive_max_count(kRequestsPerConnection);  // only told to clients; the loop below is ours
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    HandlerResponse handled = HandlerResponse::Handled;
    answer_without_body(request, response, handled);
    return handled;
  });
  const HandlerWithContentReader with_body = [this](const httplib::Request& request, httplib::Response& response,
                                                    const httplib::ContentReader& content) {
    answer_with_body(request, response, content);
  };
  Post("[\\s\\S]*", with_body);
  Put("[\\s\\S]*", with_body);
  // What the library refuses by itself, before any of our code.
  set_error_handler(HandlerWithResponse([](const httplib::Request&, httplib::Response& response) {
    if (response.content_length_ > 0) return HandlerResponse::Unhandled;
    fill(response, problem(response.status == 414 ? "uri" : "request.malformed"));
    return HandlerResponse::Handled;
  }));
  set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
    fill(response, problem("server"));
  });
  set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
    for (const auto& [name, value] : kSecurity) response.set_header(name, value);
  });
  set_logger([log = std::move(log)](const httplib::Request& request, const httplib::Response& response) {
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - current().began).count();
    log((current().is_parsed ? request.method : std::string("-")) + ' ' + current().plan.route + ' ' +
        std::to_string(response.status) + ' ' + std::to_string(spent) + " ms");
  });
}

int HttpServer::bind(const std::string& host, int port) {
  int bound = port;
  if (port == 0) bound = bind_to_any_port(host);
  if (port != 0 && !bind_to_port(host, port)) bound = -1;
  // The library queues five; the sixth of a crowd would wait for its own retransmission, a second and more.
  if (bound > 0) ::listen(svr_sock_, kBacklog);
  return bound;
}

bool HttpServer::process_and_close_socket(socket_t socket) {
  TimedStream stream(socket);
  const auto is_running = [this] { return svr_sock_ != INVALID_SOCKET; };
  bool whole = true;
  for (int left = kRequestsPerConnection; left > 0 && whole; --left) {
    bool is_there = false;
    for (auto waited = kIdle * 0; waited < kIdle && is_running() && !is_there; waited += kGlance) {
      is_there = stream.wait_for_request(kGlance);
    }
    if (!is_there) break;
    current() = {Clock::now(), {}, false, false};
    stream.begin_head();
    bool closed = false;
    const bool last = left == 1 || !is_running();
    const bool answered = process_request(stream, last, closed, [&stream](httplib::Request& request) {
      current().is_parsed = true;
      request.ranges.clear();  // nothing here is worth resuming
      const std::int64_t length = may_have_body(request) ? announced_length(request) : 0;
      // Chunks have no announced length: such a request is refused, and its connection not used again.
      stream.begin_body(length < 0 ? std::size_t{1} : static_cast<std::size_t>(length));
    });
    whole = answered && !closed && current().is_parsed && !current().is_last && stream.is_drained();
  }
  stream.close();
  return true;
}

void HttpServer::answer_without_body(const httplib::Request& request, httplib::Response& response,
                                     HandlerResponse& handled) {
  const auto refuse = [&](std::string_view code) {
    fill(response, problem(code));
    say_goodbye(response);
  };
  if (request.path.size() > kMaxPathBytes) return refuse("uri");
  const Request head = head_of(request);
  current().plan = planner_(head);
  const Plan& plan = current().plan;
  if (plan.body_limit == 0) {
    fill(response, plan.work(head));
    if (may_have_body(request) && announced_length(request) != 0) say_goodbye(response);
    return;
  }
  const std::string code = body_problem(request, plan);
  if (!code.empty()) return refuse(code);
  handled = HandlerResponse::Unhandled;
}

void HttpServer::answer_with_body(const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& content) {
  Request whole = head_of(request);
  const std::size_t limit = current().plan.body_limit;
  const bool arrived = content([&](const char* bytes, std::size_t count) {
    if (whole.body.size() + count > limit) return false;
    whole.body.append(bytes, count);
    return true;
  });
  fill(response, arrived ? current().plan.work(whole) : problem("request.incomplete"));
}

}  // namespace qadam::server
