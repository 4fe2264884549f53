// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/spoken.h"
#include "core/record/time.h"

#include <QSlider>

namespace coroscope {

/// A slider over the time of a run. Assistive technology reads seconds; while the run plays, it is told nothing of the
/// slider's moves, sixty times a second.
class TimeSlider : public QSlider, public access::RealValue {
    Q_OBJECT

public:
    explicit TimeSlider(QWidget *parent = nullptr);

    /// Moves it there and emits nothing. `moving`: the next call comes with the next frame.
    void show(Duration now, Duration whole, bool moving);
    /// The same of a run that takes no time: a step is what a second is else.
    void showSteps(int step, int steps, bool moving);

    [[nodiscard]] double realValue() const override;
    [[nodiscard]] Range realRange() const override;
    [[nodiscard]] QString realText() const override;
    void setRealValue(double value) override;

Q_SIGNALS:
    /// Somebody has moved it.
    void sought(coroscope::Duration time);

protected:
    void initStyleOption(QStyleOptionSlider *option) const override;

private:
    void move(Duration now, Duration whole, bool moving);

    Duration m_now{};
    Duration m_whole{};
    bool m_countsSteps = false;
    int m_shown = 0; ///< where the handle is painted; value() follows when the run stands still
};

} // namespace coroscope
