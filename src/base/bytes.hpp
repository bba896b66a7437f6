// ByteWriter and ByteReader: the little-endian form of our compiled files.
//
// The reader never reads outside its buffer: after the first short read it stays failed and gives zeros, so a caller
// checks `ok()` once per table. Counts are bounded by the bytes that remain, so a forged count cannot make us allocate.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qadam::base {

class ByteWriter {
 public:
  void u8(std::uint32_t value) { out_ += static_cast<char>(value & 0xFF); }

  void u16(std::uint32_t value) {
    u8(value);
    u8(value >> 8);
  }

  void u32(std::uint32_t value) {
    u16(value);
    u16(value >> 16);
  }

  void u64(std::uint64_t value) {
    u32(static_cast<std::uint32_t>(value));
    u32(static_cast<std::uint32_t>(value >> 32));
  }

  void text(std::string_view value) {
    u32(static_cast<std::uint32_t>(value.size()));
    out_ += value;
  }

  void raw(std::string_view value) { out_ += value; }

  [[nodiscard]] const std::string& bytes() const { return out_; }

 private:
  std::string out_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t u8() {
    if (at_ >= bytes_.size()) {
      ok_ = false;
      return 0;
    }
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }

  std::uint16_t u16() {
    const std::uint32_t low = u8();
    return static_cast<std::uint16_t>(low | (std::uint32_t{u8()} << 8));
  }

  std::uint32_t u32() {
    const std::uint32_t low = u16();
    return low | (std::uint32_t{u16()} << 16);
  }

  std::uint64_t u64() {
    const std::uint64_t low = u32();
    return low | (std::uint64_t{u32()} << 32);
  }

  // A view into the buffer given at construction; lives as long as that buffer.
  std::string_view text() {
    const std::uint32_t size = u32();
    if (!ok_ || size > bytes_.size() - at_) {
      ok_ = false;
      return {};
    }
    const std::string_view value = bytes_.substr(at_, size);
    at_ += size;
    return value;
  }

  // A count of things of at least `min_size` bytes each; 0 and failed when so many cannot follow.
  std::uint32_t count(std::uint32_t min_size) {
    const std::uint32_t n = u32();
    if (!ok_ || n > (bytes_.size() - at_) / (min_size == 0 ? 1 : min_size)) {
      ok_ = false;
      return 0;
    }
    return n;
  }

  [[nodiscard]] bool ok() const { return ok_; }

  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

  [[nodiscard]] std::size_t at() const { return at_; }

  void fail() { ok_ = false; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

// FNV-1a, 64 bits: finds damage, proves nothing about who wrote the bytes (that is what the server's signature is for).
[[nodiscard]] constexpr std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3u;
  }
  return hash;
}

}  // namespace qadam::base
