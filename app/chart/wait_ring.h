// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "core/record/event.h"

#include <utility>
#include <vector>

namespace coroscope {

/// Who waits for whom: each for the next, the last for the first.
using WaitRing = std::vector<std::pair<ActorId, ActorId>>;

/// Draws it into a run's chart: an arrow each, one beside the other before the right edge, as it is about the end of
/// the run. Lanes that are not to be seen have none.
void drawRing(timeline::Scene &scene, const WaitRing &ring, std::size_t run, const QColor &color);

} // namespace coroscope
