// SPDX-License-Identifier: MIT
#include "engine/papers.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "engine/judge.hpp"

namespace qadam::engine {
namespace {

bool is_digest(std::string_view text) {
  if (text.size() != 64) return false;
  for (const char c : text) {
    if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
  }
  return true;
}

// What stands before the next space; `rest` loses it and the space.
std::string_view word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view found = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return found;
}

bool is_there(const State& state, const service::Item& item) {
  const Answer& answer = state.answers[item.field];
  return answer.state == AnswerState::value && answer.given();
}

}  // namespace

std::optional<ChosenFile> chosen_file(std::string_view answer) {
  ChosenFile file;
  file.digest = word(answer);
  file.bytes = base::parse_whole(word(answer));
  file.kind = word(answer);
  file.name = answer;
  if (!is_digest(file.digest) || file.bytes < 0 || file.name.empty()) return {};
  return file;
}

std::vector<Paper> papers(const service::Model& model, const State& state) {
  std::vector<Paper> out;
  for (const service::Subtype& subtype : model.subtypes) {
    if (is_chosen(model, state, subtype) != Truth::yes) continue;
    for (const service::Item& item : subtype.items) {
      if (item.kind != service::ItemKind::copy || item.field == service::kNone) continue;
      Paper paper{&item, is_asked_for(model, state, item), {}};
      if (paper.asked == Truth::no) continue;
      if (paper.asked == Truth::unknown) paper.questions = questions_of(model, state, item.when);
      out.push_back(paper);
    }
  }
  return out;
}

std::vector<const service::Item*> missing_papers(const service::Model& model, const State& state) {
  std::vector<const service::Item*> out;
  for (const Paper& paper : papers(model, state)) {
    const bool needed = paper.asked == Truth::yes && paper.item->required != service::Required::if_any;
    if (needed && !is_there(state, *paper.item)) out.push_back(paper.item);
  }
  return out;
}

bool has_ground(const service::Model& model, const State& state) {
  for (const service::Subtype& subtype : model.subtypes) {
    if (is_chosen(model, state, subtype) == Truth::yes) return true;
  }
  return model.subtypes.empty();
}

std::vector<std::uint16_t> chosen_files(const service::Model& model, const State& state) {
  std::vector<std::uint16_t> out;
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const Answer& answer = state.answers[i];
    const bool mine = model.fields[i].type == service::FieldType::file && state.asked[i] == Truth::yes &&
                      answer.state == AnswerState::value && answer.given();
    if (!mine) continue;
    bool again = false;
    for (const std::uint16_t other : out) {
      again = again || state.answers[other].text.compare(0, 64, answer.text, 0, 64) == 0;
    }
    if (!again) out.push_back(static_cast<std::uint16_t>(i));
  }
  return out;
}

}  // namespace qadam::engine
