// SPDX-License-Identifier: MIT
#include "core/lessons/talk.h"

#include "core/lessons/kit.h"
#include "core/loop/hand_driver.h"

namespace coroscope {

Coro<std::string> Talk::await() const
{
    for (const int n : {1, 2}) {
        print("step" + str(n)); //: Talk.__await__+2
        const Value got = co_await yieldToDriver("yielded" + str(n)); //: Talk.__await__+3
        print("received" + str(n), got); //: Talk.__await__+4
    }
    co_return "returned";
}

Coro<std::string> talk()
{
    std::string answer = co_await Talk(); //: talk+1
    co_return answer;
}

} // namespace coroscope
