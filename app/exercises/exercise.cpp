// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercises/exercise.h"

#include <algorithm>

namespace coroscope::exercises {

namespace {

const char *const kIds[] = {"total", "order", "table", "who", "line", "awaits"};

/// What is in one of two ascending lists and not in the other.
QList<int> differences(QList<int> answer, const QList<int> &right)
{
    std::ranges::sort(answer);
    QList<int> wrong;
    std::ranges::set_symmetric_difference(answer, right, std::back_inserter(wrong));
    return wrong;
}

/// Every actor's lines together, although they are not: it was thought that nobody is interrupted.
bool isOneByOne(const Exercise &exercise, const QList<int> &order)
{
    const auto changes = [&](const QList<int> &of) {
        int count = 0;
        for (qsizetype i = 1; i < of.size(); ++i) {
            const auto actorOf = [&](int item) { return exercise.items[static_cast<std::size_t>(item)].shows.actor; };
            count += actorOf(of[i]) != actorOf(of[i - 1]);
        }
        return count;
    };
    return changes(order) < changes(exercise.right);
}

Verdict checkOrder(const Exercise &exercise, const QList<int> &answer)
{
    Verdict verdict{.shows = exercise.shows};
    for (qsizetype i = 0; i < exercise.right.size(); ++i)
        if (answer.value(i, -1) != exercise.right[i])
            verdict.wrong.append(static_cast<int>(i));
    if (verdict.wrong.isEmpty())
        return {.right = answer.size() == exercise.right.size(), .shows = exercise.shows};
    verdict.shows = exercise.items[static_cast<std::size_t>(exercise.right[verdict.wrong.first()])].shows;
    if (answer.size() == exercise.right.size() && isOneByOne(exercise, answer))
        verdict.belief = Belief::OneByOne;
    return verdict;
}

/// Marked before its time: it was thought to be at work as soon as it was made. Left empty: to come after another.
Belief beliefOfCell(const Exercise &exercise, int cell, bool marked)
{
    if (!marked)
        return Belief::OneByOne;
    const int row = cell / exercise.columns;
    const auto first = std::ranges::lower_bound(exercise.right, row * exercise.columns);
    return first != exercise.right.end() && *first / exercise.columns == row && cell < *first ? Belief::AtWorkAtOnce
                                                                                              : Belief::None;
}

Verdict checkCells(const Exercise &exercise, const QList<int> &answer)
{
    Verdict verdict{.wrong = differences(answer, exercise.right), .shows = exercise.shows};
    verdict.right = verdict.wrong.isEmpty();
    if (verdict.right)
        return verdict;
    // The earliest that is wrong, whatever its row.
    const int cell = *std::ranges::min_element(verdict.wrong, {}, [&](int each) { return each % exercise.columns; });
    const Instant begin{exercise.slot * (cell % exercise.columns)};
    verdict.belief = beliefOfCell(exercise, cell, answer.contains(cell));
    verdict.shows = {.from = begin, .until = begin + exercise.slot};
    return verdict;
}

Verdict checkSome(const Exercise &exercise, const QList<int> &answer)
{
    Verdict verdict{.wrong = differences(answer, exercise.right), .shows = exercise.shows};
    verdict.right = verdict.wrong.isEmpty();
    if (verdict.right)
        return verdict;
    const Item &first = exercise.items[static_cast<std::size_t>(verdict.wrong.first())];
    verdict.belief = first.belief;
    verdict.shows = first.shows;
    return verdict;
}

Verdict checkOne(const Exercise &exercise, const QList<int> &answer)
{
    if (answer == exercise.right)
        return {.right = true, .shows = exercise.shows};
    Verdict verdict{.wrong = answer, .shows = exercise.shows};
    const int chosen = answer.value(0, -1);
    if (chosen >= 0 && chosen < static_cast<int>(exercise.items.size()))
        verdict.belief = exercise.items[static_cast<std::size_t>(chosen)].belief;
    return verdict;
}

} // namespace

QString idOf(Kind kind)
{
    return QString::fromLatin1(kIds[static_cast<std::size_t>(kind)]);
}

std::optional<Kind> kindNamed(const QString &id)
{
    const auto found = std::ranges::find(kAllKinds, id, idOf);
    return found == kAllKinds.end() ? std::nullopt : std::optional(*found);
}

Form formOf(Kind kind)
{
    switch (kind) {
    case Kind::Order: return Form::Order;
    case Kind::Table: return Form::Cells;
    case Kind::Awaits: return Form::Some;
    default: return Form::One;
    }
}

Verdict check(const Exercise &exercise, const QList<int> &answer)
{
    switch (exercise.form()) {
    case Form::One: return checkOne(exercise, answer);
    case Form::Some: return checkSome(exercise, answer);
    case Form::Order: return checkOrder(exercise, answer);
    case Form::Cells: return checkCells(exercise, answer);
    }
    return {};
}

Verdict unsure(const Exercise &exercise)
{
    return {.shows = exercise.shows};
}

} // namespace coroscope::exercises
