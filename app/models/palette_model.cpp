// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/palette_model.h"

#include "app/models/fuzzy.h"

#include <algorithm>

namespace coroscope {

namespace {

/// A name counts for more than the other words something is found by.
std::optional<int> scoreOf(const PaletteEntry &entry, const QString &typed)
{
    const std::optional<int> name = fuzzyScore(typed, entry.text);
    if (name)
        return 2 * *name;
    return fuzzyScore(typed, QStringLiteral("%1 %2 %3").arg(entry.text, entry.more, entry.kind));
}

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_found.clear();
    endResetModel();
    find({});
}

void PaletteModel::find(const QString &typed)
{
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (const std::optional<int> score = scoreOf(m_entries[i], typed))
            found.emplace_back(-*score, i);
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, std::size_t>::first);
    beginResetModel();
    m_found.clear();
    for (const auto &[score, entry] : found)
        m_found.push_back(entry);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.text;
    case Qt::DecorationRole: return shown.icon;
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2 %3").arg(shown.text, shown.kind, shown.keys).trimmed();
    case KindRole: return shown.kind;
    case KeysRole: return shown.keys;
    default: return {};
    }
}

} // namespace coroscope
