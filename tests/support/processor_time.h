// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace coroscope::testing {

/// Processor time of this thread in milliseconds: a busy machine does not count.
inline double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace coroscope::testing
