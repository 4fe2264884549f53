# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install`, and the Debian package: cpack in a build of the preset `release`.

include(GNUInstallDirs)

set(package "${PROJECT_SOURCE_DIR}/resources/package")
install(TARGETS coroscope RUNTIME)
install(FILES "${package}/coroscope.desktop" DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES "${package}/io.github.coroscope.Coroscope.metainfo.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES "${package}/coroscope-mime.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME coroscope.xml)
install(FILES "${package}/copyright" DESTINATION ${CMAKE_INSTALL_DOCDIR})
file(GLOB scenarios CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/scenarios/*.json")
install(FILES ${scenarios} DESTINATION ${CMAKE_INSTALL_DATADIR}/coroscope/scenarios)
file(GLOB lectures CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/lectures/*.json")
install(FILES ${lectures} DESTINATION ${CMAKE_INSTALL_DATADIR}/coroscope/lectures)

# The recorder for Python programs is carried in the program; here also for python3 -m coroscope, and for notebooks.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/python/coroscope" DESTINATION lib/python3/dist-packages
    FILES_MATCHING PATTERN "*.py" PATTERN __pycache__ EXCLUDE)
file(GLOB examples CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/python/examples/*.py"
    "${PROJECT_SOURCE_DIR}/resources/python/examples/*.ipynb")
install(FILES ${examples} DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)

set(completions "${PROJECT_SOURCE_DIR}/resources/completions")
install(FILES "${completions}/coroscope.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME coroscope)
install(FILES "${completions}/_coroscope" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES "${completions}/coroscope.fish" DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# The icon, and the sizes desktops ask for, drawn from it.
add_executable(coroscope_render_icon EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/resources/icons/render.cpp")
target_link_libraries(coroscope_render_icon PRIVATE Qt6::Svg coroscope_warnings)
set(icon "${PROJECT_SOURCE_DIR}/resources/icons/coroscope.svg")
set(icons)
foreach(size 16 22 24 32 48 64 128 256)
    set(picture "${PROJECT_BINARY_DIR}/icons/${size}.png")
    add_custom_command(OUTPUT "${picture}"
        COMMAND ${CMAKE_COMMAND} -E make_directory "${PROJECT_BINARY_DIR}/icons"
        COMMAND coroscope_render_icon "${icon}" ${size} "${picture}"
        DEPENDS coroscope_render_icon "${icon}")
    list(APPEND icons "${picture}")
    install(FILES "${picture}" DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps RENAME coroscope.png)
endforeach()
install(FILES "${icon}" DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

# Texts that Debian wants compressed, the same bytes each time.
find_program(GZIP_PROGRAM gzip REQUIRED)
configure_file("${package}/changelog.in" "${PROJECT_BINARY_DIR}/package/changelog" @ONLY)
function(coroscope_compress source target)
    add_custom_command(OUTPUT "${target}"
        COMMAND ${CMAKE_COMMAND} -E make_directory "${PROJECT_BINARY_DIR}/package"
        COMMAND ${GZIP_PROGRAM} -9 -n -c "${source}" > "${target}"
        DEPENDS "${source}" VERBATIM)
endfunction()
set(compressed "${PROJECT_BINARY_DIR}/package")
coroscope_compress("${compressed}/changelog" "${compressed}/changelog.gz")
coroscope_compress("${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${compressed}/CHANGELOG.md.gz")
coroscope_compress("${PROJECT_SOURCE_DIR}/resources/man/coroscope.1" "${compressed}/coroscope.1.gz")
install(FILES "${compressed}/changelog.gz" "${compressed}/CHANGELOG.md.gz" DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES "${compressed}/coroscope.1.gz" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
add_custom_target(coroscope_package_files ALL
    DEPENDS ${icons} "${compressed}/changelog.gz" "${compressed}/CHANGELOG.md.gz" "${compressed}/coroscope.1.gz")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME coroscope)
set(CPACK_PACKAGE_CONTACT "The Coroscope authors <coroscope@users.noreply.github.com>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://github.com/coroscope/coroscope")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The recorder is a Python package among those of Debian, and its policy (4.2.2 of the Python policy) has such a package depend on Python.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core, python3 (>= 3.11)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "jupyter-notebook")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Coroscope is for people who teach, or learn, asynchronous programming.
Small lessons run on a coroutine scheduler that behaves like Python's
asyncio, and a window draws each run as a live Gantt chart: one lane for
the thread, one for each task.
.
Runs can be played, stepped in both directions and compared, and exported
as pictures and animations; most of it works from the command line too.")
include(CPack)
