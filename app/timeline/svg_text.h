// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QString>

namespace coroscope::timeline {

// How the pieces of an SVG document are written.

/// With at most two decimals and no more digits than needed.
void appendNumber(QByteArray &out, double value);
/// `name="value"` and the like: `start` ends with the opening quote.
void appendAttribute(QByteArray &out, const char *start, double value);
void appendAttribute(QByteArray &out, const char *start, const QColor &color);
/// Text content; whatever XML 1.0 has no way to write becomes U+FFFD.
void appendEscaped(QByteArray &out, const QString &text);

} // namespace coroscope::timeline
