// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/palette_model.h"

#include "app/models/fuzzy.h"

#include <algorithm>
#include <tuple>

namespace coroscope {

namespace {

/// How good a find is: by a name and how closely that was meant, then by its letters.
using Worth = std::tuple<bool, Closeness, int>;

/// A name counts for more than the other words something is found by.
std::optional<Worth> worthOf(const PaletteEntry &entry, const QString &typed)
{
    std::optional<Worth> best;
    for (const QString &name : QStringList(entry.text) + entry.names) {
        if (const std::optional<int> score = fuzzyScore(typed, name))
            best = std::max(best, std::optional(Worth(true, closeness(typed, name), *score)));
    }
    if (best)
        return best;
    const std::optional<int> score =
        fuzzyScore(typed, QStringLiteral("%1 %2 %3").arg(entry.text, entry.more, entry.kind));
    return score ? std::optional(Worth(false, Closeness::Scattered, *score)) : std::nullopt;
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
    std::vector<std::pair<Worth, std::size_t>> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (const std::optional<Worth> worth = worthOf(m_entries[i], typed))
            found.emplace_back(*worth, i);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<Worth, std::size_t>::first);
    beginResetModel();
    m_found.clear();
    for (const auto &[worth, entry] : found)
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
