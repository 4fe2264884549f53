// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace coroscope {

/// How each program was run last, by its path; of the programs changed last, so many and no more.
class ProgramMemory {
public:
    struct Way {
        QStringList arguments = {};
        QString workingFolder = {}; ///< empty: the program's own
        QString interpreter = {};   ///< empty: found when it runs
        bool realClock = false;

        friend bool operator==(const Way &, const Way &) = default;
    };
    static constexpr qsizetype kMost = 50;

    /// As on the first day when nothing is known of it.
    [[nodiscard]] Way of(const QString &path) const;
    void keep(const QString &path, const Way &way);
    void clear() { m_entries.clear(); }

    /// For settings.
    [[nodiscard]] QVariantList state() const;
    /// What is none is left out.
    void restore(const QVariantList &state);

private:
    struct Entry {
        QString path;
        Way way;
    };
    QList<Entry> m_entries; ///< changed last first
};

} // namespace coroscope
