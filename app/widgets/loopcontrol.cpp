// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/loopcontrol.h"

#include "app/playback/playback.h"
#include "app/widgets/chartwidget.h"

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
