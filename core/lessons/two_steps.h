// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

/// An awaitable that yields twice and then gives "returned".
class TwoSteps {
public:
    Coro<std::string> await() const;
};

} // namespace coroscope
