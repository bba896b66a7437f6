// SPDX-License-Identifier: MIT
#include "service/file.hpp"

#include <type_traits>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "service/layout.hpp"
#include "service/soundness.hpp"

namespace qadam::service {
namespace {

class Writing {
 public:
  template <class... T>
  void operator()(T&... members) {
    (one(members), ...);
  }

  base::ByteWriter out;

 private:
  void one(std::string& x) { out.text(x); }

  void one(base::Date& x) { out.u32(static_cast<std::uint32_t>(static_cast<std::int32_t>(x.days()))); }

  void one(base::Decimal& x) { out.text(x.text()); }

  template <class T>
  void one(std::vector<T>& items) {
    out.u32(static_cast<std::uint32_t>(items.size()));
    for (T& item : items) one(item);
  }

  template <class T>
  void one(T& x) {
    if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
      out.u8(static_cast<std::uint8_t>(x));
    } else if constexpr (std::is_integral_v<T>) {
      if constexpr (sizeof(T) == 1) out.u8(x);
      if constexpr (sizeof(T) == 2) out.u16(x);
      if constexpr (sizeof(T) == 4) out.u32(x);
      if constexpr (sizeof(T) == 8) out.u64(static_cast<std::uint64_t>(x));
    } else {
      visit(*this, x);
    }
  }
};

class Reading {
 public:
  explicit Reading(std::string_view bytes) : in(bytes) {}

  template <class... T>
  void operator()(T&... members) {
    (one(members), ...);
  }

  base::ByteReader in;

 private:
  void one(std::string& x) {
    x = in.text();
    if (!base::is_utf8(x)) in.fail();
  }

  void one(base::Date& x) {
    const auto days = static_cast<std::int32_t>(in.u32());
    // Years 1 to 9999: the range that base::Date states.
    if (days < -719'162 || days > 2'932'896) in.fail();
    x = base::Date::from_days(in.ok() ? days : 0);
  }

  void one(base::Decimal& x) {
    const auto number = base::Decimal::parse(in.text());
    if (!number) in.fail();
    x = number.value_or(base::Decimal());
  }

  template <class T>
  void one(std::vector<T>& items) {
    items.resize(in.count(1));
    for (T& item : items) {
      if (!in.ok()) return;
      one(item);
    }
  }

  template <class T>
  void one(T& x) {
    if constexpr (std::is_same_v<T, bool>) {
      x = in.u8() != 0;
    } else if constexpr (std::is_same_v<T, feel::Op>) {
      x = static_cast<T>(in.u8());  // feel::is_sound checks it
    } else if constexpr (std::is_enum_v<T>) {
      const std::uint8_t value = in.u8();
      if (value > static_cast<std::uint8_t>(T::last)) in.fail();
      x = in.ok() ? static_cast<T>(value) : T{};
    } else if constexpr (std::is_integral_v<T>) {
      if constexpr (sizeof(T) == 1) x = in.u8();
      if constexpr (sizeof(T) == 2) x = in.u16();
      if constexpr (sizeof(T) == 4) x = in.u32();
      if constexpr (sizeof(T) == 8) x = static_cast<T>(in.u64());
    } else {
      visit(*this, x);
    }
  }
};

constexpr std::size_t kHeaderBytes = 14;

}  // namespace

std::string write(Model& model) {
  Writing archive;
  visit(archive, model);
  model.checksum = base::checksum(archive.out.bytes());
  base::ByteWriter file;
  file.raw(kMagic);
  file.u16(kFormat);
  file.u64(model.checksum);
  file.raw(archive.out.bytes());
  return file.bytes();
}

base::Result<Model> load(std::string_view file) {
  if (file.substr(0, kMagic.size()) != kMagic) return base::fail("service.magic", "0");
  base::ByteReader header(file);
  header.u32();
  if (header.u16() != kFormat) return base::fail("service.format", "4");
  const std::uint64_t sum = header.u64();
  if (!header.ok() || sum != base::checksum(file.substr(kHeaderBytes))) return base::fail("service.damaged", "6");
  Reading archive(file.substr(kHeaderBytes));
  Model model;
  visit(archive, model);
  if (!archive.in.ok() || !archive.in.at_end()) {
    return base::fail("service.damaged", std::to_string(kHeaderBytes + archive.in.at()));
  }
  model.checksum = sum;
  if (const std::string table = unsound_table(model); !table.empty()) return base::fail("service.unsound", table);
  return model;
}

}  // namespace qadam::service
