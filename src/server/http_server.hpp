// HttpServer: cpp-httplib's parser and threads, with our own loop over a connection, and the headers of every answer.
//
// Everything that can be refused without the body is refused before a byte of it is read. Log lines hold method, route
// template, status and milliseconds: never a path, a query, a header or a body.
// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <functional>
#include <string>

#include "server/http.hpp"

namespace qadam::server {

// What the server's own code decides from a request's head.
struct Plan {
  std::string route = "unmatched";            // template, for the log
  std::size_t body_limit = 0;                 // bytes; 0 = no body is read
  std::string media = {};                     // the body's type; empty = any
  std::function<Reply(const Request&)> work;  // called once the body is there; throws nothing
};

class HttpServer : public httplib::Server {
 public:
  using Planner = std::function<Plan(const Request& head)>;
  using Log = std::function<void(const std::string& line)>;

  HttpServer(Planner planner, Log log);

  // The port, any free one for 0; -1 when it cannot be had. Then listen_after_bind().
  int bind(const std::string& host, int port);

 private:
  bool process_and_close_socket(socket_t socket) override;

  void answer_without_body(const httplib::Request& request, httplib::Response& response, HandlerResponse& handled);
  void answer_with_body(const httplib::Request& request, httplib::Response& response,
                        const httplib::ContentReader& content);

  Planner planner_;
};

}  // namespace qadam::server
