// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/playback/sleep_parameter.h"
#include "app/session/stage.h"
#include "app/timeline/viewport.h"

namespace coroscope {

class Session;

/// Dragging the end of a sleep in the chart, where a parameter of the lesson stands behind it: the lesson then runs
/// again with the other value.
class SleepDrag : public QObject {
    Q_OBJECT

public:
    SleepDrag(Session &session, const Stage &stage, QObject *parent = nullptr);

    /// Remembers the sleep for dragTo.
    bool canDrag(std::size_t run, ActorId actor, std::size_t span);
    /// The sleep as it would be with its end there, at a round value within the parameter's range. Nothing when the run
    /// it is in has gone meanwhile.
    [[nodiscard]] std::optional<timeline::AxisRange> dragTo(double position);
    void drop();

private:
    struct Sleep {
        std::size_t run = 0;
        ActorId actor = ActorId::None;
        std::size_t span = 0;
        std::optional<SleepParameter> parameter;
        Duration length{};
    };

    Session &m_session;
    const Stage &m_stage;
    std::optional<Sleep> m_sleep;
};

} // namespace coroscope
