// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>

#include <array>
#include <optional>
#include <string>

namespace coroscope::cli {

/// Pictures need fonts, and those a platform: the one that needs no display.
class Offscreen {
public:
    Offscreen()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        m_application.emplace(m_count, m_arguments.data());
    }

private:
    int m_count = 1;
    std::string m_name = "coroscope";
    std::array<char *, 2> m_arguments{m_name.data(), nullptr};
    std::optional<QGuiApplication> m_application;
};

} // namespace coroscope::cli
