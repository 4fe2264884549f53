// SPDX-License-Identifier: MIT
#include "core/sync/sleep.h"

namespace coroscope {

void Sleep::Awaiter::wakeUp()
{
    m_asleep = false;
    const bool cancelled = task().endSleep();
    driver().raiseInjected();
    if (cancelled) [[unlikely]]
        throw CancelledError();
}

} // namespace coroscope
