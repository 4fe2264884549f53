// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_memory.h"

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/introduction.h"
#include "app/panels/tables.h"
#include "app/window/arrangement.h"
#include "app/window/companion.h"
#include "app/window/main_window.h"
#include "app/window/programs.h"
#include "app/window/recent_files.h"
#include "app/window/teaching.h"
#include "app/words/language.h"
#include "core/lessons/lesson.h"

#include <QEvent>

namespace coroscope {

namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kPanels = QStringLiteral("window/panels");
const QString kCompanionPlace = QStringLiteral("window/companion");
const QString kMode = QStringLiteral("window/mode");
const QString kTab = QStringLiteral("window/tab");
const QString kIntroduction = QStringLiteral("window/introduction");
const QString kLanguage = QStringLiteral("look/language");
const QString kTheme = QStringLiteral("look/theme");
const QString kPoints = QStringLiteral("look/points");
const QString kLesson = QStringLiteral("session/lesson");
const QString kSpeed = QStringLiteral("session/speed");
const QString kKeepsBefore = QStringLiteral("session/keepsBefore");
const QString kAsksFirst = QStringLiteral("session/asksFirst");
const QString kFiles = QStringLiteral("session/files");
const QString kPrograms = QStringLiteral("session/programs");

} // namespace

WindowMemory::WindowMemory(MainWindow &window, Appearance &appearance, std::unique_ptr<QSettings> settings)
    : QObject(&window), m_window(window), m_appearance(appearance), m_settings(std::move(settings))
{
    window.installEventFilter(this);
    connect(&window, &MainWindow::forgetRequested, this, &WindowMemory::forget);
}

void WindowMemory::restore()
{
    restoreLayout();
    m_window.playback().setSpeed(m_settings->value(kSpeed, 1.0).toDouble());
    m_window.session().setKeepsBefore(m_settings->value(kKeepsBefore, true).toBool());
    m_window.teaching().dialogue().setAsksFirst(m_settings->value(kAsksFirst, true).toBool());
    m_window.recentFiles().setPaths(m_settings->value(kFiles).toStringList());
    m_window.programs().session().memory().restore(m_settings->value(kPrograms).toList());
}

void WindowMemory::restoreLook()
{
    if (const QString language = m_settings->value(kLanguage).toString(); !language.isEmpty())
        setLanguage(language);
    if (const auto theme = themeNamed(m_settings->value(kTheme).toString()))
        m_appearance.setTheme(*theme);
    m_appearance.setPointSize(m_settings->value(kPoints, Appearance::pointSizeForScreen()).toInt());
}

void WindowMemory::restoreLayout()
{
    const bool placed = m_window.restoreGeometry(m_settings->value(kGeometry).toByteArray());
    m_window.arrangement().restore(m_settings->value(kPanels).toByteArray());
    const int tab = m_settings->value(kTab, m_window.tables().tab()).toInt();
    if (tab >= Tables::JobTableTab && tab <= Tables::ParametersTab)
        m_window.tables().showTab(static_cast<Tables::Tab>(tab));
    m_window.introduction().setExpanded(m_settings->value(kIntroduction, m_window.introduction().expanded()).toBool());
    if (placed)
        m_window.show();
    else
        m_window.showMaximized();
    m_window.companion().setBesideGeometry(m_settings->value(kCompanionPlace).toByteArray());
    const int mode = m_settings->value(kMode).toInt();
    if (mode == static_cast<int>(Companion::Mode::Beside) || mode == static_cast<int>(Companion::Mode::Clean))
        m_window.companion().setMode(static_cast<Companion::Mode>(mode));
}

void WindowMemory::begin()
{
    m_start = lookNow();
}

WindowMemory::Look WindowMemory::lookNow() const
{
    return {language(), themeName(m_appearance.theme().id), m_appearance.pointSize()};
}

void WindowMemory::save()
{
    m_window.setPresenting(false);
    m_settings->setValue(kGeometry, m_window.companion().ownGeometry());
    m_settings->setValue(kCompanionPlace, m_window.companion().besideGeometry());
    m_settings->setValue(kMode, static_cast<int>(m_window.companion().mode()));
    m_settings->setValue(kPanels, m_window.arrangement().state());
    m_settings->setValue(kTab, m_window.tables().tab());
    m_settings->setValue(kIntroduction, m_window.introduction().expanded());
    const Look look = lookNow();
    const auto keep = [this](const QString &key, const QVariant &value, const QVariant &atStart) {
        if (value != atStart)
            m_settings->setValue(key, value);
    };
    keep(kLanguage, look.language, m_start.language);
    keep(kTheme, look.theme, m_start.theme);
    keep(kPoints, look.points, m_start.points);
    m_settings->setValue(kSpeed, m_window.playback().speed());
    m_settings->setValue(kKeepsBefore, m_window.session().keepsBefore());
    m_settings->setValue(kAsksFirst, m_window.teaching().dialogue().asksFirst());
    m_settings->setValue(kFiles, m_window.recentFiles().paths());
    m_settings->setValue(kPrograms, m_window.programs().session().memory().state());
    if (!m_window.session().lesson().isEmpty())
        m_settings->setValue(kLesson, m_window.session().lesson());
    m_settings->sync();
}

void WindowMemory::forget()
{
    m_settings->clear();
    m_window.companion().setMode(Companion::Mode::Off);
    m_window.companion().setBesideGeometry({});
    setLanguage(desktopLanguage());
    m_appearance.follow(Appearance::desktopPalette());
    m_appearance.setPointSize(Appearance::pointSizeForScreen());
    m_window.resetLayout();
    m_window.playback().setSpeed(1);
    m_window.session().setKeepsBefore(true);
    m_window.teaching().dialogue().setAsksFirst(true);
    m_window.recentFiles().setPaths({});
    m_window.programs().session().memory().clear();
    begin();
}

QString WindowMemory::lesson() const
{
    const QString id = m_settings->value(kLesson).toString();
    return findLesson(id.toStdString()) ? id : QString();
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Close)
        save();
    return QObject::eventFilter(watched, event);
}

} // namespace coroscope
