// SPDX-License-Identifier: MIT
#include "service/model.hpp"

namespace qadam::service {

std::uint16_t find_field(const Model& model, std::string_view id) {
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    if (model.fields[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return kNone;
}

const Item* find_item(const Model& model, std::string_view id) {
  for (const Subtype& subtype : model.subtypes) {
    for (const Item& item : subtype.items) {
      if (item.id == id) return &item;
    }
  }
  return nullptr;
}

Opening opening(const Model& model, base::Date day) {
  for (std::size_t i = 0; i < model.terms.size(); ++i) {
    const Term& term = model.terms[i];
    if (day < term.from || day > term.until) return {false, day < term.from, static_cast<std::uint16_t>(i)};
  }
  return {};
}

const Amount* amount_on(const Model& model, base::Date day) {
  for (const Amount& amount : model.amounts) {
    if (day >= amount.from && day <= amount.until) return &amount;
  }
  return nullptr;
}

}  // namespace qadam::service
