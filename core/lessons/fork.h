// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

/// c1 forks c2 in an endless loop; c2 stops the loop when it is told to.
Coro<void> runFork(World &world, bool stop);

} // namespace coroscope
