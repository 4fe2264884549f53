// SPDX-License-Identifier: MIT
#include "core/loop/warnings.h"

namespace coroscope {

thread_local CatchWarnings *CatchWarnings::t_last = nullptr;

CatchWarnings::CatchWarnings() : m_world(World::current()), m_outer(std::exchange(t_last, this)) {}

/// Scopes of different runs end in any order.
CatchWarnings::~CatchWarnings()
{
    CatchWarnings **link = &t_last;
    while (*link != this)
        link = &(*link)->m_outer;
    *link = m_outer;
}

bool CatchWarnings::caught(const World &world, std::string_view text)
{
    for (CatchWarnings *catcher = t_last; catcher; catcher = catcher->m_outer) {
        if (&catcher->m_world != &world)
            continue;
        catcher->m_texts.emplace_back(text);
        return true;
    }
    return false;
}

} // namespace coroscope
