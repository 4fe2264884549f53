// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/actions.h"

#include <QAction>
#include <QWidget>

namespace coroscope {

void addCommands(QWidget *window, std::vector<KeyCommand> commands)
{
    for (KeyCommand &command : commands) {
        auto *action = new QAction(command.text, window);
        action->setShortcuts(QList<QKeySequence>(command.keys.begin(), command.keys.end()));
        QObject::connect(action, &QAction::triggered, window, std::move(command.run));
        window->addAction(action);
    }
}

} // namespace coroscope
