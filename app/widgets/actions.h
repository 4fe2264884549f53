// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace coroscope {

/// Something a key does.
struct KeyCommand {
    QString text; ///< what it does, in the program's language
    std::vector<QKeySequence> keys;
    std::function<void()> run;
};

/// Makes the keys work everywhere in the window; each becomes a QAction of it.
void addCommands(QWidget *window, std::vector<KeyCommand> commands);

} // namespace coroscope
