// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fuzzy.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace coroscope {

namespace {

constexpr int kLetter = 1;
constexpr int kSideBySide = 5;
constexpr int kWordBegins = 8;
constexpr int kTextBegins = 4;
/// What a letter must bring on average: letters strewn over a long sentence are no find.
constexpr int kLeast = 4;
constexpr int kImpossible = -1000000;

/// Small letters without accents.
QString plain(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            letters += c.toLower();
    }
    return letters;
}

int worth(const QString &text, qsizetype at)
{
    if (at == 0)
        return kLetter + kWordBegins + kTextBegins;
    return kLetter + (text[at - 1].isLetterOrNumber() ? 0 : kWordBegins);
}

/// The best way to place the letters: best[j] is that of the letters so far with the last of them at j.
std::optional<int> scoreOfWord(const QString &word, const QString &text)
{
    std::vector<int> best(static_cast<std::size_t>(text.size()), kImpossible);
    for (qsizetype i = 0; i < word.size(); ++i) {
        std::vector<int> next(best.size(), kImpossible);
        int before = i == 0 ? 0 : kImpossible; // the best that ends before j
        for (qsizetype j = 0; j < text.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            if (text[j] == word[i]) {
                const int beside = i > 0 && j > 0 ? best[at - 1] + kSideBySide : kImpossible;
                if (const int from = std::max(before, beside); from > kImpossible / 2)
                    next[at] = from + worth(text, j);
            }
            if (i > 0)
                before = std::max(before, best[at]);
        }
        best = std::move(next);
    }
    const int score = best.empty() ? kImpossible : *std::ranges::max_element(best);
    return score >= kLeast * static_cast<int>(word.size()) ? std::optional(score) : std::nullopt;
}

} // namespace

std::optional<int> fuzzyScore(const QString &typed, const QString &text)
{
    const QString where = plain(text);
    int sum = 0;
    for (const QString &word : plain(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const std::optional<int> score = scoreOfWord(word, where);
        if (!score)
            return std::nullopt;
        sum += *score;
    }
    return sum;
}

Closeness closeness(const QString &typed, const QString &name)
{
    const QString wanted = plain(typed).simplified();
    const QString where = plain(name);
    if (where == wanted)
        return Closeness::Whole;
    if (where.startsWith(wanted))
        return Closeness::Beginning;
    static const QRegularExpression gap(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = where.split(gap, Qt::SkipEmptyParts);
    const QStringList parts = wanted.split(gap, Qt::SkipEmptyParts);
    const bool begun = !parts.isEmpty() && std::ranges::all_of(parts, [&](const QString &part) {
        return std::ranges::any_of(words, [&](const QString &word) { return word.startsWith(part); });
    });
    return begun ? Closeness::Words : Closeness::Scattered;
}

} // namespace coroscope
