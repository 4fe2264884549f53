// SPDX-License-Identifier: MIT
#include "core/lessons/countdown.h"

#include "core/lessons/kit.h"

namespace coroscope {

Coro<void> countdown(int n, Duration period)
{
    for (int i = 0; i <= n; ++i) {
        mark('.');
        co_await sleep(period);
    }
}

} // namespace coroscope
