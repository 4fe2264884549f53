// SPDX-License-Identifier: MIT
#include "core/lessons/two_steps.h"

#include "core/lessons/kit.h"
#include "core/loop/hand_driver.h"

namespace coroscope {

Coro<std::string> TwoSteps::await() const
{
    for (const int n : {1, 2}) {
        print("step" + str(n)); //: TwoSteps.__await__+2
        co_await yieldToDriver("yield" + str(n)); //: TwoSteps.__await__+3
    }
    co_return "returned";
}

} // namespace coroscope
