// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/program_memory.h"

#include <algorithm>

namespace coroscope {

namespace {

const QString kPath = QStringLiteral("path");
const QString kArguments = QStringLiteral("arguments");
const QString kFolder = QStringLiteral("folder");
const QString kInterpreter = QStringLiteral("interpreter");
const QString kRealClock = QStringLiteral("realClock");

} // namespace

ProgramMemory::Way ProgramMemory::of(const QString &path) const
{
    const auto entry = std::ranges::find(m_entries, path, &Entry::path);
    return entry == m_entries.end() ? Way() : entry->way;
}

void ProgramMemory::keep(const QString &path, const Way &way)
{
    m_entries.removeIf([&](const Entry &entry) { return entry.path == path; });
    if (way == Way())
        return;
    m_entries.prepend({path, way});
    m_entries = m_entries.mid(0, kMost);
}

QVariantList ProgramMemory::state() const
{
    QVariantList state;
    for (const auto &[path, way] : m_entries)
        state.append(QVariantMap{{kPath, path},
                                 {kArguments, way.arguments},
                                 {kFolder, way.workingFolder},
                                 {kInterpreter, way.interpreter},
                                 {kRealClock, way.realClock}});
    return state;
}

void ProgramMemory::restore(const QVariantList &state)
{
    m_entries.clear();
    for (const QVariant &each : state.mid(0, kMost)) {
        const QVariantMap map = each.toMap();
        if (const QString path = map.value(kPath).toString(); !path.isEmpty())
            m_entries.append({path,
                              {.arguments = map.value(kArguments).toStringList(),
                               .workingFolder = map.value(kFolder).toString(),
                               .interpreter = map.value(kInterpreter).toString(),
                               .realClock = map.value(kRealClock).toBool()}});
    }
}

} // namespace coroscope
