# Makes the headers of the current folder a header set of `target`. The target
# all_verify_interface_header_sets, which scripts/check builds, then compiles each of them alone.
function(kiosque_headers target)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS *.h)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${headers})
endfunction()
