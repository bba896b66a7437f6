# One folder = one static library = one namespace. qadam_library(base SOURCES a.cpp DEPENDS x y) makes qadam_base, whose
# includes are written from src/ ("base/date.hpp").
add_library(qadam_flags INTERFACE)
target_compile_features(qadam_flags INTERFACE cxx_std_20)
target_compile_options(qadam_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wconversion
  -Wno-sign-conversion $<$<BOOL:${QADAM_WERROR}>:-Werror>)
target_include_directories(qadam_flags INTERFACE "${PROJECT_SOURCE_DIR}/src")
if(EMSCRIPTEN)
  # emcc takes "small" to mean "never inline", which makes a C++ of small functions larger and several times slower.
  target_compile_options(qadam_flags INTERFACE -fno-exceptions -fno-rtti -flto -Oz -finline-functions)
  target_link_options(qadam_flags INTERFACE -flto -Oz -sINLINING_LIMIT=0)
endif()

function(qadam_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_library(qadam_${name} STATIC ${ARG_SOURCES})
  set_target_properties(qadam_${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_link_libraries(qadam_${name} PUBLIC qadam_flags)
  foreach(dep IN LISTS ARG_DEPENDS)
    target_link_libraries(qadam_${name} PUBLIC qadam_${dep})
  endforeach()
  target_link_libraries(qadam_${name} PUBLIC ${ARG_LIBRARIES})
  # The core throws nothing; third-party code behind the shells may.
  if(NOT EMSCRIPTEN AND NOT "${name}" MATCHES "^(server|cli|pack|author|kiosk)$")
    target_compile_options(qadam_${name} PRIVATE -fno-exceptions)
  endif()
endfunction()

# qadam_test(base SOURCES date_test.cpp DEPENDS base): one doctest program per folder of tests/.
function(qadam_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${ARG_SOURCES} $<TARGET_OBJECTS:qadam_test_main>)
  set_target_properties(${name}_test PROPERTIES CXX_EXTENSIONS OFF)
  target_link_libraries(${name}_test PRIVATE qadam_flags qadam_doctest)
  foreach(dep IN LISTS ARG_DEPENDS)
    target_link_libraries(${name}_test PRIVATE qadam_${dep})
  endforeach()
  target_link_libraries(${name}_test PRIVATE ${ARG_LIBRARIES})
  target_compile_definitions(${name}_test PRIVATE QADAM_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(EMSCRIPTEN)
    target_link_options(${name}_test PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1)
  endif()
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()
