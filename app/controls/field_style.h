// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controls/plain_text.h"

namespace coroscope {

/// Fusion with plain texts, and with frames around fields and boxes that can be seen: Fusion makes them of the window's
/// colour, a little darker, which on a dark ground is nothing. They take the palette's Mid.
class FieldStyle : public PlainStyle {
    Q_OBJECT

public:
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace coroscope
