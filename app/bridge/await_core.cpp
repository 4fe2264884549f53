// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/await_core.h"

#include <QAbstractEventDispatcher>
#include <QMetaObject>

namespace coroscope::bridge::detail {

void resumeFromQt(std::coroutine_handle<> waiter)
{
    QMetaObject::invokeMethod(
        QAbstractEventDispatcher::instance(), [waiter] { waiter.resume(); }, Qt::QueuedConnection);
}

} // namespace coroscope::bridge::detail
