// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/loop_control.h"

#include "app/chart/chart_widget.h"
#include "app/playback/playback.h"

#include <cmath>

namespace coroscope {

bool canLoop(const ChartWidget &chart)
{
    return chart.view().measured() && chart.axis() == timeline::AxisMode::Clock;
}

void toggleLoop(ChartWidget &chart, Playback &playback)
{
    if (playback.loop() || !canLoop(chart)) {
        playback.setLoop(std::nullopt);
        return;
    }
    const timeline::AxisRange range = *chart.view().measured();
    playback.setLoop(Playback::Range{instantAt(std::llround(range.begin)), instantAt(std::llround(range.end))});
    if (playback.loop() && (playback.now() < playback.loop()->begin || playback.now() >= playback.loop()->end))
        playback.seek(playback.loop()->begin);
    playback.setPlaying(true);
}

} // namespace coroscope
