// Screens and their texts, for tests of what a person reads.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "../engine/citizen.hpp"
#include "../pack/packs.hpp"
#include "view/build.hpp"

namespace qadam::testing {

inline const service::Model& licence() {
  return real_pack("licence-first").model;
}

enum Language { kk, ru, en };

inline view::Screen shown(const Citizen& c, Language lang = en) {
  const auto& texts = real_pack(c.model().id).texts;
  return view::screen(c.model(), c.state(), texts[static_cast<std::size_t>(lang)]);
}

// Every text on the screen, but not the chrome: some of that are patterns which the shell fills in.
inline std::vector<std::string> texts_of(const view::Screen& s) {
  std::vector<std::string> out{s.title,       s.lead,       s.service_title, s.mode.banner,
                               s.mode.detail, s.mode.as_of, s.progress.text};
  const auto laws = [&](const std::vector<view::Law>& list) {
    for (const view::Law& law : list) out.push_back(law.text);
  };
  laws(s.law);
  for (const view::Notice& n : s.notices) {
    out.insert(out.end(), {n.title, n.text});
    laws(n.law);
  }
  for (const view::Field& f : s.fields) {
    out.insert(out.end(), {f.label, f.hint, f.shown, f.error, f.why, f.action_text});
    for (const view::Option& o : f.options) out.insert(out.end(), {o.text, o.hint});
    for (const view::Option& o : f.examples) out.push_back(o.text);
    laws(f.law);
  }
  for (const view::FieldError& e : s.errors) out.push_back(e.text);
  for (const view::Button& b : s.actions) out.insert(out.end(), {b.text, b.ask});
  return out;
}

inline const view::Notice* notice(const view::Screen& s, const std::string& id) {
  for (const view::Notice& n : s.notices) {
    if (n.id == id) return &n;
  }
  return nullptr;
}

inline const view::Field* field(const view::Screen& s, const std::string& id) {
  for (const view::Field& f : s.fields) {
    if (f.id == id) return &f;
  }
  return nullptr;
}

inline bool offers(const view::Screen& s, const std::string& action) {
  for (const view::Button& b : s.actions) {
    if (b.id == action) return true;
  }
  return false;
}

}  // namespace qadam::testing
