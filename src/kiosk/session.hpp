// Session: one person's walk through one service, inside the kiosk's module: engine and view, no network.
//
// Effects are answered "unavailable" at once: the backend stub moves in with a later version of the kiosk, and until
// then nothing may look as if it had been asked.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "kiosk/ui.hpp"
#include "view/screen.hpp"

namespace qadam::kiosk {

class Session {
 public:
  Session();
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // A compiled service and one language's compiled texts; the code of the error, or empty.
  std::string load(std::string service);
  std::string add_texts(std::string texts);

  // `record` as submission::setting_of takes it; the code of the error, or empty.
  std::string begin(std::string_view record);

  // Unknown languages and intents that do not fit are ignored.
  void take(const Intent& intent, base::Instant now);
  void speak(const std::string& language);

  // Of the last begin, take or speak. An empty screen before begin.
  [[nodiscard]] const view::Screen& screen() const { return screen_; }

 private:
  struct Inside;

  void show();

  std::unique_ptr<Inside> inside_;
  view::Screen screen_;
};

}  // namespace qadam::kiosk
