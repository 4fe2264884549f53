// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/timeline/chartrequest.h"

class QWidget;

namespace coroscope {

/// Asks where to, and writes the picture: what is seen is what is saved. `name`: the file name that is offered, without
/// suffix. Mistakes are told in a message box.
void exportPicture(QWidget *parent, const timeline::ChartRequest &request, const QString &name);

} // namespace coroscope
