// SPDX-License-Identifier: MIT
#include "author/elements.hpp"

#include <set>

namespace qadam::author {
namespace {

using pack::Json;

class Taker {
 public:
  Taker(const pack::Sources& sources, std::optional<base::Date> day)
      : sources_(sources), pack_(sources.pack), day_(day) {}

  std::vector<Element> take() {
    head();
    for (const Json& term : part(pack_, "law")) add("term", text_or_empty(term, "id"), term);
    for (const Json& limit : as_list(part(pack_, "timeLimit"))) add("timeLimit", "timeLimit", limit);
    for (const Json& window : part(pack_, "windows")) add("window", "window", window, true);
    for (const Json& hours : as_list(part(pack_, "hours"))) {
      add("hours", "hours", hours, text_or_empty(hours, "from").find(':') != std::string::npos);
    }
    for (const Json& subtype : part(pack_, "subtypes")) this->subtype(subtype);
    named("check", part(pack_, "checks"));
    questions();
    named("screen", part(pack_, "screens"));
    named("stage", part(pack_, "stages"));
    named("ground", part(pack_, "refusalGrounds"));
    named("remedy", part(pack_, "remedies"));
    named("note", part(pack_, "notes"));
    named("sample", part(pack_, "samples"));
    members("definition", part(pack_, "definitions"));
    texts();
    return std::move(out_);
  }

 private:
  void add(const std::string& kind, std::string id, Json content, bool is_window = false) {
    const Validity valid = validity(content, is_window);
    if (day_ && !valid.holds_on(*day_)) return;
    if (content.is_object()) {
      content.erase("id");
      content.erase(is_window ? "validFrom" : "from");
      content.erase(is_window ? "validUntil" : "until");
    }
    // Of several with one name (a term in two spans, two windows) each later one bears its number.
    const std::string name = id;
    for (int n = 2; !ids_.insert(kind + " " + id).second; ++n) id = name + " #" + std::to_string(n);
    out_.push_back({kind, std::move(id), valid, std::move(content)});
  }

  void named(const std::string& kind, const Json& list) {
    for (const Json& each : list) add(kind, text_or_empty(each, "id"), each);
  }

  void members(const std::string& kind, const Json& object) {
    if (!object.is_object()) return;
    for (const auto& item : object.items()) add(kind, item.key(), item.value());
  }

  void head() {
    for (const char* key : {"kind", "status", "provider", "channels", "result", "signing", "contacts",
                            "obtainedByProvider", "eligibilityIsAdvice", "otherWhen", "lawOf", "applicantOnly"}) {
      if (!part(pack_, key).is_null()) add("head", key, pack_[key]);
    }
    const Json& fee = part(pack_, "fee");
    if (!fee.is_object()) return;
    add("fee", "fee", fee);
    const std::string rate = text_or_empty(fee, "rate");
    for (const Json& period : part(part(part(sources_.rates, "rates"), rate.c_str()), "periods")) {
      add("fee", rate + " " + text_or_empty(period, "from"), period);
    }
  }

  void subtype(const Json& subtype) {
    const std::string id = text_or_empty(subtype, "id");
    Json own = subtype;
    own.erase("eligibleWhen");
    own.erase("items");
    add("subtype", id, std::move(own));
    if (part(subtype, "eligibleWhen").is_object()) condition(subtype["eligibleWhen"], id, "eligibleWhen");
    for (const Json& item : part(subtype, "items")) add("item", id + "/" + text_or_empty(item, "id"), item);
  }

  // A group is its kind and the names of what stands in it; returns the name by which its parent knows it.
  std::string condition(const Json& json, const std::string& subtype, const std::string& place) {
    std::string id = text_or_empty(json, "id");
    if (id.empty()) id = place;
    for (const char* kind : {"all", "any"}) {
      if (!json.contains(kind)) continue;
      Json children = Json::array();
      int number = 0;
      for (const Json& child : json[kind]) {
        children.push_back(condition(child, subtype, place + "." + std::to_string(++number)));
      }
      Json content = json;
      content.erase("all");
      content.erase("any");
      content[kind] = std::move(children);
      add("group", subtype + "/" + id, std::move(content));
      return id;
    }
    add("condition", subtype + "/" + id, json);
    return id;
  }

  // A question is what the dictionary says of it and when this service asks it.
  void questions() {
    std::vector<std::string> ids;
    for (const Json& screen : part(pack_, "screens")) {
      for (const Json& id : part(screen, "fields")) ids.push_back(id.get<std::string>());
    }
    for (const Json& check : part(pack_, "checks")) {
      ids.push_back(text_or_empty(check, "field"));
      for (const Json& id : part(check, "facts")) ids.push_back(id.get<std::string>());
    }
    for (const std::string& id : ids) {
      if (!fields_.insert(id).second) continue;
      Json content = part(part(sources_.fields, "fields"), id.c_str());
      const std::string ask = text_or_empty(part(pack_, "ask"), id.c_str());
      if (!ask.empty()) content["ask"] = ask;
      add("question", id, std::move(content));
    }
  }

  // The service's own texts, and those of its questions.
  void texts() {
    std::set<std::string> own;
    std::set<std::string> shared;
    for (const char* lang : pack::kLanguages) {
      for (const auto& item : sources_.service_texts.at(lang).items()) own.insert(item.key());
      for (const auto& item : sources_.shared_texts.at(lang).items()) {
        const std::string& key = item.key();
        if (key.rfind("field.", 0) != 0) continue;
        if (fields_.count(key.substr(6, key.find('.', 6) - 6)) != 0) shared.insert(key);
      }
    }
    for (const std::string& key : own) text(key, sources_.service_texts);
    for (const std::string& key : shared) text(key, sources_.shared_texts);
  }

  void text(const std::string& key, const std::map<std::string, Json>& texts) {
    Json content = Json::object();
    for (const char* lang : pack::kLanguages) content[lang] = text_or_empty(texts.at(lang), key.c_str());
    add("text", key, std::move(content));
  }

  const pack::Sources& sources_;
  const Json& pack_;
  std::optional<base::Date> day_;
  std::set<std::string> ids_;
  std::set<std::string> fields_;
  std::vector<Element> out_;
};

}  // namespace

std::vector<Element> elements(const pack::Sources& sources, std::optional<base::Date> day) {
  return Taker(sources, day).take();
}

}  // namespace qadam::author
