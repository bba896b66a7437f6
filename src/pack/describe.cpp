// SPDX-License-Identifier: MIT
#include "pack/describe.hpp"

namespace qadam::pack {
namespace {

Json member_or(const Json& json, const char* key, const Json& otherwise) {
  return json.contains(key) ? json[key] : otherwise;
}

Json text_of(const Json& texts, const std::string& key) {
  return member_or(texts, key.c_str(), "");
}

// The pack's own form, which already is the one that describe promises, without what only the compiler needs.
Json describe_fee(const Sources& sources, const service::Model& model) {
  Json fee = member_or(sources.pack, "fee", Json::object());
  if (!fee.contains("rate")) return fee;
  fee["unit"] = "KZT";
  fee["amounts"] = Json::array();
  for (const service::Amount& amount : model.amounts) {
    fee["amounts"].push_back({{"from", amount.from.iso()}, {"until", amount.until.iso()}, {"value", amount.value}});
  }
  return fee;
}

Json describe_items(const Sources& sources, const Json& subtype) {
  Json items = Json::array();
  for (const Json& item : member_or(subtype, "items", Json::array())) {
    items.push_back({{"id", item["id"]},
                     {"kind", member_or(item, "kind", "copy")},
                     {"required", item["required"]},
                     {"when", member_or(item, "when", nullptr)},
                     {"slow", member_or(item, "slow", false)},
                     {"title", in_all_languages(sources, "item." + item["id"].get<std::string>())},
                     {"hint", in_all_languages(sources, "item." + item["id"].get<std::string>() + ".hint")},
                     {"law", member_or(item, "law", Json::array())},
                     {"notes", member_or(item, "notes", Json::array())},
                     {"from", member_or(item, "from", nullptr)},
                     {"until", member_or(item, "until", nullptr)}});
  }
  return items;
}

// A phone number stands as it is, a text in all languages.
Json describe_contacts(const Sources& sources) {
  Json contacts = Json::array();
  for (const Json& contact : member_or(sources.pack, "contacts", Json::array())) {
    const std::string key = contact.get<std::string>();
    const bool is_text = sources.service_texts.at("kk").contains(key);
    contacts.push_back(is_text ? in_all_languages(sources, key) : contact);
  }
  return contacts;
}

Json describe_law(const Sources& sources) {
  Json laws = Json::array();
  for (const Json& law : member_or(sources.pack, "law", Json::array())) {
    const std::string id = law["id"].get<std::string>();
    laws.push_back({{"id", id},
                    {"title", text_of(sources.shared_texts.at("kk"), "law.act." + id)},
                    {"from", member_or(law, "from", nullptr)},
                    {"until", member_or(law, "until", nullptr)}});
  }
  return laws;
}

// A remedy that many services have is worded in the shared texts.
Json own_or_shared(const Sources& sources, const std::string& key) {
  const bool is_own = sources.service_texts.at("kk").contains(key);
  Json out;
  for (const char* lang : kLanguages) {
    out[lang] = text_of((is_own ? sources.service_texts : sources.shared_texts).at(lang), key);
  }
  return out;
}

}  // namespace

Json in_all_languages(const Sources& sources, const std::string& key) {
  Json out;
  for (const char* lang : kLanguages) out[lang] = text_of(sources.service_texts.at(lang), key);
  return out;
}

Json describe(const Sources& sources, const service::Model& model) {
  const Json& pack = sources.pack;
  Json out;
  out["service"] = model.id;
  out["version"] = model.version;
  out["kind"] = pack["kind"];
  out["status"] = is_draft(sources) ? "draft" : "published";
  out["title"] = in_all_languages(sources, "title");
  out["law"] = describe_law(sources);
  out["provider"] = text_of(sources.service_texts.at("kk"), pack["provider"].get<std::string>());
  out["channels"] = member_or(pack, "channels", Json::array());
  out["timeLimit"] = member_or(pack, "timeLimit", nullptr);
  out["fee"] = describe_fee(sources, model);
  out["result"] = text_of(sources.service_texts.at("kk"), pack["result"].get<std::string>());
  out["windows"] = member_or(pack, "windows", Json::array());
  out["hours"] = member_or(pack, "hours", nullptr);
  out["signing"] = member_or(pack, "signing", Json::array());
  out["contacts"] = describe_contacts(sources);
  out["lawOf"] = member_or(pack, "lawOf", Json::object());
  out["subtypes"] = Json::array();
  for (const Json& subtype : member_or(pack, "subtypes", Json::array())) {
    out["subtypes"].push_back({{"number", subtype["number"]},
                               {"id", subtype["id"]},
                               {"title", in_all_languages(sources, subtype["title"].get<std::string>())},
                               {"law", member_or(subtype, "law", Json::array())},
                               {"chosenWhen", member_or(subtype, "chosenWhen", nullptr)},
                               {"eligibleWhen", member_or(subtype, "eligibleWhen", nullptr)},
                               {"items", describe_items(sources, subtype)}});
  }
  out["obtainedByProvider"] = member_or(pack, "obtainedByProvider", Json::array());
  out["refusalGrounds"] = member_or(pack, "refusalGrounds", Json::array());
  out["remedies"] = Json::array();
  for (const Json& remedy : member_or(pack, "remedies", Json::array())) {
    Json entry = remedy;
    const std::string key = "remedy." + remedy["id"].get<std::string>();
    entry["title"] = own_or_shared(sources, key + ".title");
    entry["text"] = own_or_shared(sources, key);
    out["remedies"].push_back(std::move(entry));
  }
  out["stages"] = Json::array();
  for (const Json& stage : member_or(pack, "stages", Json::array())) {
    Json entry = {{"number", stage["number"]}, {"id", stage["id"]},   {"kind", stage["kind"]},
                  {"system", stage["system"]}, {"law", stage["law"]}, {"onStop", member_or(stage, "onStop", nullptr)}};
    entry["title"] = in_all_languages(sources, "stage." + stage["id"].get<std::string>());
    out["stages"].push_back(std::move(entry));
  }
  out["notes"] = Json::array();
  for (const Json& note : member_or(pack, "notes", Json::array())) {
    out["notes"].push_back({{"id", note["id"]},
                            {"kind", member_or(note, "kind", nullptr)},
                            {"law", member_or(note, "law", Json::array())},
                            {"text", in_all_languages(sources, "note." + note["id"].get<std::string>())}});
  }
  out["samples"] = Json::array();
  for (const Json& sample : member_or(pack, "samples", Json::array())) {
    Json rows = Json::array();
    const std::string key = "sample." + sample["id"].get<std::string>();
    for (const Json& row : sample["rows"]) {
      const std::string label = key + "." + row.get<std::string>();
      rows.push_back(
          {{"label", in_all_languages(sources, label)}, {"value", in_all_languages(sources, label + ".value")}});
    }
    out["samples"].push_back({{"id", sample["id"]},
                              {"title", in_all_languages(sources, key + ".title")},
                              {"law", member_or(sample, "law", Json::array())},
                              {"items", member_or(sample, "items", Json::array())},
                              {"rows", std::move(rows)}});
  }
  return out;
}

Json service_entry(const Sources& sources, const service::Model& model, base::Date day, const std::string& lang) {
  const service::Opening opening = service::opening(model, day);
  const Json& texts = sources.service_texts.at(lang);
  Json out;
  out["service"] = model.id;
  out["title"] = text_of(texts, "title");
  out["kind"] = model.is_application ? "application" : "information";
  out["status"] = is_draft(sources) ? "draft" : "published";
  out["open"] = opening.open;
  out["because"] = opening.open ? Json("") : text_of(texts, opening.early ? "early.lead" : "closed.lead");
  out["law"] = describe_law(sources);
  return out;
}

}  // namespace qadam::pack
