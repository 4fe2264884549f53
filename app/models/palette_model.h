// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QIcon>
#include <QStringList>

#include <functional>
#include <vector>

namespace coroscope {

/// What the palette offers.
struct PaletteEntry {
    QString text;           ///< what it is called
    QString kind;           ///< "View", "Lesson"
    QString more;           ///< found by these words, too
    QStringList names = {}; ///< it is also called so: a lesson's id, the English name
    QString keys;           ///< "Ctrl+E"
    QIcon icon;
    std::function<void()> run;
};

/// The entries that what was typed finds, the best first.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole + 1, KeysRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    void find(const QString &typed);
    [[nodiscard]] const PaletteEntry &entry(int row) const { return m_entries[m_found[static_cast<std::size_t>(row)]]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_found;
};

} // namespace coroscope
