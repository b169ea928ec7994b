# Compiles the lexicon of common/lexicon from Debian's French dictionary, and makes it a part of
# `target`.
find_library(MARISA_LIBRARY marisa REQUIRED)
find_file(FRENCH_DICTIONARY fr.dic PATHS /usr/share/hunspell REQUIRED
          DOC "fr.dic of hunspell-fr-comprehensive, with fr.aff beside it")
cmake_path(REPLACE_EXTENSION FRENCH_DICTIONARY LAST_ONLY aff OUTPUT_VARIABLE FRENCH_AFFIXES)

function(kiosque_lexicon target)
  set(source ${CMAKE_SOURCE_DIR}/common/lexicon)
  # It links what it needs and no more: the rest of the project cannot be built before it has run.
  add_executable(lexicon_compiler
    ${source}/compile/main.cc ${source}/compile/compile.cc ${source}/compile/expand.cc
    ${source}/../text/fold.cc ${source}/../base/utf8.cc ${source}/../base/hash.cc)
  target_link_libraries(lexicon_compiler PRIVATE
    PkgConfig::icu PkgConfig::xxhash fmt::fmt ${MARISA_LIBRARY})
  set_target_properties(lexicon_compiler PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})

  set(lexicon_table ${CMAKE_CURRENT_BINARY_DIR}/lexicon.table)
  add_custom_command(OUTPUT ${lexicon_table}
    COMMAND lexicon_compiler ${FRENCH_AFFIXES} ${FRENCH_DICTIONARY} ${source}/lemmas.txt
            ${lexicon_table}
    DEPENDS lexicon_compiler ${FRENCH_AFFIXES} ${FRENCH_DICTIONARY} ${source}/lemmas.txt
    COMMENT "Compiling the lexicon" VERBATIM)
  configure_file(${source}/table.S.in table.S @ONLY)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/table.S PROPERTIES
    OBJECT_DEPENDS ${lexicon_table})
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/table.S)
  target_link_libraries(${target} PUBLIC ${MARISA_LIBRARY})
endfunction()
