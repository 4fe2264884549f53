// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

/// Prints a dot every period, n + 1 times.
Coro<void> countdown(int n, Duration period);

} // namespace coroscope
