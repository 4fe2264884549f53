// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/session/stage.h"

namespace coroscope {

/// A part of the window that shows the run in focus at its moment. It redraws once a frame while it is visible, and
/// catches up when it becomes so: a hidden tab costs nothing.
class Panel : public QWidget {
    Q_OBJECT

public:
    explicit Panel(const Stage &stage, QWidget *parent = nullptr);

protected:
    [[nodiscard]] const Stage &stage() const { return m_stage; }
    /// Of the run in focus. Only when the stage is not empty.
    [[nodiscard]] Moment moment() const { return m_stage.moment(m_stage.focus()); }
    [[nodiscard]] const timeline::Describer &describer() const { return m_stage.describer(m_stage.focus()); }

    /// Forget the run shown so far: it is gone.
    virtual void resetView() {}
    /// Show the moment. The stage may be empty.
    virtual void updateView() = 0;

    void showEvent(QShowEvent *event) override;

private:
    const Stage &m_stage;
};

} // namespace coroscope
