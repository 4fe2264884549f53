// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace coroscope::timeline {

/// What the chart says, for translation: Words::tr("blocks").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

} // namespace coroscope::timeline
