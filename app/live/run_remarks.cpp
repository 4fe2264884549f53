// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/run_remarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope {

namespace {

struct RemarkText {
    Q_DECLARE_TR_FUNCTIONS(RunRemarks)
};

/// Whom a program waits for that Coroscope has no hand on; empty for those with whom the virtual clock does as well:
/// threads of its own, signals, whoever types.
QString nameOfOutside(const std::string &who)
{
    if (who == "child")
        return RemarkText::tr("a child process", "somebody a program talks to");
    if (who == "peer" || who == "connecting")
        return RemarkText::tr("the network", "somebody a program talks to");
    if (who == "pipe" || who == "socket" || who == "file")
        return RemarkText::tr("another program", "somebody a program talks to");
    return {};
}

} // namespace

QStringList sentencesOf(const StreamRemarks &remarks, const QString &title, ClockKind clock, RemarkPlace place)
{
    QStringList sentences;
    if (!remarks.failed.empty())
        sentences << RemarkText::tr("%1 ran, but was not recorded to its end: %2")
                         .arg(title, QString::fromStdString(remarks.failed));
    if (!remarks.foreign.empty())
        sentences << RemarkText::tr(
                         "%1 has an event loop that is not asyncio’s own, %2: what runs in it is not recorded")
                         .arg(title, QString::fromStdString(remarks.foreign));
    const QString who = clock == ClockKind::Real ? QString() : nameOfOutside(remarks.outside);
    if (!who.isEmpty())
        sentences << (place == RemarkPlace::CommandLine
                          ? RemarkText::tr(
                                "%1 talks to %2, so the next run may differ; --clock real measures every time")
                          : RemarkText::tr("%1 talks to %2, so the next run may differ; on the real clock, a switch "
                                           "beside Run, every time is measured"))
                         .arg(title, who);
    return sentences;
}

} // namespace coroscope
