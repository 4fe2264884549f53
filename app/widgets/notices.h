// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "app/playback/moment.h"
#include "core/trace/names.h"

namespace coroscope {

/// What is wrong with a run as it is at a moment (see diagnostics.h), a line each; not there when nothing is.
class Notices : public QLabel {
    Q_OBJECT

public:
    explicit Notices(QWidget *parent = nullptr);

    void clearRun();
    /// `names` are up to date.
    void show(const Moment &moment, const Names &names);

private:
    const Spans *m_spans = nullptr;
    EventIndex m_cursor = 0;
    Instant m_now{};
};

} // namespace coroscope
