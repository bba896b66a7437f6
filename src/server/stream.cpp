// SPDX-License-Identifier: MIT
#include "server/stream.hpp"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace qadam::server {
namespace {

using namespace std::chrono_literals;

constexpr auto kHeadTime = 10s;
constexpr auto kBodyTime = 10s;
constexpr std::size_t kSlowestBytesPerSecond = 16 * 1024;
constexpr std::size_t kMaxTimedBytes = 16u << 20;  // longer bodies are refused anyway
constexpr auto kSilence = 10s;                     // between two reads
constexpr auto kAnswerTime = 120s;
constexpr std::size_t kMaxHeadBytes = 32 * 1024;
constexpr auto kGoodbye = 3s;
constexpr std::size_t kGoodbyeBytes = 16u << 20;  // a photograph that is too large still gets its answer

void address_of(const sockaddr_storage& address, socklen_t length, std::string& ip, int& port) {
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host.data(), host.size(), service.data(),
                  service.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return;
  }
  ip = host.data();
  port = static_cast<int>(std::strtol(service.data(), nullptr, 10));
}

}  // namespace

bool TimedStream::wait(short events, Clock::time_point until) const {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return false;
    pollfd watched{socket_, events, 0};
    const int ready = poll(&watched, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

bool TimedStream::fill() {
  if (!wait(POLLIN, std::min(read_until_, Clock::now() + kSilence))) return false;
  const ssize_t got = recv(socket_, buffer_.data(), buffer_.size(), 0);
  if (got <= 0) return false;
  begin_ = 0;
  end_ = static_cast<std::size_t>(got);
  return true;
}

bool TimedStream::wait_for_request(std::chrono::milliseconds patience) {
  return begin_ < end_ || wait(POLLIN, Clock::now() + patience);
}

void TimedStream::begin_head() {
  in_head_ = true;
  head_left_ = kMaxHeadBytes;
  body_left_ = 0;
  read_until_ = Clock::now() + kHeadTime;
  write_until_ = Clock::now() + kAnswerTime;
}

void TimedStream::begin_body(std::size_t length) {
  in_head_ = false;
  body_left_ = length;
  const std::size_t timed = std::min(length, kMaxTimedBytes);
  read_until_ = Clock::now() + kBodyTime + std::chrono::seconds(timed / kSlowestBytesPerSecond);
  write_until_ = read_until_ + kAnswerTime;
}

void TimedStream::close() {
  ::shutdown(socket_, SHUT_WR);
  // Closing with unread bytes would reset the connection and take the answer with it.
  read_until_ = Clock::now() + kGoodbye;
  for (std::size_t read = 0; body_left_ > 0 && read < kGoodbyeBytes && fill();) read += end_;
  ::close(socket_);
}

bool TimedStream::is_readable() const {
  return begin_ < end_ || wait(POLLIN, Clock::now() + 1ms);
}

bool TimedStream::is_writable() const {
  return wait(POLLOUT, std::min(write_until_, Clock::now() + kSilence));
}

ssize_t TimedStream::read(char* to, size_t size) {
  if (begin_ == end_ && !fill()) return -1;
  std::size_t count = std::min(size, end_ - begin_);
  count = std::min(count, in_head_ ? head_left_ : body_left_);
  if (count == 0) return -1;
  std::memcpy(to, buffer_.data() + begin_, count);
  begin_ += count;
  (in_head_ ? head_left_ : body_left_) -= count;
  return static_cast<ssize_t>(count);
}

ssize_t TimedStream::write(const char* from, size_t size) {
  if (!is_writable()) return -1;
  return send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void TimedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  if (getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) address_of(address, length, ip, port);
}

void TimedStream::get_local_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  if (getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) address_of(address, length, ip, port);
}

}  // namespace qadam::server
