// SPDX-License-Identifier: MIT
#include "service/soundness.hpp"

#include <algorithm>
#include <functional>

namespace qadam::service {
namespace {

class Checker {
 public:
  explicit Checker(const Model& model) : m_(model) {}

  std::string first_unsound() {
    if (m_.fields.size() > kMaxFields || m_.screens.empty()) return "sizes";
    if (m_.screens.front().kind != ScreenKind::start || m_.screens.front().show != kNoExpr) return "screens";
    if (!feel::is_sound(m_.program, static_cast<std::uint32_t>(m_.fields.size()))) return "program";
    if (!expr(m_.other_when)) return "service";
    for (const Field& f : m_.fields) {
      if (!expr(f.ask) || !laws(f.law)) return "fields";
    }
    for (std::size_t i = 0; i < m_.conditions.size(); ++i) {
      if (!condition(m_.conditions[i], i)) return "conditions";
    }
    if (!conditions_form_trees()) return "conditions";
    for (const Subtype& s : m_.subtypes) {
      if (!optional(s.condition, m_.conditions.size()) || !expr(s.chosen) || !laws(s.law)) return "subtypes";
      for (const Item& item : s.items) {
        if (!optional(item.field, m_.fields.size()) || !expr(item.when) || !laws(item.law) ||
            !below(item.notes, m_.notes.size())) {
          return "items";
        }
      }
    }
    for (const Check& c : m_.checks) {
      if (c.stage >= m_.stages.size() || c.field >= m_.fields.size() || c.condition >= m_.conditions.size() ||
          !below(c.facts, m_.fields.size())) {
        return "checks";
      }
    }
    for (const Screen& s : m_.screens) {
      if (!optional(s.stage, m_.stages.size()) || !expr(s.show) || !below(s.fields, m_.fields.size()) ||
          !below(s.blocks, m_.conditions.size()) || !below(s.notes, m_.notes.size()) || !laws(s.law) ||
          !below(s.samples, m_.samples.size()) || (s.kind == ScreenKind::sign_in && s.fields.size() != 1)) {
        return "screens";
      }
    }
    for (const Stage& s : m_.stages) {
      if (!laws(s.law)) return "stages";
    }
    for (const Note& n : m_.notes) {
      if (!laws(n.law)) return "notes";
    }
    for (const Term& t : m_.terms) {
      if (!laws(t.law)) return "terms";
    }
    for (const Ground& g : m_.grounds) {
      if (!laws(g.law)) return "grounds";
    }
    if (!laws(m_.obtained_law)) return "obtained";
    for (const Contact& c : m_.contacts) {
      if (c.phone.empty() == (c.text == kNoText)) return "contacts";
    }
    for (const Remedy& r : m_.remedies) {
      if (!laws(r.law)) return "remedies";
    }
    if (!laws(m_.result_law)) return "remedies";
    if (!times_sound(m_.times)) return "times";
    if (!laws(m_.title_law) || !laws(m_.provider_law) || !laws(m_.fee_law)) return "head";
    for (const Sample& s : m_.samples) {
      if (!laws(s.law) || s.rows.size() % 2 != 0) return "samples";
    }
    if (!finder()) return "finder";
    return indexes_sound() ? "" : "index";
  }

 private:
  [[nodiscard]] bool expr(ExprId id) const { return id == kNoExpr || id < m_.program.nodes.size(); }

  static bool optional(std::uint16_t index, std::size_t size) { return index == kNone || index < size; }

  static bool below(const std::vector<std::uint16_t>& list, std::size_t size) {
    for (const std::uint16_t index : list) {
      if (index >= size) return false;
    }
    return true;
  }

  [[nodiscard]] bool laws(const std::vector<std::uint16_t>& list) const { return below(list, m_.laws.size()); }

  [[nodiscard]] bool condition(const Condition& c, std::size_t number) const {
    if (!laws(c.law) || !below(c.children, number)) return false;
    const bool leaf = c.kind == ConditionKind::leaf;
    return leaf == c.children.empty() && leaf == (c.expr != kNoExpr) && expr(c.expr);
  }

  template <class T>
  [[nodiscard]] bool all_laws(const std::vector<T>& list) const {
    return std::all_of(list.begin(), list.end(), [&](const T& each) { return laws(each.law); });
  }

  // Counting days goes through a calendar: its length bounds what that costs.
  [[nodiscard]] bool times_sound(const Times& t) const {
    constexpr std::uint16_t kMaxDays = 365;
    for (const TimeLimit& limit : t.limits) {
      if (limit.working_days == 0 || limit.working_days > kMaxDays) return false;
    }
    const std::vector<std::uint16_t>& turned = t.calendar.turned;
    const bool ascending = std::adjacent_find(turned.begin(), turned.end(), std::greater_equal<>()) == turned.end();
    const bool within = turned.empty() || t.calendar.first.plus_days(turned.back()) <= t.calendar.last;
    return ascending && within && all_laws(t.limits) && all_laws(t.windows) && all_laws(t.hours) &&
           laws(t.calendar.law);
  }

  // Each group has its children to itself and few levels: explaining one goes through every leaf below it.
  [[nodiscard]] bool conditions_form_trees() const {
    constexpr std::uint32_t kMaxLevels = 32;
    std::vector<std::uint32_t> levels(m_.conditions.size(), 1);
    std::vector<bool> taken(m_.conditions.size(), false);
    for (std::size_t i = 0; i < m_.conditions.size(); ++i) {
      for (const std::uint16_t child : m_.conditions[i].children) {
        if (taken[child]) return false;
        taken[child] = true;
        levels[i] = std::max(levels[i], levels[child] + 1);
      }
      if (levels[i] > kMaxLevels) return false;
    }
    return true;
  }

  [[nodiscard]] bool reads_only(ExprId expr, const std::vector<bool>& settled) const {
    std::vector<bool> reached(expr + std::size_t{1}, false);
    reached[expr] = true;
    for (std::size_t at = expr + std::size_t{1}; at-- > 0;) {  // children have smaller numbers
      const feel::Node& node = m_.program.nodes[at];
      if (!reached[at]) continue;
      if (node.op == feel::Op::field && !settled[node.a]) return false;
      for (std::uint32_t k = 0; k < node.kids; ++k) reached[m_.program.kids[node.first_kid + k]] = true;
    }
    return true;
  }

  // Every field with `ask` stands in `asks` once, behind those that its `ask` reads: so none waits for itself.
  [[nodiscard]] bool asks_in_order() const {
    std::vector<bool> settled;
    for (const Field& field : m_.fields) settled.push_back(field.ask == kNoExpr);
    for (const std::uint16_t field : m_.asks) {
      if (field >= m_.fields.size() || settled[field] || !reads_only(m_.fields[field].ask, settled)) return false;
      settled[field] = true;
    }
    return std::find(settled.begin(), settled.end(), false) == settled.end();
  }

  // A derived answer reads none that is derived: so none waits for itself.
  [[nodiscard]] bool finder() const {
    const Finder& f = m_.finder;
    const bool has_lists =
        std::any_of(m_.screens.begin(), m_.screens.end(), [](const Screen& s) { return s.kind == ScreenKind::found; });
    if (f.entries.empty()) return f.derived.empty() && f.services.empty() && !has_lists;
    if (f.words.size() != static_cast<std::size_t>(FinderWord::count)) return false;
    if (f.entries.size() != m_.subtypes.size() || f.derived.size() != m_.fields.size() || !m_.asks.empty())
      return false;
    if (f.reason >= m_.fields.size()) return false;
    std::vector<bool> given(f.derived.size(), false);
    for (std::size_t i = 0; i < f.derived.size(); ++i) given[i] = f.derived[i] == kNoExpr;
    for (const ExprId derived : f.derived) {
      if (!expr(derived) || (derived != kNoExpr && !reads_only(derived, given))) return false;
    }
    for (const Finder::Covered& service : f.services) {
      if (!below(service.fields, m_.fields.size())) return false;
    }
    for (const Finder::Entry& entry : f.entries) {
      if (entry.service >= f.services.size() || !expr(entry.also) || !below(entry.asks, m_.fields.size())) return false;
      for (const Finder::Given& given_value : entry.gives) {
        if (given_value.value == kNoExpr || !expr(given_value.value)) return false;
      }
    }
    return screens_ask_once() && m_.screens.back().kind == ScreenKind::found;
  }

  [[nodiscard]] bool screens_ask_once() const {
    std::vector<bool> asked(m_.fields.size(), false);
    for (const Screen& screen : m_.screens) {
      for (const std::uint16_t field : screen.fields) {
        if (asked[field]) return false;
        asked[field] = true;
      }
    }
    return asked[m_.finder.reason];
  }

  [[nodiscard]] bool indexes_sound() const {
    if (m_.readers.size() != m_.fields.size() || m_.askers.size() != m_.fields.size()) return false;
    for (const auto& list : m_.readers) {
      if (!below(list, m_.conditions.size())) return false;
      for (const std::uint16_t leaf : list) {
        if (m_.conditions[leaf].kind != ConditionKind::leaf) return false;
      }
    }
    for (const auto& list : m_.askers) {
      if (!below(list, m_.fields.size())) return false;
    }
    return asks_in_order();
  }

  const Model& m_;
};

}  // namespace

std::string unsound_table(const Model& model) {
  return Checker(model).first_unsound();
}

}  // namespace qadam::service
