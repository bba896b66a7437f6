// The little formatting that Dear ImGui itself needs, without libc's printf and scanf.
//
// Knows %s, %d, %i, %u, %c, %X with zero padding and %%; any other conversion becomes a percent sign. Settings files
// are never read, so the only scan that must work is the OpenGL backend's "#version %d".
// SPDX-License-Identifier: MIT
#include <cstdarg>
#include <cstddef>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

// Counts what does not fit, as snprintf does.
struct Buffer {
  char* data;
  std::size_t size;
  std::size_t used = 0;

  void put(char c) {
    if (data != nullptr && used + 1 < size) data[used] = c;
    ++used;
  }

  void number(unsigned value, unsigned base, int width) {
    char digits[32];
    int count = 0;
    do {
      digits[count++] = "0123456789ABCDEF"[value % base];
      value /= base;
    } while (value != 0);
    for (int i = count; i < width; ++i) put('0');
    while (count > 0) put(digits[--count]);
  }
};

void format_one(Buffer& out, char conversion, int width, va_list* args) {
  switch (conversion) {
    case 's': {
      const char* text = va_arg(*args, const char*);
      while (text != nullptr && *text != '\0') out.put(*text++);
      break;
    }
    case 'd':
    case 'i': {
      const int value = va_arg(*args, int);
      if (value < 0) out.put('-');
      out.number(value < 0 ? 0u - static_cast<unsigned>(value) : static_cast<unsigned>(value), 10, width);
      break;
    }
    case 'u':
      out.number(va_arg(*args, unsigned), 10, width);
      break;
    case 'X':
    case 'x':
      out.number(va_arg(*args, unsigned), 16, width);
      break;
    case 'c':
      out.put(static_cast<char>(va_arg(*args, int)));
      break;
    default:
      out.put('%');
  }
}

}  // namespace

int ImFormatStringV(char* buffer, std::size_t size, const char* format, va_list args) {
  Buffer out{buffer, size};
  va_list rest;
  va_copy(rest, args);
  while (*format != '\0') {
    if (*format != '%') {
      out.put(*format++);
      continue;
    }
    ++format;
    int width = 0;
    while (*format >= '0' && *format <= '9') width = width * 10 + (*format++ - '0');
    if (*format == '\0') break;
    format_one(out, *format++, width, &rest);
  }
  va_end(rest);
  if (buffer == nullptr) return static_cast<int>(out.used);
  if (size == 0) return 0;
  const std::size_t end = out.used < size ? out.used : size - 1;
  buffer[end] = '\0';
  return static_cast<int>(end);
}

int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
  va_list args;
  va_start(args, format);
  const int written = ImFormatStringV(buffer, size, format, args);
  va_end(args);
  return written;
}

#ifdef __EMSCRIPTEN__
// "PREFIX%d" alone; 0 for every other format.
extern "C" int kiosk_sscanf(const char* text, const char* format, ...) {
  while (*format != '\0' && *format != '%') {
    if (*text++ != *format++) return 0;
  }
  if (format[0] != '%' || format[1] != 'd' || format[2] != '\0' || *text < '0' || *text > '9') return 0;
  int value = 0;
  while (*text >= '0' && *text <= '9') value = value * 10 + (*text++ - '0');
  va_list args;
  va_start(args, format);
  *va_arg(args, int*) = value;
  va_end(args);
  return 1;
}
#endif
