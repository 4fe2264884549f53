// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace coroscope {

namespace {

// All paths lie in a square of 24 by 24.

void addBar(QPainterPath &path, double left)
{
    path.addRect(left, 5, 3, 14);
}

void addTriangle(QPainterPath &path, double base, double tip)
{
    path.addPolygon(QPolygonF({{base, 5}, {tip, 12}, {base, 19}}));
    path.closeSubpath();
}

QPainterPath pathOf(Symbol symbol)
{
    QPainterPath path;
    switch (symbol) {
    case Symbol::ToStart:
        addBar(path, 4);
        addTriangle(path, 20, 8);
        break;
    case Symbol::StepBack:
        addTriangle(path, 14, 4);
        addBar(path, 17);
        break;
    case Symbol::Play:
        addTriangle(path, 6, 20);
        break;
    case Symbol::Pause:
        path.addRect(6, 5, 4, 14);
        path.addRect(14, 5, 4, 14);
        break;
    case Symbol::StepForward:
        addBar(path, 4);
        addTriangle(path, 10, 20);
        break;
    case Symbol::ToEnd:
        addTriangle(path, 4, 16);
        addBar(path, 17);
        break;
    case Symbol::Open:
        path.addPolygon(QPolygonF({{3, 8}, {21, 8}, {12, 18}}));
        path.closeSubpath();
        break;
    }
    return path;
}

class SymbolEngine final : public QIconEngine {
public:
    SymbolEngine(Symbol symbol, QColor color) : m_symbol(symbol), m_color(std::move(color)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 24.0, rect.height() / 24.0);
        painter->setOpacity(mode == QIcon::Disabled ? 0.4 : 1);
        painter->fillPath(pathOf(m_symbol), m_color);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(m_symbol, m_color); }

private:
    Symbol m_symbol;
    QColor m_color;
};

} // namespace

QIcon symbolIcon(Symbol symbol, const QColor &color)
{
    return QIcon(new SymbolEngine(symbol, color));
}

} // namespace coroscope
