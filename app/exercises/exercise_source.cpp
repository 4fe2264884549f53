// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercises/exercise_source.h"

#include "app/course/line_map.h"
#include "app/course/listing.h"

#include <memory>

namespace coroscope::exercises {

ProgramSource sourceOf(const Trace &trace, const QString &lesson, const std::vector<std::string> &settings)
{
    if (!lesson.isEmpty()) {
        const QString text = formats::listingWith(lesson, settings).text;
        if (text.isEmpty())
            return {};
        const auto map = std::make_shared<const formats::LineMap>(lesson);
        return {text.split(QLatin1Char('\n')),
                [&trace, map](SourceId place) { return map->pythonLine(trace.place(place)); }};
    }
    if (trace.header().dialect == Dialect::Scenario || trace.sourceCount() == 0)
        return {};
    const SourceText &source = trace.source(0);
    return {QString::fromStdString(source.text).split(QLatin1Char('\n')), [&trace, &source](SourceId id) {
                const SourcePlace &place = trace.place(id);
                return place.file == source.file ? static_cast<int>(place.line) : 0;
            }};
}

} // namespace coroscope::exercises
