// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <array>
#include <string>

namespace coroscope::cli {

/// Translations are installed in an application object, and the command line has none unless it draws.
class TextApplication {
public:
    TextApplication() : m_application(m_count, m_arguments.data()) {}

private:
    int m_count = 1;
    std::string m_name = "coroscope";
    std::array<char *, 2> m_arguments{m_name.data(), nullptr};
    QCoreApplication m_application;
};

} // namespace coroscope::cli
