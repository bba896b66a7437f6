// TimedStream: one connection to cpp-httplib, with limits on the whole of a request and not only on each read.
//
// The library's own stream waits anew for every byte, so a client that sends one byte every few seconds would hold a
// thread for ever; and it reads any number of headers. Here a request's head has ten seconds and 32 KiB, its body the
// time of a slow phone line, the answer two minutes.
// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <string>

namespace qadam::server {

class TimedStream : public httplib::Stream {
 public:
  explicit TimedStream(int socket) : socket_(socket) {}

  // True when a request (or its beginning) is there; false after `patience` or when the other end has gone.
  bool wait_for_request(std::chrono::milliseconds patience);

  void begin_head();
  void begin_body(std::size_t length);

  // Everything that the client announced was read: the connection may carry another request.
  [[nodiscard]] bool is_drained() const { return body_left_ == 0; }

  // Says goodbye so that a client that is still sending can read the answer first.
  void close();

  [[nodiscard]] bool is_readable() const override;
  [[nodiscard]] bool is_writable() const override;
  ssize_t read(char* to, size_t size) override;
  ssize_t write(const char* from, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;

  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool wait(short events, Clock::time_point until) const;
  bool fill();

  int socket_;
  std::array<char, 16 * 1024> buffer_{};
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t head_left_ = 0;
  std::size_t body_left_ = 0;
  bool in_head_ = false;
  Clock::time_point read_until_{};
  Clock::time_point write_until_{};
};

}  // namespace qadam::server
