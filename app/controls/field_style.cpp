// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/field_style.h"

#include <QPainter>
#include <QStyleOption>

namespace coroscope {

namespace {

void drawFrame(QPainter &painter, const QStyleOption &option)
{
    const bool focus = option.state & QStyle::State_HasFocus;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(option.palette.color(focus ? QPalette::Highlight : QPalette::Mid), focus ? 2 : 1));
    const double inset = focus ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 3, 3);
    painter.restore();
}

} // namespace

void FieldStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    PlainStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)
        drawFrame(*painter, *option);
}

void FieldStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    PlainStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        drawFrame(*painter, *option);
}

} // namespace coroscope
