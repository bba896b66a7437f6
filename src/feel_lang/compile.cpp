// SPDX-License-Identifier: MIT
#include "feel_lang/compile.hpp"

#include <algorithm>

#include "feel_lang/check.hpp"
#include "feel_lang/emit.hpp"

namespace qadam::feel_lang {
namespace {

// "12:4" before "12:30" before "13:1".
std::pair<int, int> position(const base::Error& error) {
  const std::size_t colon = error.place.find(':');
  if (colon == std::string::npos) return {0, 0};
  return {std::atoi(error.place.c_str()), std::atoi(error.place.c_str() + colon + 1)};
}

std::optional<Compiled> compile_any(std::string_view text, const Names& names, feel::Program& program,
                                    std::vector<base::Error>& unresolved, std::vector<base::Error>& unfit) {
  const auto syntax = parse(text, vocabulary(names));
  if (!syntax) {
    unresolved.push_back(syntax.error());
    return std::nullopt;
  }
  Compiled out = emit(*syntax, text, names, program, unresolved);
  out.shape = std::make_shared<const Shape>(check(*syntax, text, names, unfit));
  out.type = out.shape->type;
  const std::size_t most = 0xFFFF;
  if (program.numbers.size() > most || program.strings.size() > most || program.integers.size() > most) {
    unresolved.push_back({"feel.large", "1:1", "more constants than a program holds"});
  }
  if (!unresolved.empty()) return std::nullopt;
  return out;
}

}  // namespace

Vocabulary vocabulary(const Names& names) {
  Vocabulary out;
  for (const auto& entry : names) out.add(entry.first);
  return out;
}

std::optional<Compiled> compile(std::string_view text, const Names& names, Type wanted, feel::Program& program,
                                std::vector<base::Error>& errors) {
  std::vector<base::Error> found;
  std::vector<base::Error> unfit;
  std::optional<Compiled> out = compile_any(text, names, program, found, unfit);
  found.insert(found.end(), unfit.begin(), unfit.end());
  const bool wrong_kind = out && (!fits(out->type, wanted) || (wanted != Type::any && out->type == Type::null));
  if (wrong_kind && found.empty()) {
    found.push_back(
        {"feel.type", "1:1", "gives " + type_name(out->type) + " where " + type_name(wanted) + " is expected"});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const base::Error& a, const base::Error& b) { return position(a) < position(b); });
  errors.insert(errors.end(), found.begin(), found.end());
  if (!found.empty()) out.reset();
  return out;
}

base::Result<Compiled> compile(std::string_view text, const Names& names, Type wanted, feel::Program& program) {
  std::vector<base::Error> errors;
  auto out = compile(text, names, wanted, program, errors);
  if (out) return std::move(*out);
  return base::fail(errors.front().code, errors.front().place, errors.front().detail);
}

std::optional<Compiled> compile_unchecked(std::string_view text, const Names& names, feel::Program& program,
                                          std::vector<base::Error>& errors) {
  std::vector<base::Error> unresolved;
  std::vector<base::Error> unfit;
  auto out = compile_any(text, names, program, unresolved, unfit);
  errors.insert(errors.end(), unresolved.begin(), unresolved.end());
  errors.insert(errors.end(), unfit.begin(), unfit.end());
  return out;
}

}  // namespace qadam::feel_lang
