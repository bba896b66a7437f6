// `qadam find`: which services fit, why others do not, and what to ask next.
// SPDX-License-Identifier: MIT
#include <iostream>

#include "author/walk.hpp"
#include "cli/command.hpp"
#include "engine/finder.hpp"
#include "engine/judge.hpp"
#include "engine/update.hpp"
#include "feel_lang/suggest.hpp"
#include "i18n/texts.hpp"
#include "pack/finder.hpp"

namespace qadam::cli {
namespace {

using engine::Truth;
using pack::Json;
using service::kNone;

struct Options {
  std::string input;
  std::string as_of;
  std::string lang = "en";
  bool json = false;
};

class Finding {
 public:
  Finding(const Options& options, const pack::CompiledPack& pack) : m_(pack.model) {
    for (std::size_t i = 0; i < 3; ++i) {
      auto texts = i18n::Texts::load(pack.texts[i]);
      texts_.push_back(std::move(*texts));
      if (options.lang == pack::kLanguages[i]) lang_ = i;
    }
  }

  void begin(base::Instant now) {
    engine::Setting setting;
    setting.now = now;
    state_ = engine::begin(m_, std::move(setting));
  }

  // What the input gives to each question; false when some of it will not do (printed).
  bool answer(const Json& answers) {
    bool sound = true;
    std::vector<std::string> known;
    for (const service::Field& field : m_.fields) known.push_back(field.id);
    for (const auto& item : answers.items()) {
      const std::uint16_t field = service::find_field(m_, item.key());
      if (field == kNone) {
        std::cerr << "qadam: '" << item.key() << "' is no question of the finder"
                  << feel_lang::suggestion(item.key(), known) << '\n';
        sound = false;
        continue;
      }
      const auto given = author::given(item.key(), item.value());
      if (!given) {
        std::cerr << "qadam: " << given.error().place << ": " << given.error().detail << '\n';
        sound = false;
        continue;
      }
      state_.answers[field] = engine::read_answer(m_.fields[field], given->state, given->text, state_.setting.today());
      const engine::Answer& answer = state_.answers[field];
      if (!answer.issue.empty()) {
        const i18n::Key key = i18n::key_of("error." + answer.issue);
        std::cerr << "qadam: will not do: " << item.key() << ": " << answer.issue;
        if (key != i18n::Key::count) std::cerr << ": " << words().get(key);
        std::cerr << '\n';
        sound = false;
      } else if (answer.state != given->state) {
        std::cerr << "qadam: will not do: " << item.key() << ": this question has no such answer\n";
        sound = false;
      }
    }
    engine::judge_all(m_, state_);
    return sound;
  }

  [[nodiscard]] Json result() const {
    Json out{{"eligible", Json::array()},
             {"notEligible", Json::array()},
             {"unknown", Json::array()},
             {"next", nullptr},
             {"questions", Json::array()}};
    for (std::size_t i = 0; i < m_.subtypes.size(); ++i) {
      const service::Finder::Entry& entry = m_.finder.entries[i];
      if (m_.subtypes[i].condition == kNone) continue;
      Json each{{"service", m_.finder.services[entry.service].id}, {"subtype", entry.subtype}};
      const engine::Verdict& verdict = engine::verdict_of(m_, state_, i);
      if (verdict.truth == Truth::yes) out["eligible"].push_back(std::move(each));
      if (verdict.truth == Truth::no) {
        each["because"] = because(i);
        out["notEligible"].push_back(std::move(each));
      }
      if (verdict.truth != Truth::unknown) continue;
      each["questions"] = Json::array();
      verdict.questions.for_each([&](std::uint32_t field) { each["questions"].push_back(m_.fields[field].id); });
      out["unknown"].push_back(std::move(each));
    }
    for (const std::uint16_t field : engine::open_questions(m_, state_)) out["questions"].push_back(question(field));
    if (!out["questions"].empty()) out["next"] = out["questions"][0]["id"];
    return out;
  }

  void print(std::ostream& out) const {
    const auto word = [&](service::FinderWord w) {
      return std::string(words().get(m_.finder.words[static_cast<std::size_t>(w)]));
    };
    const std::pair<Truth, service::FinderWord> lists[] = {{Truth::yes, service::FinderWord::fits},
                                                           {Truth::no, service::FinderWord::not_fits},
                                                           {Truth::unknown, service::FinderWord::unknown}};
    for (const auto& [truth, heading] : lists) {
      bool has_heading = false;
      for (std::size_t i = 0; i < m_.subtypes.size(); ++i) {
        const bool listed = m_.subtypes[i].condition != kNone && engine::verdict_of(m_, state_, i).truth == truth &&
                            (truth == Truth::yes || engine::is_looked_at(m_, state_, i) == Truth::yes);
        if (!listed) continue;
        if (!has_heading) out << word(heading) << ":\n";
        has_heading = true;
        const service::Finder::Entry& entry = m_.finder.entries[i];
        out << "  " << m_.subtypes[i].id << "  " << words().get(m_.finder.services[entry.service].title) << ": "
            << words().get(entry.label) << '\n';
        if (truth == Truth::no) {
          for (const Json& leaf : because(i))
            out << "    - " << leaf["text"].get<std::string>() << "  " << leaf["law"].dump() << '\n';
        }
        if (truth != Truth::unknown) continue;
        engine::verdict_of(m_, state_, i).questions.for_each([&](std::uint32_t field) {
          out << "    ? " << m_.fields[field].id << '\n';
        });
      }
    }
    for (std::size_t i = 0; i < m_.subtypes.size(); ++i) {
      if (m_.subtypes[i].condition == kNone && engine::is_looked_at(m_, state_, i) == Truth::yes)
        out << word(service::FinderWord::see) << ": " << words().get(m_.finder.entries[i].label) << '\n';
    }
    const std::vector<std::uint16_t> open = engine::open_questions(m_, state_);
    out << "next: " << (open.empty() ? "-" : m_.fields[open.front()].id) << '\n';
    for (const std::uint16_t field : open) {
      out << "  " << m_.fields[field].id << ": " << words().get(title(field)) << '\n';
    }
  }

 private:
  [[nodiscard]] const i18n::Texts& words() const { return texts_[lang_]; }

  [[nodiscard]] service::TextId title(std::uint16_t field) const {
    const std::uint16_t screen = engine::screen_asking(m_, field);
    return screen == kNone ? m_.fields[field].title : m_.screens[screen].title;
  }

  [[nodiscard]] Json because(std::size_t entry) const {
    Json out = Json::array();
    for (const std::uint16_t leaf : engine::because(m_, state_, m_.subtypes[entry].condition)) {
      const service::Condition& c = m_.conditions[leaf];
      Json each{{"id", c.id}, {"law", Json::array()}, {"text", std::string(words().get(c.text))}};
      for (const std::uint16_t law : c.law) each["law"].push_back(m_.laws[law].id);
      out.push_back(std::move(each));
    }
    return out;
  }

  [[nodiscard]] Json question(std::uint16_t number) const {
    constexpr const char* kKinds[] = {"text", "iin", "phone", "date", "choice", "choices", "yesNo", "file", "text"};
    const service::Field& field = m_.fields[number];
    Json out{{"id", field.id},
             {"kind", kKinds[static_cast<std::size_t>(field.type)]},
             {"options", Json::array()},
             {"title", Json::object()}};
    for (const service::Option& option : field.options) out["options"].push_back(option.value);
    if (field.type == service::FieldType::boolean) out["options"] = {"true", "false"};
    for (std::size_t i = 0; i < 3; ++i) out["title"][pack::kLanguages[i]] = std::string(texts_[i].get(title(number)));
    return out;
  }

  const service::Model& m_;
  std::vector<i18n::Texts> texts_;
  std::size_t lang_ = 0;
  engine::State state_;
};

int find(const Context& context, const Options& options) {
  const auto finder = load_finder(context);
  if (!finder) return kInvalid;
  pack::Diagnostics diagnostics;
  const Json input = pack::read_json(options.input, options.input, diagnostics);
  print(diagnostics);
  if (!diagnostics.empty()) return kInvalid;
  const bool is_case = input.contains("answers") && input["answers"].is_object();
  const std::string day = !options.as_of.empty() ? options.as_of
                          : is_case && input.contains("asOf") && input["asOf"].is_string()
                              ? input["asOf"].get<std::string>()
                              : "";
  base::Instant now = context.now;
  if (!day.empty()) {
    const auto moment = parse_moment(day);
    if (!moment) {
      std::cerr << "qadam: " << moment.error().code << ": as-of day " << day << '\n';
      return kInvalid;
    }
    now = *moment;
  }
  Finding finding(options, *finder);
  finding.begin(now);
  const bool sound = finding.answer(is_case ? input["answers"] : input);
  if (options.json) {
    std::cout << finding.result().dump() << '\n';
  } else {
    finding.print(std::cout);
  }
  return sound ? kDone : kInvalid;
}

}  // namespace

std::optional<pack::CompiledPack> load_finder(const Context& context) {
  if (!pack::has_finder(context.packs())) {
    std::cerr << "qadam: no assets/services/finder.json\n";
    return std::nullopt;
  }
  pack::Diagnostics diagnostics;
  const pack::Sources sources = pack::read_sources(context.packs(), pack::kFinder, diagnostics);
  const auto covered = pack::covered_packs(context.packs(), sources, diagnostics);
  auto compiled = pack::compile_finder(sources, covered, diagnostics);
  print(diagnostics);
  return compiled;
}

void add_find(CLI::App& app, const Context& context, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("find", "which services fit by these answers, and what to ask next");
  command->add_option("--input", options->input, "a case file, or its answers alone (JSON); {} begins")->required();
  command->add_option("--as-of", options->as_of, "a day YYYY-MM-DD or a minute YYYY-MM-DDThh:mm");
  command->add_option("--lang", options->lang, "of `because` and of what is printed")
      ->check(CLI::IsMember({"kk", "ru", "en"}));
  command->add_flag("--json", options->json,
                    "{eligible, notEligible, unknown, next, questions}; `questions` are the open ones, next first");
  command->callback([&context, &run, options] { run = [&context, options] { return find(context, *options); }; });
}

}  // namespace qadam::cli
