# SPDX-License-Identifier: GPL-3.0-or-later
# coroscope_add_test(NAME [SOURCES file...] [LIBS target...] [TIMEOUT seconds])
#
# Builds the Qt Test executable tst_NAME and registers it as the test NAME, labelled with the folder
# it stands in (core, app). Without SOURCES its only source is tst_NAME.cpp.

# Settings of tests go to the build folder, never to the user's.
set(COROSCOPE_TEST_ENVIRONMENT
    QT_QPA_PLATFORM=offscreen QT_HASH_SEED=0 LC_ALL=C.UTF-8 XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/config
    UBSAN_OPTIONS=print_stacktrace=1)

function(coroscope_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LIBS")
    if(NOT arg_SOURCES)
        set(arg_SOURCES tst_${name}.cpp)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME label)

    add_executable(tst_${name} ${arg_SOURCES})
    set_target_properties(tst_${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(tst_${name} PRIVATE ${arg_LIBS} Qt6::Test coroscope_warnings)
    target_compile_definitions(tst_${name} PRIVATE QT_NO_KEYWORDS
        COROSCOPE_TESTS_DIR="${PROJECT_SOURCE_DIR}/tests")

    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES
        LABELS ${label} TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "${COROSCOPE_TEST_ENVIRONMENT}")
    set_property(GLOBAL APPEND PROPERTY COROSCOPE_TEST_EXECUTABLES tst_${name})
endfunction()
