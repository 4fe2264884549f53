# SPDX-License-Identifier: GPL-3.0-or-later
# QScintilla for Qt 6 has no CMake files of its own. Defines the target QScintilla::QScintilla.
#
# Its headers say `signals:` and `slots:`, which QT_NO_KEYWORDS takes away: include them between
# `#define signals Q_SIGNALS`, `#define slots Q_SLOTS` and the two #undefs, in .cpp files only.

find_path(QScintilla_INCLUDE_DIR Qsci/qsciscintilla.h
    HINTS ${Qt6Core_INCLUDE_DIRS}
    PATH_SUFFIXES qt6)
find_library(QScintilla_LIBRARY qscintilla2_qt6)
mark_as_advanced(QScintilla_INCLUDE_DIR QScintilla_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QScintilla REQUIRED_VARS QScintilla_LIBRARY QScintilla_INCLUDE_DIR)

if(QScintilla_FOUND AND NOT TARGET QScintilla::QScintilla)
    add_library(QScintilla::QScintilla UNKNOWN IMPORTED)
    set_target_properties(QScintilla::QScintilla PROPERTIES
        IMPORTED_LOCATION "${QScintilla_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${QScintilla_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES "Qt6::Widgets")
endif()
