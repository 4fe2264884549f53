// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/companion.h"

#include "app/controls/actions.h"
#include "app/panels/transport_bar.h"
#include "app/window/arrangement.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>
#include <QScreen>

#include <algorithm>

namespace coroscope {

namespace {

constexpr QSize kCompanion(640, 900);
constexpr int kFrame = 40; ///< what the desktop puts around a window, about

} // namespace

Companion::Companion(QMainWindow &window, Arrangement &arrangement, TransportBar &bar)
    : QObject(&window), m_window(window), m_arrangement(arrangement), m_bar(bar)
{
}

QByteArray Companion::ownGeometry() const
{
    return m_mode == Mode::Off ? m_window.saveGeometry() : m_own;
}

QByteArray Companion::besideGeometry() const
{
    return m_mode == Mode::Beside ? m_window.saveGeometry() : m_beside;
}

void Companion::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    if (m_mode == Mode::Off)
        m_own = m_window.saveGeometry();
    else
        leave();
    m_mode = mode;
    m_window.menuBar()->setVisible(mode == Mode::Off);
    if (mode == Mode::Beside)
        standBeside();
    else if (mode == Mode::Clean)
        m_arrangement.setAlone(true);
    else
        m_window.restoreGeometry(m_own);
    Q_EMIT changed();
}

void Companion::leave()
{
    if (m_mode == Mode::Clean) {
        m_arrangement.setAlone(false);
        return;
    }
    m_beside = m_window.saveGeometry();
    m_bar.setMenus({});
    setOnTop(false);
}

/// At the right edge of the screen, or where it stood last.
void Companion::standBeside()
{
    QList<QMenu *> menus;
    for (const QAction *action : m_window.menuBar()->actions())
        menus.append(action->menu());
    m_bar.setMenus(menus);
    setOnTop(true);
    if (m_window.restoreGeometry(m_beside))
        return;
    m_window.showNormal();
    const QRect screen = m_window.screen()->availableGeometry();
    const QSize size(std::min(kCompanion.width(), screen.width()),
                     std::min(kCompanion.height(), screen.height() - kFrame));
    m_window.resize(size);
    m_window.move(screen.right() - size.width() - kFrame / 4, screen.top());
}

/// Desktops learn of it when the window is shown.
void Companion::setOnTop(bool onTop)
{
    m_window.setWindowFlag(Qt::WindowStaysOnTopHint, onTop);
    m_window.show();
}

void Companion::addCommands(Actions &actions)
{
    struct Choice {
        Mode mode;
        const char *id;
        const char *text;
        const char *tip;
        QKeySequence key;
    };
    const Choice choices[] = {
        {Mode::Beside, "companion", QT_TRANSLATE_NOOP("Actions", "&Companion window"),
         QT_TRANSLATE_NOOP(
             "Actions", "A narrow window, always on top, beside slides or an editor; the same key or Escape leaves it"),
         Qt::Key_F6},
        {Mode::Clean, "clean", QT_TRANSLATE_NOOP("Actions", "C&lean window"),
         QT_TRANSLATE_NOOP("Actions",
                           "Chart and sentence alone, in a window to be shared; the same key or Escape leaves it"),
         Qt::Key_F7}};
    for (const Choice &choice : choices) {
        const auto toggle = [this, mode = choice.mode] { setMode(m_mode == mode ? Mode::Off : mode); };
        QAction *action = actions.add(Menu::Presentation, {.id = choice.id,
                                                           .text = choice.text,
                                                           .tip = choice.tip,
                                                           .keys = {choice.key},
                                                           .checkable = true,
                                                           .run = toggle});
        connect(this, &Companion::changed, action,
                [this, action, mode = choice.mode] { action->setChecked(m_mode == mode); });
    }
}

} // namespace coroscope
