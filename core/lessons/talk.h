// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

/// An awaitable that yields twice and prints what is sent back.
class Talk {
public:
    Coro<std::string> await() const;
};

/// Awaits a Talk and returns what it gives.
Coro<std::string> talk();

} // namespace coroscope
