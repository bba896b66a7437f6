// The kiosk's module: engine, view and Dear ImGui in one, drawn on the canvas "#kiosk" by WebGL2.
//
// A frame is drawn only when something happened, and then a few more until ImGui has settled. All exports are for
// web/kiosk/kiosk.js and the tests; texts cross as UTF-8 in memory got from kiosk_alloc, texts given back stay valid
// until the next call, their length by kiosk_length().
// SPDX-License-Identifier: MIT
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <GLES3/gl3.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backends/imgui_impl_opengl3.h"
#include "base/json_writer.hpp"
#include "imgui.h"
#include "kiosk/browser_input.hpp"
#include "kiosk/draw.hpp"
#include "kiosk/fonts.hpp"
#include "kiosk/palette.hpp"
#include "kiosk/session.hpp"
#include "view/build.hpp"

// The page's language, for whatever reads it aloud.
EM_JS(void, kiosk_page_language, (const char* code), { document.documentElement.lang = UTF8ToString(code); });

namespace qadam::kiosk {
namespace {

constexpr const char* kCanvas = "#kiosk";
constexpr const char* kShaders = "#version 300 es";
// ImGui needs two or three frames after an event until hover, press and layout agree.
constexpr int kFramesToSettle = 4;
constexpr int kFramesAtOnce = 16;

struct Kiosk {
  Session session;
  Ui ui;
  BrowserInput input;
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
  float width = 0;   // CSS pixels
  float height = 0;  // CSS pixels
  float ratio = 0;   // device pixels per CSS pixel
  int frames_left = 0;
  int frames_drawn = 0;
  bool is_asked = false;  // a frame is on its way
  std::string language;   // the page's
  bool is_lost = false;   // the WebGL context is gone for now
  std::string reply;
};

// Lives as long as the page: callbacks of the browser may come at any time.
Kiosk& kiosk() {
  static Kiosk* const one = new Kiosk;
  return *one;
}

base::Instant now() {
  return {static_cast<std::int64_t>(emscripten_date_now() / 1000)};
}

EM_BOOL on_frame(double, void*);

void ask_frame() {
  Kiosk& k = kiosk();
  if (k.is_asked || k.is_lost || k.context == 0) return;
  k.is_asked = true;
  emscripten_request_animation_frame(on_frame, nullptr);
}

void wake() {
  kiosk().frames_left = kFramesToSettle;
  ask_frame();
}

// Follows the window's size, zoom and pixel ratio; the canvas has exactly the device's pixels.
void fit(Kiosk& k) {
  double width = 0;
  double height = 0;
  emscripten_get_element_css_size(kCanvas, &width, &height);
  const auto ratio = static_cast<float>(emscripten_get_device_pixel_ratio());
  const auto w = std::max(1.0f, static_cast<float>(width));
  const auto h = std::max(1.0f, static_cast<float>(height));
  if (w == k.width && h == k.height && ratio == k.ratio) return;
  const Sizes sizes = sizes_for(w, h);
  const bool is_new_font = sizes.scale != k.ui.sizes.scale || ratio != k.ratio;
  k.width = w;
  k.height = h;
  k.ratio = ratio;
  k.ui.sizes = sizes;
  const int pixels_w = static_cast<int>(std::lround(w * ratio));
  const int pixels_h = static_cast<int>(std::lround(h * ratio));
  emscripten_set_canvas_element_size(kCanvas, pixels_w, pixels_h);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {w, h};
  io.DisplayFramebufferScale = {static_cast<float>(pixels_w) / w, static_cast<float>(pixels_h) / h};
  if (!is_new_font) return;
  k.ui.fonts = build_fonts(*io.Fonts, sizes, ratio);
  // The backend makes its texture, with its other objects, at the next frame.
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

// One frame of ImGui, not yet painted. True when a press has just begun.
bool step(Kiosk& k) {
  const bool was_down = ImGui::GetIO().MouseDown[0];
  k.input.feed();
  ImGui::NewFrame();
  const std::vector<Intent> intents = draw(k.session.screen(), k.ui);
  ImGui::Render();
  --k.frames_left;
  for (const Intent& intent : intents) k.session.take(intent, now());
  if (!intents.empty() || k.ui.wants_frame) k.frames_left = kFramesToSettle;
  return ImGui::GetIO().MouseDown[0] && !was_down;
}

void paint() {
  const ImGuiIO& io = ImGui::GetIO();
  const auto [red, green, blue, alpha] = ImGui::ColorConvertU32ToFloat4(kPaper);
  glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
             static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
  glClearColor(red, green, blue, alpha);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

// ImGui's frames cost a millisecond, painting without a graphics card fifty: so ImGui settles first and only the last
// frame is painted, and the one in which something is pressed, to show it.
EM_BOOL on_frame(double, void*) {
  Kiosk& k = kiosk();
  k.is_asked = false;
  if (k.is_lost) return EM_FALSE;
  fit(k);
  ImGui_ImplOpenGL3_NewFrame();
  for (int i = 0; i < kFramesAtOnce; ++i) {
    if (step(k) || (k.frames_left <= 0 && k.input.is_idle())) break;
  }
  if (k.language != k.session.screen().lang) {
    k.language = k.session.screen().lang;
    kiosk_page_language(k.language.c_str());
  }
  paint();
  ++k.frames_drawn;
  if (k.frames_left > 0 || !k.input.is_idle()) ask_frame();
  return EM_FALSE;
}

EM_BOOL on_lost(int, const void*, void*) {
  kiosk().is_lost = true;
  return EM_TRUE;  // or the browser would never give it back
}

EM_BOOL on_restored(int, const void*, void*) {
  kiosk().is_lost = false;
  kiosk().is_asked = false;
  // Destroying the device objects alone leaves 1.86's backend with sizes of buffers that are gone.
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init(kShaders);
  wake();
  return EM_TRUE;
}

const char* reply(std::string text) {
  kiosk().reply = std::move(text);
  return kiosk().reply.c_str();
}

std::string_view given(const char* text, int length) {
  return {text, static_cast<std::size_t>(length)};
}

// The empty text when all is well.
const char* loaded(const std::string& error) {
  wake();
  return reply(error);
}

}  // namespace
}  // namespace qadam::kiosk

using qadam::kiosk::kiosk;

extern "C" {

EMSCRIPTEN_KEEPALIVE void* kiosk_alloc(int size) {
  return std::malloc(static_cast<std::size_t>(size));
}

EMSCRIPTEN_KEEPALIVE void kiosk_free(void* memory) {
  std::free(memory);
}

EMSCRIPTEN_KEEPALIVE int kiosk_length() {
  return static_cast<int>(kiosk().reply.size());
}

// 0 = drawing; 1 = no WebGL2 here.
EMSCRIPTEN_KEEPALIVE int kiosk_start() {
  using namespace qadam::kiosk;
  Kiosk& k = kiosk();
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = EM_FALSE;
  k.context = emscripten_webgl_create_context(kCanvas, &attributes);
  if (k.context <= 0) {
    k.context = 0;
    return 1;
  }
  emscripten_webgl_make_context_current(k.context);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  ImGui::GetIO().DeltaTime = 1.0f / 60;
  ImGui_ImplOpenGL3_Init(kShaders);
  k.input.start(kCanvas, k.ui, wake);
  emscripten_set_webglcontextlost_callback(kCanvas, nullptr, EM_FALSE, on_lost);
  emscripten_set_webglcontextrestored_callback(kCanvas, nullptr, EM_FALSE, on_restored);
  wake();
  return 0;
}

// The window's size or pixel ratio changed.
EMSCRIPTEN_KEEPALIVE void kiosk_wake() {
  qadam::kiosk::wake();
}

// Compiled service; the code of the error, or an empty text.
EMSCRIPTEN_KEEPALIVE const char* kiosk_load(const char* data, int length) {
  using namespace qadam::kiosk;
  return loaded(kiosk().session.load(std::string(given(data, length))));
}

// One language: its code, its name in itself, its compiled texts. The code of the error, or an empty text.
EMSCRIPTEN_KEEPALIVE const char* kiosk_texts(const char* code, int code_length, const char* name, int name_length,
                                             const char* data, int length) {
  using namespace qadam::kiosk;
  std::string error = kiosk().session.add_texts(std::string(given(data, length)));
  if (error.empty()) {
    kiosk().ui.languages.push_back({std::string(given(code, code_length)), std::string(given(name, name_length))});
  }
  return loaded(error);
}

// A record as qadam_begin takes it. The code of the error, or an empty text.
EMSCRIPTEN_KEEPALIVE const char* kiosk_begin(const char* record, int length) {
  using namespace qadam::kiosk;
  return loaded(kiosk().session.begin(given(record, length)));
}

EMSCRIPTEN_KEEPALIVE void kiosk_language(const char* code, int length) {
  using namespace qadam::kiosk;
  kiosk().session.speak(std::string(given(code, length)));
  wake();
}

// The screen as JSON, as the wizard's module writes it.
EMSCRIPTEN_KEEPALIVE const char* kiosk_screen() {
  using namespace qadam::kiosk;
  return reply(qadam::view::to_json(kiosk().session.screen()));
}

// {"<item>":[x,y,width,height],...} in CSS pixels: the parts in sight.
EMSCRIPTEN_KEEPALIVE const char* kiosk_rects() {
  using namespace qadam::kiosk;
  qadam::base::JsonWriter json;
  json.begin_object();
  for (const Item& item : kiosk().ui.items) {
    json.key(item.id).begin_array();
    for (const float side : {item.seen.x, item.seen.y, item.seen.w, item.seen.h}) {
      json.number(static_cast<std::int64_t>(std::lround(side)));
    }
    json.end_array();
  }
  json.end_object();
  return reply(json.take());
}

// The item that keys act on, or an empty text.
EMSCRIPTEN_KEEPALIVE const char* kiosk_focus() {
  return qadam::kiosk::reply(kiosk().ui.focus);
}

// 1 = nothing queued and no frame on its way.
EMSCRIPTEN_KEEPALIVE int kiosk_idle() {
  return !kiosk().is_asked && kiosk().input.is_idle() ? 1 : 0;
}

// Frames painted since the start: stands still when nothing happens.
EMSCRIPTEN_KEEPALIVE int kiosk_frames() {
  return kiosk().frames_drawn;
}

}  // extern "C"
