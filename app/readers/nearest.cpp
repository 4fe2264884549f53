// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/nearest.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace coroscope::formats {

namespace {

/// Optimal string alignment, in units of two: a change of case alone costs one.
int distance(const QString &a, const QString &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j)
        above[j] = static_cast<int>(2 * j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        row[0] = static_cast<int>(2 * (i + 1));
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto k = static_cast<std::size_t>(j) + 1;
            const int change = a[i] == b[j] ? 0 : a[i].toCaseFolded() == b[j].toCaseFolded() ? 1 : 2;
            row[k] = std::min({above[k] + 2, row[k - 1] + 2, above[k - 1] + change});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                row[k] = std::min(row[k], before[k - 2] + 2);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[width - 1];
}

} // namespace

QString nearestName(const QString &written, const QStringList &candidates)
{
    constexpr qsizetype kLongest = 100;
    if (written.size() > kLongest)
        return {};
    QString best;
    int bestDistance = 0;
    for (const QString &candidate : candidates) {
        const int d = distance(written, candidate);
        // A slip changes at most every second letter.
        if (d > std::max<qsizetype>(2, std::min(written.size(), candidate.size())))
            continue;
        if (best.isEmpty() || d < bestDistance) {
            best = candidate;
            bestDistance = d;
        }
    }
    return best;
}

QString didYouMean(const QString &written, const QStringList &candidates)
{
    const QString nearest = nearestName(written, candidates);
    if (nearest.isEmpty())
        return {};
    return QCoreApplication::translate("Nearest", "; did you mean \"%1\"?").arg(nearest);
}

QString quoted(const QString &text)
{
    constexpr qsizetype kLongest = 60;
    QString shown;
    for (const QChar c : text.left(kLongest))
        shown += c.isPrint() || c.isSurrogate() ? c : QChar(0xfffd);
    if (text.size() > kLongest) {
        if (shown.back().isHighSurrogate())
            shown.chop(1);
        shown += QChar(0x2026);
    }
    return QLatin1Char('"') + shown + QLatin1Char('"');
}

} // namespace coroscope::formats
