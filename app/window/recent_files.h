// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace coroscope {

/// The files opened last, the newest first, as a menu. What has gone is not offered.
class RecentFiles : public QObject {
    Q_OBJECT

public:
    explicit RecentFiles(QMenu *menu);

    void add(const QString &path);
    [[nodiscard]] QStringList paths() const { return m_paths; }
    void setPaths(const QStringList &paths);

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void fill();

    QMenu *m_menu;
    QStringList m_paths;
};

} // namespace coroscope
