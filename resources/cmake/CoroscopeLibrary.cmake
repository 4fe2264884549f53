# SPDX-License-Identifier: GPL-3.0-or-later
# coroscope_add_library(NAME SOURCES file... [PUBLIC target...] [PRIVATE target...])
#
# A folder is a library, and what it may include are the libraries it links: the arrows of the map in HACKING.md.
# Includes are written from the root of the repository: #include "core/record/trace.h"

function(coroscope_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} coroscope_warnings)
endfunction()
