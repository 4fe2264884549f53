// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trace_picture.h"

#include "app/cli/command_line.h"
#include "app/cli/failure.h"
#include "app/export/preset.h"
#include "app/readers/nearest.h"
#include "app/timeline/layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope::cli {

namespace {

struct PictureText {
    Q_DECLARE_TR_FUNCTIONS(TracePicture)
};

constexpr double kLongestTrace = 1e9; ///< seconds
constexpr double kHighest = 4000;     ///< pixels, of a picture whose height nobody has asked for

} // namespace

TracePicture::TracePicture(const Options &options, const Source &source)
{
    for (const char *option : {"animate", "frames", "at", "axis", "with", "compare"})
        if (options.has(QLatin1String(option)))
            throw badUsage(PictureText::tr("--%1 is for runs; %2 is a trace of another program")
                               .arg(QLatin1String(option), source.file));
    m_request.slices = source.slices();
    m_request.title = options.value(QStringLiteral("title"), source.title);
    m_request.fitLanes = true; // nobody can scroll a picture
    readSize(options);
    readRange(options);
    readLanes(options);
}

void TracePicture::readSize(const Options &options)
{
    const auto size = options.size(QStringLiteral("size"));
    const auto preset = formats::presetOf(options.value(QStringLiteral("preset")));
    if (size && preset)
        throw badUsage(PictureText::tr("either --size or --preset, not both"));
    m_request.size = size ? *size : preset ? preset->size : QSize(1280, 720);
    m_request.fontScale =
        preset && preset->fontScale > 0 ? preset->fontScale : timeline::fontScaleFor(m_request.size.toSize());
    m_fitHeight = preset ? preset->fitHeight : !size;
    m_width = preset ? preset->width : 0;
}

void TracePicture::readRange(const Options &options)
{
    const auto from = options.number(QStringLiteral("from"), 0, kLongestTrace);
    const auto to = options.number(QStringLiteral("to"), 0, kLongestTrace);
    if (!from && !to)
        return;
    const timeline::AxisRange whole = timeline::wholeRange(*m_request.slices);
    const timeline::AxisRange wanted{from ? *from * 1e9 : whole.begin, to ? *to * 1e9 : whole.end};
    if (wanted.begin >= static_cast<double>(m_request.slices->end()))
        throw badUsage(PictureText::tr("--from is behind the end of the trace, at %1 s")
                           .arg(static_cast<double>(m_request.slices->end()) / 1e9, 0, 'g', 12));
    if (wanted.begin >= wanted.end)
        throw badUsage(PictureText::tr("--from must be before --to"));
    m_request.visible = timeline::clamped(wanted, timeline::axisLimits(*m_request.slices));
}

/// Each word is part of the name of a lane or its process, whatever the case of its letters.
void TracePicture::readLanes(const Options &options)
{
    if (!options.has(QStringLiteral("lanes")))
        return;
    std::set<std::uint32_t> only;
    const auto &lanes = m_request.slices->lanes();
    for (const QString &word : options.value(QStringLiteral("lanes")).split(QLatin1Char(','))) {
        bool any = false;
        QStringList names;
        for (std::uint32_t i = 0; i < lanes.size(); ++i) {
            names << timeline::laneText(lanes[i]);
            const QString whole = timeline::processText(lanes[i]) + QStringLiteral(" / ") + names.back();
            if (!word.trimmed().isEmpty() && whole.contains(word.trimmed(), Qt::CaseInsensitive)) {
                only.insert(i);
                any = true;
            }
        }
        if (!any)
            throw badUsage(PictureText::tr("no lane or process is called %1").arg(formats::quoted(word))
                           + formats::didYouMean(word, names));
    }
    m_request.lanes.only = std::move(only);
}

timeline::SliceRequest TracePicture::request() const
{
    timeline::SliceRequest request = m_request;
    if (m_fitHeight) { // with all that room lanes are as high as can be read with ease
        request.size.setHeight(kHighest);
        request.size.setHeight(std::clamp(timeline::SliceFrame(request).naturalHeight, 240.0, kHighest));
    }
    return request;
}

void refuseTraceOptions(const Options &options)
{
    for (const char *option : {"from", "to", "lanes"})
        if (options.has(QLatin1String(option)))
            throw badUsage(PictureText::tr("--%1 is for traces of other programs").arg(QLatin1String(option)));
}

} // namespace coroscope::cli
