// SPDX-License-Identifier: MIT
#include "pack/citations.hpp"

namespace qadam::pack {
namespace {

// What the members of a list are called; a member not named here is called by its own key.
constexpr std::pair<std::string_view, std::string_view> kElements[] = {{"all", "condition"},
                                                                       {"any", "condition"},
                                                                       {"eligibleWhen", "condition"},
                                                                       {"subtypes", "subtype"},
                                                                       {"items", "item"},
                                                                       {"stages", "stage"},
                                                                       {"notes", "note"},
                                                                       {"screens", "screen"},
                                                                       {"checks", "check"},
                                                                       {"refusalGrounds", "ground"},
                                                                       {"remedies", "remedy"},
                                                                       {"windows", "window"},
                                                                       {"law", "act"},
                                                                       {"fields", "field"}};

std::string element_called(const std::string& key) {
  for (const auto& [of, name] : kElements) {
    if (of == key) return std::string(name);
  }
  return key;
}

std::string step(const std::string& key) {
  std::string out = "/";
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

// No pack is as deep; a hostile one must not exhaust the stack.
constexpr int kMaxDepth = 64;

class Walk {
 public:
  explicit Walk(std::vector<Citation>& out) : out_(out) {}

  // `key`: the last member's name on the way here, list numbers left out.
  void into(const Json& json, const std::string& place, const std::string& key) {
    if (depth_ == kMaxDepth) return;
    ++depth_;
    if (json.is_array()) {
      for (std::size_t i = 0; i < json.size(); ++i) into(json[i], place + "/" + std::to_string(i), key);
    }
    if (json.is_object()) into_object(json, place, key);
    --depth_;
  }

 private:
  void into_object(const Json& json, const std::string& place, const std::string& key) {
    const auto id = json.find("id");
    const std::string own = id != json.end() && id->is_string() ? id->get<std::string>() : std::string();
    for (const auto& item : json.items()) {
      const std::string at = place + step(item.key());
      if (item.key() == "law" || item.key() == "cites") {
        cited(item.value(), at, element_called(key), own);
      } else if (item.key() == "lawOf" && item.value().is_object()) {
        for (const auto& head : item.value().items()) cited(head.value(), at + step(head.key()), head.key(), own);
      } else {
        into(item.value(), at, item.key());
      }
    }
  }

  void cited(const Json& json, const std::string& place, const std::string& element, const std::string& id) {
    if (json.is_string()) out_.push_back({json.get<std::string>(), place, element, id});
    if (json.is_object()) into(json, place, "law");
    if (!json.is_array()) return;
    for (std::size_t i = 0; i < json.size(); ++i) {
      const std::string at = place + "/" + std::to_string(i);
      if (json[i].is_object()) {
        const auto act = json[i].find("id");
        if (act != json[i].end() && act->is_string()) cited(*act, at + "/id", "act", act->get<std::string>());
      }
      if (json[i].is_object() || json[i].is_string()) cited(json[i], at, element, id);
    }
  }

  std::vector<Citation>& out_;
  int depth_ = 0;
};

void add_names(const Json& of, const char* key, std::set<std::string>& names) {
  const auto it = of.is_object() ? of.find(key) : of.end();
  if (it == of.end()) return;
  if (it->is_string()) names.insert(it->get<std::string>());
  if (!it->is_array()) return;
  for (const Json& name : *it) {
    if (name.is_string()) names.insert(name.get<std::string>());
  }
}

}  // namespace

std::vector<Citation> citations_of(const Json& pack) {
  std::vector<Citation> out;
  Walk(out).into(pack, "", "service");
  return out;
}

std::set<std::string> fields_named(const Json& pack) {
  std::set<std::string> names;
  if (!pack.is_object()) return names;
  for (const char* list : {"screens", "checks"}) {
    const auto it = pack.find(list);
    if (it == pack.end() || !it->is_array()) continue;
    for (const Json& each : *it) {
      for (const char* key : {"fields", "field", "facts"}) add_names(each, key, names);
    }
  }
  return names;
}

std::vector<Citation> field_citations(const Json& fields, const std::set<std::string>& ids) {
  std::vector<Citation> out;
  const auto all = fields.is_object() ? fields.find("fields") : fields.end();
  if (all == fields.end() || !all->is_object()) return out;
  for (const auto& item : all->items()) {
    if (ids.count(item.key()) == 0) continue;
    const std::size_t before = out.size();
    Walk(out).into(item.value(), "/fields" + step(item.key()), "fields");
    for (std::size_t i = before; i < out.size(); ++i) out[i].id = item.key();
  }
  return out;
}

}  // namespace qadam::pack
