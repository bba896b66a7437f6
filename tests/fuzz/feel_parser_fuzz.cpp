// Any bytes as FEEL text: read or refused; what is read, printed and read again is the same tree.
// SPDX-License-Identifier: MIT
#include "bytes.hpp"
#include "feel_lang/syntax.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qadam;
  feel_lang::Vocabulary vocabulary;
  vocabulary.add("income in last year");
  vocabulary.add("a-b");
  const auto tree = feel_lang::parse(testing::Bytes(data, size).rest(), vocabulary);
  if (!tree) return 0;
  const std::string text = feel_lang::print(*tree);
  if (text.size() > feel_lang::kMaxExpressionBytes) return 0;
  const auto again = feel_lang::parse(text, vocabulary);
  if (!again) testing::finding(text + ": " + again.error().code + " " + again.error().place);
  if (!feel_lang::same_tree(*tree, *again)) testing::finding(text + " is read as " + feel_lang::print(*again));
  return 0;
}
