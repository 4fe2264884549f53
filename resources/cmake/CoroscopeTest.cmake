# SPDX-License-Identifier: GPL-3.0-or-later
# coroscope_add_test(NAME [LIBS target...] [TIMEOUT seconds])
#
# Builds the Qt Test executable tst_NAME from tst_NAME.cpp and registers it as the test NAME, labelled with the
# folder it stands in (core, app).

# Settings of tests go to the build folder, never to the user's.
set(COROSCOPE_TEST_ENVIRONMENT
    QT_QPA_PLATFORM=offscreen QT_HASH_SEED=0 LC_ALL=C.UTF-8 XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/config
    UBSAN_OPTIONS=print_stacktrace=1)

set(COROSCOPE_TEST_OPTIONS "" CACHE STRING "Options of the compiler for the tests alone, e.g. -O0, which compiles in half the time")

function(coroscope_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LIBS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME label)

    # moc is called by name: to have a target scanned for what needs it takes two seconds, eighty times.
    qt_generate_moc(tst_${name}.cpp tst_${name}.moc TARGET tst_${name})
    add_executable(tst_${name} tst_${name}.cpp tst_${name}.moc)
    set_target_properties(tst_${name} PROPERTIES AUTOMOC OFF)
    target_include_directories(tst_${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    target_link_libraries(tst_${name} PRIVATE ${arg_LIBS} Qt6::Test coroscope_warnings)
    target_compile_options(tst_${name} PRIVATE ${COROSCOPE_TEST_OPTIONS})
    target_compile_definitions(tst_${name} PRIVATE QT_NO_KEYWORDS
        COROSCOPE_TESTS_DIR="${PROJECT_SOURCE_DIR}/tests")

    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES
        LABELS ${label} TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "${COROSCOPE_TEST_ENVIRONMENT}")
    set_property(GLOBAL APPEND PROPERTY COROSCOPE_TEST_EXECUTABLES tst_${name})
endfunction()
