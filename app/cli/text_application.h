// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <optional>
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

/// Lets the command line say about itself, its help and what is wrong with its arguments, in a language. What a command
/// then does with languages is its own affair: afterwards all is as it was before.
class Speaker {
public:
    explicit Speaker(const QString &language) { setLanguage(language); }
    ~Speaker()
    {
        setLanguage(QStringLiteral("en"));
        QLocale::setDefault(m_before);
    }
    Q_DISABLE_COPY_MOVE(Speaker)

private:
    QLocale m_before;
    TextApplication m_application;
};

/// Commands that write text have no application object of their own until they need its event loop.
class LoopIfNone {
public:
    LoopIfNone()
    {
        if (!QCoreApplication::instance())
            m_application.emplace();
    }

private:
    std::optional<TextApplication> m_application;
};

} // namespace coroscope::cli
