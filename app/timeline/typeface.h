// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStaticText>
#include <QString>

namespace coroscope::timeline {

/// The chart's font. Hinted vertically only, so that a text is as wide at every scale and on every
/// machine.
[[nodiscard]] const QFont &chartFont(int pixelSize, bool bold);
/// A text shaped for drawing, remembered too: more than twice as fast as QPainter::drawText. Drawn
/// with its top left corner preparedAscent() above its baseline.
[[nodiscard]] const QStaticText &preparedText(const QString &text, int pixelSize, bool bold);
[[nodiscard]] double preparedAscent(int pixelSize, bool bold);
/// The advance of a text in chartFont, in pixels; remembered, because the same few texts come back
/// every frame.
[[nodiscard]] double textWidth(const QString &text, int pixelSize, bool bold = false);
/// The text, shortened with "…" to fit `width`; empty when not even that fits.
[[nodiscard]] QString elidedText(const QString &text, int pixelSize, bool bold, double width,
                                 Qt::TextElideMode mode = Qt::ElideRight);

/// From one line to the next.
[[nodiscard]] double lineHeight(int pixelSize);
/// A bold text in at most so many lines, broken between words; what has no room in the last line is left out as `mode`
/// says.
[[nodiscard]] QStringList wrappedText(const QString &text, int pixelSize, double width, qsizetype lines,
                                      Qt::TextElideMode mode);

} // namespace coroscope::timeline
