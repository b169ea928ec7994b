# What `cmake --install` puts where, and the Debian package that scripts/package makes of it.
include(GNUInstallDirs)

install(TARGETS indexer searcher RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

install(FILES indexer/indexer.1 searcher/searcher.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES searcher/query/kiosque-query.7 DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)

set(completions scripts/completions)
foreach(program IN ITEMS indexer searcher)
  install(FILES ${completions}/kiosque.bash
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program})
  install(FILES ${completions}/kiosque.fish
          DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME ${program}.fish)
endforeach()
install(FILES ${completions}/kiosque.zsh
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _kiosque)

install(FILES README.md CHANGELOG.md LICENSE cmake/debian/copyright
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY scripts/webserver DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES scripts/systemd/kiosque-crawl.service scripts/systemd/kiosque-crawl.timer
        DESTINATION lib/systemd/system)
install(FILES scripts/systemd/kiosque.conf DESTINATION lib/sysusers.d)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kiosque)
set(CPACK_PACKAGE_CONTACT "The Kiosque maintainers <maintainers@kiosque.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search engine for French news")
set(CPACK_PACKAGE_DESCRIPTION
"Indexes feeds and article pages into a Xapian database of French words and names,
 and answers questions on the terminal or as a web page.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "less, man-db")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/cmake/debian/postinst)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
include(CPack)
