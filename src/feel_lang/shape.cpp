// SPDX-License-Identifier: MIT
#include "feel_lang/shape.hpp"

#include <algorithm>

namespace qadam::feel_lang {

Shape::Shape() = default;
Shape::Shape(const Shape& other) = default;
Shape::Shape(Shape&& other) noexcept = default;
Shape& Shape::operator=(const Shape& other) = default;
Shape& Shape::operator=(Shape&& other) noexcept = default;
Shape::~Shape() = default;

const Shape& Shape::item_shape() const {
  static const Shape kAnything;
  return item ? *item : kAnything;
}

void measure(Shape& shape) {
  constexpr std::uint32_t kMost = 1000;
  shape.size = 1 + (shape.item ? shape.item->size : 0);
  for (const auto& entry : shape.entries) shape.size += entry.second.size;
  if (shape.size <= kMost) return;
  shape.open = shape.type == Type::context;
  shape.entries.clear();
  shape.item = nullptr;
  shape.size = 1;
}

std::string type_name(Type type) {
  constexpr const char* kNames[] = {
      "anything",           "null",   "yes or no", "a number", "a text", "a day", "a duration in months",
      "a duration in days", "a list", "a range",   "a context"};
  return kNames[static_cast<std::size_t>(type)];
}

Shape plain(Type type) {
  Shape shape;
  shape.type = type;
  shape.nullable = false;
  return shape;
}

Shape holder(Type type, const Shape& item) {
  Shape shape = plain(type);
  shape.item = std::make_shared<const Shape>(item);
  measure(shape);
  return shape;
}

Shape merged(const Shape& a, const Shape& b) {
  if (a.type == Type::null) return b;
  if (b.type == Type::null || a.type == Type::any) return a;
  if (a.type != b.type) return {};
  Shape out = a;
  if (a.members != b.members) out.members.clear();
  if (a.item && b.item) out.item = std::make_shared<const Shape>(merged(*a.item, *b.item));
  if (a.type == Type::context) {
    // Entries that only one of them has may be missing.
    out.open = a.open || b.open;
    for (const auto& entry : b.entries) {
      const auto same = [&](const auto& e) { return e.first == entry.first; };
      const auto it = std::find_if(out.entries.begin(), out.entries.end(), same);
      if (it == out.entries.end()) {
        out.entries.push_back(entry);
      } else {
        it->second = merged(it->second, entry.second);
      }
    }
  }
  measure(out);
  return out;
}

}  // namespace qadam::feel_lang
