// The questions that take papers: one for each copy that the order asks for, where the journey has a page for them
// (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "pack/compilation.hpp"

namespace qadam::pack {

using service::kNoExpr;

service::ExprId Compilation::both(service::ExprId a, service::ExprId b) {
  if (a == kNoExpr) return b;
  if (b == kNoExpr) return a;
  feel::Program& program = m_.program;
  const auto first_kid = static_cast<std::uint32_t>(program.kids.size());
  program.kids.insert(program.kids.end(), {a, b});
  program.nodes.push_back({feel::Op::conjunction, 0, first_kid, 2});
  const auto root = static_cast<service::ExprId>(program.nodes.size() - 1);
  for (const service::ExprId part : {a, b}) {
    const auto reads = out_.reads.find(part);
    if (reads != out_.reads.end()) out_.reads[root].insert(reads->second.begin(), reads->second.end());
  }
  return root;
}

// Chosen, its own condition, its days.
service::ExprId Compilation::paper_asked(const service::Subtype& subtype, const service::Item& item) {
  service::ExprId asked = both(subtype.chosen, item.when);
  std::string days;
  if (item.from != service::kFirstDay) days += "today() >= date(\"" + item.from.iso() + "\")";
  if (item.until != service::kLastDay) {
    days += std::string(days.empty() ? "" : " and ") + "today() <= date(\"" + item.until.iso() + "\")";
  }
  if (days.empty()) return asked;
  std::vector<base::Error> errors;
  const auto compiled = feel_lang::compile(days, names_, feel_lang::Type::boolean, m_.program, errors);
  return compiled ? both(asked, compiled->root) : asked;
}

void Compilation::paper_fields() {
  const std::vector<JsonReader> screens = pack_.objects("screens");
  const bool has_page = std::any_of(screens.begin(), screens.end(), [](const JsonReader& json) {
    return json.json().value("kind", Json()) == "documents";
  });
  if (!has_page) return;
  for (service::Subtype& subtype : m_.subtypes) {
    for (service::Item& item : subtype.items) {
      if (item.kind != service::ItemKind::copy || item.field != service::kNone) continue;
      service::Field field;
      field.id = "file_" + item.id;
      if (service::find_field(m_, field.id) != service::kNone) {
        pack_.report("pack.repeated", "subtypes", "a question is called as the one that takes this paper: " + field.id);
      }
      field.type = service::FieldType::file;
      // Nobody is refused for not having a paper yet; which papers one has tells the ground.
      int flags = service::kMayNotKnow | service::kSensitive;
      if (item.required == service::Required::if_any) flags |= service::kMayBeNone;
      field.flags = static_cast<std::uint8_t>(flags);
      field.ask = paper_asked(subtype, item);
      field.title = item.title;
      field.hint = item.hint;
      field.law = item.law;
      item.field = static_cast<std::uint16_t>(m_.fields.size());
      papers_.push_back(item.field);
      m_.fields.push_back(std::move(field));
    }
  }
}

// An option that stands for a subtype is explained by the order's own title of it.
void Compilation::official_hints() {
  if (!m_.is_application) return;
  for (const service::Subtype& subtype : m_.subtypes) {
    const auto reads = out_.reads.find(subtype.chosen);
    if (reads == out_.reads.end()) continue;
    for (const std::uint32_t number : reads->second) {
      for (service::Option& option : m_.fields[number].options) {
        if (option.value == subtype.id && option.hint == service::kNoText) option.hint = subtype.title;
      }
    }
  }
}

}  // namespace qadam::pack
