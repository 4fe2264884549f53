// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope {

/// The language the program speaks: all its texts, Qt's own (buttons of dialogs), numbers and dates. "en", which
/// the sources are written in, or "fr"; anything else is English. At any time after the application object was
/// made; widgets hear of it by QEvent::LanguageChange.
void setLanguage(const QString &language);

/// "en" until setLanguage() says otherwise.
[[nodiscard]] QString language();

/// What the desktop speaks, if the program does as well; else "en".
[[nodiscard]] QString desktopLanguage();

} // namespace coroscope
