# SPDX-License-Identifier: GPL-3.0-or-later
# The two interface targets every other target links, instead of global flags.

# coroscope_warnings: warnings and sanitizers, for every line we compile.
add_library(coroscope_warnings INTERFACE)
target_compile_options(coroscope_warnings INTERFACE
    -Wall -Wextra -Wpedantic
    -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wsuggest-override
    -Wnull-dereference -Wimplicit-fallthrough -Wextra-semi
    $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast -Wduplicated-cond -Wlogical-op>
    # Several sources are compiled as one: g++ takes all but the first for headers, in which that would be a mistake.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
    # libstdc++ 12's own std::stable_sort calls what it has deprecated itself.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
# No path of this machine in what is built and in the runs it saves: places are written "core/lessons/two_steps.cpp".
# ccache names the same files from the build folder.
cmake_path(RELATIVE_PATH PROJECT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_BINARY_DIR}" OUTPUT_VARIABLE source_from_build)
target_compile_options(coroscope_warnings INTERFACE
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}/= -ffile-prefix-map=${source_from_build}/=)
if(COROSCOPE_SANITIZE)
    set(sanitize_flags
        -fsanitize=${COROSCOPE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(coroscope_warnings INTERFACE ${sanitize_flags})
    target_link_options(coroscope_warnings INTERFACE ${sanitize_flags})
endif()
# Linking eighty tests with all their debug information takes the usual linker minutes.
find_program(COROSCOPE_MOLD mold)
mark_as_advanced(COROSCOPE_MOLD)
if(COROSCOPE_MOLD)
    target_link_options(coroscope_warnings INTERFACE $<$<NOT:$<CONFIG:Release>>:-fuse-ld=mold>)
endif()

# coroscope_qt: what Qt code must not do. Qt's asserts stay on in every build but `release`.
add_library(coroscope_qt INTERFACE)
target_compile_definitions(coroscope_qt INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_STRICT_ITERATORS
    $<$<NOT:$<CONFIG:Release>>:QT_FORCE_ASSERTS>)
target_link_libraries(coroscope_qt INTERFACE coroscope_warnings)
