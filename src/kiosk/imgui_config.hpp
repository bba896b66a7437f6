// What every file that sees imgui.h must agree on (IMGUI_USER_CONFIG): no demo, no files, no obsolete names.
//
// In the browser's module also no asserts and none of libc's printf and scanf, which would be a third of the code: ours
// are in imgui_format.cpp.
// SPDX-License-Identifier: MIT
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_METRICS_WINDOW
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_TTY_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

#ifdef __EMSCRIPTEN__
#include <stdio.h>
#define IM_ASSERT(condition) ((void)sizeof(condition))
#define sscanf kiosk_sscanf
#define fprintf(...) ((void)0)
extern "C" int kiosk_sscanf(const char* text, const char* format, ...);
#endif
