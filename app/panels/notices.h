// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include "app/playback/moment.h"
#include "core/model/names.h"

namespace coroscope {

/// What is wrong with a run as it is at a moment (see diagnostics.h), a line each; not there when nothing is. As high
/// as its text, up to a few lines; it scrolls beyond.
class Notices : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit Notices(QWidget *parent = nullptr);

    void clearRun();
    /// `names` are up to date. While a long run plays nothing new is looked for: that would read it again each frame.
    void show(const Moment &moment, const Names &names, bool playing);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Spans *m_spans = nullptr;
    EventIndex m_cursor = 0;
    EventIndex m_read = 0;
    Instant m_now{};
};

} // namespace coroscope
