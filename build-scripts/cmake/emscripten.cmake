# Debian's Emscripten, found through emcc itself; tests run under Node.
find_program(QADAM_EMCC emcc REQUIRED)
get_filename_component(QADAM_EMCC_REAL "${QADAM_EMCC}" REALPATH)
get_filename_component(QADAM_EM_ROOT "${QADAM_EMCC_REAL}" DIRECTORY)
include("${QADAM_EM_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
# Node 18 and newer have a global fetch, which this Emscripten's loader mistakes for a browser's (emscripten #16913).
set(CMAKE_CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch" CACHE STRING "" FORCE)
