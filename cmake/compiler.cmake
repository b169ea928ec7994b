# Warnings are errors; the test for a warning worth ignoring is a comment beside the pragma.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                    -Wno-missing-field-initializers -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 12 in std::string at -O3: gcc.gnu.org/PR105329.
  add_compile_options(-Wno-restrict)
endif()
add_compile_definitions($<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)

if(KIOSQUE_SANITIZE)
  add_compile_options(-fsanitize=${KIOSQUE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${KIOSQUE_SANITIZE})
endif()

if(KIOSQUE_FUZZ)
  set(fuzz_flags -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
  add_compile_options(${fuzz_flags})
  add_link_options(${fuzz_flags})
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
