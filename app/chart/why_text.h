// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "app/timeline/describe.h"
#include "core/model/why.h"

namespace coroscope {

/// A sentence of an answer to "why?", and the event it is about.
struct WhyLine {
    QString text;
    EventIndex event = 0;
};

/// Why a lane did not go on: what it waited for, who had the thread, and the chain of wake-ups from the one that ended
/// the wait back to where it began. Of a wait without end, who waits for whom.
[[nodiscard]] QList<WhyLine> whyLines(const timeline::Describer &describer, const Why &why);

} // namespace coroscope
