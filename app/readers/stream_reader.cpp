// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/stream_reader.h"

#include "app/readers/nearest.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace coroscope::formats {

namespace {

struct StreamText {
    Q_DECLARE_TR_FUNCTIONS(StreamReader)
};

/// Where the run itself ended.
bool isFinished(const Trace &trace)
{
    return trace.size() > 0 && trace[trace.size() - 1].kind == EventKind::Finished;
}

SavedRunInfo infoOf(const Trace &trace, const QString &file)
{
    const RunHeader &header = trace.header();
    SavedRunInfo info{.dialect = header.dialect, .name = header.name};
    if (info.name.empty())
        info.name = QFileInfo(file).fileName().toStdString();
    for (std::size_t i = 0; info.dialect == Dialect::Scenario && i < trace.sourceCount(); ++i)
        if (trace.source(i).file == info.name)
            info.source = trace.source(i).text;
    return info;
}

QString notRecorded(const StreamRemarks &remarks)
{
    return StreamText::tr("the program was not recorded to its end: %1").arg(QString::fromStdString(remarks.failed));
}

QString remarkOn(const StreamDecoder &decoder, const Trace &trace)
{
    if (decoder.fault())
        return sentenceOf(*decoder.fault()) + StreamText::tr("; what stands before it is shown");
    if (!decoder.remarks().failed.empty())
        return notRecorded(decoder.remarks());
    if (!isFinished(trace))
        return StreamText::tr("the stream ends before the run does");
    if (trace.lost() > 0)
        return StreamText::tr("%n events were lost when this was recorded", nullptr,
                              static_cast<int>(std::min<std::uint64_t>(trace.lost(), 2'000'000'000)));
    return {};
}

} // namespace

ReadResult<SavedRun> readStream(ByteSource &source, const QString &file)
{
    SavedRun run;
    run.trace = std::make_unique<Trace>();
    StreamDecoder decoder(*run.trace);
    std::vector<char> block(std::size_t(1) << 18);
    while (const std::size_t count = source.read(block.data(), block.size()))
        if (!decoder.push({block.data(), count}))
            break;
    const auto said = [&file](const QString &sentence) { return QStringLiteral("%1: %2").arg(file, sentence); };
    if (!decoder.begun())
        return {std::nullopt,
                said(decoder.fault()                    ? sentenceOf(*decoder.fault())
                     : decoder.remarks().failed.empty() ? StreamText::tr("the stream ends within its first line")
                                                        : notRecorded(decoder.remarks()))};
    run.info = infoOf(*run.trace, file);
    if (const QString remark = remarkOn(decoder, *run.trace); !remark.isEmpty())
        run.remark = said(remark);
    return {std::move(run), {}};
}

QString sentenceOf(const TraceFault &fault)
{
    switch (fault.kind) {
    case TraceFault::Kind::Time:
        return StreamText::tr("event %1 is out of time: before the one in front of it, or absurdly far")
            .arg(fault.event);
    case TraceFault::Kind::Kind:
        return StreamText::tr("event %1 is of a kind this version does not know").arg(fault.event);
    case TraceFault::Kind::Actor: return StreamText::tr("event %1 speaks of a task that is not there").arg(fault.event);
    case TraceFault::Kind::Object:
        return StreamText::tr("event %1 speaks of a text, place or object that is not there").arg(fault.event);
    }
    return {};
}

QString sentenceOf(const StreamFault &fault)
{
    const auto reason = [&] {
        const QString what = QString::fromStdString(fault.what).left(60);
        switch (fault.kind) {
        case StreamFault::Kind::NotJson: return StreamText::tr("not a JSON object or array");
        case StreamFault::Kind::LongLine: return StreamText::tr("is longer than %1 MiB").arg(kMostStreamLine >> 20);
        case StreamFault::Kind::NoHeader: return StreamText::tr("the header of a stream is expected here");
        case StreamFault::Kind::Version:
            return StreamText::tr("this version of the format is not known: \"version\" must be %1, not %2")
                .arg(kStreamVersion)
                .arg(what);
        case StreamFault::Kind::Header:
        case StreamFault::Kind::Line: return StreamText::tr("the key %1 has a value it cannot have").arg(quoted(what));
        case StreamFault::Kind::Order: return StreamText::tr("number %1 is defined out of turn").arg(what);
        case StreamFault::Kind::Texts:
            return StreamText::tr("the texts of the run are longer than %1 MiB").arg(kMostStreamTexts >> 20);
        case StreamFault::Kind::Number:
            return StreamText::tr("a column is no whole number, or one that no event can have");
        case StreamFault::Kind::Columns: return StreamText::tr("an event has at least a time and a kind");
        case StreamFault::Kind::Full: return StreamText::tr("there are more events than a run can have");
        case StreamFault::Kind::Event: return sentenceOf(fault.event);
        }
        return QString();
    };
    return StreamText::tr("line %1: %2").arg(fault.line).arg(reason());
}

} // namespace coroscope::formats
