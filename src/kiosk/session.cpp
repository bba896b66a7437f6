// SPDX-License-Identifier: MIT
#include "kiosk/session.hpp"

#include <map>
#include <utility>

#include "engine/update.hpp"
#include "i18n/texts.hpp"
#include "service/file.hpp"
#include "service/model.hpp"
#include "submission/setting.hpp"
#include "view/build.hpp"

namespace qadam::kiosk {

struct Session::Inside {
  service::Model model;
  engine::State state;
  std::map<std::string, i18n::Texts> texts;
  std::string language;
  bool is_loaded = false;
  bool is_begun = false;

  void happen(const engine::Action& action) {
    engine::Step step = engine::update(model, std::move(state), action);
    state = std::move(step.state);
    for (const engine::Effect& effect : step.effects) {
      base::Record record;
      record.set("code", "offline");
      happen(engine::Result{effect.id, engine::Outcome::unavailable, std::move(record)});
    }
  }
};

Session::Session() : inside_(std::make_unique<Inside>()) {}

Session::~Session() = default;

std::string Session::load(std::string service) {
  auto model = service::load(service);
  if (!model) return model.error().code;
  inside_ = std::make_unique<Inside>();
  inside_->model = std::move(*model);
  inside_->is_loaded = true;
  return {};
}

std::string Session::add_texts(std::string texts) {
  auto loaded = i18n::Texts::load(std::move(texts));
  if (!loaded) return loaded.error().code;
  if (!inside_->is_loaded || loaded->service_checksum() != inside_->model.checksum) return "texts.service";
  const std::string language(loaded->lang());
  if (inside_->language.empty()) inside_->language = language;
  inside_->texts.insert_or_assign(language, std::move(*loaded));
  return {};
}

std::string Session::begin(std::string_view record) {
  auto setting = submission::setting_of(record);
  if (!setting) return setting.error().code;
  if (!inside_->is_loaded || inside_->texts.empty()) return "service.none";
  inside_->state = engine::begin(inside_->model, std::move(*setting));
  inside_->is_begun = true;
  show();
  return {};
}

void Session::take(const Intent& intent, base::Instant now) {
  if (intent.kind == Intent::Kind::Language) return speak(intent.id);
  if (!inside_->is_begun) return;
  inside_->happen(engine::Now{now});
  if (intent.kind == Intent::Kind::Answer) {
    inside_->happen(engine::Give{intent.id, engine::answer_state(intent.state), intent.value});
  } else {
    inside_->happen(engine::Press{intent.id});
  }
  show();
}

void Session::speak(const std::string& language) {
  if (inside_->texts.find(language) == inside_->texts.end()) return;
  inside_->language = language;
  show();
}

void Session::show() {
  if (!inside_->is_begun) return;
  const i18n::Texts& texts = inside_->texts.at(inside_->language);
  const auto kazakh = inside_->texts.find("kk");
  screen_ =
      view::screen(inside_->model, inside_->state, texts, kazakh == inside_->texts.end() ? nullptr : &kazakh->second);
  screen_.chrome = view::chrome(texts);
}

}  // namespace qadam::kiosk
