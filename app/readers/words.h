// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace coroscope::formats {

// What several files here say, for translation: InputWords::tr("no such file").

/// What is wrong with a file that is read.
struct InputWords {
    Q_DECLARE_TR_FUNCTIONS(InputFile)
};

/// What is wrong with a JSON text.
struct JsonWords {
    Q_DECLARE_TR_FUNCTIONS(JsonText)
};

/// What is wrong with a picture that is written.
struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

} // namespace coroscope::formats
