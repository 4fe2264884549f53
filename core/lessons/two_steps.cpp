// SPDX-License-Identifier: MIT
#include "core/lessons/two_steps.h"

#include "core/lessons/kit.h"
#include "core/loop/hand_driver.h"

namespace coroscope {

Coro<std::string> TwoSteps::await() const
{
    for (const int n : {1, 2}) {
        print("step" + str(n));
        co_await yieldToDriver("yield" + str(n));
    }
    co_return "returned";
}

} // namespace coroscope
