// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>

namespace coroscope::formats {

/// What a page with a player says, for translation.
struct PlayerWords {
    Q_DECLARE_TR_FUNCTIONS(Player)
};

/// The words of the player's script by their names, in the language the program speaks.
[[nodiscard]] QJsonObject playerWords();

} // namespace coroscope::formats
