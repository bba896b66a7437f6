// Writer: FEEL text by chance, well typed more often than not, over every construct of the subset.
//
// For properties that must hold whatever an analyst writes. The seed is fixed, so that a failure stays one; QADAM_SEED in
// the environment gives another (and the test says which).
// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <random>
#include <string>

#include "feel/value.hpp"

namespace qadam::testing {

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  [[nodiscard]] std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  std::string pick(std::initializer_list<const char*> of);

  // Of any kind.
  std::string expression(int depth);

  std::string boolean(int depth);
  std::string number(int depth);
  std::string text(int depth);
  std::string date(int depth);
  std::string months(int depth);
  std::string seconds(int depth);
  std::string numbers(int depth);   // a list
  std::string texts(int depth);     // a list
  std::string contexts(int depth);  // a list of {k: number, t: text}
  std::string context(int depth);
  std::string range(int depth);  // of numbers

  // An answer to a field of feel_text.hpp: now and then null, or "there is none".
  feel::Value value(const std::string& name);

 private:
  std::string test(int depth, bool of_subject = true);
  std::string condition_on(const std::string& variable, int depth);  // of a number
  std::string period(int depth);
  std::string local(const char* otherwise);

  std::mt19937 random_;
  std::string locals_;  // names of numbers bound further out, one letter each
};

// `otherwise`, or what QADAM_SEED says.
std::uint32_t seed(std::uint32_t otherwise);

}  // namespace qadam::testing
