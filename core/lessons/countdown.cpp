// SPDX-License-Identifier: MIT
#include "core/lessons/countdown.h"

#include "core/lessons/kit.h"

namespace coroscope {

Coro<void> countdown(int n, Duration period)
{
    for (int i = 0; i <= n; ++i) {
        mark('.'); //: countdown+2
        co_await sleep(period); //: countdown+3
    }
}

} // namespace coroscope
