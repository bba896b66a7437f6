// Shape: what the checker knows of a value before there is one.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qadam::feel_lang {

enum class Type { any, null, boolean, number, string, date, months, seconds, list, range, context };

struct Shape {
  Type type = Type::any;
  std::shared_ptr<const Shape> item;                   // list, range: of its members; nullptr = anything
  std::vector<std::pair<std::string, Shape>> entries;  // context
  bool open = false;                                   // context: may have other entries
  std::vector<std::string> members;                    // string: of an enumeration; empty = any string
  bool nullable = true;                                // may be null
  std::uint32_t size = 1;                              // of how many shapes it is made

  // Defined where a pair of a text and a Shape is a complete type, which clang wants.
  Shape();
  Shape(const Shape& other);
  Shape(Shape&& other) noexcept;
  Shape& operator=(const Shape& other);
  Shape& operator=(Shape&& other) noexcept;
  ~Shape();

  [[nodiscard]] const Shape& item_shape() const;
};

// Of that type, never null.
[[nodiscard]] Shape plain(Type type);

// A list or range of such items.
[[nodiscard]] Shape holder(Type type, const Shape& item);

// What two alternatives have in common.
[[nodiscard]] Shape merged(const Shape& a, const Shape& b);

// "a number", "a text", ... for messages.
[[nodiscard]] std::string type_name(Type type);

// Counts its parts into `size`. One of thousands (a context that holds the one before twice, and so on) is known no further
// than that it is a context, so that checking never costs more than reading.
void measure(Shape& shape);

[[nodiscard]] inline bool is_duration(Type t) {
  return t == Type::months || t == Type::seconds;
}

[[nodiscard]] inline bool is_ordered(Type t) {
  return t == Type::any || t == Type::number || t == Type::string || t == Type::date || t == Type::months ||
         t == Type::seconds;
}

// Whether a value of shape `actual` can stand where `wanted` is meant.
[[nodiscard]] inline bool fits(Type actual, Type wanted) {
  return actual == wanted || actual == Type::any || wanted == Type::any;
}

}  // namespace qadam::feel_lang
