// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

namespace coroscope {

/// What the command line asks of the window. Empty texts: nothing was said.
struct WindowOptions {
    QString file;                            ///< a scenario or a trace to open
    QString lesson;                          ///< an id
    QList<QPair<QString, QString>> settings; ///< the lesson's parameters, name and value as written
    QString language;                        ///< "en" or "fr"
    QString theme;                           ///< "light", "dark" or "print"
    bool present = false;
};

/// Opens the window and runs until it is closed. Returns the exit status (cli/failure.h); mistakes in the options are
/// told in one sentence on standard error before anything is shown. Makes the QApplication.
int runWindow(int &argc, char **argv, const WindowOptions &options);

} // namespace coroscope
