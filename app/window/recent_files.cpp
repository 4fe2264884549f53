// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recent_files.h"

#include "app/controls/plain_text.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

namespace coroscope {

namespace {

constexpr qsizetype kMost = 8;

} // namespace

RecentFiles::RecentFiles(QMenu *menu) : QObject(menu), m_menu(menu)
{
    connect(menu, &QMenu::aboutToShow, this, &RecentFiles::fill);
    fill();
}

void RecentFiles::add(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    m_paths.removeAll(whole);
    m_paths.prepend(whole);
    m_paths = m_paths.mid(0, kMost);
    fill();
}

void RecentFiles::setPaths(const QStringList &paths)
{
    m_paths = paths.mid(0, kMost);
    fill();
}

void RecentFiles::fill()
{
    m_menu->clear();
    for (const QString &path : m_paths) {
        if (!QFileInfo::exists(path))
            continue;
        QAction *action = m_menu->addAction(plainEntry(QFileInfo(path).fileName()));
        action->setStatusTip(path);
        action->setToolTip(plainTip(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(tr("No file has been opened yet"))->setEnabled(false);
}

} // namespace coroscope
