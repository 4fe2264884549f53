// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_page.h"

#include "app/cli/failure.h"
#include "app/words/language.h"

#include <QCoreApplication>

namespace coroscope::cli {

namespace {

struct PageText {
    Q_DECLARE_TR_FUNCTIONS(RunPage)
};

} // namespace

FinishedRuns finishedRuns(std::vector<Source> sources)
{
    FinishedRuns runs;
    for (Source &source : sources) {
        finish(source);
        runs.push_back(std::make_unique<FinishedRun>(std::move(source)));
    }
    return runs;
}

formats::PageRequest pageOf(const FinishedRuns &runs)
{
    formats::PageRequest request;
    request.language = language();
    for (const auto &run : runs) {
        const bool lesson = run->source.info.dialect == Dialect::Lesson;
        request.runs.push_back({&run->spans, &run->describer, run->source.info,
                                formats::titlesOf(lesson ? run->source.info.name : std::string(), run->source.title)});
    }
    return request;
}

QByteArray madePage(const formats::PageRequest &request)
{
    const std::size_t steps = formats::playerSteps(request);
    if (steps > formats::kMostPlayerSteps)
        throw badUsage(
            PageText::tr("a page plays at most %1 steps; this run has %2").arg(formats::kMostPlayerSteps).arg(steps));
    return formats::playerPage(request);
}

Failure unwritable(QString sentence)
{
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return {Status::Unwritable, sentence.left(1).toLower() + sentence.mid(1)};
}

} // namespace coroscope::cli
