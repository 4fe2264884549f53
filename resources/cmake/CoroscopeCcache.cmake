# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles through ccache when it is there.

find_program(COROSCOPE_CCACHE ccache)
mark_as_advanced(COROSCOPE_CCACHE)

if(COROSCOPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${COROSCOPE_CCACHE}")
endif()
